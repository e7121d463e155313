#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Descriptor {
  /// Writes what fits and returns how much that was, or the negated error code.
  ///
  /// A reader that has gone away is an error code here and no signal: SIGPIPE would end the whole
  /// program, and to ignore it for the process is not a library's to decide.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    #if canImport(Darwin)
    _ = fcntl(number, F_SETNOSIGPIPE, 1)
    return Self.write(bytes, to: number)
    #else
    var pipeSignal = sigset_t()
    var waiting = sigset_t()
    var previous = sigset_t()
    unsafe sigemptyset(&pipeSignal)
    unsafe sigaddset(&pipeSignal, SIGPIPE)
    unsafe sigpending(&waiting)
    let wasWaiting = unsafe sigismember(&waiting, SIGPIPE) == 1
    unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous)
    let result = Self.write(bytes, to: number)
    if result == -Int(EPIPE), !wasWaiting {
      var noTime = timespec()
      while unsafe sigtimedwait(&pipeSignal, nil, &noTime) < 0, errno == EINTR {}
    }
    unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
    return result
    #endif
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to number: Int32) -> Int {
    unsafe bytes.withUnsafeBytes { bytes in
      while true {
        #if canImport(Glibc)
        let count = unsafe Glibc.write(number, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        let count = unsafe Musl.write(number, bytes.baseAddress, bytes.count)
        #else
        let count = unsafe Darwin.write(number, bytes.baseAddress, bytes.count)
        #endif
        if count >= 0 { return count }
        if errno != EINTR { return -Int(errno) }
      }
    }
  }
}
