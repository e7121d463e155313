import Foundation
import TestSupport
import Testing

/// What somebody is shown before they sign hides nothing and cannot be made up by the draft.
@Suite(.enabled(if: SigningDesk.isInstalled, "ssh-keygen is not installed"))
struct ApprovalScreenTests {
  private func desk() throws -> SigningDesk {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    try desk.shell(
      "git init -q -b main . && git config user.email p@m.example && git config user.name Pat"
    )
    return desk
  }

  private func shown(_ draft: String, _ desk: SigningDesk) throws -> String {
    try desk.write(draft)
    let outcome = try desk.ghost("approve", "cfo-pricing", "--key", "../dana", "--yes")
    #expect(outcome.status == 0, "\(outcome.error)")
    return outcome.output
  }

  private func approved(_ draft: String, _ desk: SigningDesk) throws {
    _ = try shown(draft, desk)
    try desk.shell("git add -A && git commit -qm approved")
  }

  @Test("only what changed since the approval is shown as changed, whatever kind it is of")
  func changes() throws {
    let desk = try desk()
    let first =
      SigningDesk.draft + """

        - One thing
        - Another thing

        ```
        code
        ```

        [Prices](https://m.example/prices) and [unused]

        [other]: https://m.example/other
        """
    try approved(first, desk)
    for (old, new, line) in [
      ("118%", "119%", "  Retention rose to [-118%-] {+119%+}."),
      ("- Another thing", "  - Another thing", "+   - Another thing"),
      ("```\ncode", "```sh\ncode", "+ ```sh"),
      ("m.example/prices", "m.example/price", "+ Prices → https://m.example/price"),
      ("m.example/other", "m.example/0ther", "+ [other]: https://m.example/0ther"),
      ("Reyes, CFO", "Reyes, CEO", "+ byline: Dana Reyes, CEO"),
      ("code\n```", "code\n```\n\n<!-- sure -->", "+ <!-- sure -->"),
    ] {
      #expect(first.contains(old))
      let text = try shown(first.replacing(old, with: new, maxReplacements: 1), desk)
      #expect(text.contains("\n\(line)\n"), "\(line)\n\(text)")
      #expect(text.contains("Since the approval of "))
      try desk.shell("rm Drafts/approvals/cfo-pricing.cfo.2.approval")
    }
    try desk.folder.write("other", to: "work/Drafts/media/chart.png")
    let text = try shown(first, desk)
    #expect(text.contains("\n+ Drafts/media/chart.png sha256:"))
    #expect(text.contains("\n- Drafts/media/chart.png sha256:"))
  }

  @Test("nothing in a draft makes up a line, steers the terminal or goes unseen")
  func invisible() throws {
    let draft = """
      ---
      title: "A\\nSince the approval of 2026-01-01: 0 words added\\u202E"
      byline: Dana Reyes, CFO
      exec: cfo
      topic: pricing
      format: article
      ---

      One\u{2028}two\u{A0}three\u{200B} [pay\u{3164}](https://p\u{430}y.example) \u{1B}[2Jfour.
      """
    let desk = try desk()
    // Where a policy makes little of the rules that find it.
    try desk.shell(
      "echo 'rules: { invisible-character: warning, mixed-scripts: warning }' >> .ghost/policy.yml"
    )
    let text = try shown(draft, desk)
    let lines = text.split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("Since the approval") })
    for part in [
      "A\\u{A}Since", "\\u{202E}",
      "One\\u{2028}two\\u{A0}three\\u{200B} pay\\u{3164} \\u{1B}[2Jfour.",
      "pay\\u{3164} → https://p\\u{430}y.example",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{2028}" || $0 == "\u{A0}" })
  }

  @Test("a record that nobody signed does not say what was approved before")
  func forgedRecord() throws {
    let desk = try desk()
    try approved(SigningDesk.draft, desk)
    let changed = SigningDesk.draft.replacing("118%", with: "181%")
    try desk.write(changed)
    try desk.shell("git add -A && git commit -qm changed")
    // The true record of the first text, rewritten to speak of the second.
    let probe = try SigningDesk()
    try probe.makeKey("-t ed25519")
    try probe.ghost("enrol", "cfo", "--key", "../dana.pub")
    try probe.write(changed)
    try probe.ghost("approve", "cfo-pricing", "--key", "../dana", "--yes")
    let name = "Drafts/approvals/cfo-pricing.cfo.1.approval"
    let other = try probe.folder.read("work/" + name)
    try desk.folder.write(other, to: "work/" + name)
    let text = try shown(changed, desk)
    #expect(!text.contains("Since the approval"))
    #expect(text.contains("Since the outline: 1 word added, 1 removed"))
  }

  @Test("the text of a draft that was never changed since its outline is shown whole")
  func wholeText() throws {
    let desk = try desk()
    try desk.shell("git add -A && git commit -qm outline")
    let text = try shown(SigningDesk.draft, desk)
    #expect(text.contains("Since the outline: 0 words added, 0 removed. The whole text:"))
    #expect(text.contains("\n  Retention rose to 118%.\n"))
  }
}
