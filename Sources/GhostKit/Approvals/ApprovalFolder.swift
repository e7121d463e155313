public import Diagnostics

/// The name of an approval's file: `SLUG.ROLE.N.approval`, in this one spelling.
public struct ApprovalName: Sendable, Hashable, Comparable {
  /// The slug of the draft, or `trust-root`.
  public let draft: Slug
  /// The role in which the person approves.
  public let role: Slug
  /// The place in the role's chain, from 1.
  public let number: Int

  /// The numbers that a chain can have.
  static let numbers = 1...99_999
  private static let ending = "approval"

  /// Names a place in a chain.
  public init(draft: Slug, role: Slug, number: Int) {
    self.draft = draft
    self.role = role
    self.number = number
  }

  /// Reads a file's name; anything but the one spelling is `nil`.
  public init?(fileName: String) {
    let bytes = Array(fileName.utf8)
    let dot = UInt8(ascii: ".")
    guard let first = bytes.firstIndex(of: dot, from: 0),
      let second = bytes.firstIndex(of: dot, from: first + 1),
      let third = bytes.firstIndex(of: dot, from: second + 1),
      bytes[(third + 1)...].elementsEqual(Self.ending.utf8),
      let draft = Slug(String(decoding: bytes[..<first], as: UTF8.self)),
      let role = Slug(String(decoding: bytes[(first + 1)..<second], as: UTF8.self)),
      let number = Self.number(bytes[(second + 1)..<third])
    else { return nil }
    self.init(draft: draft, role: role, number: number)
  }

  /// Reads a number as it is written here, without a sign and without a zero in front.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 5, digits.allSatisfy(Byte.isDigit), digits.first != UInt8(ascii: "0")
    else { return nil }
    let number = digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    return numbers.contains(number) ? number : nil
  }

  /// The file's name, without its folder.
  public var fileName: String { "\(draft).\(role).\(number).\(Self.ending)" }

  /// Orders by draft, then by role, then by number.
  public static func < (left: ApprovalName, right: ApprovalName) -> Bool {
    if left.draft != right.draft { return left.draft < right.draft }
    if left.role != right.role { return left.role < right.role }
    return left.number < right.number
  }
}

/// What lies in a folder of approvals, by the names alone.
public struct ApprovalFolder: Sendable {
  /// Where the approvals of drafts are.
  public static let drafts = "Drafts/approvals"
  /// The folder's path from the workspace's root.
  public let path: String
  /// Every approval, the chains one after the other and each in its order.
  public let names: [ApprovalName]
  /// What is there under any other name, is a link or a folder.
  public let strays: [FolderEntry]

  /// Lists a folder, which may be missing.
  ///
  /// - Throws: what keeps it from being listed.
  public init(
    _ path: String = drafts,
    in files: any WorkspaceFiles
  ) throws(Diagnostic) {
    var names: [ApprovalName] = []
    var strays: [FolderEntry] = []
    for entry in try files.entries(in: path) {
      if entry.kind == .file, let name = ApprovalName(fileName: entry.name) {
        names.append(name)
      } else {
        strays.append(entry)
      }
    }
    self.path = path
    self.names = names.sorted()
    self.strays = strays
  }

  /// Returns the files of one chain, by number; whether a number is missing is not looked at.
  public func chain(of draft: Slug, as role: Slug) -> [ApprovalName] {
    names.filter { $0.draft == draft && $0.role == role }
  }

  /// Returns the path of a file, from the workspace's root.
  public func path(of name: ApprovalName) -> String { path + "/" + name.fileName }
}
