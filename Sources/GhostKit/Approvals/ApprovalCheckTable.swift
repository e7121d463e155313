internal import Diagnostics

/// What the gate's findings mean; who adds a failure adds its page here.
///
/// They are rules like those of ``CheckTable``, but how much they matter is not for a policy to say.
public enum ApprovalCheckTable {
  /// The pages, in the order in which they are explained.
  public static let all = onDrafts + onRecords + onTrust

  /// Makes the page of a failure.
  static func page(
    _ failure: ApprovalFailure,
    _ summary: String,
    _ help: String,
    _ severity: Diagnostic.Severity = .error
  ) -> Check {
    Check(failure.code, severity, summary, help: help, .reading)
  }
}
