extension SpoiledFile {
  private static let person = "name: D\ntitle: CFO\nemail: d@a.b\n"

  /// Spoiled profiles.
  public static let profiles =
    ([
      ("", ["1:1 yaml.missing-key", "1:1 yaml.missing-key", "1:1 yaml.missing-key"]),
      ("name: D\ntitle: CFO\n", ["1:1 yaml.missing-key"]),
      ("name: D\ntitle: CFO\nemail: d\n", ["3:8 yaml.wrong-type"]),
      ("name: D\ntitle: CFO\nemail: d@a.b, e@a.b\n", ["3:8 yaml.wrong-type"]),
      ("name: \"D\ntitle: CFO\n", ["1:7 yaml.syntax"]),
      ("name: @D\n", ["1:7 yaml.syntax"]),
      (person + "voice: dry\n", ["4:8 yaml.wrong-type"]),
      (person + "voice:\n  tone: [dry]\n", ["5:9 yaml.wrong-type"]),
      (person + "voice:\n  opening: [x]\n", ["5:3 yaml.unknown-key"]),
      (person + "voice:\n  openings: x\n", ["5:13 yaml.wrong-type"]),
      (person + "voice:\n  openings:\n    - x\n    -\n", ["7:6 yaml.missing-value"]),
      (person + "voice:\n  openings:\n    - Be brief: always\n", ["6:7 yaml.wrong-type"]),
      (person + "voice:\n  replace: [use]\n", ["5:12 yaml.wrong-type"]),
      (person + "formats:\n  like: [article]\n", ["5:3 yaml.unknown-key"]),
      (person + "formats:\n  likes: [articel]\n", ["5:11 unknown-reference"]),
      (person + "formats:\n  likes: [../x]\n", ["5:11 yaml.wrong-type"]),
      (person + "rivals: Piet\n", ["4:9 yaml.wrong-type"]),
      (person + "rivals:\n  - title: x\n", ["5:5 yaml.missing-key"]),
      (person + "rivals:\n  - name: P\n    url: corvid.example\n", ["6:10 yaml.wrong-type"]),
      (person + "rivals:\n  - name: P\n    date: 31.12.2026\n", ["6:11 yaml.wrong-type"]),
      (person + "rivals:\n  - name: P\n   date: 2026\n", ["6:4 yaml.syntax"]),
      (person + "github: {a: b}\n", ["4:9 yaml.wrong-type"]),
      (person + "lang: de_DE\n", ["4:7 yaml.wrong-type"]),
      (person + "phone: 1\n", ["4:1 yaml.unknown-key"]),
    ] as [(String, [String])]).map { SpoiledFile("Templates/execs/cfo.yml", $0.0, $0.1) }
}
