internal import Diagnostics

extension Diagnostic {
  static func badRole(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "policy-role-name",
      "'\(name)' is no name of a role",
      at: location,
      hint: Slug.near(name).map { "did you mean '\($0)'?" }
        ?? "names are lower-case letters, digits and hyphens"
    )
  }

  static func unknownRole(_ role: Slug, among roles: [String], at location: Location) -> Diagnostic
  {
    Diagnostic(
      .error,
      "policy-unknown-role",
      "there is no role '\(role)'",
      at: location,
      hint: Suggestion.hint(for: role.description, among: roles)
        ?? (roles.isEmpty
          ? "name its holder under 'roles'" : "the roles are: \(roles.joined(separator: ", "))")
    )
  }

  static func noMethod(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "policy-no-method",
      "with no method at all, no approval could ever count",
      at: location,
      hint: "methods: [key]"
    )
  }

  static func emptyRequirement(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "policy-asks-nothing",
      "this requirement asks for nothing",
      at: location,
      hint: "add 'approvals', 'methods', 'expires' or 'rewrap'"
    )
  }
}
