/// All that a template is read and rendered with: a value, built once and shared.
public struct Environment: Sendable {
  /// The filters by name.
  public var filters = FilterTable.standard
  /// What a rendering may cost.
  public var limits = ResourceLimits()
  /// What time it is.
  public var clock = Clock.system

  /// The standard filters and tags, strict, without partials.
  public init() {}
}
