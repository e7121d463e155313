import Diagnostics
import Foundation
import Liquid
import TestSupport
import Testing

/// Throws mutated templates and data at the engine: it must neither trap nor hang, whatever comes.
///
/// A short run is part of every test; `GHOST_FUZZ_SECONDS` makes it as long as you like, and
/// `GHOST_FUZZ_SEED` chooses where it begins.
@Suite struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = Double(environment["GHOST_FUZZ_SECONDS", default: ""]) ?? 2
  private static let seed = UInt64(environment["GHOST_FUZZ_SEED", default: ""]) ?? 1

  @Test("no template and no data trap or hang the engine")
  func mutations() {
    var mutator = Mutator(seed: Self.seed)
    let end = Date(timeIntervalSinceNow: Self.seconds)
    var count = 0
    while Date() < end {
      let template = mutator.template()
      let data = mutator.data()
      let partials = [
        "a": mutator.template(), "b": mutator.template(), "late": mutator.lateTemplate(),
      ]
      // What is running when the process dies is the finding.
      if Self.seconds > 10 { record(template, partials) }
      let start = Date()
      _ = Rendition(
        template,
        data,
        partials: partials,
        in: mutator.environment(),
        isStrict: count.isMultiple(of: 2)
      )
      #expect(Date().timeIntervalSince(start) < 5, "slow: \(template)")
      count += 1
    }
    #expect(count > 100)
  }

  private func record(_ template: String, _ partials: [String: String]) {
    let text = "\(template)\n=====\n\(partials)"
    try? text.write(
      toFile: NSTemporaryDirectory() + "ghost-fuzz.txt",
      atomically: false,
      encoding: .utf8
    )
  }

  @Test(
    "what fuzzing has found stays found",
    arguments: FuzzFindings.templates
  )
  func findings(template: String) {
    for isStrict in [true, false] {
      _ = Rendition(template, partials: ["a": template, "b": ""], isStrict: isStrict)
    }
  }
}

/// Templates that once trapped, hung or printed nonsense.
enum FuzzFindings {
  static let templates: [String] = ["{% case empty %}{% when blank %}{% endcase %}"]
}

