#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system knows of the terminal and the standard streams.
enum Terminal {
  /// Returns whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Returns the columns of the terminal: `COLUMNS`, what the terminal says, or 80.
  static func width(_ variables: [String: String]) -> Int {
    if let columns = variables["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    let request = UInt(TIOCGWINSZ)
    let known = (1...2).contains { unsafe ioctl($0, request, &size) == 0 && size.ws_col > 0 }
    return known ? Int(size.ws_col) : 80
  }

  /// Makes a write to a closed pipe an error rather than the end of the process.
  static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Occupies standard streams that the caller has closed.
  ///
  /// A file that is opened later would otherwise become standard output and receive what was meant
  /// for people. They are opened for the wrong direction, so that their use is still an error.
  static func occupyClosedStreams() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
