extension PlainText {
  /// The words of a part of the text.
  public func words(in range: Range<Int>) -> WordScanner { WordScanner(bytes, in: range) }

  /// Counts the words of a part of the text.
  public func wordCount(in range: Range<Int>) -> Int {
    words(in: range).reduce(into: 0) { count, _ in count += 1 }
  }

  /// The sentences of a part of the text, which should be one block or less.
  public func sentences(in range: Range<Int>) -> SentenceScanner {
    SentenceScanner(bytes, in: range)
  }
}

/// How long a text takes to read.
public enum ReadingTime {
  /// Words that an adult reads silently in a minute (Brysbaert 2019, a review of 190 studies);
  /// characters of Chinese and Japanese come close (Trauzettel-Klosinski 2012).
  private static let wordsPerMinute = 238

  /// Returns whole minutes, begun ones counted.
  public static func minutes(words: Int) -> Int {
    words <= 0 ? 0 : (words - 1) / wordsPerMinute + 1
  }
}
