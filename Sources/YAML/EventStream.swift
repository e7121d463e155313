import CYAML
import Diagnostics

/// The one owner of libyaml's parser and of the bytes that it reads.
///
/// Both are freed when it goes. The bytes are a copy, so that the pointer libyaml keeps is valid
/// for exactly as long as the parser.
@safe struct EventStream: ~Copyable {
  let source: SourceText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// Where the input begins in the file.
  private let base: Int
  private var cursor = MarkCursor()

  init(_ source: SourceText, range: Range<Int>) throws(Diagnostic) {
    self.source = source
    base = range.lowerBound
    unsafe input = .allocate(capacity: range.count)
    _ = unsafe input.initialize(from: source.bytes[range])
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe input.deallocate()
      throw .noMemory(at: source.location(at: range.lowerBound))
    }
    // Named rather than guessed: a guess would read UTF-16 and not count the byte order mark.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  mutating func next() throws(Diagnostic) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe offset(of: event.start_mark)
    let end = unsafe offset(of: event.end_mark)
    return unsafe Event(kind: Event.Kind(event), range: start..<max(start, end))
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    unsafe base + cursor.offset(of: Int(clamping: mark.index), in: UnsafeBufferPointer(input))
  }

  private mutating func fault() -> Diagnostic {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? ""
    switch unsafe state.error {
    case YAML_MEMORY_ERROR:
      return .noMemory(at: source.location(at: base))
    case YAML_READER_ERROR:
      return .unreadable(problem, at: base + Int(clamping: unsafe state.problem_offset), in: source)
    default:
      let context = unsafe state.context.map { unsafe String(cString: $0) }
      let place = unsafe offset(of: state.problem_mark)
      return .syntax(
        SyntaxFault(
          problem: problem,
          offset: place,
          contextOffset: context == nil ? place : unsafe offset(of: state.context_mark)
        ),
        in: source
      )
    }
  }
}

/// Turns libyaml's counts of code points into byte offsets.
///
/// Its marks move forward through the text but for short steps back, so a cursor is enough.
private struct MarkCursor {
  private var index = 0
  private var offset = 0

  mutating func offset(of target: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    while index < target, offset < input.count {
      repeat { offset += 1 } while unsafe offset < input.count && input[offset] & 0xC0 == 0x80
      index += 1
    }
    while index > target, offset > 0 {
      repeat { offset -= 1 } while unsafe offset > 0 && input[offset] & 0xC0 == 0x80
      index -= 1
    }
    return offset
  }
}
