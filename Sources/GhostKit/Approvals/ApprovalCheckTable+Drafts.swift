// What can be wrong with a draft against its approvals.

extension ApprovalCheckTable {
  static let onDrafts = [
    page(
      .notApproved,
      "everybody approved the draft who must",
      """
      The executive named under 'exec' approves every draft, and .ghost/policy.yml may ask for more. \
      An approval is a signed file beside the drafts:

          ghost approve cfo-pricing

      What stands in the front matter, in a commit or in a pull request is none.
      """
    ),
    page(
      .changed,
      "the draft says what was approved",
      """
      Something that a reader can see, or that a page could be made of, is not as it was approved: a \
      word, a figure, a link, a list, an entry of the front matter. The finding names the first \
      sentence that differs. Other line breaks within a paragraph are no change, nor are 'due' and \
      'asked'.

      Undo the change, or ask for a new approval: ghost approve cfo-pricing
      """
    ),
    page(
      .rewrapped,
      "lines are broken as they were approved, where the policy demands it",
      """
      The words are those that were approved, with other line breaks. That keeps an approval unless \
      the policy says 'rewrap: void' for this draft. Undo it, or have the draft approved again.
      """
    ),
    page(
      .assetChanged,
      "images and attachments are those that were approved",
      """
      An approval holds the digest of every local file that the draft names. One of them is another \
      file now, is gone, is a link, or came after the approval. Restore it, or have the draft \
      approved again.
      """
    ),
    page(
      .mediaChanged,
      "what lies in Drafts/media/ changes only with a draft that names it",
      """
      A page may show a file that its draft does not spell out: by a theme's shortcode, an entry that \
      a layout completes, or a name with blanks in it. So a file that the branch has in Drafts/media/ \
      stays as it is, unless an approval that counts lists what becomes of it. Adding a file is free.

      Put the old file back, add the new one under another name, and name it in the draft that shows \
      it; or name the file in a draft, and have that approved: ghost approve cfo-pricing
      """
    ),
    page(
      .revoked,
      "no approval was taken back",
      """
      The last word of the person who must approve is that they no longer do (ghost revoke). Talk to \
      them; a new approval counts again. A change that only brings a revocation may be merged.
      """
    ),
    page(
      .expired,
      "approvals are fresh enough",
      """
      A rule of the policy has an 'expires: 14d'. The days run from the date in the approval, or from \
      when it entered the branch if that was earlier. Have the draft approved again.
      """
    ),
    page(
      .unmetRule,
      "what is asked of the draft can be done",
      """
      The policy or the draft names a role that nobody holds, the rules that match leave no method, \
      or .ghost/allowed_signers knows no key of the person. Such a rule is never skipped. Correct \
      .ghost/policy.yml, or: ghost enrol ROLE --key FILE.pub
      """
    ),
    page(
      .noDraft,
      "every draft says without a fault who must approve it",
      """
      The file has no name that an approval could be given for, or its front matter cannot be read \
      without a fault, so nobody can say whom it concerns. Correct what else is found in it.
      """
    ),
  ]
}
