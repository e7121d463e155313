public import Diagnostics
public import YAML

/// Who must approve what, and how: `.ghost/policy.yml` (design, section 7).
public struct Policy: YAMLModel {
  /// What becomes of an approval when only line breaks changed.
  public enum Rewrap: String, YAMLEnumeration {
    /// It still counts.
    case keep
    /// It is void.
    case void
  }

  /// What is an error unless the policy allows it.
  public enum Allowance: String, YAMLEnumeration {
    /// HTML in a draft.
    case rawHTML = "raw-html"
    /// Images from other sites.
    case remoteImages = "remote-images"
    /// A person who witnesses their own approval.
    case selfWitness = "self-witness"
  }

  /// How much a finding of a check matters.
  public enum Severity: String, YAMLEnumeration {
    case note, warning, error

    /// The same, as a finding has it.
    public var severity: Diagnostic.Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// The workspace's id, so that no approval of another one counts here.
  public internal(set) var workspace: Slug = .blank
  /// Who holds which role.
  public internal(set) var roles = OrderedMap<Role>()
  /// The roles whose holders may change the trust root.
  public internal(set) var owners: [Located<Slug>] = []
  /// The branches that the gate protects.
  public internal(set) var protected: [String] = []
  /// What becomes of an approval when only line breaks changed.
  public internal(set) var rewrap = Rewrap.keep
  /// The methods by which an approval counts.
  public internal(set) var methods: Located<[ApprovalRecord.Method]>?
  /// What is no error here.
  public internal(set) var allow: [Allowance] = []
  /// What is asked beyond the executive's own approval.
  public internal(set) var require: [Located<Requirement>] = []
  /// How much the findings of single checks matter, by their code.
  public internal(set) var rules = OrderedMap<Severity>()

  /// A blank one.
  public init() {}

  /// The keys of the file.
  public static let fields: [Field<Policy>] = [
    .required("workspace") { $0.workspace = $1 }, .optional("roles") { $0.roles = $1 },
    .optional("owners") { $0.owners = $1 }, .optional("protected") { $0.protected = $1 },
    .optional("rewrap") { $0.rewrap = $1 }, .optional("methods") { $0.methods = $1 },
    .optional("allow") { $0.allow = $1 },
    .optional("require") { $0.require = $1 }, .optional("rules") { $0.rules = $1 },
  ]
}

extension ApprovalRecord.Method: YAMLEnumeration {}

extension Policy {
  /// Where it lies in a workspace.
  public static let path = ".ghost/policy.yml"

  /// The methods by which an approval counts where no requirement says less.
  public var acceptedMethods: [ApprovalRecord.Method] { methods?.value ?? [.key] }

  /// Reads a policy and what it refers to, or returns `nil` after having said what is wrong.
  public static func read(_ source: SourceText, log: inout DiagnosticLog) -> Policy? {
    var found = DiagnosticLog()
    let policy = decode(source, log: &found)
    // A role that could not be read would be missed wherever it is named.
    if !found.hasErrors { policy?.checkReferences(log: &found) }
    log.add(found)
    return found.hasErrors ? nil : policy
  }

  private func checkReferences(log: inout DiagnosticLog) {
    for entry in roles.entries where Slug(entry.key.value) == nil {
      log.add(.badRole(entry.key.value, at: entry.key.location))
    }
    let known = Set(roles.keys)
    let unknown = (owners + require.flatMap(\.value.approvals))
      .filter { !known.contains($0.value.description) }
    // Each place costs a pass over the file, and the first few tell enough.
    for role in unknown.prefix(Self.mostUnknownRoles) {
      log.add(.unknownRole(role.value, among: roles.keys, at: role.location))
    }
    for methods in [methods] + require.map(\.value.methods) {
      if let methods, methods.value.isEmpty { log.add(.noMethod(at: methods.location)) }
    }
    for requirement in require where requirement.value.asksNothing {
      log.add(.emptyRequirement(at: requirement.location))
    }
  }

  private static let mostUnknownRoles = 20
}
