import Diagnostics
import GhostKit
import TestSupport

/// A workspace of a test's own: whole and right, until a test replaces one of its files.
struct SmallWorkspace {
  let folder: TemporaryFolder
  let workspace: Workspace

  init(replacing replaced: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (path, text) in Self.files.merging(replaced, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: path)
    }
    workspace = try Workspace(at: folder.path)
  }

  /// Reads everything there is and returns what is found, as `path:line:column code`.
  func findings() -> [String] {
    var log = DiagnosticLog()
    _ = workspace.config(log: &log)
    _ = workspace.policy(log: &log)
    for name in workspace.executives(log: &log) {
      _ = workspace.executive(name.description, log: &log)
    }
    for name in workspace.topics(log: &log) {
      _ = workspace.topic(name.description, log: &log)
    }
    _ = workspace.formats(log: &log)
    return Self.brief(log)
  }

  static func brief(_ log: DiagnosticLog) -> [String] {
    log.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column) " } ?? ""
      return place + diagnostic.code.rawValue
    }
  }

  static let files = [
    ".ghost/config.yml": """
    organisation: Acme
    site: {url: "https://acme.example/blog", title: The Acme Blog}
    lang: en
    goals:
      - goal: Sell
        measure: money
    prepared-share: 60
    """,
    ".ghost/policy.yml": """
    workspace: acme-blog
    roles:
      cfo:
        name: Dana Reyes
        principal: dana@acme.example
        github: dreyes
        former: [{ name: Ivo Lang, principal: ivo@acme.example, until: 2026-03-31 }]
      legal: { name: Sam Okafor, principal: sam@acme.example }
    owners: [legal]
    protected: [main]
    rewrap: void
    methods: [key, review]
    allow: [raw-html]
    require:
      - when: { topic: guidance, tag: investors }
        approvals: [legal]
        methods: [key]
        expires: 14d
        rewrap: void
    rules: { tk-bare: error }
    """,
    "Templates/execs/cfo.yml": """
    name: Dana Reyes
    title: CFO
    email: dana@acme.example
    voice:
      tone: dry
      openings: [I count.]
      replace: { utilise: use }
    formats:
      likes: [article]
      dislikes: []
    rivals:
      - { name: Piet, url: "https://x.example/", date: 2026-06, topic: pricing }
    """,
    "Templates/topics/pricing.yml": """
    title: "Pricing: why"
    audience: Buyers
    angle: Price follows work
    tags: [pricing, 2026]
    text: texts/pricing.md
    for:
      cfo:
        why-you: You signed it.
        questions:
          - { ask: how did churn change?, words: 50, minutes: 5 }
    proof-points:
      - claim: Churn fell
        source: Board report
        url: https://acme.example/report
        date: 2026-09-30
    objections:
      - { objection: Too dear, answer: No }
    questions:
      - ask: what next?
    call-to-action: Write to us
    """,
    "Templates/topics/texts/pricing.md": "A complete text.\n",
    "Templates/article.md": "---\n",
  ]
}
