import CYAML

/// One step of libyaml through a document, without a C type in it.
struct Event {
  enum Kind {
    case alias(String)
    case scalar(String, isPlain: Bool, Properties)
    case sequenceStart(Properties)
    case sequenceEnd
    case mappingStart(Properties)
    case mappingEnd
    case documentStart
    case streamEnd
    /// What has no part in the tree: the start of the stream, the end of a document.
    case other
  }

  /// What may stand before a value: `&anchor` and `!tag`.
  struct Properties {
    let anchor: String?
    let tag: String?
  }

  let kind: Kind
  /// Its bytes in the file.
  let range: Range<Int>
}

extension Event.Kind {
  /// Reads of the union only the member that belongs to the event's type.
  init(_ event: borrowing yaml_event_t) {
    switch unsafe event.type {
    case YAML_ALIAS_EVENT:
      self = .alias(unsafe text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      self = .scalar(
        unsafe String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
          as: UTF8.self
        ),
        isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE,
        unsafe Event.Properties(anchor: text(scalar.anchor), tag: text(scalar.tag))
      )
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      self = .sequenceStart(
        unsafe Event.Properties(anchor: text(start.anchor), tag: text(start.tag))
      )
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      self = .mappingStart(
        unsafe Event.Properties(anchor: text(start.anchor), tag: text(start.tag))
      )
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    // After the end or an error libyaml answers with no event at all.
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: self = .streamEnd
    default: self = .other
    }
  }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  unsafe pointer.map { unsafe String(cString: $0) }
}