/// Makes templates out of parts of templates.
private struct Mutator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let values = [
    "n", "s", "a", "h", "h.x", "h['k w']", "a[0]", "a[-1]", "people[n].name", "nosuch", "nil",
    "true",
    "empty", "blank", "1", "-1", "0", "2.5", "9223372036854775807", "-9223372036854775808", "'x'",
    "\"\"", "(1..3)", "(n..9223372036854775807)", "(0..1000000)", "forloop.index", "forloop",
    "forloop.parentloop.last", "tablerowloop.col", "[s]", "a.first", "s.size", "h[s][n].y", "i",
    "x",
    "'%Y-%B-%9999d'", "'2024-02-30'", "'now'", "big", "deep",
  ]
  private static let operators = [
    "==", "!=", "<>", "<", ">", "<=", ">=", "contains", "=", "===", "",
  ]
  private static let tags = [
    "if V", "elsif V", "else", "endif", "unless V", "endunless", "case V", "when V, V or V",
    "endcase",
    "for i in V", "for i in V reversed limit: V offset: V", "for i in V offset: continue", "endfor",
    "break", "continue", "cycle V, V", "cycle V: V, V, V", "tablerow i in V cols: V", "endtablerow",
    "assign x = V | F", "assign x = x | F", "capture x", "endcapture", "increment x", "decrement n",
    "echo V | F", "render 'a', x: V", "render 'b' for V as i", "include 'a'", "include V",
    "include 'b' with V", "include late", "include late with V as x", "include late for a as i",
    "render 'a', x: x, i: i", "case x", "assign a = x | F", "capture i",
    "ifchanged", "endifchanged", "comment", "endcomment", "raw", "endraw", "doc", "enddoc", "# V",
    "liquid\nassign x = V\necho x | F\nfor i in V\necho i\nendfor\n", "nosuch", "",
  ]

  private mutating func pick<T>(_ list: [T], _ fallback: T) -> T {
    list.randomElement(using: &random) ?? fallback
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func filter() -> String {
    var text = pick(FilterTable.standard.names, "upcase")
    for index in 0..<Int.random(in: 0...3, using: &random) {
      text +=
        (index == 0 ? ": " : ", ") + (chance(9) ? "allow_false: " : "") + pick(Self.values, "n")
    }
    return text + (chance(3) ? " | " + pick(FilterTable.standard.names, "upcase") : "")
  }

  private mutating func filled(_ pattern: String) -> String {
    var result = ""
    for character in pattern {
      switch character {
      case "V":
        result += pick(Self.values, "n")
        if chance(4) { result += " " + pick(Self.operators, "") + " " + pick(Self.values, "n") }
        if chance(8) { result += " and " + pick(Self.values, "n") }
      case "F": result += filter()
      default: result.append(character)
      }
    }
    return result
  }

  private mutating func dash() -> String { chance(5) ? "-" : "" }

  mutating func template() -> String {
    var parts: [String] = []
    var open: [String] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: parts.append(pick([" ", "\n", "text", "é€😀", "{", "}}", "%}", "\u{0}"], ""))
      case 1, 2: parts.append("{{\(dash()) \(filled("V | F")) \(dash())}}")
      default:
        let tag = filled(pick(Self.tags, ""))
        parts.append("{%\(dash()) \(tag) \(dash())%}")
        let name = tag.prefix { $0.isLetter }
        if [
          "if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "raw", "comment",
          "doc",
        ]
        .contains(String(name)) {
          open.append("{%\(dash()) end\(name) \(dash())%}")
        }
      }
    }
    // Most blocks are closed, or nothing would ever be rendered.
    if !chance(8) { parts += open.reversed() }
    return chance(3) ? damaged(parts.joined()) : parts.joined()
  }

  /// A partial that is read while rendering, and has so many names of its own that tables must grow.
  mutating func lateTemplate() -> String {
    let names = (0..<Int.random(in: 0..<40, using: &random)).map { "{% assign late\($0) = x %}" }
    return names.joined() + template()
  }

  private mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(pick(Array("{}%-|.:,[]()'\"<>= \n".utf8), 0), at: index)
      default: bytes.insert(contentsOf: bytes.suffix(from: index).prefix(20), at: index)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func data() -> Object {
    var data = Rendition.data
    data["n"] = value(depth: 0)
    data["s"] = chance(3) ? value(depth: 0) : "text"
    data["a"] = chance(3) ? value(depth: 0) : [1, 2, 3]
    data["late"] = "late"
    data["big"] = .string(Array(repeating: UInt8.random(in: 0...255, using: &random), count: 5000))
    data["deep"] = (0..<50).reduce(.nil) { value, _ in [value] }
    return data
  }

  private mutating func value(depth: Int) -> Value {
    switch Int.random(in: 0..<(depth < 3 ? 11 : 8), using: &random) {
    case 0: return .nil
    case 1: return .bool(chance(2))
    case 2: return .int(pick([0, 1, -1, 7, .max, .min, 1 << 40], 0))
    case 3: return .float(pick([0, -0.0, 1.5, .nan, .infinity, 1e300, .leastNonzeroMagnitude], 0))
    case 4:
      return .string(
        (0..<Int.random(in: 0...20, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      )
    case 5:
      return .string(
        Text(pick(["", " ", "text", "12", "-3.5", "a,b", "<b>&amp;", "2024-05-06"], ""))
      )
    case 6: return .range(first: pick([.min, 0, 3], 0), last: pick([.max, 2, 9], 0))
    case 7: return .int(3)
    case 8, 9:
      return .array(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in value(depth: depth + 1) }
      )
    default:
      return .object(
        Object(
          ["x", "y", "name", "size"].prefix(Int.random(in: 0...4, using: &random)).map { key in
            (Text(key), value(depth: depth + 1))
          }
        )
      )
    }
  }

  mutating func environment() -> Environment {
    var environment = Environment()
    environment.clock = Clock(
      now: { Clock.Instant(seconds: 1_700_000_000) },
      ticks: Clock.system.ticks
    )
    environment.limits.milliseconds = 500
    environment.limits.loopTurns = 20_000
    environment.limits.valueBytes = 1 << 20
    environment.limits.assignedBytes = 8 << 20
    environment.limits.outputBytes = 1 << 20
    if chance(4) { environment.encode = { data, _ in data.bytes } }
    return environment
  }
}
