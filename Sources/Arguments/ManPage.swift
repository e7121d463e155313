/// Writes the manual of a program in mdoc(7), which man(1) shows on Linux, macOS and the BSDs.
public struct ManPage: Sendable {
  private let program: ProgramSpec

  /// Makes the manual of a program.
  public init(_ program: ProgramSpec) { self.program = program }

  /// Returns the page of one command, as `ghost-draft(1)`.
  public func page(on command: CommandSpec) -> String {
    let name = ([program.name] + command.words.map(String.init)).joined(separator: "-")
    var lines = head(name: name, summary: command.summary)
    lines += [".Sh SYNOPSIS"] + synopsis(of: command) + [".Sh DESCRIPTION"]
    let text = command.description.isEmpty ? Self.sentence(command.summary) : command.description
    lines += paragraphs(of: text)
    lines += list(command.operands) + list(command.options + program.options)
    if !command.examples.isEmpty { lines.append(".Sh EXAMPLES") }
    for example in command.examples {
      lines += Self.prose(Self.sentence(example.help))
      lines += [".Pp", ".Dl " + Self.escaped("$ \(example.line)"), ".Pp"]
    }
    if lines.last == ".Pp" { lines.removeLast() }
    lines += [".Sh SEE ALSO", ".Xr \(program.name) 1"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the page of the program as a whole, as `ghost(1)`.
  public var overview: String {
    var lines = head(name: program.name, summary: program.summary)
    lines += [".Sh SYNOPSIS", ".Nm", ".Ar COMMAND", ".Op Ar options", ".Sh DESCRIPTION"]
    lines += Self.prose("The commands are:")
    for group in program.groups {
      lines += [".Ss " + Self.argument(group.title), ".Bl -tag -width Ds"]
      for command in group.commands {
        lines += [".It Cm " + Self.arguments(command.name)]
        lines += Self.prose(Self.sentence(command.summary))
      }
      lines.append(".El")
    }
    lines += [".Ss Options of every command"] + list(program.options).filter { $0 != ".Pp" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(name: String, summary: String) -> [String] {
    [
      ".Dd \(Self.date(program.date))",
      ".Dt \(name.uppercased()) 1",
      ".Os \(Self.escaped("\(program.name) \(program.version)"))",
      ".Sh NAME",
      ".Nm \(Self.escaped(name))",
      ".Nd \(Self.escaped(summary))",
    ]
  }

  private func synopsis(of command: CommandSpec) -> [String] {
    var lines = [".Nm \(program.name)", ".Cm " + Self.arguments(command.name)]
    for operand in command.operands {
      let name = ".Ar " + Self.argument(operand.name)
      let isOptional = operand.arity.least == 0
      let line = isOptional ? ".Op Ar " + Self.argument(operand.name) : name
      lines.append(line + (operand.arity.most > 1 ? " ..." : ""))
    }
    for option in command.options {
      let flag = "Fl Fl " + Self.argument(option.name)
      let macro = flag + (option.value.map { " Ar " + Self.argument($0.name) } ?? "")
      lines.append((option.need == .optional ? ".Op " : ".") + macro)
    }
    return lines
  }

  private func list(_ operands: [OperandSpec]) -> [String] {
    if operands.isEmpty { return [] }
    let items = operands.flatMap {
      [".It Ar " + Self.argument($0.name)] + Self.prose(Self.sentence($0.help))
    }
    return [".Pp", "The operands are:", ".Bl -tag -width Ds"] + items + [".El"]
  }

  private func list(_ options: [OptionSpec]) -> [String] {
    let items = options.flatMap { option in
      let short = option.short.map { "Fl \(Self.argument(String($0))) , " } ?? ""
      let value = option.value.map { " Ar " + Self.argument($0.name) } ?? ""
      return [".It \(short)Fl Fl \(Self.argument(option.name))\(value)"]
        + Self.prose(Self.sentence(option.explanation))
    }
    return [".Pp", "The options are:", ".Bl -tag -width Ds"] + items + [".El"]
  }

  private func paragraphs(of text: String) -> [String] {
    TextWrapper.paragraphs(of: text).enumerated().flatMap { index, paragraph in
      let start = index > 0 ? [".Pp"] : []
      return switch paragraph {
      case .prose(let text): start + Self.prose(text)
      case .verbatim(let lines): [".Bd -literal"] + lines.map { Self.line($0) } + [".Ed"]
      }
    }
  }

  /// Returns prose with each sentence on a line of its own, as mdoc(7) asks for.
  private static func prose(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      if word.last == "." || word.last == "?" { lines.append("") }
    }
    return lines.filter { !$0.isEmpty }.map { line($0) }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A line of text must not look like a request.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
  }

  /// An argument must not be taken for a macro or a delimiter.
  private static func argument(_ text: some StringProtocol) -> String {
    "\\&" + escaped(text.split(separator: " ").joined(separator: "\\ "))
  }

  private static func arguments(_ text: String) -> String {
    text.split(separator: " ").map { argument($0) }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case let scalar where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)]"
      }
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Returns `2026-11-23` as mdoc writes it: `November 23, 2026`.
  private static func date(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return date }
    return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
  }
}
