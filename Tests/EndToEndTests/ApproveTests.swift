import Foundation
import TestSupport
import Testing

/// Approvals made by the built ghost, with real keys, believed by plain ssh-keygen.
@Suite(.enabled(if: SigningDesk.isInstalled, "ssh-keygen is not installed"))
struct ApproveTests {
  @Test(
    "keys of every kind enrol, sign and are believed by OpenSSH",
    arguments: [
      "-t ed25519", "-t ecdsa -b 256", "-t ecdsa -b 384", "-t ecdsa -b 521", "-t rsa -b 2048",
      "-t rsa -b 4096",
    ]
  )
  func everyKind(arguments: String) throws { try approveOnce(arguments) }

  @Test(
    "authenticators sign too",
    .enabled(
      if: FileManager.default.fileExists(atPath: SigningDesk.authenticator),
      "openssh-tests is not installed"
    ),
    arguments: ["-t ed25519-sk", "-t ecdsa-sk"]
  )
  func authenticators(arguments: String) throws { try approveOnce(arguments) }

  private func approveOnce(_ arguments: String) throws {
    let desk = try SigningDesk()
    try desk.makeKey(arguments)
    let enrolled = try desk.ghost("enrol", "cfo", "--key", "../dana.pub", "--quiet")
    #expect(enrolled.output == (try desk.shell("ssh-keygen -lf ../dana.pub").output))
    for key in ["../dana", "../dana.pub"] {
      let outcome = try desk.ghost("approve", "cfo-pricing", "--key", key, "--yes")
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    }
    #expect(desk.approvals() == ["cfo-pricing.cfo.1.approval", "cfo-pricing.cfo.2.approval"])
    #expect(try desk.opensshAccepts(1))
    #expect(try desk.opensshAccepts(2))
    #expect(try desk.opensshAccepts(2, namespace: "ghost-witness") == false)
    let first = try desk.shell("sha256sum Drafts/approvals/cfo-pricing.cfo.1.approval").output
    let second = try desk.folder.read("work/Drafts/approvals/cfo-pricing.cfo.2.approval")
    #expect(second.contains("\nprevious: sha256:\(first.prefix(64))\n"))
    let chart = try desk.shell("sha256sum Drafts/media/chart.png").output.prefix(64)
    #expect(second.contains("\nasset: Drafts/media/chart.png sha256:\(chart)\n"))
  }

