import Testing

@Suite struct RemoteImagesTests {
  private static let strict = "workspace: acme-blog\nallow: [raw-html]\n"

  private static func value(_ line: String) -> MarkedDraft {
    MarkedDraft(
      "Text.\n",
      below: MarkedDraft.frontMatter.replacing("format:", with: line + "\nformat:")
    )
  }

  static let faults = [
    value("image: ⟦\"\\x68ttps://a.example/b.png\"⟧"), value("image: ⟦https://a.example/pic⟧"),
    value("image: \"https:\\\n  ⟦//a.example/x.png⟧\""),
    value("a: ⟦https://a.example/x.bmp⟧"), value("a: ⟦https://a.example/x.PNG&v=1⟧"),
    value("a: ⟦\"https://a.example/x\\x2epng\"⟧"), value("og_image: {url: ⟦//a.example/x⟧}"),
    value("seo: {heroImage: [a, ⟦https://a.example/x⟧]}"), value("Cover: ⟦'HTTP:\\\\a.example/x'⟧"),
    MarkedDraft("![a](⟦/\\\\a.example/b.png⟧) ![b](⟦ht&#9;tps://a.example/b.png⟧)\n"),
    MarkedDraft("![Margins](⟦https://a.example/b.png⟧)\n"),
    MarkedDraft("Größe: ![a](⟦HTTP://a.example/b⟧ \"title\") ![b](⟦//a.example/c.png⟧)\n"),
    MarkedDraft("⟦![a][b]⟧\n\n[b]: https://a.example/b.png\n"),
    MarkedDraft("⟦![a][b]⟧ ![c][b]\n\n[b]: https://a.example/b.png\n"),
    MarkedDraft("[![a](⟦https://a.example/b.png⟧)](https://a.example)\n"),
    MarkedDraft("An <img src=\"⟦https://a.example/b.png⟧\" alt=\"a\"> image\n"),
    MarkedDraft(
      "Text.\n",
      below: MarkedDraft.frontMatter
        .replacing("format:", with: "image: \"⟦https://a.example/b.PNG?w=1⟧\"\nformat:")
    ),
  ]

  @Test(arguments: faults) func imagesOfOtherSitesAreErrors(_ draft: MarkedDraft) throws {
    try draft.expect("remote-image", in: [".ghost/policy.yml": Self.strict])
    let lax = "workspace: acme-blog\nallow: [raw-html, remote-images]\n"
    try MarkedDraft(draft.text, below: "").expect("", in: [".ghost/policy.yml": lax])
  }

  static let ofOtherPrograms = [
    MarkedDraft("{{< figure src=\"⟦https://a.example/b.png⟧\" link=\"https://a.example/\" >}}\n"),
    MarkedDraft(
      "A {{% img src=⟦//a.example/b.webp⟧ %}} {% include x.html u='⟦HTTP://a.example/c.JPG⟧' %}\n"
    ),
    MarkedDraft("{{< figure src=`⟦https://a.example/b.png⟧` >}}\n"),
    MarkedDraft(
      "{{< image \"⟦https://a.example/b⟧\" >}}\n\n{{< video \"https://a.example/b\" >}}\n"
    ),
    MarkedDraft("{{< figure\n\n  src=\"⟦https://a.example/b.png⟧\"\n>}}\n"),
    MarkedDraft("{{<figure src=\"⟦https://a.example/b.png⟧\" >}}\n"),
    MarkedDraft("{{<img src=\"⟦https://a.example/b.png⟧\" >}}\n"),
    MarkedDraft("![a](⟦https://a.example/my b.png⟧) and ![b]( ⟦//a.example/my c⟧ )\n"),
    MarkedDraft("![[⟦https://a.example/b.png⟧]] ![[ ⟦https://a.example/c⟧|300]]\n"),
  ]

  @Test(arguments: ofOtherPrograms)
  func whatHugoJekyllKramdownAndObsidianTakeForAnImage(_ draft: MarkedDraft) throws {
    try draft.expect("remote-image", in: [".ghost/policy.yml": Self.strict])
    let lax = "workspace: acme-blog\nallow: [raw-html, remote-images]\n"
    try MarkedDraft(draft.text, below: "").expect("remote-image", in: [".ghost/policy.yml": lax])
  }

  static let fine = [
    "`{{< figure src=\"https://a.example/b.png\" >}}` and `![[https://a.example/b.png]]`",
    "```\n{{< figure src=\"https://a.example/b.png\" >}}\n```\n\n    ![a](https://a.example/my b.png)",
    "{{</* figure src=\"https://a.example/b.png\" */>}} {{/* https://a.example/b.png */}}",
    "{{< figure src=\"/b.png\" link=\"https://a.example/b\" >}} {{< youtube https://a.example/b >}}",
    "{{< x >}}[a](https://a.example/b.png){{< /x >}} https://a.example/b.png",
    "\\![[https://a.example/b.png]] !\\[a](https://a.example/my b.png) wow! [[https://a.example]]",
    "![a](my b.png) ![[b.png]] ![a] (https://a.example/b.png) {{ x }} https://a.example/b.png",
  ]

  @Test(arguments: fine) func codeLinksAndTextAreFine(_ body: String) throws {
    try MarkedDraft(body + "\n").expect("remote-image", in: [".ghost/policy.yml": Self.strict])
  }

  @Test func linksAndImagesOfTheWorkspaceAreFine() throws {
    let frontMatter = MarkedDraft.frontMatter
      .replacing(
        "format:",
        with: """
          canonical: https://a.example/b.html
          discover: https://a.example/b
          image: media/b.png
          images: ["media/b.png"]
          format:
          """
      )
    try MarkedDraft("[a](https://a.example/b.png) ![b](media/b.png)\n", below: frontMatter)
      .expect("", in: [".ghost/policy.yml": Self.strict, "Drafts/media/b.png": ""])
  }
}
