extension FilterTable {
  /// The core filters of Liquid 5.
  public static let standard = FilterTable(
    letterFilters + pieceFilters + replacementFilters + markupFilters + encodingFilters
      + numberFilters + listFilters + sortingFilters + propertyFilters + valueFilters
  )
}
