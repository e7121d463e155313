internal import Diagnostics
internal import YAML

/// What of a draft's front matter decides who must approve it.
public struct DraftTerms: Sendable, Hashable {
  var exec: String
  var byline: String
  var topic: String
  var format: String
  var tags: [String]
  /// The executive would not do it, and it is never published.
  public var isDeclined: Bool

  /// Takes them from front matter that was read without a fault.
  public init(_ metadata: Metadata) {
    exec = metadata.exec.value
    byline = metadata.byline.value
    topic = metadata.topic.value
    format = metadata.format.value
    tags = metadata.tags.map(\.value)
    isDeclined = metadata.status.map { $0.value.utf8.elementsEqual("declined".utf8) } ?? false
  }
}

/// Who must approve a draft, and how: the executive, what every entry of the policy adds that
/// matches the draft as it was or as it is (design, section 7), and whom its byline names.
///
/// Entries only add: approvals unite, methods intersect, the shorter expiry and `void` win.
public struct Requirements: Sendable {
  /// The roles, the executive's first.
  public private(set) var roles: [String] = []
  /// The methods that all entries accept.
  public private(set) var methods: [ApprovalRecord.Method]
  /// For how long an approval counts.
  public private(set) var expires: Lifetime?
  /// What becomes of an approval when only line breaks changed.
  public private(set) var rewrap: Policy.Rewrap

  /// Gathers what a policy asks of a draft.
  ///
  /// - Parameters:
  ///   - policy: Whose rules count.
  ///   - people: Whose words nobody else can approve.
  ///   - old: The draft as the base has it, so that it cannot shed a reviewer on its way; more than
  ///     one if two have its name.
  ///   - new: The draft under judgement.
  init(
    of policy: Policy,
    naming people: [Byline.Person],
    old: [DraftTerms] = [],
    new: DraftTerms
  ) {
    methods = policy.acceptedMethods
    rewrap = policy.rewrap
    guard !new.isDeclined else { return }
    let terms = [new] + old
    for one in terms { add(one.exec) }
    for entry in policy.require.lazy.map(\.value) where terms.contains(where: entry.when.matches) {
      for role in entry.approvals { add(role.value.description) }
      if let accepted = entry.methods?.value { methods.removeAll { !accepted.contains($0) } }
      if let limit = entry.expires { expires = expires.map { min($0, limit) } ?? limit }
      if entry.rewrap == .void { rewrap = .void }
    }
    for one in terms {
      for byline in Byline.readings(of: one.byline) { addNamed(in: byline, people) }
    }
  }

  /// Adds whoever a byline names; a person who approves in one role need not in another one too.
  private mutating func addNamed(in byline: Byline, _ people: [Byline.Person]) {
    var byline = byline
    for person in people where isRequired(person.role) { byline.drop(person) }
    for person in people where byline.names(person) {
      add(person.role)
      byline.drop(person)
    }
  }

  private func isRequired(_ role: String) -> Bool {
    roles.contains { $0.isSame(as: role) }
  }

  private mutating func add(_ role: String) {
    if !isRequired(role) { roles.append(role) }
  }
}

extension Policy.Condition {
  /// Whether a draft has all that is named; capitals and what nobody sees are no way out.
  func matches(_ terms: DraftTerms) -> Bool {
    let isTagged = { (tag: String) in terms.tags.contains { Self.isSame($0, tag) } }
    return (topic.map { Self.isSame(terms.topic, $0.description) } ?? true)
      && (exec.map { Self.isSame(terms.exec, $0.description) } ?? true)
      && (format.map { Self.isSame(terms.format, $0.description) } ?? true)
      && (tag.map(isTagged) ?? true)
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    visible(left) == visible(right)
  }

  /// Returns a name in small letters, without the blanks around it and what has no shape.
  private static func visible(_ name: String) -> String {
    guard let first = name.utf8.first, let last = name.utf8.last,
      first <= Byte.space || last <= Byte.space || !name.utf8.allSatisfy({ $0 < 0x80 })
    else { return name.lowercased() }
    let shown = name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar.value == 0x2800
    }
    let start = shown.firstIndex { !isBlank($0) } ?? shown.endIndex
    let end = shown.lastIndex { !isBlank($0) }.map(shown.index(after:)) ?? start
    return String(shown[start..<end]).lowercased()
  }
}
