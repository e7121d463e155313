/// How far a draft has come; it is derived each time and stored nowhere.
public enum DraftState: String, Sendable, Hashable, CaseIterable {
  /// As `ghost draft` wrote it.
  case outlined
  /// Somebody has worked on it, and there is more to do.
  case edited
  /// Nothing is left to write; it waits for approval.
  case ready
  /// Approved as it stands.
  case approved
  /// Changed since it was approved.
  case changed
  /// The executive would not do it.
  case declined
  /// The file is no draft that can be read.
  case unreadable
}

/// Who has to do something about a draft.
public enum Turn: Sendable, Hashable {
  /// Whoever asked for it and looks after it.
  case author
  /// The executive, by name.
  case executive(String)
  /// Nobody: it was declined.
  case nobody
}
