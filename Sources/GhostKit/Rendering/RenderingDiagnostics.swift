internal import Diagnostics

/// What can be wrong with the files of `ghost render`.
extension Diagnostic {
  static func namedFileMissing(_ path: String) -> Diagnostic {
    Diagnostic(.error, "file-missing", "there is no file '\(path)'", cause: .usage)
  }

  static func dataIsNoObject(at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "render.data",
      "a template's data are keys with values",
      at: place,
      hint: "write 'name: value' in YAML, {\"name\": \"value\"} in JSON"
    )
  }

  static func batchIsNoList(at place: Location) -> Diagnostic {
    Diagnostic(.error, "render.batch", "a batch is a JSON list of objects", at: place)
  }

  static let badBatchItem = Diagnostic(
    .error,
    "render.batch",
    "an entry of a batch holds a 'template' (text), and perhaps 'data' (object) and 'partials' "
      + "(texts by name)"
  )
}
