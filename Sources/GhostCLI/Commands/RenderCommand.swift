internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost render`: any Liquid template to standard output.
enum RenderCommand {
  private static let template = OperandSpec(
    "FILE",
    .optional,
    .file,
    help: "the template, in Liquid"
  )
  private static let data = OptionSpec(
    "data",
    value: "FILE",
    .file,
    help: "the variables, in YAML, or in JSON if the name ends in .json"
  )
  private static let partials = OptionSpec(
    "partials",
    value: "DIR",
    .folder,
    help: "where 'render' and 'include' find NAME, NAME.liquid, NAME.md or NAME.html"
  )
  private static let lax = OptionSpec(
    flag: "lax",
    help: "forgive what is unknown and print errors where they happen, as Ruby's Liquid does"
  )
  private static let batch = OptionSpec(
    "batch",
    value: "FILE",
    .file,
    help: "render every entry of a JSON list instead of FILE"
  )

  static let command = Command(
    spec: CommandSpec(
      "render",
      group: Group.write,
      summary: "render any Liquid template to standard output",
      description: """
        An unknown variable, filter, tag or partial is an error unless --lax is given.

        A batch is a JSON list of objects with a "template" and perhaps "data" and "partials" \
        (texts by name). Each gives one line of JSON, in order: {"output"}, or {"error"} with \
        "code", "line", "column" and "message".
        """,
      operands: [template],
      options: [data, partials, lax, batch],
      examples: [
        .init("ghost render page.html --data page.yml", "fill in a page"),
        .init("ghost render --lax --batch cases.json", "render many templates in one process"),
      ]
    )
  ) { call throws(Diagnostic) in
    let arguments = call.arguments
    let rendering = try TemplateRendering(
      from: call.context.folder,
      partials: arguments.value(partials),
      isLax: arguments.flag(lax),
      clock: call.context.clock
    )
    let console = call.console
    switch (arguments.operand(template), arguments.value(batch)) {
    case (let template?, nil):
      var log = DiagnosticLog()
      let output = try rendering.render(template, data: arguments.value(data), log: &log)
      if let output { console.show(file: output) }
      return console.report(log.sorted())
    case (nil, let batch?):
      try rendering.renderBatch(batch) { console.out.write($0.text() + "\n") }
      return .done
    default: throw .eitherFileOrBatch(call.usage)
    }
  }
}
