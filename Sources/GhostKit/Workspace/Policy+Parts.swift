public import YAML

extension Policy {
  /// Who holds a role, and who did before.
  public struct Role: YAMLModel {
    /// The person's printed name.
    public internal(set) var name = ""
    /// The address by which `allowed_signers` knows the person's keys.
    public internal(set) var principal: EmailAddress = .blank
    /// The person's account there.
    public internal(set) var github: String?
    /// Who held it before; what they approved until then still counts.
    public internal(set) var former: [FormerHolder] = []

    /// A blank one.
    public init() {}

    /// The keys of a role.
    public static let fields: [Field<Role>] = [
      .required("name") { $0.name = $1 }, .required("principal") { $0.principal = $1 },
      .optional("github") { $0.github = $1 }, .optional("former") { $0.former = $1 },
    ]
  }

  /// Somebody who held a role before.
  public struct FormerHolder: YAMLModel {
    /// The person's printed name.
    public internal(set) var name = ""
    /// The address by which `allowed_signers` knows the person's keys.
    public internal(set) var principal: EmailAddress = .blank
    /// The last day on which they held it.
    public internal(set) var until = CalendarDate.first

    /// A blank one.
    public init() {}

    /// The keys of an entry of `former`.
    public static let fields: [Field<FormerHolder>] = [
      .required("name") { $0.name = $1 }, .required("principal") { $0.principal = $1 },
      .required("until") { $0.until = $1 },
    ]
  }

  /// What is asked of some drafts; it only ever adds to what is asked anyway.
  public struct Requirement: YAMLModel {
    /// Of which drafts it is asked.
    public internal(set) var when = Condition()
    /// The roles that must approve.
    public internal(set) var approvals: [Located<Slug>] = []
    /// The methods by which an approval counts here.
    public internal(set) var methods: Located<[ApprovalRecord.Method]>?
    /// For how long an approval counts.
    public internal(set) var expires: Lifetime?
    /// What becomes of an approval when only line breaks changed.
    public internal(set) var rewrap: Rewrap?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `require`.
    public static let fields: [Field<Requirement>] = [
      .required("when") { $0.when = $1 }, .optional("approvals") { $0.approvals = $1 },
      .optional("methods") { $0.methods = $1 }, .optional("expires") { $0.expires = $1 },
      .optional("rewrap") { $0.rewrap = $1 },
    ]

    var asksNothing: Bool {
      approvals.isEmpty && methods == nil && expires == nil && rewrap == nil
    }
  }

  /// Which drafts are meant: those that have all that is named; `{}` means every draft.
  public struct Condition: YAMLModel {
    /// The topic that a draft must have.
    public internal(set) var topic: Slug?
    /// The executive that it must have.
    public internal(set) var exec: Slug?
    /// The format that it must have.
    public internal(set) var format: Slug?
    /// The tag that it must have.
    public internal(set) var tag: String?

    /// A blank one, which means every draft.
    public init() {}

    /// The keys of `when`.
    public static let fields: [Field<Condition>] = [
      .optional("topic") { $0.topic = $1 }, .optional("exec") { $0.exec = $1 },
      .optional("format") { $0.format = $1 },
      .optional("tag") { $0.tag = $1 },
    ]
  }
}
