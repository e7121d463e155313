internal import Diagnostics
internal import Git
internal import Markdown

/// Follows the words of a draft from its first version to the present one.
struct ShareTracing: Sendable {
  /// Who brings words, as numbers of a ``WordAttribution``.
  private enum Bringer: Int {
    case prepared, executive, colleague, uncommitted
  }

  private let versions: [DraftHistory.Version]
  private let bringers: [Bringer]
  /// The versions that have to be read; the others change nothing.
  private let isNeeded: [Bool]

  /// Takes the versions of a draft, each behind those that it was made of.
  init(_ versions: [DraftHistory.Version], authors: CommitAuthors) {
    let bringers = versions.map { version -> Bringer in
      if version.parents.isEmpty { return .prepared }
      let day = Timestamp(seconds: Int(clamping: version.step.authored)).day
      return authors.include(version.step.address, on: day) ? .executive : .colleague
    }
    var versions = versions
    var isNeeded = [Bool](repeating: true, count: versions.count)
    var children = [Int](repeating: 0, count: versions.count)
    for parent in versions.flatMap(\.parents) { children[parent] += 1 }
    // Of several saves in a row by one person only the last tells anything.
    for index in versions.indices {
      while versions[index].parents.count == 1, case let parent = versions[index].parents[0],
        children[parent] == 1, bringers[parent] == bringers[index],
        versions[parent].parents.count == 1
      {
        isNeeded[parent] = false
        versions[index].parents = versions[parent].parents
      }
    }
    self.versions = versions
    self.bringers = bringers
    self.isNeeded = isNeeded
  }

  /// The contents that have to be read.
  var contents: [ObjectID] {
    zip(versions, isNeeded).filter(\.1).map(\.0.step.content)
  }

  /// Follows the words.
  ///
  /// - Parameters:
  ///   - working: The present version, if it is in no commit yet.
  ///   - isSpoken: Whether the answers are spoken (``Format/isSpoken``).
  ///   - bytes: Gives a version, if the repository has it.
  /// - Returns: who wrote what, and whether the text differs from the first version; `nil` if a
  ///   version is missing. One that is no text is passed over.
  func share(
    working: Document?,
    isSpoken: Bool,
    _ bytes: (ObjectID) -> [UInt8]?
  ) -> (share: Share, isChanged: Bool)? {
    var open = [Int](repeating: 0, count: versions.count)
    for parent in zip(versions, isNeeded).filter(\.1).flatMap(\.0.parents) { open[parent] += 1 }
    var traced = [WordAttribution?](repeating: nil, count: versions.count)
    var present: (document: Document, attribution: WordAttribution)?
    var first: PlainText?
    for (index, version) in versions.enumerated() where isNeeded[index] {
      guard let bytes = bytes(version.step.content) else { return nil }
      let document = try? Document(parsing: SourceText(path: "", bytes: bytes))
      let parents = version.parents.compactMap { traced[$0] }
      for parent in version.parents {
        open[parent] -= 1
        // A long history would otherwise be held in memory whole.
        if open[parent] == 0 { traced[parent] = nil }
      }
      guard let document else {
        traced[index] = parents.first
        present = nil
        continue
      }
      let bringer = parents.isEmpty ? .prepared : bringers[index]
      let attribution = Self.follow(parents, to: document, by: bringer)
      if first == nil { first = document.text }
      traced[index] = attribution
      present = (document, attribution)
    }
    if let working, let last = present {
      present = (working, Self.follow([last.attribution], to: working, by: .uncommitted))
    }
    guard let present, let first else { return nil }
    let isChanged = first.bytes != present.document.text.bytes
    return (Self.share(present.attribution, of: present.document, isSpoken: isSpoken), isChanged)
  }

  private static func follow(
    _ parents: [WordAttribution],
    to document: borrowing Document,
    by bringer: Bringer
  ) -> WordAttribution {
    // What a TK asks is no word of the text: an answer that repeats it is the executive's.
    let asked = Placeholder.all(in: document).map(\.text)
    guard let first = parents.first else {
      return WordAttribution(of: document.text, without: asked, by: bringer.rawValue)
    }
    return first.following(
      to: document.text,
      without: asked,
      by: bringer.rawValue,
      merging: Array(parents.dropFirst())
    )
  }

  private static func share(
    _ attribution: WordAttribution,
    of document: borrowing Document,
    isSpoken: Bool
  ) -> Share {
    let placeholders = Placeholder.all(in: document)
    var share = Share()
    var index = 0
    for word in Prose.words(of: document, without: placeholders) {
      while index < attribution.words.count,
        attribution.words[index].lowerBound < word.range.lowerBound
      {
        index += 1
      }
      guard index < attribution.words.count,
        let bringer = attribution.bringers[index].flatMap(Bringer.init)
      else { continue }
      switch bringer {
      case .prepared: share.prepared += 1
      case .executive: share.executive += 1
      case .colleague: share.colleagues += 1
      case .uncommitted: share.uncommitted += 1
      }
    }
    if !isSpoken {
      share.expected = placeholders.reduce(0) { $0 + ($1.words ?? PreparedShare.usualAnswer) }
    }
    return share
  }
}
