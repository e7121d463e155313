import Arguments
import Testing

@testable import GhostCLI

/// Holds what the table of commands promises to its readers.
@Suite struct CommandTableTests {
  private static let commands = CommandTable.all.map(\.spec)

  @Test("names are unique, of small letters, and none hides another")
  func names() {
    let names = Self.commands.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+( [a-z]+)?/) != nil, "\(name)")
      #expect(!names.contains { $0.hasPrefix(name + " ") }, "\(name) hides a longer one")
    }
  }

  @Test("every word of help is there, in lower case and without a full stop", arguments: commands)
  func help(of command: CommandSpec) {
    let options = command.options.map(\.help)
    let texts = [command.summary] + options + command.operands.map(\.help)
    for text in texts + command.examples.map(\.help) {
      #expect(text.first?.isUppercase == false, "\(text)")
      #expect(text.last != ".", "\(text)")
    }
    #expect(command.summary.count <= 64, "\(command.summary)")
    #expect(!command.group.isEmpty)
  }

  @Test("options are unique, letters too, among the program's as well", arguments: commands)
  func options(of command: CommandSpec) {
    let options = command.options + CommandTable.program.options
    let letters = options.compactMap(\.short)
    #expect(Set(options.map(\.name)).count == options.count)
    #expect(Set(letters).count == letters.count)
    for option in options {
      #expect(option.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(option.name)")
      if let value = option.value { #expect(value.name == value.name.uppercased()) }
    }
  }

  @Test("one flag has one meaning: the same name is the same option in every command")
  func meanings() {
    var meanings: [String: OptionSpec] = [:]
    for option in Self.commands.flatMap(\.options) {
      let first = meanings[option.name] ?? option
      #expect(first.value == option.value, "\(option.name)")
      meanings[option.name] = first
    }
  }

  @Test("operands have unique names, and one at most takes any number", arguments: commands)
  func operands(of command: CommandSpec) {
    let names = command.operands.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.uppercased() })
    let many = command.operands.filter { [.any, .some, .optional].contains($0.arity) }
    #expect(many.count <= 1)
  }

  @Test("every example parses as the command that it explains", arguments: commands)
  func examples(of command: CommandSpec) throws {
    for example in command.examples {
      let words = example.line.prefix { !"<>|".contains($0) }.split(separator: " ").map(String.init)
      #expect(words.first == "ghost")
      let request = try ArgumentParser(CommandTable.program).parse(Array(words.dropFirst()))
      guard case .run(command, _) = request else {
        Issue.record("'\(example.line)' runs something else")
        continue
      }
    }
  }
}
