import Foundation
import Liquid
import Testing

/// Runs the guide: what it says is printed is printed, here and by the judges.
@Suite struct GuideTests {
  @Test("every example prints what the guide says", arguments: Guide.entries.map(\.name))
  func examples(name: String) {
    for entry in Guide.entries(named: name) {
      #expect(entry.item.render() == .output(entry.output))
    }
  }

  @Test("every tag and every filter has an entry, and each name of a group one")
  func complete() {
    let names = Set(Guide.entries.map(\.name))
    let parts: Set = ["elsif", "else", "when", "endif"]
    #expect(Set(FilterTable.standard.names).subtracting(names) == [])
    #expect(Set(TagTable.standard.names).subtracting(names).subtracting(parts) == [])
    for group in Guide.Group.allCases {
      let names = Guide.entries.filter { $0.group == group }.map(\.name)
      #expect(!names.isEmpty && Set(names).count == names.count)
    }
  }

  @Test(
    "ruby-liquid prints the same",
    .enabled(if: Judge.ruby.isInstalled, "ruby-liquid is not installed")
  )
  func ruby() throws {
    let later: Set = ["find", "find_index", "has", "reject", "sum", "doc"]
    try compare(Guide.entries.filter { !later.contains($0.name) }, with: .ruby)
  }

  @Test(
    "python-liquid prints the same of what ruby-liquid 5.4 lacks",
    .enabled(if: Judge.python.isInstalled, "python-liquid is not installed")
  )
  func python() throws {
    let later: Set = ["find", "find_index", "has", "reject", "sum", "doc"]
    try compare(Guide.entries.filter { later.contains($0.name) }, with: .python)
  }

  private func compare(_ entries: [Guide.Entry], with judge: Judge) throws {
    let list = try entries.map { entry in
      let texts = try JSONEncoder().encode(["template": entry.template])
      let partials = try JSONEncoder().encode(entry.partials)
      return """
        {"data": \(entry.data), "partials": \(String(decoding: partials, as: UTF8.self)), \
        \(String(decoding: texts.dropFirst().dropLast(), as: UTF8.self))}
        """
    }
    let verdicts = try judge.verdicts(on: "[\(list.joined(separator: ","))]")
    try #require(verdicts.count == entries.count)
    for (entry, verdict) in zip(entries, verdicts) {
      #expect(verdict == .output(entry.output), "\(entry.name)")
    }
  }
}

extension Guide.Entry {
  fileprivate var item: ConformanceCase {
    var data = Object()
    if case .object(let object) = JSONReader.value(of: self.data) { data = object }
    return ConformanceCase(name: name, template: template, data: data, partials: partials)
  }
}
