internal import Diagnostics

// What is found while the trust root is read: these pages explain it, the readers find it.

extension DoctorTable {
  static let onPolicy: [Check] = [
    page(
      "policy-role-name",
      "roles have names like those of files",
      """
      A role stands in the names of approvals, so its name is lower-case letters, digits and hyphens:

          roles:
            vp-sales: { name: Luis Ferreira, principal: luis.ferreira@meridian.example }
      """
    ),
    page(
      "policy-unknown-role",
      "owners and rules name roles that there are",
      """
      What 'owners' and 'approvals' name stands under 'roles', with the person who holds it:

          roles:
            legal: { name: Sam Okafor, principal: sam.okafor@meridian.example }
          owners: [legal]
      """
    ),
    page(
      "policy-no-method",
      "a list of methods names one",
      """
      An empty list accepts nothing, so that no draft could ever be approved. The strongest method, \
      and the one that counts where nothing is said, is the person's own key:

          methods: [key]
      """
    ),
    page(
      "policy-asks-nothing",
      "every rule asks for something",
      """
      A rule without 'approvals', 'methods', 'expires' or 'rewrap' changes nothing. 'ghost explain \
      policy' shows what each does.
      """
    ),
  ]

  static let onSigners: [Check] = [
    page(
      "signers.pattern",
      "principals are exact names",
      """
      ssh-keygen takes '*' and '?' in a principal for anything, and '!' for anything but. A line '* KEY' \
      would let that key sign for everyone, so ghost takes a file with such a line for no file at all. \
      Write each person's address as the policy has it.
      """
    ),
    page(
      "signers.cert-authority",
      "every key is listed, not those who certify keys",
      """
      With 'cert-authority' somebody outside of this repository decides whose key counts, and nobody \
      here sees it happen. List the keys themselves: ghost enrol cfo --key FILE.pub
      """
    ),
    page(
      "signers.shared-key",
      "a key belongs to one person",
      """
      Two people with one key cannot be told apart by its signature. Give each a key of their own, and \
      each line one principal.
      """
    ),
    page(
      "signers.local-time",
      "times are UTC",
      """
      Without a Z a time means another moment on every machine, and a key may count on one and not on \
      another:

          valid-before="20260401Z"
      """
    ),
    page(
      "signers.any-namespace",
      "every key says what it may sign",
      """
      A key without 'namespaces' may sign for every purpose that ssh-keygen knows: mails, commits, \
      files. ghost lets it approve, and nothing else. 'ghost enrol' writes:

          dana.reyes@meridian.example namespaces="ghost-approval" ssh-ed25519 …
      """,
      .warning
    ),
  ]

  private static func page(
    _ code: Diagnostic.Code,
    _ summary: String,
    _ help: String,
    _ severity: Diagnostic.Severity = .error
  ) -> Check {
    Check(code, severity, summary, help: help, .reading)
  }
}
