#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

#if canImport(Darwin)
private typealias FileActions = posix_spawn_file_actions_t?
private typealias SpawnAttributes = posix_spawnattr_t?
#else
private typealias FileActions = posix_spawn_file_actions_t
private typealias SpawnAttributes = posix_spawnattr_t
#endif

/// What `posix_spawn` does in the child before the program starts: the one owner of its C objects.
@safe struct SpawnPlan: ~Copyable {
  private let actions = UnsafeMutablePointer<FileActions>.allocate(capacity: 1)
  private let attributes = UnsafeMutablePointer<SpawnAttributes>.allocate(capacity: 1)

  init() {
    unsafe posix_spawn_file_actions_init(actions)
    unsafe posix_spawnattr_init(attributes)
  }

  deinit {
    unsafe posix_spawn_file_actions_destroy(actions)
    unsafe posix_spawnattr_destroy(attributes)
    unsafe actions.deallocate()
    unsafe attributes.deallocate()
  }

  /// Puts a descriptor in the place of a standard stream; one that owns nothing hands on our own.
  func connect(_ descriptor: borrowing Descriptor, to stream: Int32) {
    if descriptor.isOpen {
      unsafe posix_spawn_file_actions_adddup2(actions, descriptor.number, stream)
    } else {
      #if canImport(Darwin)
      unsafe posix_spawn_file_actions_addinherit_np(actions, stream)
      #endif
    }
  }

  /// Gives signals their usual effect again, so that what this process ignores or blocks is its own
  /// affair.
  func resetSignals(_ signals: [Int32]) {
    var defaults = sigset_t()
    var mask = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigemptyset(&mask)
    for signal in signals { unsafe sigaddset(&defaults, signal) }
    unsafe posix_spawnattr_setsigdefault(attributes, &defaults)
    unsafe posix_spawnattr_setsigmask(attributes, &mask)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    #if canImport(Darwin)
    flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    unsafe posix_spawnattr_setflags(attributes, Int16(truncatingIfNeeded: flags))
  }

  /// Starts a program; returns its process number, or the negated error code.
  func spawn(
    _ path: String,
    arguments: consuming CStringArray,
    environment: consuming CStringArray
  ) -> pid_t {
    var process: pid_t = 0
    let code = unsafe arguments.withPointers { arguments in
      unsafe environment.withPointers { environment in
        unsafe posix_spawn(&process, path, actions, attributes, arguments, environment)
      }
    }
    return switch code {
    case 0??: process
    case let code??: -code
    default: -EINVAL
    }
  }
}
