public import Diagnostics
internal import Git
internal import Subprocess

extension MergeCheck {
  /// What became of each file.
  public struct Outcome: Sendable {
    /// The folder that the paths are relative to.
    public let root: String
    /// The files that were written.
    public fileprivate(set) var written: [String] = []
    /// The files that were there already and stayed as they were, and what has to be added to them.
    public fileprivate(set) var kept: [(path: String, addition: String?)] = []
  }

  /// Writes what is missing; a file that is there is never touched.
  ///
  /// Forges look into the root of the repository, so there the files go, wherever in it the
  /// workspace is.
  ///
  /// - Parameters:
  ///   - workspace: What is to be checked.
  ///   - source: Where the check gets ghost from.
  ///   - variables: The environment in which git is asked.
  /// - Returns: what became of each file.
  /// - Throws: what is wrong with the policy, or keeps a file from being written.
  public func write(
    for workspace: Workspace,
    source: GhostSource,
    variables: [String: String]
  ) throws(Diagnostic) -> Outcome {
    var log = DiagnosticLog()
    guard let policy = workspace.policy(log: &log) else {
      throw log.diagnostics.first { $0.severity == .error } ?? .fileMissing(Policy.path)
    }
    let environment = ChildEnvironment(variables)
    let repository = try Repository.find(from: workspace.root, environment: environment)
    let prefix = repository?.prefix.text ?? ""
    guard MergeCheckSite.isPlain(prefix) else { throw .oddFolder(prefix) }
    let root = try FileStore(root: repository?.workTree ?? workspace.root)
    let site = MergeCheckSite(
      prefix: prefix,
      policy: policy,
      executives: Set(workspace.executives(log: &log).map(\.description)),
      source: source
    )
    return try write(site, to: root)
  }

  private func write(_ site: MergeCheckSite, to root: FileStore) throws(Diagnostic) -> Outcome {
    var outcome = Outcome(root: root.root)
    for file in files(site) {
      var present: String?
      for path in [file.path] + file.rivals where present == nil {
        if try root.kind(of: path) != nil { present = path }
      }
      if let present {
        outcome.kept.append((present, try file.missing(from: present, in: root)))
      } else {
        let bytes = Array(file.text.utf8)
        _ = try root.create(bytes, at: file.path, isExecutable: file.isExecutable)
        outcome.written.append(file.path)
      }
    }
    return outcome
  }

  /// Writes the hook to a bare repository; `nil` if a folder is none.
  ///
  /// - Throws: what git says, or keeps the file from being written.
  public static func writeHook(
    to folder: String,
    variables: [String: String]
  ) throws(Diagnostic) -> Outcome? {
    let store = try FileStore(root: folder)
    let repository = try Repository.find(
      from: folder,
      environment: ChildEnvironment(variables)
    )
    guard let repository, repository.workTree == nil, repository.gitDirectory == store.root else {
      return nil
    }
    return try preReceive.write(.anywhere, to: store)
  }

  /// What the hook says, to be put where no ghost reaches.
  public static var hookText: String {
    preReceive.files(.anywhere).map(\.text).joined()
  }
}

extension MergeCheckSite {
  /// What a server knows, where the hook asks for each push what there is to know.
  fileprivate static let anywhere = MergeCheckSite(
    prefix: "",
    policy: Policy(),
    executives: [],
    source: .unknown
  )
}

extension MergeCheck.File {
  /// Returns what has to be added to a file that is there; `nil` if it has it all.
  fileprivate func missing(from path: String, in root: FileStore) throws(Diagnostic) -> String? {
    guard let addition, let source = try root.read(path) else { return nil }
    let present = Set(
      String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    )
    let lines = addition.split(separator: "\n")
    let isComplete = lines.allSatisfy { $0.hasPrefix("#") || present.contains($0) }
    return isComplete ? nil : addition
  }
}
