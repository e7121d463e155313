import Diagnostics

extension Diagnostic {
  static func malformedApproval(_ why: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "approval-malformed",
      "this is no approval that ghost wrote: \(why)",
      at: place,
      hint: "restore the file from git; an approval is never edited by hand"
    )
  }
}
