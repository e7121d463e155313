/// What one rendering may cost at most, so that no template, however hostile, takes a machine down.
///
/// The defaults are far above what a document needs. Each limit has an error code of its own.
public struct ResourceLimits: Sendable, Hashable {
  /// The size of the output in bytes (`liquid.output-too-large`).
  public var outputBytes = 64 << 20
  /// The turns of all loops together (`liquid.too-many-turns`).
  public var loopTurns = 1_000_000
  /// The items of a range that is turned into a list (`liquid.range-too-large`).
  public var rangeLength = 1_000_000
  /// The size of one text or list that a filter makes (`liquid.value-too-large`).
  public var valueBytes = 16 << 20
  /// The bytes of all values together that filters, captures and assignments make
  /// (`liquid.too-much-memory`).
  public var assignedBytes = 256 << 20
  /// How deep blocks and brackets may nest in a template (`liquid.too-deep`).
  public var nesting = 100
  /// How many partials may stand inside each other (`liquid.too-many-partials`).
  public var partialDepth = 50
  /// The size of a template in bytes (`liquid.template-too-large`).
  public var templateBytes = 16 << 20
  /// The time of one rendering in milliseconds (`liquid.too-slow`).
  public var milliseconds = 10_000

  /// The generous defaults.
  public init() {}
}
