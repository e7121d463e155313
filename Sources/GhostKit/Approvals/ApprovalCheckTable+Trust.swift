// What can be wrong with a change as a whole, and with who is trusted.

extension ApprovalCheckTable {
  static let onTrust = [
    page(
      .trustRootChanged,
      "who is trusted changes only with an owner's approval",
      """
      .ghost/ and Templates/pages/ decide whether an approval counts. Where the policy names 'owners' \
      and their keys are enrolled, a change of them, or a commit that touches them if only for a \
      while, needs an owner's signature as the base knows them:

          ghost approve --trust-root

      Keys that have run out open nothing: as long as no owner's key counts, no change can be approved, \
      and who may pass over the check merges a new one. 'ghost doctor' warns thirty days before.

      Elsewhere this is a warning: name 'owners' in .ghost/policy.yml, and have CODEOWNERS ask for \
      a review of .ghost/. Executives' profiles, briefs, outlines and .ghost/config.yml change freely.
      """
    ),
    page(
      .trustRootUnreadable,
      "the trust root is regular files",
      """
      A link, a submodule or a device in .ghost/ or Templates/pages/ could be one thing to the judge \
      and another to who publishes. Put the file itself there.
      """
    ),
    page(
      .checkoutDiffers,
      "a checkout shows what was approved",
      """
      An approval covers what git stores. With filter, ident, working-tree-encoding or export-subst in \
      a .gitattributes, drafts would come out of git with other words in them. Lines such as *.md text \
      eol=lf and *.png filter=lfs may stay; the others must not match drafts.
      """
    ),
    page(
      .nameCollides,
      "no name is another one under macOS or Windows",
      """
      git tells drafts/x.md from Drafts/x.md; other file systems do not, and whichever they write last \
      is the one that is published. So a change brings nothing to Drafts/, .ghost/ and Templates/ \
      whose name differs from one that is there only by letters' case, by how Unicode composes them, \
      by what nobody sees, or by dots and blanks at its end, nor a name like the short ones that \
      Windows gives: GHOST~1. Rename the file: git mv drafts/x.md Drafts/y.md
      """
    ),
    page(
      .noPolicy,
      "the base says who must approve",
      """
      The branch that is merged into has no .ghost/policy.yml, or would have none after the merge. The \
      very first change may bring it: ghost check --base main --bootstrap, which is refused where the \
      branch ever had one, or has one in another folder. The workspace is where the base has it, \
      whatever the change has: --workspace FOLDER names it where there are several.
      """
    ),
    page(
      .mergeConflict,
      "the change can be merged",
      """
      What is judged is what the merge results in, and git cannot say what that is. Merge the base \
      into the change, decide, and have the result approved where its text is a new one.
      """
    ),
    page(
      .protectedBranch,
      "a protected branch only moves forward",
      """
      The branches under 'protected' in .ghost/policy.yml are neither deleted nor pushed to by force: \
      either could bring back what was revoked. Merge, or revert by a new commit. Nor may a tag or \
      another reference take the name of one, or HEAD's: git would take it for the branch.
      """
    ),
    page(
      .replacedObjects,
      "no object stands in for another",
      """
      A reference below refs/replace/ makes git show one object in the place of another, so that what \
      was judged is not what people see. It is not accepted.
      """
    ),
  ]
}
