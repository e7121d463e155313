import GhostKit
import Testing

@Suite struct ForgeTests {
  @Test(
    "the page on which a file is edited, from what git knows",
    arguments: [
      ("https://github.com/acme/site.git", "https://github.com/acme/site/edit/cfo/Drafts/a.md"),
      (
        "https://me:secret@github.com/acme/site/",
        "https://github.com/acme/site/edit/cfo/Drafts/a.md"
      ),
      ("git@github.com:acme/site.git", "https://github.com/acme/site/edit/cfo/Drafts/a.md"),
      ("ssh://git@gitlab.com:22/a/b/c.git", "https://gitlab.com/a/b/c/-/edit/cfo/Drafts/a.md"),
      (
        "https://gitlab.acme.example:8443/a/b",
        "https://gitlab.acme.example:8443/a/b/-/edit/cfo/Drafts/a.md"
      ),
      ("https://example.org/a/b.git", nil), ("/srv/git/site.git", nil), ("../site", nil),
      ("file:///srv/github/site", nil), ("ext::sh -c x github.com/a", nil), ("", nil),
      ("https://github.com", nil), ("https://git hub.github.com/a/b", nil),
    ]
  )
  func link(remote: String, link: String?) {
    let forge = Forge(remote: remote, branch: "cfo", variables: [:])
    #expect(forge?.editLink(to: "Drafts/a.md") == link)
  }

  @Test("a job knows its forge, whatever it is called")
  func job() {
    let (remote, branch) = ("https://code.acme.example/a/b", "feature/ü (1)")
    let gitHub = Forge(remote: remote, branch: branch, variables: ["GITHUB_ACTIONS": "true"])
    #expect(
      gitHub?.editLink(to: "blog/D/ä b.md")
        == "https://code.acme.example/a/b/edit/feature/%C3%BC%20%281%29/blog/D/%C3%A4%20b.md"
    )
    let gitLab = Forge(remote: remote, branch: "main", variables: ["GITLAB_CI": "true"])
    #expect(gitLab?.editLink(to: "a.md") == "https://code.acme.example/a/b/-/edit/main/a.md")
  }
}
