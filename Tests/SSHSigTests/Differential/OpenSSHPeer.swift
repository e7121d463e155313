import Foundation
import TestSupport

/// `ssh-keygen -Y verify`, asked many questions at once.
enum OpenSSHPeer {
  static let isInstalled = Program(named: "ssh-keygen") != nil && Program(named: "xargs") != nil

  /// Returns for each case whether OpenSSH accepts it.
  static func verdicts(on cases: [VerificationCase]) throws -> [Bool] {
    let folder = try TemporaryFolder()
    var questions: [UInt8] = []
    for (number, one) in cases.enumerated() {
      try folder.write(Data(one.signers), to: "\(number).signers")
      try folder.write(Data(one.signature), to: "\(number).sig")
      try folder.write(Data(one.message), to: "\(number).msg")
      for word in ["\(number)", one.principal, one.namespace, verifyTime(one.time)] {
        questions += Array(word.utf8) + [0]
      }
    }
    try folder.write(Data(questions), to: "questions")
    let ask = """
      ssh-keygen -Y verify -f "$1.signers" -I "$2" -n "$3" -O verify-time="$4" -s "$1.sig" \
      < "$1.msg" > "$1.out" 2> "$1.err"; echo $? > "$1.status"
      """
    let outcome = try Program(path: "/bin/sh").run(
      ["-c", #"xargs -0 -n 4 -P 4 sh -c "$0" sh < questions"#, ask],
      in: folder.path
    )
    guard outcome.status == 0 else { throw PeerFailure(description: outcome.error) }
    return try cases.indices.map { number in
      let status = try folder.read("\(number).status")
      // 255 is ssh-keygen's no; anything else means that it was not asked what we meant to ask.
      guard ["0\n", "255\n"].contains(status) else {
        throw PeerFailure(description: "\(number): \(status) \(try folder.read("\(number).err"))")
      }
      return status == "0\n"
    }
  }

  private static func verifyTime(_ time: Int) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "yyyyMMddHHmmss'Z'"
    return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(time)))
  }
}

struct PeerFailure: Error, CustomStringConvertible {
  let description: String
}
