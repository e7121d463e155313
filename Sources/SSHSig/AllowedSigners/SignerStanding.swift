/// Whether a key counts, and if not, the line that came closest to granting it.
public enum SignerStanding: Sendable, Hashable {
  /// It counts, by this line.
  case granted(AllowedSigner)
  /// No line names the key.
  case unknownKey
  /// The key belongs to somebody else.
  case wrongPrincipal(AllowedSigner)
  /// The key may not sign for this purpose.
  case namespaceNotGranted(AllowedSigner)
  /// The key counts only from a later time on.
  case notYetValid(AllowedSigner)
  /// The key counted only until an earlier time.
  case expired(AllowedSigner)

  var closeness: Int {
    switch self {
    case .unknownKey: 0
    case .wrongPrincipal: 1
    case .namespaceNotGranted: 2
    case .notYetValid: 3
    case .expired: 4
    case .granted: 5
    }
  }
}
