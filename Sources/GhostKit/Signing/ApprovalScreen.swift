internal import Diagnostics
internal import Markdown
internal import YAML

/// What somebody reads before they put their name to it: nothing of it may be hidden.
public struct ApprovalScreen {
  private let approval: NewApproval
  private let title: String

  /// Shows what is about to be signed; `title` says what the person is.
  public init(_ approval: NewApproval, title: String) {
    self.approval = approval
    self.title = title
  }

  private var document: Document { approval.subject.document }

  /// The lines of the screen, in which whatever cannot be seen is spelled out.
  public var text: String {
    let isApproval = approval.record.meaning == .approves
    let parts =
      isApproval ? [head, changes, marks, frontMatter, links, files, unseen] : [revocation]
    let lines = parts.flatMap { $0 }
    // A line break within one of them, of a title say, must not make up a line of its own.
    return lines.map { TerminalText.spelledOut($0) }.joined(separator: "\n")
  }

  private var person: String { "\(approval.signatory.name), \(title)" }

  private var head: [String] {
    let words = document.text.wordCount(in: 0..<document.text.bytes.count)
    let count = "\(words) word\(words == 1 ? "" : "s")"
    var lines = ["\(approval.subject.metadata.title.value) · \(count) · as \(person)"]
    if let witness = approval.signatory.witness {
      let said = approval.record.said.map { ": \($0)" } ?? ""
      lines.append("\(witness) is the witness that they said yes\(said)")
    }
    return lines
  }

  private var revocation: [String] {
    let day = approval.last.map { ", approved on \($0.signedAt.day)" } ?? ""
    return [
      "\(approval.subject.metadata.title.value)\(day) · as \(person)",
      "Because: \(approval.record.note ?? "")",
    ]
  }

  private var changes: [String] {
    guard let earlier = approval.earlier else {
      return ["There is no earlier version in git. The whole text:"] + wholeText
    }
    let redline = Redline(ofDraft: earlier.document, to: document)
    let since =
      switch earlier.kind {
      case .approved(let day): "Since the approval of \(day)"
      case .outline: "Since the outline"
      }
    let summary = "\(since): \(redline.summary)"
    let shown = RedlineText(colours: false).render(redline)
    if !shown.isEmpty { return [summary] + Self.lines(of: Array(shown.utf8)[...]) }
    // Who has approved nothing yet has read nothing yet.
    return earlier.kind == .outline ? [summary + ". The whole text:"] + wholeText : [summary]
  }

  private var wholeText: [String] {
    document.text.blocks.flatMap { block in
      Self.lines(of: document.text.bytes[block.text]).map { "  " + $0 }
    }
  }

  /// Lines that have the words they had and other marks, of which a redline says nothing.
  private var marks: [String] {
    guard let earlier = approval.earlier?.document else { return [] }
    let (old, new) = (Self.body(of: earlier), Self.body(of: document))
    let known = Set(old)
    let gone = known.subtracting(new)
    let byWords = Dictionary(grouping: gone, by: Self.words).compactMapValues { $0.min() }
    let changed = new.filter { !known.contains($0) }.flatMap { line in
      byWords[Self.words(of: line)].map { ["- " + $0, "+ " + line] } ?? []
    }
    return changed.isEmpty ? [] : ["Other marks:"] + changed
  }

  private static func words(of line: String) -> String {
    String(line.filter { $0.isLetter || $0.isNumber })
  }

  private var frontMatter: [String] {
    let before = approval.earlier.map { Self.frontMatter(of: $0.document) }
    return Self.compared("Front matter:", before, Self.frontMatter(of: document))
  }

  private static func frontMatter(of document: Document) -> [String] {
    guard let content = document.frontMatter?.content else { return [] }
    return lines(of: document.source.bytes[content])
  }

  private var links: [String] {
    Self.compared(
      "Links:",
      approval.earlier.map { Self.links(of: $0.document) },
      Self.links(of: document)
    )
  }

  private static func links(of document: Document) -> [String] {
    document.links.map { link in
      let text = document.text.string(link.text)
      let title = link.title.isEmpty ? "" : " \"\(link.title)\""
      return (link.kind == .image ? "image " : "") + "\(text) → \(ascii(link.destination))\(title)"
    }
  }

  private var files: [String] {
    let list = { (assets: [ApprovalRecord.FileDigest]) in
      assets.map { "\($0.path) sha256:\($0.sha256)" }
    }
    return Self.compared(
      "Files:",
      approval.proven.map { list($0.assets) },
      list(approval.subject.assets)
    )
  }

  /// What is in the file and not in the text of the page.
  private var unseen: [String] {
    Self.compared(
      "Not on the page as it stands:",
      approval.earlier.map { Self.unseen(in: $0.document) },
      Self.unseen(in: document)
    )
  }

  private static func unseen(in document: Document) -> [String] {
    let html = document.rawHTML.flatMap { lines(of: document.source.bytes[$0]) }
    let known = Set(html)
    let others = body(of: document).filter { line in
      isFence(line) || line.contains("]:") || line.contains("{") || line.contains("<")
    }
    return html + others.filter { !known.contains($0) }
  }

  private static func isFence(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("```") || text.hasPrefix("~~~")
  }

  /// Lists lines under a heading; those that are new or gone are marked where that is known.
  private static func compared(_ heading: String, _ old: [String]?, _ new: [String]) -> [String] {
    let before = Set(old ?? new)
    let after = Set(new)
    let gone = (old ?? []).filter { !after.contains($0) }.map { "- " + $0 }
    let lines = gone + new.map { (before.contains($0) ? "  " : "+ ") + $0 }
    return lines.isEmpty ? [] : [heading] + lines
  }

  private static func body(of document: Document) -> [String] {
    lines(of: document.source.bytes[document.body]).filter { !$0.isEmpty }
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: Byte.lineFeed).map { line in
      // A CR that is no part of a line's end stays, to be spelled out.
      String(decoding: line.last == Byte.carriageReturn ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// An address with every letter spelled out that could pass for another.
  private static func ascii(_ destination: String) -> String {
    destination.unicodeScalars.map { scalar in
      scalar.isASCII
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
    .joined()
  }
}
