extension FilterTable {
  /// The core filters of Liquid 5.
  public static let standard = FilterTable([
    Filter("upcase") { input, _, _ in .string(Text(input.text.string.uppercased())) }
  ])
}
