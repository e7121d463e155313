/// The guide to `.ghost/policy.yml`: who must approve what, by examples.
///
/// The tests read every example, and hold it to what it says that is asked of a draft.
public enum PolicyGuide {
  /// One example: a policy, a draft, and what the one asks of the other.
  struct Example: Sendable {
    let title: String
    let text: String
    /// What stands in the file, below the roles.
    let policy: String
    /// The front matter that decides, or `nil` where the example is about all drafts.
    let draft: String?
    /// What is asked: roles; methods; how long an approval counts; what a re-wrap does.
    let asks: String
  }

  /// The roles that every example begins with.
  static let head = """
    workspace: meridian-blog-7f3a
    roles:
      cfo: { name: Dana Reyes, principal: dana.reyes@meridian.example, github: dreyes }
      legal: { name: Sam Okafor, principal: sam.okafor@meridian.example }
    """

  /// All of it, laid out for a terminal.
  public static var text: String {
    let examples = examples.map { example in
      var lines = ["\(example.title)", "", indented(example.text, by: 2)]
      if !example.policy.isEmpty { lines += ["", indented(example.policy, by: 6)] }
      if let draft = example.draft {
        lines += ["", "  A draft with \(draft)", "  needs \(example.asks)."]
      }
      return lines.joined(separator: "\n") + "\n"
    }
    return ([indented(opening, by: 0) + "\n\n" + indented(head, by: 6) + "\n"] + examples)
      .joined(separator: "\n")
  }

  private static let opening = """
    .ghost/policy.yml says who must approve what. It is read from the branch that a change is merged
    into, never from the change. 'ghost doctor' says whether every rule can be met today. Each example
    goes on from these roles:
    """

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }

  static let examples = [
    Example(
      title: "Without a rule",
      text: """
        The executive under 'exec' always approves, with a key of their own; so does whoever else the
        byline names, of those who hold a role or have a profile. Other line breaks keep an approval,
        since not a word has changed.
        """,
      policy: "",
      draft: "exec: cfo, topic: pricing, format: article",
      asks: "the approval of cfo, by key, for ever; a re-wrap keeps it"
    ),
    Example(
      title: "when, approvals",
      text: """
        A rule adds roles to the drafts that it is about: by topic, exec, format or tag. All that is
        named has to be so; 'when: {}' means every draft.
        """,
      policy: """
        require:
          - when: { topic: guidance }
            approvals: [legal]
        """,
      draft: "exec: cfo, topic: guidance, format: article",
      asks: "the approval of cfo and legal, by key, for ever; a re-wrap keeps it"
    ),
    Example(
      title: "two in one 'when'",
      text: "This draft is a post, and not about guidance: the rule says nothing of it.",
      policy: """
        require:
          - when: { topic: guidance, format: post }
            approvals: [legal]
        """,
      draft: "exec: cfo, topic: pricing, format: post",
      asks: "the approval of cfo, by key, for ever; a re-wrap keeps it"
    ),
    Example(
      title: "tag",
      text: """
        One of the draft's tags. A change that drops the tag is judged by the draft as it was too, so
        nobody sheds their lawyer that way.
        """,
      policy: """
        require:
          - when: { tag: forward-looking }
            approvals: [legal]
        """,
      draft: "exec: cfo, topic: pricing, format: article, tags: [forward-looking]",
      asks: "the approval of cfo and legal, by key, for ever; a re-wrap keeps it"
    ),
    Example(
      title: "methods",
      text: """
        How consent is given: 'key', the person's own; 'witness', a colleague signs that they said yes;
        'review', their approving review, signed by CI; 'email', their reply, which nothing can verify
        yet. What all rules accept that apply counts, and 'methods' of the whole policy is one of them.
        """,
      policy: """
        methods: [key, witness]
        require:
          - when: { topic: guidance }
            methods: [key]
        """,
      draft: "exec: cfo, topic: guidance, format: article",
      asks: "the approval of cfo, by key, for ever; a re-wrap keeps it"
    ),
    Example(
      title: "expires",
      text: """
        How many days an approval counts. The shortest that applies wins.
        """,
      policy: """
        require:
          - when: {}
            expires: 90d
          - when: { format: post }
            expires: 14d
        """,
      draft: "exec: cfo, topic: pricing, format: post",
      asks: "the approval of cfo, by key, for 14 days; a re-wrap keeps it"
    ),
    Example(
      title: "rewrap",
      text: """
        'void' asks for a new approval even when nothing but line breaks has changed. It wins over
        'keep'.
        """,
      policy: """
        rewrap: keep
        require:
          - when: { topic: guidance }
            rewrap: void
        """,
      draft: "exec: cfo, topic: guidance, format: article",
      asks: "the approval of cfo, by key, for ever; a re-wrap voids it"
    ),
    Example(
      title: "owners, protected, allow, rules",
      text: """
        Not about single drafts: whose signature changes this file, which branches are protected, what
        is no error here (raw-html, remote-images, self-witness), and how much other findings matter.
        """,
      policy: """
        owners: [legal]
        protected: [main]
        allow: [remote-images]
        rules: { heading-jump: note }
        """,
      draft: nil,
      asks: ""
    ),
  ]
}
