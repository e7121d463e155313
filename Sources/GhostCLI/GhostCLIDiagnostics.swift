internal import Arguments
internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What can go wrong between a person and the domain.
extension Diagnostic {
  static func outputFailed(_ code: Int32) -> Diagnostic {
    Diagnostic(
      .error,
      "output-failed",
      "standard output cannot be written: \(reason(code))",
      hint: "what was written before is incomplete",
      cause: .environment
    )
  }

  static func noAnswer(_ question: String) -> Diagnostic {
    Diagnostic(.error, "no-answer", "no answer to '\(question)'; nothing was done", cause: .usage)
  }

  static func nothingToApprove(_ usage: Usage) -> Diagnostic {
    .usage(
      "usage.nothing-to-approve",
      "a draft or the trust root is approved: one of the two",
      usage
    )
  }

  static func baseWithoutTrustRoot(_ usage: Usage) -> Diagnostic {
    .usage("usage.base-without-trust-root", "'--base' belongs to '--trust-root'", usage)
  }

  static func keyFileMissing(_ file: String) -> Diagnostic {
    Diagnostic(.error, "no-key-file", "there is no file '\(file)'", cause: .usage)
  }

  static func eitherFileOrBatch(_ usage: Usage) -> Diagnostic {
    .usage("usage.file-or-batch", "a template or a batch is rendered: one of the two", usage)
  }

  static func nothingToExplain(_ name: String, among names: [String], _ usage: Usage) -> Diagnostic
  {
    .usage(
      "usage.nothing-to-explain",
      "there is nothing to explain under '\(name)'",
      hint: Suggestion.hint(for: name, among: names),
      usage
    )
  }

  static func nothingToOpen(_ usage: Usage) -> Diagnostic {
    .usage("usage.nothing-to-open", "no file is written that '--open' could open", usage)
  }

  static func badDate(_ text: String, _ usage: Usage) -> Diagnostic {
    .usage("usage.bad-date", "'\(text)' is no day of the calendar, such as 2026-12-04", usage)
  }

  static func badSetting(_ text: String, _ usage: Usage) -> Diagnostic {
    .usage(
      "usage.bad-setting",
      "'\(text)' cannot be set: write KEY=VALUE; a key is letters, digits, - and _, and none that"
        + " ghost sets itself, such as exec or topic",
      usage
    )
  }

  static func badEmail(_ text: String, _ usage: Usage) -> Diagnostic {
    .usage("usage.bad-email", "'\(text)' is no e-mail address, such as dana@example.com", usage)
  }

  static func badForm(_ text: String, _ usage: Usage) -> Diagnostic {
    let names = ([.text] + Reporter.all).map(\.name)
    return .usage(
      "usage.bad-form",
      "'\(text)' is no form of findings",
      hint: Suggestion.hint(for: text, among: names)
        ?? "one of \(names.joined(separator: ", ")), with =FILE behind it or without",
      usage
    )
  }

  static func badRedlineForm(_ text: String, among names: [String], _ usage: Usage) -> Diagnostic {
    .usage(
      "usage.bad-form",
      "'\(text)' is no form of a redline",
      hint: Suggestion.hint(for: text, among: names)
        ?? "one of \(names.joined(separator: ", ")), with =FILE behind it or without",
      usage
    )
  }

  static func nothingBelow(_ code: String, _ usage: Usage) -> Diagnostic {
    .usage("usage.nothing-below", "'\(code)' is explained as a whole, without a name", usage)
  }

  static func nothingToFix(_ usage: Usage) -> Diagnostic {
    .usage(
      "usage.nothing-to-fix",
      "--fix writes files, and '-' is none",
      hint: "save the draft, and name it instead of '-'",
      usage
    )
  }

  static func eitherInputOrDrafts(_ usage: Usage) -> Diagnostic {
    .usage(
      "usage.stdin-name",
      "'-' and '--stdin-name' belong together, and no other draft beside them",
      hint: "ghost check - --stdin-name Drafts/cfo-pricing.md",
      usage
    )
  }

  static func noPlaceForDraft(_ name: String, _ usage: Usage) -> Diagnostic {
    .usage(
      "usage.no-draft",
      "'\(name)' is no place of a draft",
      hint: "drafts are below the workspace's folder Drafts/",
      usage
    )
  }

  static func inputFailed(_ code: Int32) -> Diagnostic {
    Diagnostic(
      .error,
      "input-failed",
      "standard input cannot be read: \(reason(code))",
      cause: .environment
    )
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
