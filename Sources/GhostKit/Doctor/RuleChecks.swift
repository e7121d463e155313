internal import Diagnostics
internal import YAML

// Whether the rules of the policy can be met, and speak of what there is.

extension DoctorCheck {
  static let ruleWithoutMethod = DoctorCheck(
    "rule-without-method",
    .error,
    "a rule, and two that apply together, leave a method by which to approve",
    help: """
      Methods of all rules that apply to a draft intersect. Where nothing is left, no approval counts \
      and the draft can never be merged:

          methods: [key]
          require:
            - when: { topic: guidance }
              methods: [witness]    # accepts only what the first line refuses

      'ghost explain policy' shows how rules add up.
      """
  ) { subject in
    let accepted = Set(subject.policy.acceptedMethods)
    let rules = subject.policy.require.filter { $0.value.methods != nil }.prefix(mostRules)
    var findings: [Finding] = []
    for (index, rule) in rules.enumerated() {
      let own = accepted.intersection(rule.value.methods?.value ?? [])
      if own.isEmpty {
        findings.append(
          Finding(
            message: "this rule accepts none of the methods that the policy accepts",
            location: rule.location,
            hint: "the policy accepts: \(words(accepted))"
          )
        )
      }
      for other in rules[..<(rules.startIndex + index)]
      where !own.isEmpty && rule.value.when.overlaps(other.value.when) {
        let both = own.intersection(other.value.methods?.value ?? [])
        let others = accepted.intersection(other.value.methods?.value ?? [])
        guard both.isEmpty, !others.isEmpty else { continue }
        findings.append(
          Finding(
            message: "a draft to which the rule on line \(other.location.line) applies as well"
              + " cannot be approved: one accepts \(words(own)), the other \(words(others))",
            location: rule.location,
            hint: "let both accept one method"
          )
        )
      }
    }
    return findings
  }

  /// The pairs of these are looked at.
  private static let mostRules = 100

  private static func words(_ methods: Set<ApprovalRecord.Method>) -> String {
    methods.map(\.rawValue).sorted().joined(separator: ", ")
  }

  static let ruleUnmet = DoctorCheck(
    "rule-unmet",
    .error,
    "whoever a rule asks can approve by a method that it accepts",
    help: """
      The person could approve other drafts, but not those that this rule is about: it accepts fewer \
      methods. Enrol a key for one of these, or accept another.
      """
  ) { subject in
    guard subject.signers != nil else { return [] }
    let accepted = subject.policy.acceptedMethods
    return subject.policy.require.flatMap { rule -> [Finding] in
      guard let own = rule.value.methods?.value else { return [] }
      let methods = accepted.filter(own.contains)
      guard !methods.isEmpty else { return [] }
      return subject.roles(askedBy: rule.value).filter { entry in
        subject.canMeet(entry, by: accepted) && !subject.canMeet(entry, by: methods)
      }
      .map { entry in
        Finding(
          message:
            "\(entry.value.name) cannot approve what this rule is about: nobody has a key for"
            + " \(words(Set(methods)))",
          location: rule.location,
          hint: "ghost enrol \(entry.key.value) --key FILE.pub"
        )
      }
    }
  }

  static let ruleUnknownName = DoctorCheck(
    "rule-unknown-name",
    .warning,
    "a rule speaks of topics, executives and formats that there are",
    help: """
      A rule about a name that nothing has applies to no draft. A typing error here is a reviewer who \
      is never asked:

          require:
            - when: { topic: guidence }    # Templates/topics/guidance.yml
              approvals: [legal]
      """
  ) { subject in
    subject.policy.require.flatMap { rule -> [Finding] in
      let condition = rule.value.when
      let names: [(Shelf, Slug?, [String])] = [
        (.topics, condition.topic, subject.topics),
        (.executives, condition.exec, subject.executiveNames),
        (.formats, condition.format, subject.formats),
      ]
      return names.compactMap { shelf, name, known in
        guard let name = name?.description, !known.contains(name) else { return nil }
        return Finding(
          message: "this rule applies to no draft: there is no \(shelf.kind) '\(name)'",
          location: rule.location,
          hint: Suggestion.hint(for: name, among: known)
        )
      }
    }
  }
}

extension DoctorSubject {
  /// The roles that approve what a rule is about: those it names, and the executives themselves.
  fileprivate func roles(askedBy rule: Policy.Requirement) -> [Entry] {
    let named = rule.approvals.map(\.value.description)
    let executives = rule.when.exec.map { [$0.description] } ?? executives.map(\.slug.description)
    let names = Set(named + executives)
    return policy.roles.entries.filter { names.contains($0.key.value) }
  }
}

extension Policy.Condition {
  /// Whether one draft can have all that both name; any number of tags can be on it.
  fileprivate func overlaps(_ other: Policy.Condition) -> Bool {
    let pairs = [(topic, other.topic), (exec, other.exec), (format, other.format)]
    return pairs.allSatisfy { one, two in one == nil || two == nil || one == two }
  }
}
