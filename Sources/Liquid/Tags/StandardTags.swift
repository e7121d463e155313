extension TagTable {
  /// The core tags of Liquid 5, in the order of the guide.
  ///
  /// Words that only divide or end another tag, such as `else`, are known to that tag alone.
  public static let standard = TagTable([
    TagDefinition("assign", parse: AssignTag.parse),
    TagDefinition("capture", parse: CaptureTag.parse),
    TagDefinition("increment", parse: IncrementTag.parse),
    TagDefinition("decrement", parse: DecrementTag.parse),
    TagDefinition("if", parse: IfTag.parse),
    TagDefinition("unless", parse: UnlessTag.parse),
    TagDefinition("case", parse: CaseTag.parse),
    TagDefinition("for", parse: ForTag.parse),
    TagDefinition("break", parse: BreakTag.parse),
    TagDefinition("continue", parse: ContinueTag.parse),
    TagDefinition("cycle", parse: CycleTag.parse),
    TagDefinition("tablerow", parse: TableRowTag.parse),
    TagDefinition("ifchanged", parse: IfChangedTag.parse),
    TagDefinition("echo", parse: EchoTag.parse),
    TagDefinition("render", parse: RenderTag.parse),
    TagDefinition("include", parse: IncludeTag.parse),
    TagDefinition("liquid", parse: LiquidTag.parse),
    TagDefinition("comment", parse: CommentTag.parse),
    TagDefinition("#", parse: InlineCommentTag.parse),
    TagDefinition("doc", parse: DocTag.parse),
    TagDefinition("raw", parse: RawTag.parse),
  ])
}
