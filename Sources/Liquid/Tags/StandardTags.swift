extension TagTable {
  /// The core tags of Liquid 5. Tags that only end or divide another are known to that one.
  public static let standard = TagTable([
    TagDefinition("assign", parse: AssignTag.parse),
    TagDefinition("if", parse: IfTag.parse),
    TagDefinition("for", parse: ForTag.parse),
    TagDefinition("unless", parse: UnlessTag.parse),
    TagDefinition("include", parse: IncludeTag.parse),
    TagDefinition("render", parse: RenderTag.parse),
  ])
}
