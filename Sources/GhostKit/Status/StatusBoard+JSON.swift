public import Diagnostics

extension StatusBoard {
  /// The board for a program, version 1: keys may be added to it, none will change its meaning.
  ///
  /// `README.md` beside this file tells what each key means.
  public var json: JSON {
    [
      "version": 1,
      "today": .string(today.description),
      "drafts": .array(drafts.map(\.json)),
      "totals": [
        "drafts": .number(drafts.count),
        "overdue": .number(drafts.count { $0.daysOverdue != nil }),
        "questions": .number(drafts.reduce(0) { $0 + $1.questions.count }),
      ],
    ]
  }
}

extension DraftStatus {
  fileprivate var json: JSON {
    [
      "name": .string(name), "path": .string(path), "branch": JSON(branch),
      "uncommitted": .bool(isUncommitted), "title": JSON(title), "exec": JSON(exec),
      "executive": JSON(executiveName), "topic": JSON(topic), "format": JSON(format),
      "state": .string(state.rawValue), "questions": .array(questions.map(JSON.string)),
      "share": authorship.json, "touched": touched.map(\.json) ?? .null,
      "asked": JSON(asked?.description), "due": JSON(due?.description),
      "daysOverdue": daysOverdue.map(JSON.number) ?? .null,
      "turn": turn.json, "next": .string(next),
    ]
  }
}

extension Authorship {
  fileprivate var json: JSON {
    switch self {
    case .unknown(let gap): ["unknown": .string(gap.rawValue)]
    case .untouched: ["percent": 100]
    case .known(let share):
      [
        "percent": .number(share.percent), "prepared": .number(share.prepared),
        "executive": .number(share.executive), "colleagues": .number(share.colleagues),
        "uncommitted": .number(share.uncommitted), "expected": .number(share.expected),
      ]
    }
  }
}

extension DraftStatus.Touch {
  fileprivate var json: JSON {
    [
      "name": .string(name), "at": .string(at.description), "executive": .bool(isExecutive),
    ]
  }
}

extension Turn {
  fileprivate var json: JSON {
    switch self {
    case .author: ["who": "author", "name": nil]
    case .executive(let name): ["who": "executive", "name": .string(name)]
    case .nobody: ["who": "nobody", "name": nil]
    }
  }
}
