internal import Diagnostics

extension Check {
  /// A name that is safe in a path, a branch and a web address.
  static let draftName = Check(
    "draft-name",
    "every draft's file name is a slug",
    help: """
      A draft's name is lower-case letters, digits and hyphens, then '.md': Drafts/cfo-pricing.md. \
      Rename the file: git mv 'Drafts/CFO Pricing.md' Drafts/cfo-pricing.md
      """,
    .folder { folder in
      folder.entries.filter { $0.isFile && $0.isMarkdown && $0.slug == nil }.map { entry in
        let stem = entry.name.prefix { $0 != "." }
        return Misfit(
          path: entry.path,
          message: "the file's name is no name of a draft",
          hint: Slug.near(String(stem)).map { "name it '\($0).md'" }
            ?? "names are lower-case letters, digits and hyphens, then '.md'"
        )
      }
    }
  )

  /// A name by which a command could mean either.
  static let twinDrafts = Check(
    "draft-twins",
    "no two drafts have one name",
    help: """
      Drafts may lie in subfolders, but a command and an approval know a draft by its name alone. \
      Of Drafts/cfo-pricing.md and Drafts/2026/cfo-pricing.md one has to be renamed.
      """,
    .folder { folder in
      guard !folder.isFlat else { return [] }
      let drafts = folder.entries.filter { $0.isFile && $0.slug != nil }
      var paths: [String: String] = [:]
      return drafts.compactMap { draft in
        guard let first = paths[draft.name] else {
          paths[draft.name] = draft.path
          return nil
        }
        return Misfit(
          path: draft.path,
          message: "'\(first)' has the same name",
          hint: "rename one of them"
        )
      }
    }
  )

  /// A draft where nobody looks for one.
  static let strayMarkdown = Check(
    "draft-astray",
    "no Markdown lies beside the drafts",
    help: """
      Drafts/media/ holds images and Drafts/approvals/ approvals; a Markdown file in them would be \
      neither checked nor approved. Move it up: git mv Drafts/media/notes.md Drafts/. The same \
      goes for whatever else a site's generator makes pages of: HTML, AsciiDoc, templates, and \
      any file that begins with front matter.
      """,
    .folder { folder in
      folder.companions.filter(\.mayBePage).map {
        Misfit(
          path: $0.path,
          message: "a draft is not looked for here",
          hint: "move it to Drafts/, or delete it"
        )
      }
    }
  )

  /// Anything else: a link, a pipe, a file of another kind.
  static let noDraft = Check(
    "no-draft",
    "everything in Drafts/ is a draft",
    help: """
      Everything below Drafts/ could be published, so a file that is no draft is reported rather \
      than skipped: a link, a pipe, a file without the ending '.md'. Images belong in \
      Drafts/media/; what git is to ignore stands in .gitignore.
      """,
    .folder { folder in
      // A link beside the drafts could lead to pages that nobody looks at, as could a submodule.
      let others =
        folder.entries.filter { !$0.isFile || !$0.isMarkdown }
        + folder.companions.filter { !$0.isFile }
      return others.map { entry in
        entry.isFile
          ? Misfit(
            path: entry.path,
            message: "the file is no draft",
            hint: "end its name in '.md', move it to Drafts/media/, or delete it"
          )
          : Misfit(
            path: entry.path,
            message: "this is a link or a device, not a file",
            hint: "put the file itself here"
          )
      }
    }
  )
}
