/// Every way in which ghost refuses what OpenSSH accepts, and why: the differential's allow list.
enum Strictness {
  /// Reasons by stage and code; a difference that is not here fails the test.
  static let reasons: [String: String] = [
    "signers signers.pattern": "a pattern grants to people that nobody named",
    "signers signers.cert-authority": "a certificate authority would decide who signs",
    "signers signers.shared-key": "a key of two people does not say who signed",
    "signers signers.local-time": "a time without Z is another moment on every machine",
    "signers signers.bad-time": firstMatch,
    "signers signers.empty-window": firstMatch,
    "signers signers.bad-quotes": "a principal quoted in part reads as another one",
    "signers signers.bad-principal": "a principal is visible ASCII without outer blanks",
    "signers signers.bad-namespace":
      "a namespace is visible ASCII; blanks are part of it in OpenSSH",
    "signers signers.bad-option": firstMatch,
    "signers signers.unknown-option": firstMatch,
    "signers signers.repeated-option": firstMatch,
    "signers signers.missing-key": firstMatch,
    "signers signers.control-character": "a control character hides what a line says",
    "signers sshsig.not-a-key": firstMatch,
    "signers sshsig.bad-base64": firstMatch,
    "signers sshsig.bad-name": firstMatch,
    "signers sshsig.bad-key": firstMatch,
    "signers sshsig.weak-key": firstMatch,
    "signers sshsig.truncated": firstMatch,
    "signers sshsig.trailing-bytes": firstMatch,
    "signers sshsig.unsupported-key": firstMatch,
    "signers sshsig.key-type-mismatch": firstMatch,
    "signature sshsig.bad-armor": "OpenSSH skips blanks in an armor and ignores what follows it",
    "signature sshsig.bad-integer": "OpenSSH takes a number with needless zeros in front",
    "signature sshsig.bad-length": "OpenSSH fills a short RSA signature up",
    "signature sshsig.reserved-field": "OpenSSH ignores the reserved field, which nobody signed",
    "signature sshsig.unsupported-version": "OpenSSH takes version 0 for 1",
    "signature sshsig.bad-name": "OpenSSH takes a name with a NUL at its end",
  ]

  private static let firstMatch =
    "OpenSSH stops reading at the line that grants; here a file with any fault grants nothing"
}
