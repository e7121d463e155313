import Foundation
import TestSupport

/// Markdown to begin with: the CommonMark Spec's examples, and a draft such as people write.
enum Corpus {
  /// An example of the spec.
  struct Example: Decodable, Sendable {
    let example: Int
    let section: String
    let markdown: String
  }

  /// The examples of the CommonMark Spec.
  static let spec: [Example] = {
    let file = ProjectFolder.tests.appending(path: "MarkdownTests/Fixtures/commonmark-spec.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
  }()

  /// A draft with a bit of everything.
  static let draft = """
    ---
    title: Why we price by value
    exec: cfo
    due: 2026-12-04
    ---
    # Why we price by *value*

    Customers keep asking why prices changed. The answer is **118 %**:
    retention rose, and [TK: how much did churn change? ~40 words]
    so did revenue (€4M; see the [report](https://example.com/r?a=1&amp;b=2
    "The \\"report\\"") and ![a chart](media/margins.png)).

    > - Quoted &ldquo;words&rdquo; of a customer
    >   over two lines
    lazy third line, `code
    span` and a \\
    hard break

    1. First point — naïve, Straße, мы, 価格
    2. Second[^1] point
       with a paragraph

       and another, <b>bold</b>

    Setext
    ======

    ``` swift
    let x = 1
    ```

        indented code

    [ref]: /there 'title'
    A [ref] and [text][ref], ***both* nested**.
    """
}
