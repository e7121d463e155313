public import Diagnostics
internal import YAML

// What lists of people and briefs show of each.

extension Executive {
  /// What a program reads of it.
  public var json: JSON {
    [
      "exec": .string(slug.description), "name": .string(name), "title": .string(title),
      "email": .string(email.description), "lang": JSON(lang?.description),
      "github": JSON(github),
      "likes": .array(formats.likes.map { .string($0.value.description) }),
      "dislikes": .array(formats.dislikes.map { .string($0.value.description) }),
    ]
  }
}

extension Topic {
  /// The executives whom the brief names.
  public var executiveNames: [String] { perExecutive.keys }

  /// What a program reads of it.
  public var json: JSON {
    [
      "topic": .string(slug.description), "title": .string(title), "audience": .string(audience),
      "angle": .string(angle), "lang": JSON(lang?.description),
      "tags": .array(tags.map { .string($0) }),
      "execs": .array(executiveNames.map { .string($0) }),
      "proof-points": .number(proofPoints.count), "text": .bool(text != nil),
    ]
  }
}
