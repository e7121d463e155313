public import Diagnostics

/// Whose keys count, for what and when: OpenSSH's `allowed_signers` file, read more strictly.
///
/// Everything that could make a line mean more than a reader sees is a finding: patterns and
/// negations (`* KEY` lets that key sign for everyone), certificate authorities, times that depend on
/// the reader's time zone, a key that two people hold. A file with a single finding grants nothing:
/// OpenSSH, too, stops at a line that it cannot read.
///
/// Source: ssh-keygen(1), section ALLOWED SIGNERS.
public struct AllowedSigners: Sendable {
  /// Every line that grants something, in the order of the file.
  public let signers: [AllowedSigner]
  private let source: SourceText
  private let byKey: [PublicKey: [AllowedSigner]]

  private static let largestFile = 1 << 20

  /// Reads a whole file; `nil` if anything in it is an error, which then is in the log.
  public init?(parsing source: SourceText, log: inout DiagnosticLog) {
    guard source.bytes.count <= Self.largestFile else {
      log.add(.signersTooLarge(Self.largestFile, at: Location(path: source.path)))
      return nil
    }
    if let offset = Self.firstControlCharacter(in: source.bytes) {
      log.add(.controlCharacter(at: source.location(of: offset..<offset + 1)))
      return nil
    }
    var found = DiagnosticLog()
    var signers: [AllowedSigner] = []
    for line in TextLines.ranges(in: source) where found.diagnostics.count < TextLines.mostFaults {
      do throws(Diagnostic) {
        signers.append(try SignerLine(source: source, range: line).parse())
      } catch {
        found.add(error)
      }
    }
    byKey = Dictionary(grouping: signers, by: \.key)
    self.signers = signers
    self.source = source
    addSharedKeys(to: &found)
    addUnboundKeys(to: &found)
    log.add(found)
    if found.hasErrors { return nil }
  }

  /// Returns the place of a line, for findings and notes about it.
  public func location(of signer: AllowedSigner) -> Location { source.location(of: signer.range) }

  /// Returns the lines that let a principal sign for a purpose at a time.
  public func signers(
    for principal: String,
    in namespace: String,
    at time: Int
  ) -> [AllowedSigner] {
    signers.filter { standing(of: $0, as: principal, in: namespace, at: time) == .granted($0) }
  }

  /// Says whether a key counts for a principal, for a purpose, at a time, and why not.
  ///
  /// A key may stand on several lines; one that grants is enough. Principals and purposes are
  /// compared byte by byte.
  public func standing(
    of key: PublicKey,
    as principal: String,
    in namespace: String,
    at time: Int
  ) -> SignerStanding {
    var best = SignerStanding.unknownKey
    for signer in byKey[key] ?? [] {
      let standing = standing(of: signer, as: principal, in: namespace, at: time)
      if standing.closeness > best.closeness { best = standing }
    }
    return best
  }

  private func standing(
    of signer: AllowedSigner,
    as principal: String,
    in namespace: String,
    at time: Int
  ) -> SignerStanding {
    guard signer.principal.utf8.elementsEqual(principal.utf8) else {
      return .wrongPrincipal(signer)
    }
    guard signer.grants(namespace: namespace) else { return .namespaceNotGranted(signer) }
    if let start = signer.validAfter, time < start { return .notYetValid(signer) }
    if let end = signer.validBefore, time > end { return .expired(signer) }
    return .granted(signer)
  }
}

extension AllowedSigners {
  /// A control character hides text from the reader, and OpenSSH stops at a NUL.
  private static func firstControlCharacter(in bytes: [UInt8]) -> Int? {
    bytes.indices.first { index in
      switch bytes[index] {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
      case UInt8(ascii: "\r"): index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
      case 0..<0x20, 0x7F: true
      default: false
      }
    }
  }

  private func addSharedKeys(to log: inout DiagnosticLog) {
    for signer in signers where log.diagnostics.count < TextLines.mostFaults {
      guard let first = byKey[signer.key]?.first, first.principal != signer.principal else {
        continue
      }
      log.add(
        .sharedKey(
          [first.principal, signer.principal],
          at: location(of: signer),
          first: location(of: first)
        )
      )
    }
  }

  private func addUnboundKeys(to log: inout DiagnosticLog) {
    for signer in signers where log.diagnostics.count < TextLines.mostFaults {
      guard signer.namespaces == nil else { continue }
      log.add(.anyNamespace(signer.principal, at: location(of: signer)))
    }
  }
}
