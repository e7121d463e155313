import Diagnostics
import Foundation
import Markdown

/// Seconds of processor time that this process has taken.
func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func source(_ path: String) throws -> SourceText {
  SourceText(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
}

/// Runs something; returns the milliseconds it took.
func milliseconds(_ body: () -> Void) -> Int {
  let start = processorTime()
  body()
  return Int((processorTime() - start) * 1000)
}

let mode = CommandLine.arguments[1]
let paths = CommandLine.arguments.dropFirst(2)
switch mode {
case "drafts":
  let list = try String(contentsOfFile: paths[paths.startIndex], encoding: .utf8)
  let start = processorTime()
  for path in list.split(separator: "\n") {
    _ = try Document(parsing: try source(String(path)))
  }
  print(processorTime() - start)
case "hostile":
  for path in paths {
    let text = try source(path)
    var refusal: Diagnostic?
    let time = milliseconds {
      do throws(Diagnostic) { _ = try Document(parsing: text) } catch { refusal = error }
    }
    print(time, URL(filePath: path).lastPathComponent, refusal?.code.rawValue ?? "read")
  }
default:
  for path in paths {
    let old = try Document(parsing: try source(path))
    let new = try Document(parsing: try source(path.replacing(".old.", with: ".new.")))
    var redline: Redline?
    let time = milliseconds { redline = Redline(from: old, to: new) }
    print(time, URL(filePath: path).lastPathComponent, redline?.summary ?? "")
  }
}
