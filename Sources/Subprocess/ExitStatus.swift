/// How a child came to its end.
public enum ExitStatus: Sendable, Hashable {
  /// It ended itself with an exit code.
  case exited(Int32)
  /// A signal ended it.
  case signalled(Int32)

  /// Whether it exited with 0.
  public var isSuccess: Bool { self == .exited(0) }

  /// Takes what `waitpid` says of a child that is gone (its macros are not visible in Swift).
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .signalled(signal)
  }
}
