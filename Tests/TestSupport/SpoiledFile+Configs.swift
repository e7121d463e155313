extension SpoiledFile {
  /// Spoiled configurations.
  public static let configs =
    ([
      ("", ["1:1 yaml.missing-key"]),
      ("# nothing\n", ["2:1 yaml.missing-key"]),
      ("organisation:\n", ["1:14 yaml.missing-value"]),
      ("organisation: ' '\n", ["1:15 yaml.missing-value"]),
      ("organisation: [A]\n", ["1:15 yaml.wrong-type"]),
      ("organization: A\n", ["1:1 yaml.unknown-key", "1:1 yaml.missing-key"]),
      ("organisation: A\norganisation: B\n", ["2:1 yaml.duplicate-key"]),
      ("organisation: A: B\n", ["1:16 yaml.syntax"]),
      ("organisation: 'A\n", ["1:15 yaml.syntax"]),
      ("organisation: A\n\tlang: en\n", ["2:1 yaml.syntax"]),
      ("organisation: A\nlang: english\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nlang: ../de\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nlang: [en]\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nsite: https://a.example\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nsite:\n  url: a.example\n", ["3:8 yaml.wrong-type"]),
      ("organisation: A\nsite:\n  url: javascript:x\n", ["3:8 yaml.wrong-type"]),
      ("organisation: A\nsite: {uri: 'https://a'}\n", ["2:8 yaml.unknown-key"]),
      ("organisation: A\nprepared-share: half\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared-share: 100\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared-share: -1\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared_share: 60\n", ["2:1 yaml.unknown-key"]),
      ("organisation: A\ngoals: sell\n", ["2:8 yaml.wrong-type"]),
      ("organisation: A\ngoals:\n  - sell\n", ["3:5 yaml.wrong-type"]),
      ("organisation: A\ngoals:\n  - goal: sell\n", ["3:5 yaml.missing-key"]),
      ("- organisation\n", ["1:1 yaml.wrong-type"]),
      ("organisation\n", ["1:1 yaml.wrong-type"]),
      ("organisation: A\n---\nlang: en\n", ["2:1 yaml.several-documents"]),
      ("organisation: A\u{7}\n", ["1:16 yaml.unreadable"]),
      ("organisation: *name\n", ["1:15 yaml.unknown-alias"]),
      ("organisation: {{ name }}\n", ["1:16 yaml.key-no-text", "1:15 yaml.wrong-type"]),
      (
        "организация: A\nlang: xyzw\n",
        ["1:1 yaml.unknown-key", "2:7 yaml.wrong-type", "1:1 yaml.missing-key"]
      ),
    ] as [(String, [String])]).map { SpoiledFile(".ghost/config.yml", $0.0, $0.1) }
}
