/// By which addresses and accounts an executive's own commits are known.
///
/// A commit in a forge's web editor has the forge as its committer and, where the person hides their
/// address, one of the forge's own as its author's: `ID+LOGIN@users.noreply.github.com`,
/// `ID-LOGIN@users.noreply.gitlab.com`. None of it is proven: an author is what somebody wrote.
/// Sources: GitHub, "Setting your commit email address"; GitLab, "Change your commit email".
struct CommitAuthors: Sendable {
  private var addresses: Set<String> = []
  private var accounts: Set<String> = []
  private var former: [(address: String, until: CalendarDate)] = []

  /// Takes what the profile and the role of the same name say.
  init(_ executive: Executive?, role: Policy.Role?) {
    let known = [executive?.email.description, role?.principal.description]
    addresses = Set(known.compactMap { $0?.lowercased() })
    accounts = Set(
      [executive?.github, role?.github].compactMap { account in
        account.map { String($0.lowercased().drop { $0 == "@" }) }
      }
    )
    former = (role?.former ?? []).map { ($0.principal.description.lowercased(), $0.until) }
  }

  /// Whether the author of a commit is the executive, or was it on the day of the commit.
  func include(_ address: String, on day: CalendarDate) -> Bool {
    let address = address.lowercased()
    if addresses.contains(address) { return true }
    if former.contains(where: { $0.address == address && day <= $0.until }) { return true }
    return Self.accounts(in: address).contains { accounts.contains($0) }
  }

  /// The accounts that a forge's own address may stand for.
  private static func accounts(in address: String) -> [String] {
    guard let at = address.lastIndex(of: "@") else { return [] }
    let host = address[address.index(after: at)...]
    let name = address[..<at]
    guard host.hasPrefix("users.noreply.") else { return [] }
    let mark: Character = host == "users.noreply.github.com" ? "+" : "-"
    let number = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name[number.endIndex...]
    // Older addresses have no number before the account's name.
    guard !number.isEmpty, rest.first == mark else { return [String(name)] }
    return [String(rest.dropFirst()), String(name)]
  }
}
