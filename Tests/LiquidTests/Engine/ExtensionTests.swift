import Diagnostics
import Liquid
import Testing

/// Holds the doors by which a user of the engine adds to it: tags, filters and the encoder.
@Suite struct ExtensionTests {
  private static let environment: Environment = {
    var environment = Environment()
    environment.tags.add(
      TagDefinition("tk", arity: 1...1, named: ["words"]) { arguments, _ in
        let words = arguments["words"].map { " ~\($0.text.string) words" } ?? ""
        return Array("[TK: \(arguments[0].text.string)\(words)]".utf8)
      }
    )
    environment.tags.add(
      TagDefinition("fail") { _, _ throws(Diagnostic) in throw Diagnostic(.error, "x.fail", "no") }
    )
    environment.filters.add(
      Filter("shout", arity: 0...1) { input, arguments, _ in
        .string(input.text.bytes + arguments[0].text.bytes + Array("!".utf8))
      }
    )
    return environment
  }()

  @Test(
    "a tag is a name with arguments that gives a text",
    arguments: [
      ("{% tk \"How? \" words: 40 %}", "[TK: How?  ~40 words]"), ("{% tk s %}", "[TK: text]"),
      ("{% tk people[0].name, words: n %}", "[TK: Dana ~2 words]"),
      ("{%- liquid\n tk 'a'\n tk 'b' words: 1 -%}", "[TK: a][TK: b ~1 words]"),
      ("{% capture x %}{% tk s %}{% endcapture %}{{ x }}", "[TK: text]"),
      ("{{ s | shout }}{{ s | shout: 1 }}", "text!text1!"),
    ]
  )
  func additions(template: String, expected: String) {
    let rendition = Rendition(template, in: Self.environment)
    #expect(rendition.output == expected)
    #expect(rendition.diagnostics == [])
  }

  @Test(
    "what is wrong with its use has a place",
    arguments: [
      ("{% «tk» %}", "liquid.wrong-arguments"), ("{% «tk» 'a' 'b' %}", "liquid.wrong-arguments"),
      ("{% «tk» 'a' wrods: 1 %}", "liquid.unknown-argument"), ("{% tk 'a' «|» %}", "liquid.syntax"),
      ("{% «tkk» 'a' %}", "liquid.unknown-tag"), ("{% tk «nosuch» %}", "liquid.unknown-variable"),
      ("{% «fail» %}", "x.fail"),
    ]
  )
  func misuse(marked: String, code: String) {
    let template = MarkedTemplate(marked)
    let rendition = Rendition(template.text, in: Self.environment)
    #expect(rendition.places == template.places.map { "\($0) \(code)" })
  }

  @Test(
    "the encoder tells data from markup",
    arguments: [
      ("{{ s }}", "<text>"), ("{% echo s %}", "<text>"), ("{{ 'a' }}", "<a>"),
      ("{{ n }}{{ yes }}", "2true"),
      ("{{ a }}", "<123>"), ("{{ s | append: 'b' }}", "<textb>"), ("{% cycle s %}", "<text>"),
      ("{% capture x %}a{{ s }}{% endcapture %}{{ x }}{{ x | strip }}", "a<text>a<text>"),
      ("{% capture x %}a{% endcapture %}{{ x | append: 'b' }}", "<ab>"),
      ("{% assign x = s %}{{ x }}", "<text>"), ("{% tk s %}", "[TK: text]"), ("text", "text"),
      ("{% ifchanged %}{{ s }}{% endifchanged %}", "<text>"),
      ("{% render 'p', x: s %}{% include 'p', x: s %}", "(<text>)(<text>)"),
      ("{% raw %}{{ s }}{% endraw %}{{ nothing }}", "{{ s }}"),
    ]
  )
  func encoding(template: String, expected: String) {
    var environment = Self.environment
    environment.encode = { text, _ in
      text.isMarkup ? text.bytes : Array("<".utf8) + text.bytes + Array(">".utf8)
    }
    let rendition = Rendition(template, partials: ["p": "({{ x }})"], in: environment)
    #expect(rendition.output == expected)
    #expect(rendition.diagnostics == [])
  }

  @Test("the encoder sees what has been written, and may refuse at the value's place")
  func encoderSees() {
    var environment = Environment()
    environment.encode = { data, output throws(Diagnostic) in
      if data.isMarkup { return data.bytes }
      if data == "Dana" { throw Diagnostic(.error, "x.refused", "refused") }
      return Array("\(output.count)/\(output.last.map { $0 } ?? 0);".utf8)
    }
    #expect(Rendition("ab{{ s }}{{ s }}", in: environment).output == "ab2/98;7/59;")
    #expect(
      Rendition("a{% capture x %}b{{ s }}{% endcapture %}{{ x }}", in: environment).output
        == "ab2/98;"
    )
    let refused = Rendition("{{ «people[0].name» }}".filter { !"«»".contains($0) }, in: environment)
    #expect(refused.places == ["1:3-19 x.refused"])
  }
}
