public import Diagnostics

/// What a document may cost; no file that a person wrote comes near.
public struct YAMLLimits: Sendable {
  /// The longest text, in bytes.
  public var bytes = 1 << 20
  /// The deepest nesting of lists and mappings.
  public var depth = 100
  /// The most values, counted after the aliases are resolved.
  public var nodes = 100_000

  /// Starts with the defaults.
  public init() {}
}

/// Reads YAML into a tree whose parts know their places.
public enum YAMLParser {
  /// Returns the one document of a text, or `nil` after having said why there is none.
  ///
  /// `range` names a part of a larger file, such as the front matter of a draft; every place is
  /// still one of the whole file. An empty text is a document that holds nothing. Duplicate keys,
  /// keys that are no text and unknown tags are reported without giving up on the rest: the tree
  /// is then returned, and the log has errors.
  ///
  /// `mergesAtRoot` says whether a merge key may stand among the keys of the document itself. Some
  /// readers let what it brings override the keys beside it, so where several programs have to
  /// understand the same it is reported.
  public static func parse(
    _ source: SourceText,
    range: Range<Int>? = nil,
    limits: YAMLLimits = YAMLLimits(),
    mergesAtRoot: Bool = true,
    log: inout DiagnosticLog
  ) -> YAMLNode? {
    let whole = 0..<source.bytes.count
    var range = (range ?? whole).clamped(to: whole)
    // libyaml would count the mark as a column, and the first key then stands deeper than the rest.
    if source.bytes[range].starts(with: byteOrderMark) {
      range = range.lowerBound + byteOrderMark.count..<range.upperBound
    }
    do {
      try checkEncoding(of: range, in: source, limits: limits)
      let events = try EventStream(source, range: range)
      var builder = TreeBuilder(events, limits: limits, mergesAtRoot: mergesAtRoot)
      defer { log.add(builder.log) }
      return try builder.document()
    } catch {
      log.add(error)
      return nil
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func checkEncoding(
    of range: Range<Int>,
    in source: SourceText,
    limits: YAMLLimits
  ) throws(Diagnostic) {
    guard range.count <= limits.bytes else {
      throw .tooLarge(limit: limits.bytes, at: source.location(at: range.lowerBound))
    }
    let bytes = source.bytes[range]
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .notUTF8(at: source.location(at: firstFault(in: bytes)))
    }
    if let zero = bytes.firstIndex(of: 0) { throw .zeroByte(at: source.location(at: zero)) }
  }

  private static func firstFault(in bytes: ArraySlice<UInt8>) -> Int {
    var offset = bytes.startIndex
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }
}
