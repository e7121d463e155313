public import Diagnostics

/// What `ghost init` writes: one executive, one topic, the formats and the trust root.
public struct Skeleton: Sendable {
  /// What became of each file.
  public struct Outcome: Sendable {
    /// The files that were written.
    public internal(set) var written: [String] = []
    /// The files that were there already, and stayed as they were.
    public internal(set) var kept: [String] = []
  }

  /// The executive and the topic of the example, for the first `ghost draft`.
  public static let example = (executive: "jane-doe", topic: "callbacks")

  private let policy: [UInt8]

  /// Makes one whose policy has an id of its own, so that no approval can be replayed elsewhere.
  ///
  /// - Parameters:
  ///   - name: The folder's name, which the id begins with.
  ///   - random: Where the rest of the id comes from.
  public init(named name: String, random: inout some RandomNumberGenerator) {
    let letters = name.lowercased().utf8.map { byte in
      Byte.isLetter(byte) || Byte.isDigit(byte) ? Character(Unicode.Scalar(byte)) : "-"
    }
    let stem = String(letters).split(separator: "-").joined(separator: "-").prefix(40)
    let digits = String(UInt32.random(in: .min ... .max, using: &random), radix: 16)
    let id = (stem.isEmpty ? "blog" : String(stem)) + "-" + digits
    let text = String(decoding: PackageResources.policy_yml, as: UTF8.self)
    policy = Array(text.replacing("workspace: example-blog", with: "workspace: \(id)").utf8)
  }

  /// Writes what a folder has not; a file that is there is never touched.
  public func write(to folder: FileStore) throws(Diagnostic) -> Outcome {
    var outcome = Outcome()
    for (path, bytes) in files {
      if try folder.create(bytes, at: path) {
        outcome.written.append(path)
      } else {
        outcome.kept.append(path)
      }
    }
    try folder.makeFolder(Workspace.drafts)
    return outcome
  }

  private var files: [(path: String, bytes: [UInt8])] {
    [
      (".ghost/config.yml", PackageResources.config_yml),
      (".ghost/policy.yml", policy),
      (".ghost/allowed_signers", PackageResources.allowed_signers),
      (".gitattributes", PackageResources.gitattributes),
      ("Templates/execs/jane-doe.yml", PackageResources.jane_doe_yml),
      ("Templates/topics/callbacks.yml", PackageResources.callbacks_yml),
    ] + outlines + partials
  }

  private var outlines: [(path: String, bytes: [UInt8])] {
    [
      ("Templates/article.md", PackageResources.article_md),
      ("Templates/post.md", PackageResources.post_md),
      ("Templates/interview.md", PackageResources.interview_md),
      ("Templates/podcast.md", PackageResources.podcast_md),
      ("Templates/video.md", PackageResources.video_md),
      ("Templates/ghostwritten.md", PackageResources.ghostwritten_md),
    ]
  }

  private var partials: [(path: String, bytes: [UInt8])] {
    [
      ("about", PackageResources.about_md),
      ("closing", PackageResources.closing_md),
      ("conversation", PackageResources.conversation_md),
      ("date", PackageResources.date_md),
      ("disclaimer", PackageResources.disclaimer_md),
      ("evidence", PackageResources.evidence_md),
      ("front-matter", PackageResources.front_matter_md),
      ("objection", PackageResources.objection_md),
      ("opening", PackageResources.opening_md),
      ("proof", PackageResources.proof_md),
      ("quoted", PackageResources.quoted_md),
      ("rivals", PackageResources.rivals_md),
    ].map { ("Templates/partials/\($0).md", $1) }
  }
}
