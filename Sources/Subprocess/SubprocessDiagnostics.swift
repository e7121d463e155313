import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Diagnostic {
  static func programMissing(_ name: String, remedy: String) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.program-missing",
      "the program '\(name)' is not on the search path",
      hint: remedy,
      cause: .environment
    )
  }

  static func cannotStart(_ program: String, code: Int32) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.cannot-start",
      "cannot start '\(program)': \(systemText(code))",
      cause: .environment
    )
  }

  static func argumentHoldsNUL(_ program: String) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.nul-in-argument",
      "an argument for '\(program)' holds a NUL character, which no program can be handed",
      cause: .usage
    )
  }

  static func ranTooLong(_ program: String, limit: Duration) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.time-limit",
      "'\(program)' was stopped: it took more than \(limit)",
      cause: .environment
    )
  }

  static func wroteTooMuch(_ program: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.output-limit",
      "'\(program)' was stopped: it wrote more than \(limit) bytes",
      cause: .environment
    )
  }

  static func systemRefused(_ deed: String, code: Int32) -> Diagnostic {
    Diagnostic(
      .error,
      "subprocess.system",
      "cannot \(deed): \(systemText(code))",
      cause: .environment
    )
  }

  private static func systemText(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self)
  }
}
