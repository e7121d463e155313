public import Diagnostics

/// All that a template is read and rendered with: a value, built once and shared.
public struct Environment: Sendable {
  /// Decides how a text becomes output, given what has been written before it.
  ///
  /// It is asked for what `{{ … }}` and `echo` print, save for numbers and truth values. What a
  /// `capture` made is markup (``Text/isMarkup``): it was encoded where it was made, so that an
  /// encoder with one kind of output leaves it alone. Inside a `capture` the output ends with what
  /// has been captured so far. What it throws is an error at the tag.
  public typealias Encoder =
    @Sendable (_ text: Text, _ output: ArraySlice<UInt8>) throws(Diagnostic) -> [UInt8]

  /// Whether an unknown variable, filter, argument or partial is an error.
  ///
  /// If not, rendering forgives as Ruby's Liquid does: what is unknown is `nil`, and an error is
  /// printed where it happens. A template that cannot be read is an error in both.
  public var isStrict = true
  /// The tags by name.
  public var tags = TagTable.standard
  /// The filters by name.
  public var filters = FilterTable.standard
  /// Where `render` and `include` find their templates.
  public var partials = PartialLoader([:])
  /// What a rendering may cost.
  public var limits = ResourceLimits()
  /// What time it is.
  public var clock = Clock.system
  /// How data becomes output; as it is, if there is no encoder.
  public var encode: Encoder?

  /// The standard filters and tags, strict, without partials.
  public init() {}
}
