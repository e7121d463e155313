internal import Diagnostics
internal import SSHSig

extension DraftJudgement {
  /// Explains each approval that counts, a line each: who, in which role and by which method, under
  /// which key, when, and what of the draft was compared.
  func explanations(_ libcrypto: Libcrypto) -> [String] {
    approvals.map { approval in
      let record = approval.record
      let fingerprint = (try? Fingerprint(of: approval.key, libcrypto))?.description ?? "?"
      let witness = record.witness.map { " through \($0)" } ?? ""
      let said = record.said.map { " (\($0))" } ?? ""
      let compared = approval.isRewrapped ? "the same words in other lines" : "the same text"
      let files = record.assets.count
      let assets = files == 0 ? "" : files == 1 ? " and file" : " and \(files) files"
      let judged = approval.judgedAt.map { ", judged as of \($0)" } ?? ""
      return "approved by \(record.name) as \(record.role)\(witness)\(said), "
        + "\(record.method.spoken) \(fingerprint), \(record.signedAt)\(judged): "
        + compared + assets
    }
  }
}
