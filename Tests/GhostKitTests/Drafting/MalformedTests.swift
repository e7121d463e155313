import Diagnostics
import GhostKit
import TestSupport
import Testing

/// A hundred files that people spoil, each with the findings that it must give and no others.
@Suite struct MalformedTests {
  @Test("a spoiled file gives its findings at their places", arguments: SpoiledFile.all)
  func spoiled(file: SpoiledFile) throws {
    let found = try SmallWorkspace(replacing: [file.path: file.text]).findings()
    #expect(found == file.findings.map { "\(file.path):\($0)" })
  }

  @Test("several faults of one file are all found, in any file at once")
  func several() throws {
    let small = try SmallWorkspace(replacing: [
      ".ghost/config.yml": "lang: 1\nsite: 2\n",
      "Templates/topics/pricing.yml":
        "title: x\naudience: y\nangle: z\ntags: x\nwhy: [y]\nfor: z\n",
    ])
    #expect(
      small.findings() == [
        ".ghost/config.yml:1:7 yaml.wrong-type", ".ghost/config.yml:2:7 yaml.wrong-type",
        ".ghost/config.yml:1:1 yaml.missing-key",
        "Templates/topics/pricing.yml:4:7 yaml.wrong-type",
        "Templates/topics/pricing.yml:5:6 yaml.wrong-type",
        "Templates/topics/pricing.yml:6:6 yaml.wrong-type",
      ]
    )
  }
}
