import Foundation
import Liquid
import Testing

/// Twenty templates as marketers have them (Jekyll's layouts, Shopify's pages, Klaviyo's mails), with
/// their partials and data, rendered as ruby-liquid renders them.
@Suite struct TemplateTests {
  static let folder = ConformanceCase.fixtures.appending(path: "templates")

  static func texts(in folder: URL) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return try files.filter { $0.pathExtension == "liquid" }.reduce(into: [:]) {
      $0[$1.deletingPathExtension().lastPathComponent] = try String(contentsOf: $1, encoding: .utf8)
    }
  }

  @Test(
    "renders whole templates as ruby-liquid does",
    .enabled(if: Judge.ruby.isInstalled, "ruby-liquid is not installed")
  )
  func templates() throws {
    let templates = try Self.texts(in: Self.folder)
    let partials = try Self.texts(in: Self.folder.appending(path: "partials"))
    #expect(templates.count == 20)
    for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
      let family = name.prefix { $0 != "-" }
      let file = Self.folder.appending(path: "\(family).json")
      let json = try String(contentsOf: file, encoding: .utf8)
      guard case .object(let data) = JSONReader.value(of: json) else { continue }
      let item = ConformanceCase(name: name, template: template, data: data, partials: partials)
      let texts = try JSONEncoder().encode(["template": template])
      let list = try JSONEncoder().encode(["partials": partials])
      let judged = """
        [{"data": \(json), \(Self.inside(texts)), \(Self.inside(list))}]
        """
      let verdict = try Judge.ruby.verdicts(on: judged).first
      #expect(item.render() == verdict, "\(name)")
    }
  }

  /// The entries of an object in JSON, without its braces.
  private static func inside(_ object: Data) -> String {
    String(decoding: object.dropFirst().dropLast(), as: UTF8.self)
  }
}
