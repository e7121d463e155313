import Foundation
import Liquid
import Testing

/// Holds ghost's Liquid to two other engines, case by case.
///
/// Where ghost differs, `Fixtures/deviations.json` says so and why; a case that no longer differs must
/// be taken off that list.
@Suite struct ConformanceTests {
  static let files = [
    "errors", "expressions", "filters-array", "filters-date", "filters-math", "filters-string",
    "tags", "whitespace",
  ]

  @Test(
    "renders as ruby-liquid does",
    .enabled(if: Judge.ruby.isInstalled, "ruby-liquid is not installed"),
    arguments: files
  )
  func ruby(file: String) throws {
    let (cases, text) = try ConformanceCase.read("conformance/\(file).json")
    try compare(cases.filter { !$0.isForPython }, in: file, with: Judge.ruby, all: (cases, text))
  }

  @Test(
    "renders what ruby-liquid 5.4 lacks as python-liquid does",
    .enabled(if: Judge.python.isInstalled, "python-liquid is not installed"),
    arguments: ["filters-array", "filters-math", "tags"]
  )
  func python(file: String) throws {
    let (cases, text) = try ConformanceCase.read("conformance/\(file).json")
    try compare(cases.filter(\.isForPython), in: file, with: Judge.python, all: (cases, text))
  }

  private func compare(
    _ cases: [ConformanceCase],
    in file: String,
    with judge: Judge,
    all: (cases: [ConformanceCase], text: String)
  ) throws {
    let verdicts = try judge.verdicts(on: all.text)
    try #require(verdicts.count == all.cases.count)
    let expected = Dictionary(uniqueKeysWithValues: zip(all.cases.map(\.name), verdicts))
    let deviations = try Self.deviations()
    for item in cases {
      let verdict = try #require(expected[item.name])
      let agrees = item.render().agrees(with: verdict)
      let isListed = deviations.contains("\(file)/\(item.name)")
      #expect(agrees != isListed, "\(item.name): \(item.render()), the judge: \(verdict)")
    }
  }

  private static func deviations() throws -> Set<String> {
    let file = ConformanceCase.fixtures.appending(path: "deviations.json")
    let list = JSONReader.value(of: try String(contentsOf: file, encoding: .utf8))
    guard case .array(let groups) = list else { return [] }
    return groups.reduce(into: []) { names, group in
      guard case .array(let cases) = group["cases"] ?? .nil else { return }
      names.formUnion(cases.map(\.text.string))
    }
  }

  @Test("renders what was recorded from ruby-liquid, with or without it")
  func recorded() throws {
    let file = ConformanceCase.fixtures.appending(path: "recorded.json")
    let list = JSONReader.value(of: try String(contentsOf: file, encoding: .utf8))
    guard case .array(let items) = list else { return }
    #expect(items.count > 100)
    for item in items {
      let verdict = ConformanceCase(item).render()
      #expect(verdict == .output(item["output"]?.text.string ?? ""), "\(item["name"] ?? .nil)")
    }
  }
}
