internal import Diagnostics

/// One question that `ghost doctor` asks of a workspace; who adds one adds it to a file here, and a
/// line in ``DoctorTable``.
struct DoctorCheck: Sendable {
  /// What its findings mean.
  let page: Check
  let find: @Sendable (DoctorSubject) throws(Diagnostic) -> [Finding]

  /// What is not as it should be.
  struct Finding: Sendable {
    var message: String
    var location: Location?
    var hint: String?
  }

  init(
    _ code: Diagnostic.Code,
    _ severity: Diagnostic.Severity,
    _ summary: String,
    help: String,
    find: @escaping @Sendable (DoctorSubject) throws(Diagnostic) -> [Finding]
  ) {
    page = Check(code, severity, summary, help: help, .reading)
    self.find = find
  }

  /// Asks, and returns what there is to say.
  func diagnostics(of subject: DoctorSubject) throws(Diagnostic) -> [Diagnostic] {
    try find(subject).prefix(Self.mostFindings).map { finding in
      Diagnostic(
        page.severity,
        page.code,
        finding.message,
        at: finding.location,
        hint: finding.hint
      )
    }
  }

  /// Each place costs a pass over the file, and nobody reads more.
  private static let mostFindings = 100
}

/// Everything that `ghost doctor` can find.
public enum DoctorTable {
  /// The questions, in the order in which they are asked.
  static let all: [DoctorCheck] = [
    .execWithoutRole, .roleWithoutKey, .keyExpiresSoon, .methodWithoutKey,
    .ruleWithoutMethod, .ruleUnmet, .ruleUnknownName,
    .profileDisagrees, .rolesOfOnePerson, .personOfTwoPrincipals, .keyOfNobody,
    .formerNotPast, .formerKeyWithoutEnd,
    .trustRootUnguarded, .branchUnprotected, .branchMissing,
    .noRepository, .approvalLineEnds, .codeOwnersMissing, .mergeCheckMissing,
  ]

  /// The pages of `ghost explain`, those of what is found while the files are read as well.
  public static let pages: [Check] = all.map(\.page) + onPolicy + onSigners
}
