/// A signed record that a person approves exactly this content (design, section 6).
///
/// It is readable text, then OpenSSH's own signature over exactly the bytes above it. The keys have
/// one order and each stands on a line of its own, so that a record has one spelling only.
public struct ApprovalRecord: Sendable, Hashable {
  /// What the signer says about the content.
  public enum Meaning: String, Sendable, CaseIterable {
    /// The content may be published.
    case approves = "approves for publication"
    /// The approvals before this one no longer count.
    case revokes
  }

  /// How the person gave their consent, strongest first.
  public enum Method: String, Sendable, CaseIterable {
    /// The person's own SSH key.
    case key
    /// The person's reply by e-mail, proven by its DKIM signature.
    case email
    /// The person's approving pull-request review.
    case review
    /// A colleague signs that the person said yes.
    case witness

    /// The SSHSIG namespace that says who signs.
    public var namespace: String {
      switch self {
      case .key: "ghost-approval"
      case .email, .witness: "ghost-witness"
      case .review: "ghost-review"
      }
    }
  }

  /// A file and the SHA-256 of its bytes as git stores them.
  public struct FileDigest: Sendable, Hashable {
    /// The path from the workspace's root.
    public var path: String
    /// 64 lower-case hexadecimal digits.
    public var sha256: String

    /// Makes one from its parts.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The workspace's id, so that no approval can be replayed in another.
  public var workspace: String
  /// The slug of the draft, or `trust-root`.
  public var draft: String
  /// The role in which the person approves.
  public var role: String
  /// The place in the role's chain, from 1.
  public var number: Int
  /// The SHA-256 of the record before this one, `nil` for the first.
  public var previous: String?
  /// The person's principal.
  public var signer: String
  /// The person's printed name.
  public var name: String
  /// What the signature means.
  public var meaning: Meaning
  /// How the consent was given.
  public var method: Method
  /// The principal of who signed in the person's place.
  public var witness: String?
  /// When and where the person said yes.
  public var said: String?
  /// What proves it, in `Drafts/approvals/evidence/`.
  public var evidence: FileDigest?
  /// The SHA-256 of ``ContentEncoding``'s `text`.
  public var text: String
  /// The SHA-256 of ``ContentEncoding``'s `content`.
  public var content: String
  /// Every local file that the draft names.
  public var assets: [FileDigest]
  /// The signer's clock, which proves nothing.
  public var signedAt: Timestamp
  /// A remark.
  public var note: String?

  /// The first line of every record.
  static let title = "ghost approval v1"

  /// The bytes that are signed: every line of the record, each ended by a line feed.
  public func encoded() -> [UInt8] {
    var text = RecordWriter()
    text.add(Self.title)
    text.add("workspace: ", workspace)
    text.add("draft: ", draft)
    text.add("role: ", role)
    text.add("number: ", String(number))
    text.add(previous == nil ? "previous: none" : "previous: sha256:", previous ?? "")
    text.add("signer: ", signer)
    text.add("name: ", name)
    text.add("meaning: ", meaning.rawValue)
    text.add("method: ", method.rawValue)
    if let witness { text.add("witness: ", witness) }
    if let said { text.add("said: ", said) }
    if let evidence { text.add("evidence: ", evidence.path, " sha256:", evidence.sha256) }
    text.add("text: sha256:", self.text)
    text.add("content: sha256:", content)
    for asset in assets { text.add("asset: ", asset.path, " sha256:", asset.sha256) }
    text.add("signed-at: ", signedAt.description)
    if let note { text.add("note: ", note) }
    return text.bytes
  }
}

/// A record's lines, one after the other.
private struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1024) }

  /// Adds a line of up to four parts.
  mutating func add(_ key: String, _ value: String = "", _ between: String = "", _ end: String = "")
  {
    bytes += key.utf8
    if !value.isEmpty { bytes += value.utf8 }
    if !between.isEmpty { bytes += between.utf8 }
    if !end.isEmpty { bytes += end.utf8 }
    bytes.append(Byte.lineFeed)
  }
}