  @Test(
    "the third opinion agrees",
    .enabled(
      if: (try? Program(named: "python3")?.run(["-c", "import sshsig"]).status) == 0,
      "python3 with sshsig is not installed"
    ),
    arguments: ["-t ed25519", "-t rsa -b 3072"]
  )
  func thirdOpinion(arguments: String) throws {
    let desk = try SigningDesk()
    try desk.makeKey(arguments)
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    try desk.ghost("approve", "cfo-pricing", "--key", "../dana", "--yes")
    let judge = """
      import sys
      from sshsig import check_signature
      data = open(sys.argv[1], "rb").read()
      place = data.index(b"-----BEGIN")
      check_signature(data[:place], data[place:], "ghost-approval")
      """
    let file = desk.path + "/Drafts/approvals/cfo-pricing.cfo.1.approval"
    let outcome = try #require(Program(named: "python3")).run(["-c", judge, file])
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test("a key is found where ssh finds it: in the agent, and in ~/.ssh")
  func findsKeys() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    try desk.shell(
      "ssh-agent sh -c 'ssh-add -q ../dana && rm ../dana && ghost approve cfo-pricing --yes'"
    )
    #expect(try desk.opensshAccepts(1))
    try desk.makeKey("-t ecdsa", named: "home/.ssh/id_ecdsa")
    let without = try desk.ghost("approve", "cfo-pricing", "--yes")
    #expect(without.status == 1)
    #expect(without.error.contains("[no-key]"))
    try desk.ghost("enrol", "cfo", "--key", "../home/.ssh/id_ecdsa.pub")
    let outcome = try desk.ghost("approve", "cfo-pricing", "--yes")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try desk.opensshAccepts(2))
    // The draft's executive signs, though the key could be taken for another role's.
    #expect(desk.approvals() == ["cfo-pricing.cfo.1.approval", "cfo-pricing.cfo.2.approval"])
  }

  @Test(
    "a passphrase is asked for on the terminal, and without it nothing is written",
    .enabled(if: Terminal.python != nil, "python3 is not installed"),
    arguments: [("secret word\n", 0), ("wrong\n", 3), ("\u{3}", 3)]
  )
  func passphrase(typed: String, status: Int) throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519", passphrase: "secret word")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    let outcome = try Terminal.run(
      [BuiltGhost.path, "approve", "cfo-pricing", "--key", "../dana"],
      environment: desk.environment,
      in: desk.path,
      steps: [("[y/N] ", "y\n"), ("Enter passphrase", typed)]
    )
    #expect(outcome.status == status, "\(outcome.output)")
    #expect(desk.approvals().isEmpty == (status != 0))
    if status == 0 { #expect(try desk.opensshAccepts(1)) }
  }

  @Test("a draft that changes while its approver looks for the key is not approved")
  func changedMeanwhile() throws {
    for change in ["echo more >> Drafts/cfo-pricing.md", "echo other > Drafts/media/chart.png"] {
      let desk = try SigningDesk()
      try desk.makeKey("-t ed25519")
      try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
      let keygen = try desk.shell("command -v ssh-keygen").output.dropLast()
      try desk.folder.write(
        "#!/bin/sh\n[ \"$1\" = -l ] || { \(change); }\nexec \(keygen) \"$@\"\n",
        to: "bin/ssh-keygen"
      )
      try desk.shell("chmod +x ../bin/ssh-keygen")
      let path = desk.folder.path + "/bin:" + BuiltGhost.searchPath
      let outcome = try BuiltGhost.program.run(
        ["approve", "cfo-pricing", "--key", "../dana", "--yes"],
        in: desk.path,
        environment: desk.environment.merging(["PATH": path]) { $1 }
      )
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("[draft-changed]"))
      #expect(desk.approvals().isEmpty)
    }
  }

  @Test("a signature that ssh-keygen made of something else, or with another key, is not written")
  func lyingKeygen() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.makeKey("-t ed25519", named: "sam")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    let keygen = try desk.shell("command -v ssh-keygen").output.dropLast()
    for lie in [
      "echo other | \(keygen) -Y sign -q -n ghost-approval -f ../dana",
      "\(keygen) -Y sign -q -n ghost-approval -f ../sam", "\(keygen) -Y sign -q -n file -f ../dana",
      "true", "echo nothing",
    ] {
      try desk.folder.write(
        "#!/bin/sh\n[ \"$1\" = -l ] && exec \(keygen) \"$@\"\n\(lie)\n",
        to: "bin/ssh-keygen"
      )
      try desk.shell("chmod +x ../bin/ssh-keygen")
      let path = desk.folder.path + "/bin:" + BuiltGhost.searchPath
      let outcome = try BuiltGhost.program.run(
        ["approve", "cfo-pricing", "--key", "../dana", "--yes"],
        in: desk.path,
        environment: desk.environment.merging(["PATH": path]) { $1 }
      )
      #expect(outcome.status == 1, "\(lie)\n\(outcome.error)")
      #expect(desk.approvals().isEmpty)
    }
  }

  @Test("a kill at any point leaves a whole approval or none, and the next try succeeds")
  func kills() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    let rounds = ProcessInfo.processInfo.environment["GHOST_KILLS"].flatMap(Int.init) ?? 100
    var random = SeededRandom(seed: 21)
    var whole = 0
    for _ in 0..<max(rounds / 5, 1) {
      let delay = Double.random(in: 0...0.08, using: &random)
      let script = """
        ghost approve cfo-pricing --key ../dana --yes >/dev/null 2>&1 & p=$!
        sleep \(delay); kill -9 $p 2>/dev/null; wait $p 2>/dev/null; true
        """
      try desk.shell(script)
      let names = desk.approvals().filter { $0.hasSuffix(".approval") }
      #expect(names.count == whole || names.count == whole + 1)
      if names.count > whole {
        whole = names.count
        #expect(try desk.opensshAccepts(whole))
      }
    }
    let outcome = try desk.ghost("approve", "cfo-pricing", "--key", "../dana", "--yes")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try desk.opensshAccepts(whole + 1))
  }
}
