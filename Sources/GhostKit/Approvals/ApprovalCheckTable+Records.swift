internal import Diagnostics

// What can be wrong with an approval itself.

extension ApprovalCheckTable {
  private static let again = "Have the draft approved again: ghost approve cfo-pricing"

  static let onRecords = [
    page(
      .malformed,
      "every approval is as ghost wrote it",
      """
      An approval has one spelling: its lines, their order and OpenSSH's signature below them. This \
      file has another. Restore it from git; an approval is never edited by hand.
      """
    ),
    page(
      .brokenChain,
      "no approval is missing, twice there or exchanged",
      """
      The approvals of one role are numbered from 1, and each holds the digest of the one before it. \
      A number is missing, or a file is not the one that was built upon. Restore the files from git.
      """
    ),
    page(
      .wrongNumber,
      "an approval has the number of its file",
      """
      The file's name says another number than the approval in it: it was renamed. Restore the name.
      """
    ),
    page(
      .wrongDraft,
      "an approval is for the draft of its file's name",
      """
      An approval counts for one draft, by name. This one was given for another and copied. \(again)
      """
    ),
    page(
      .wrongWorkspace,
      "an approval was given in this workspace",
      """
      An approval names the workspace, by the id in .ghost/policy.yml. This one comes from another. \
      \(again)
      """
    ),
    page(
      .wrongRole,
      "an approval is for the role of its file's name",
      """
      A person approves in a role: as the CFO, for legal. This approval was given in another one. Who \
      holds two roles approves once for each.
      """
    ),
    page(
      .wrongPrincipal,
      "the person who holds the role approved",
      """
      .ghost/policy.yml names one person for each role, by name and address. Somebody else signed, or \
      signed with somebody else's key. Who held the role before stands under 'former': what they \
      approved until their last day still counts, and nothing later does.
      """
    ),
    page(
      .methodNotAccepted,
      "the approval was given by a method that counts",
      """
      The methods are 'key', the person's own SSH key; 'review', their approving review; and \
      'witness', a colleague's word. The policy says which count, [key] unless it says otherwise; \
      of all entries that match, every one must accept the method.
      """
    ),
    page(
      .wrongWitness,
      "a witness is somebody else, and is named",
      """
      A witnessed approval is signed by a colleague, who is named in it and is not the person \
      themself, under no address of theirs.
      """
    ),
    page(
      .badSignature,
      "the signature proves exactly this approval",
      """
      The signature does not fit the lines above it: one of them was changed, or it was made for \
      something else. Anyone can ask OpenSSH itself:

          f=Drafts/approvals/cfo-pricing.cfo.1.approval
          sed '/^-----BEGIN/,$d' $f | ssh-keygen -Y verify -f .ghost/allowed_signers \
      -I PRINCIPAL -n ghost-approval -s <(sed -n '/^-----BEGIN/,$p' $f)
      """
    ),
    page(
      .unknownKey,
      "the key that signed is known",
      """
      .ghost/allowed_signers has no line for the key, or the line was deleted because the key is no \
      longer trusted. The keys of the branch that is merged into count, not those of the change. \
      Sign with a key that is known, or have an owner enrol this one.
      """
    ),
    page(
      .wrongNamespace,
      "the key may sign for this purpose",
      """
      A line of .ghost/allowed_signers says what a key may sign: namespaces="ghost-approval" what its \
      holder approves, "ghost-witness" what they witness, "ghost-review" what CI confirms. Only the \
      first may be left out.
      """
    ),
    page(
      .keyNotValidThen,
      "the key counted when the approval came",
      """
      The key's line has a valid-after or valid-before. An approval is judged at the time at which it \
      entered the branch that is merged into, a new one at the present; the date in it, or of the \
      commit that brings it, proves nothing.
      """
    ),
    page(
      .dateInFuture,
      "nothing is dated in the future",
      """
      An approval, or a commit that brings one, has a date that is yet to come. Set the clock and make \
      it anew.
      """
    ),
    page(
      .recordTampered,
      "no approval that the base has is rewritten",
      """
      Approvals are only ever added. Restore the file as the branch has it that is merged into: \
      git checkout main -- Drafts/approvals
      """
    ),
    page(
      .recordDeleted,
      "no approval that the base has is deleted",
      """
      Approvals are only ever added; to take one back is an approval of its own: ghost revoke DRAFT. \
      Restore the file: git checkout main -- Drafts/approvals
      """
    ),
    page(
      .strayApproval,
      "every file beside the approvals is one, of a draft that is there",
      """
      It counts for nothing: there is no draft of this name, or the file's name is not \
      SLUG.ROLE.NUMBER.approval. A change that adds other files to Drafts/approvals/ or \
      .ghost/approvals/ than approvals, and evidence that one of them names, is refused: what is merged \
      there is never deleted.
      """,
      .warning
    ),
  ]
}
