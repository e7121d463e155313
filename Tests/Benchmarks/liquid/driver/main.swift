// Times ghost's engine: driver FOLDER OUTPUT. Prints two figures in microseconds, render, and parse
// and render; then for 1, 10 and 100 times the template, and the data, what a part of it costs.

import Diagnostics
import Foundation
import Liquid

func read(_ name: String) -> String {
  let path = CommandLine.arguments[1] + "/" + name
  return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
}

/// Returns the processor's microseconds for an action: the fastest of five rounds.
func fastest(_ action: () -> Void) -> Double {
  let rounds = (0..<5).map { _ in
    var count = 0
    let start = clock()
    repeat {
      for _ in 0..<10 { action() }
      count += 10
    } while clock() - start < CLOCKS_PER_SEC / 5
    return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6 / Double(count)
  }
  return rounds.min() ?? 0
}

let environment: Environment = {
  var environment = Environment()
  environment.isStrict = false
  environment.partials = PartialLoader([
    "answer": SourceText(path: "answer.liquid", text: read("answer.liquid"))
  ])
  return environment
}()
let source = SourceText(path: "article.liquid", text: read("article.liquid"))
guard case .object(let data) = JSONReader.value(of: read("article.json")) else { exit(2) }

@MainActor
func parse(_ source: SourceText) -> Template {
  var log = DiagnosticLog()
  guard let template = Template(parsing: source, environment: environment, log: &log) else {
    print(log.diagnostics)
    exit(1)
  }
  return template
}

func render(_ template: Template, _ data: Object) -> [UInt8] {
  var log = DiagnosticLog()
  return template.render(data, log: &log) ?? []
}

let template = parse(source)
let output = URL(filePath: CommandLine.arguments[2])
try? Data(render(template, data)).write(to: output)
print(fastest { _ = render(template, data) })
print(fastest { _ = render(parse(source), data) })

for factor in [1, 10, 100] {
  let long = SourceText(
    path: "long",
    bytes: Array(repeatElement(source.bytes, count: factor).joined())
  )
  let one = fastest { _ = render(parse(long), data) } / Double(factor)
  var many = data
  if case .object(var topic) = data["topic"] ?? .nil,
    case .array(let points) = topic["proof-points"] ?? .nil
  {
    topic["proof-points"] = .array(Array(repeatElement(points, count: factor).joined()))
    many["topic"] = .object(topic)
  }
  let item = fastest { _ = render(template, many) } / Double(factor)
  print(factor, one, item)
}
