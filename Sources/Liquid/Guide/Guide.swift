/// The guide to the language: every tag and filter, and what stands around them, with one example.
///
/// It is the one text about the language. `ghost explain liquid` prints it, and every example runs as
/// a test, here and in two other engines.
public enum Guide {
  /// All entries, in the order in which a reader meets them.
  public static let entries = basics + tags + textFilters + listFilters + numberFilters

  /// Returns the entries of a name, such as `for` or `sort`; `first` is a filter and a property.
  public static func entries(named name: String) -> [Entry] { entries.filter { $0.name == name } }

  /// One thing of the language with an example.
  public struct Entry: Sendable {
    /// What is written in a template: the name of a tag or a filter, or a sign.
    public let name: String
    /// What it belongs to.
    public let group: Group
    /// What it does, in one sentence.
    public let summary: String
    /// A template that uses it.
    public let template: String
    /// The example's variables, in JSON.
    public let data: String
    /// The example's partials by name.
    public let partials: [String: String]
    /// What the example prints.
    public let output: String

    init(
      _ name: String,
      _ group: Group,
      _ summary: String,
      _ template: String,
      data: String = "{}",
      partials: [String: String] = [:],
      prints output: String
    ) {
      self.name = name
      self.group = group
      self.summary = summary
      self.template = template
      self.data = data
      self.partials = partials
      self.output = output
    }
  }

  /// The parts of the guide.
  public enum Group: String, Sendable, CaseIterable {
    case basics = "Basics"
    case operators = "Operators"
    case flow = "Tags that decide and repeat"
    case variables = "Tags that remember"
    case partials = "Tags that use other templates"
    case texts = "Tags for text and notes"
    case textFilters = "Filters for text"
    case listFilters = "Filters for lists"
    case numberFilters = "Filters for numbers, dates and all else"
  }
}
