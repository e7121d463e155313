import Diagnostics
import Liquid
import Testing

@Suite struct SmokeTests {
  @Test(arguments: [
    ("Hello {{ name | upcase }}!", "Hello DANA!"),
    ("{% assign x = a[1] %}{{ x }}{{ a.first }}{{ a.size }}", "213"),
    (
      "{% for i in a %}{{ forloop.index }}:{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %}",
      "1:1,2:2,3:3"
    ),
    ("{% if name == 'Dana' and a contains 2 %}y{% else %}n{% endif %}", "y"),
    ("{% render 'p', x: name %}", "<Dana>"),
    ("a {%- if true -%} b {%- endif -%} c", "abc"),
  ])
  func renders(template: String, expected: String) throws {
    var environment = Environment()
    environment.partials = PartialLoader(["p": SourceText(path: "p", text: "<{{ x }}>")])
    var log = DiagnosticLog()
    let t = Template(
      parsing: SourceText(path: "t", text: template),
      environment: environment,
      log: &log
    )
    let output = t?.render(["name": "Dana", "a": [1, 2, 3]], log: &log)
    #expect(log.diagnostics == [])
    #expect(output.map { String(decoding: $0, as: UTF8.self) } == expected)
  }
}
