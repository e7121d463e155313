public import Liquid
internal import YAML

// What templates see of the models. Every key of a schema is there, with `nil` or an empty list
// where the file says nothing: a strict template may ask for it.

extension Executive {
  /// What a template finds under `exec`.
  public var liquid: Value {
    [
      "slug": value(slug), "name": value(name), "title": value(title), "email": value(email),
      "lang": value(lang), "github": value(github), "byline": value(byline), "voice": voice.liquid,
      "formats": [
        "likes": list(formats.likes.map(\.value)), "dislikes": list(formats.dislikes.map(\.value)),
      ],
      "rivals": .array(rivals.map(\.value.liquid)),
    ]
  }
}

extension Executive.Voice {
  fileprivate var liquid: Value {
    [
      "tone": value(tone), "openings": list(openings), "transitions": list(transitions),
      "closings": list(closings), "phrases": list(phrases), "avoid": list(avoid),
      "replace": map(replace) { .string(Text($0)) },
    ]
  }
}

extension Executive.Rival {
  fileprivate var liquid: Value {
    [
      "name": value(name), "company": value(company), "title": value(title), "url": value(url),
      "date": value(date), "topic": value(topic),
    ]
  }
}

extension Topic {
  /// What a template finds under `topic`.
  public var liquid: Value {
    [
      "slug": value(slug), "title": value(title), "audience": value(audience),
      "angle": value(angle),
      "description": value(description), "lang": value(lang), "tags": list(tags),
      "text": markup(self.text), "why": value(why), "background": value(background),
      "for": map(perExecutive) { $0.liquid },
      "proof-points": .array(proofPoints.map(\.value.liquid)),
      "objections": .array(objections.map(\.liquid)),
      "questions": .array(questions.map(\.liquid)), "call-to-action": value(callToAction),
    ]
  }
}

extension Topic.Part {
  /// What a template finds under `you`.
  public var liquid: Value {
    [
      "why-you": value(whyYou), "opening": value(opening), "bridge": value(bridge),
      "questions": .array(questions.map(\.liquid)), "close": value(close),
    ]
  }
}

extension Topic.Question {
  fileprivate var liquid: Value {
    [
      "ask": value(ask), "words": .int(words.value),
      "minutes": minutes.map { .int($0.value) } ?? .nil,
    ]
  }
}

extension Topic.ProofPoint {
  fileprivate var liquid: Value {
    [
      "claim": value(claim), "source": value(source), "url": value(url), "date": value(date),
      "detail": value(detail),
    ]
  }
}

extension Topic.Objection {
  fileprivate var liquid: Value { ["objection": value(objection), "answer": value(answer)] }
}

extension Config {
  /// What a template finds under `site`.
  public var liquidSite: Value { ["url": value(site.url), "title": value(site.title)] }
}

private func value(_ source: (some CustomStringConvertible)?) -> Value {
  source.map { .string(Text($0.description)) } ?? .nil
}

/// A complete text is Markdown and keeps its structure; a TK in it would ask for what is complete.
private func markup(_ text: String?) -> Value {
  guard let text else { return .nil }
  let bytes = DraftEncoding.withoutMarks(Array(text.utf8)[...])
  return .string(Text(bytes, isMarkup: true))
}

private func list(_ values: [some CustomStringConvertible]) -> Value {
  .array(values.map { value($0) })
}

private func map<Element>(_ map: OrderedMap<Element>, _ read: (Element) -> Value) -> Value {
  .object(Object(map.entries.map { (Text($0.key.value), read($0.value)) }))
}
