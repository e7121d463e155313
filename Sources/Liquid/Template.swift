public import Diagnostics

/// A template that has been read: parse it once, render it with as much data as there is.
///
/// ```swift
/// var log = DiagnosticLog()
/// guard let template = Template(parsing: source, log: &log) else { … }
/// let bytes = template.render(["name": "Dana"], log: &log)
/// ```
public struct Template: Sendable {
  private let plan: Plan

  /// Reads a template and the partials that it names; fails if anything is wrong.
  ///
  /// In a lax environment a partial's faults are an error only where it is rendered.
  ///
  /// - Parameters:
  ///   - source: The template's text and the name of its file.
  ///   - environment: What the template may use.
  ///   - log: Takes everything that is wrong with it, in one go.
  public init?(
    parsing source: SourceText,
    environment: Environment = Environment(),
    log: inout DiagnosticLog
  ) {
    let program = TemplateParser.parse(source, environment)
    plan = Plan(program, environment)
    let isFaulty = program.noteFaults(isStrict: environment.isStrict, log: &log)
    if isFaulty { return nil }
  }

  /// Renders the template.
  ///
  /// - Parameters:
  ///   - data: The variables.
  ///   - log: Takes everything that goes wrong: every unknown variable, not only the first.
  /// - Returns: the output in UTF-8; `nil` if a limit was reached, or if anything went wrong in a
  ///   strict environment. In a lax one errors are printed where they happen, as Ruby's Liquid does.
  public func render(_ data: Object, log: inout DiagnosticLog) -> [UInt8]? {
    var renderer = Renderer(plan, data)
    renderer.run()
    return renderer.finish(&log)
  }
}

extension Program {
  /// Adds the faults that keep it from being rendered to a log, and returns whether there are any.
  fileprivate func noteFaults(isStrict: Bool, log: inout DiagnosticLog) -> Bool {
    var isFaulty = false
    for position in isStrict ? templates.indices : 0..<1 {
      let template = templates[position]
      for var fault in template.faults {
        isFaulty = true
        var caller = template.caller
        while let call = caller {
          let place = templates[call.template].text.location(of: call.place.range)
          fault.notes.append(.calledFrom(place))
          caller = templates[call.template].caller
        }
        log.add(fault)
      }
    }
    return isFaulty
  }
}
