internal import Diagnostics
internal import SSHSig
internal import YAML

// Whether the files agree on who is who.

extension DoctorCheck {
  static let profileDisagrees = DoctorCheck(
    "profile-disagrees",
    .warning,
    "profile and policy agree on a person's name and address",
    help: """
      Drafts are written for the person in Templates/execs/cfo.yml and approved by the one in \
      .ghost/policy.yml. If these are two people, the byline names one and the record the other. After \
      a change of office, move the earlier holder to 'former':

          cfo:
            name: Dana Reyes
            principal: dana.reyes@meridian.example
            former: [{ name: Ivo Lang, principal: ivo.lang@meridian.example, until: 2026-03-31 }]
      """
  ) { subject in
    subject.executives.flatMap { executive -> [Finding] in
      guard let entry = subject.role(executive.slug.description) else { return [] }
      let role = entry.value
      return [
        (role.name, executive.name),
        (role.principal.description, executive.email.description),
      ].filter { $0 != $1 }.map { policy, profile in
        Finding(
          message: "the policy says '\(policy)', the profile '\(profile)'",
          location: entry.key.location,
          hint: "correct one of them: \(Shelf.executives.path(executive.slug.description))"
        )
      }
    }
  }

  static let rolesOfOnePerson = DoctorCheck(
    "roles-of-one-person",
    .note,
    "who holds two roles approves once for each",
    help: """
      One person may hold several roles. Where a draft needs two of them, the person approves twice, \
      once in each role; nobody else has looked at it then:

          ghost approve cfo-pricing --as cfo
          ghost approve cfo-pricing --as legal
      """
  ) { subject in
    var first: [String: DoctorSubject.Entry] = [:]
    return subject.policy.roles.entries.compactMap { entry in
      let principal = entry.value.principal.description
      guard let other = first[principal] else {
        first[principal] = entry
        return nil
      }
      return Finding(
        message:
          "\(entry.value.name) is '\(other.key.value)' and '\(entry.key.value)', and approves"
          + " once for each",
        location: entry.key.location
      )
    }
  }

  static let personOfTwoPrincipals = DoctorCheck(
    "person-of-two-principals",
    .warning,
    "one person is one principal, and one principal one person",
    help: """
      Two roles give one name different addresses, or one address different names. Where one person is \
      two principals, they can pass for two reviewers. One person is one principal, with one or more \
      keys; if two people share a name, say in 'name' which is which.
      """
  ) { subject in
    var principals: [String: DoctorSubject.Entry] = [:]
    var names: [String: DoctorSubject.Entry] = [:]
    return subject.policy.roles.entries.compactMap { entry in
      let (name, principal) = (entry.value.name, entry.value.principal.description)
      defer {
        names[name] = names[name] ?? entry
        principals[principal] = principals[principal] ?? entry
      }
      if let other = names[name], other.value.principal.description != principal {
        return Finding(
          message: "\(name) is '\(other.value.principal)' as '\(other.key.value)' and"
            + " '\(principal)' as '\(entry.key.value)'",
          location: entry.key.location
        )
      }
      if let other = principals[principal], other.value.name != name {
        return Finding(
          message: "'\(principal)' is \(other.value.name) as '\(other.key.value)' and \(name) as"
            + " '\(entry.key.value)'",
          location: entry.key.location
        )
      }
      return nil
    }
  }

  static let keyOfNobody = DoctorCheck(
    "key-of-nobody",
    .note,
    "every key that may approve belongs to somebody who holds a role",
    help: """
      The key's principal holds no role, so that its signatures count for nothing. It may be a typing \
      error in the address, or left over: delete the line, or, if its owner once held a role, name \
      them under 'former'.
      """
  ) { subject in
    let holders = subject.policy.roles.entries.flatMap { entry in
      [entry.value.principal.description] + entry.value.former.map(\.principal.description)
    }
    let known = Set(holders)
    return (subject.signers?.signers ?? []).filter { signer in
      !known.contains(signer.principal)
        && signer.grants(namespace: ApprovalRecord.Method.key.namespace)
    }
    .map { signer in
      Finding(
        message: "'\(signer.principal)' has a key and holds no role",
        location: subject.signers?.location(of: signer),
        hint: Suggestion.hint(for: signer.principal, among: holders)
      )
    }
  }

  static let formerNotPast = DoctorCheck(
    "former-not-past",
    .warning,
    "who is named as a former holder holds the role no more",
    help: """
      'until' is the last day on which they held the role, and what they approve until then counts. A \
      day that is still to come lets two people approve at once, and so does a former holder who is \
      the present one.
      """
  ) { subject in
    subject.policy.roles.entries.flatMap { entry in
      entry.value.former.compactMap { former -> Finding? in
        let isPresent = former.principal == entry.value.principal
        guard isPresent || former.until >= subject.now.day else { return nil }
        return Finding(
          message: isPresent
            ? "\(former.name) is the holder of '\(entry.key.value)' and a former one"
            : "\(former.name) is a former '\(entry.key.value)' until \(former.until), which is not past",
          location: entry.key.location
        )
      }
    }
  }

  static let formerKeyWithoutEnd = DoctorCheck(
    "former-key-without-end",
    .warning,
    "the keys of who left have an end",
    help: """
      What a former holder approved counts by their key, so it stays in .ghost/allowed_signers, with \
      the day on which it ended in front of it:

          ivo.lang@meridian.example namespaces="ghost-approval",valid-before="20260401Z" ssh-ed25519 …

      A key that was stolen is deleted instead, and what it signed no longer counts.
      """
  ) { subject in
    let present = Set(subject.policy.roles.entries.map(\.value.principal))
    return subject.policy.roles.entries.flatMap { entry in
      entry.value.former.filter { !present.contains($0.principal) }.flatMap { former in
        subject.liveKeys(by: .key).filter {
          $0.principal == former.principal.description && $0.validBefore == nil
        }
        .map { signer in
          let day = CalendarDate(daysSince1970: former.until.daysSince1970 + 1) ?? former.until
          let digits = day.description.replacing("-", with: "")
          return Finding(
            message: "\(former.name) left on \(former.until), and this key counts for ever",
            location: subject.signers?.location(of: signer),
            hint: "add in front of the key: valid-before=\"\(digits)Z\""
          )
        }
      }
    }
  }
}
