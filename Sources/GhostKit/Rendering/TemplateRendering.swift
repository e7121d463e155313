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
    var batch = Batch(environment)
    for item in items {
      switch batch.render(item) {
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

/// Renders one entry of a batch after the other.
private struct Batch {
  private let environment: Environment
  /// The last entry's template, which is read once if the next one has the same.
  ///
  /// Told by its bytes: texts that Swift calls equal may be written differently.
  private var last: (text: [UInt8], partials: [String: [UInt8]], template: Template)?

  init(_ environment: Environment) { self.environment = environment }

  mutating func render(_ item: JSON) -> Result<[UInt8], Diagnostic> {
    guard case .string(let text) = item["template"], let data = Self.object(item["data"]),
      let partials = Self.partials(item["partials"])
    else { return .failure(.badBatchItem) }
    var log = DiagnosticLog()
    if let template = template(Array(text.utf8), partials, log: &log),
      let output = template.render(data, log: &log)
    {
      return .success(output)
    }
    return .failure(log.diagnostics.first ?? .badBatchItem)
  }

  private mutating func template(
    _ text: [UInt8],
    _ partials: [String: [UInt8]],
    log: inout DiagnosticLog
  ) -> Template? {
    if let last, last.text == text, last.partials == partials { return last.template }
    var environment = environment
    if !partials.isEmpty {
      let sources = partials.map { ($0, SourceText(path: $0, bytes: $1)) }
      environment.partials = PartialLoader(Dictionary(sources) { $1 })
    }
    let source = SourceText(path: "template", bytes: text)
    let template = Template(parsing: source, environment: environment, log: &log)
    last = template.map { (text, partials, $0) }
    return template
  }

  private static func object(_ data: JSON?) -> Object? {
    switch data.map({ Value($0) }) {
    case nil, .nil: Object()
    case .object(let object): object
    default: nil
    }
  }

  private static func partials(_ partials: JSON?) -> [String: [UInt8]]? {
    switch partials {
    case nil, .null: return [:]
    case .object(let entries):
      var texts: [String: [UInt8]] = [:]
      for (name, text) in entries {
        guard case .string(let text) = text else { return nil }
        texts[name] = Array(text.utf8)
      }
      return texts
    default: return nil
    }
  }
}
