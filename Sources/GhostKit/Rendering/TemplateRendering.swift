public import Diagnostics
internal import Liquid

/// Renders any template with any data: `ghost render`.
public struct TemplateRendering: Sendable {
  private let environment: Environment
  /// Where relative paths start.
  private let folder: String

  /// The longest template and the longest batch.
  private static let longest = 1 << 28

  /// Prepares to render.
  ///
  /// - Parameters:
  ///   - folder: Where relative paths start.
  ///   - partials: The folder of the partials, if there are any.
  ///   - isLax: Whether what is unknown is forgiven, as Ruby's Liquid does.
  ///   - clock: What `now` is in a template.
  /// - Throws: `folder-missing` (usage) if there is no such folder of partials.
  public init(
    from folder: String,
    partials: String? = nil,
    isLax: Bool = false,
    clock: Clock
  ) throws(Diagnostic) {
    self.folder = folder
    var environment = Environment()
    environment.isStrict = !isLax
    environment.clock = clock.liquid
    if let partials { environment.partials = try PartialFolder(partials, from: folder).loader }
    self.environment = environment
  }

  /// Renders a file with the data of another, or without any.
  ///
  /// - Returns: the output in UTF-8, or `nil` after having said in the log what is wrong.
  public func render(
    _ template: String,
    data path: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> [UInt8]? {
    let source = try NamedFile.read(template, from: folder, limit: Self.longest)
    var data = Object()
    if let path {
      guard let read = try TemplateData.read(path, from: folder, log: &log) else { return nil }
      data = read
    }
    return Template(parsing: source, environment: environment, log: &log)?.render(data, log: &log)
  }

  /// Renders the templates of a JSON list, one after the other.
  ///
  /// Each entry is an object with a `template` and perhaps `data` and `partials`, texts by name. Of
  /// each comes one JSON object in the order of the list: `output`, or an `error` with `code`,
  /// `line`, `column` and `message`.
  public func renderBatch(_ path: String, each: (JSON) -> Void) throws(Diagnostic) {
    let source = try NamedFile.read(path, from: folder, limit: Self.longest)
    guard case .array(let items) = try JSON(reading: source) else {
      throw .batchIsNoList(at: source.location(at: 0))
    }
    for item in items {
      switch BatchItem(item).rendered(in: environment) {
      case .success(let output): each(["output": .string(String(decoding: output, as: UTF8.self))])
      case .failure(let fault): each(["error": Self.json(of: fault)])
      }
    }
  }

  private static func json(of fault: Diagnostic) -> JSON {
    [
      "code": .string(fault.code.rawValue),
      "line": fault.location.map { .number($0.line) } ?? .null,
      "column": fault.location.map { .number($0.column) } ?? .null,
      "message": .string(fault.message),
    ]
  }
}

/// One entry of a batch.
private struct BatchItem {
  private let template: JSON?
  private let data: JSON?
  private let partials: JSON?

  init(_ json: JSON) {
    template = json["template"]
    data = json["data"]
    partials = json["partials"]
  }

  func rendered(in environment: Environment) -> Result<[UInt8], Diagnostic> {
    guard case .string(let text) = template, let data = object, let partials = sources else {
      return .failure(.badBatchItem)
    }
    var environment = environment
    if !partials.isEmpty { environment.partials = PartialLoader(partials) }
    var log = DiagnosticLog()
    let source = SourceText(path: "template", text: text)
    let template = Template(parsing: source, environment: environment, log: &log)
    if let output = template?.render(data, log: &log) { return .success(output) }
    return .failure(log.diagnostics.first ?? .badBatchItem)
  }

  private var object: Object? {
    switch data.map({ Value($0) }) {
    case nil, .nil: Object()
    case .object(let object): object
    default: nil
    }
  }

  private var sources: [String: SourceText]? {
    switch partials {
    case nil, .null: return [:]
    case .object(let entries):
      var sources: [String: SourceText] = [:]
      for (name, text) in entries {
        guard case .string(let text) = text else { return nil }
        sources[name] = SourceText(path: name, text: text)
      }
      return sources
    default: return nil
    }
  }
}
