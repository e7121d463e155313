import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: SigningDesk.isInstalled, "ssh-keygen is not installed"))
struct EnrolTests {
  @Test("several keys come through standard input, as a forge serves them")
  func standardInput() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519", named: "one")
    try desk.makeKey("-t ecdsa", named: "two")
    let outcome = try desk.shell(
      "cut -d' ' -f1,2 ../one.pub ../two.pub | ghost enrol cfo --key - --quiet"
    )
    let fingerprints = try desk.shell(
      "cut -d' ' -f1,2 ../one.pub ../two.pub | ssh-keygen -lf -"
    ).output
    #expect(outcome.output == fingerprints)
    let signers = try desk.folder.read("work/.ghost/allowed_signers")
    #expect(signers.split(separator: "\n").count == 2)
    // OpenSSH finds both.
    try desk.shell("echo x | ssh-keygen -Y sign -q -n ghost-approval -f ../two >../sig")
    try desk.shell(
      "echo x | ssh-keygen -Y verify -f .ghost/allowed_signers -I dana.reyes@meridian.example "
        + "-n ghost-approval -s ../sig"
    )
    // Enrolled again, nothing changes.
    try desk.shell("cut -d' ' -f1,2 ../one.pub ../two.pub | ghost enrol cfo --key -")
    #expect(try desk.folder.read("work/.ghost/allowed_signers") == signers)
  }

  @Test("a line is added behind the last, whether or not that was ended")
  func appended() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.folder.write("# people\n# more", to: "work/.ghost/allowed_signers")
    try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    let signers = try desk.folder.read("work/.ghost/allowed_signers")
    #expect(signers.hasPrefix("# people\n# more\ndana.reyes@meridian.example namespaces="))
  }

  @Test(
    "what is no key to be trusted is refused, and the file stays as it is",
    arguments: [
      ("ssh-keygen -q -t rsa -b 1024 -N '' -f ../k; cat ../k.pub", 1, "weak-key"),
      ("ssh-keygen -q -t ed25519 -N '' -f ../k; cat ../k", 2, "private-key"),
      ("ssh-keygen -q -t rsa -m PEM -N '' -f ../k; cat ../k", 2, "private-key"),
      ("echo hello", 1, "not-a-key"), ("true", 2, "no-key-file"),
      ("ssh-keygen -q -t ed25519 -N '' -f ../k; sed s/^/restrict' '/ ../k.pub", 1, "sshsig"),
      (
        "ssh-keygen -q -t ed25519 -N '' -f ../ca; ssh-keygen -q -t ed25519 -N '' -f ../k; "
          + "ssh-keygen -q -s ../ca -I id ../k.pub; cat ../k-cert.pub", 1, "certificate"
      ),
    ]
  )
  func refused(script: String, status: Int, code: String) throws {
    let desk = try SigningDesk()
    try desk.shell("{ \(script); } > ../given")
    let outcome = try desk.ghost("enrol", "cfo", "--key", "../given")
    #expect(Int(outcome.status) == status, "\(outcome.error)")
    #expect(outcome.error.contains(code), "\(outcome.error)")
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/.ghost/allowed_signers"))
  }

  @Test("nothing is added to a file with a fault in it, and a key of another is refused")
  func faults() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    try desk.shell("printf '* ' | cat - ../dana.pub > .ghost/allowed_signers")
    let before = try desk.folder.read("work/.ghost/allowed_signers")
    let wildcard = try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    #expect(wildcard.status == 1)
    #expect(try desk.folder.read("work/.ghost/allowed_signers") == before)
  }

  @Test("a comment that hides something is left out of the file")
  func comments() throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519")
    let key = try desk.folder.read("dana.pub").split(separator: " ").prefix(2).joined(
      separator: " "
    )
    try desk.folder.write(key + " now\u{200B}here\n", to: "dana.pub")
    let outcome = try desk.ghost("enrol", "cfo", "--key", "../dana.pub")
    #expect(outcome.status == 0)
    #expect(try desk.folder.read("work/.ghost/allowed_signers").hasSuffix(" cfo\n"))
  }
}
