public import Diagnostics
internal import YAML

/// What `ghost doctor` finds: whether every rule of a workspace can be met today.
public struct DoctorRun: Sendable {
  /// The files that it is about.
  public let subjects = [Policy.path, Enrolment.path]
  /// Everything found, by place.
  public let diagnostics: [Diagnostic]
  /// The roles that some draft asks for.
  public let roles: [String]
  /// How many keys count today.
  public let keys: Int
  /// The first role that somebody has to enrol a key for.
  public let keyless: String?

  /// Looks at a workspace.
  ///
  /// - Parameters:
  ///   - workspace: Which one.
  ///   - clock: What today is.
  ///   - variables: The environment in which git and ssh-keygen are looked for.
  public init(of workspace: Workspace, clock: Clock, variables: [String: String]) {
    var log = DiagnosticLog()
    let subject = DoctorSubject(of: workspace, now: clock.now, variables: variables, log: &log)
    if let subject {
      for check in DoctorTable.all {
        do throws(Diagnostic) {
          for diagnostic in try check.diagnostics(of: subject) { log.add(diagnostic) }
        } catch {
          log.add(error)
        }
      }
    }
    diagnostics = log.sorted()
    let required = subject?.requiredRoles ?? []
    roles = required.map(\.key.value)
    keys = subject?.liveKeys(by: .key).count ?? 0
    let isReadable = subject?.signers != nil
    keyless =
      !isReadable
      ? nil : required.first { subject?.keys(of: $0.value).isEmpty ?? false }?.key.value
  }
}
