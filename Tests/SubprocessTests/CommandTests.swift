import Diagnostics
import Foundation
import Testing

@testable import Subprocess

/// Every child here is a shell or a POSIX tool, which are there wherever the tests run.
let shell = Executable(path: "/bin/sh")

func script(
  _ text: String,
  _ arguments: [Argument] = [],
  environment: ChildEnvironment = ChildEnvironment(["PATH": "/usr/bin:/bin"]),
  input: [UInt8] = [],
  limits: Command.Limits = Command.Limits()
) -> Command {
  Command(
    shell,
    ["-c", Argument(text), "sh"] + arguments,
    environment: environment,
    input: input,
    limits: limits
  )
}

func openDescriptors() throws -> Int {
  let folder = FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
  return try FileManager.default.contentsOfDirectory(atPath: folder).count
}

@Suite struct CommandTests {
  @Test("output, error and exit code come back apart")
  func outcome() throws {
    let outcome = try script("printf out; printf 'two\\nlines' >&2; exit 7").run()
    #expect(outcome.status == .exited(7))
    #expect(outcome.output == Array("out".utf8))
    #expect(outcome.error == Array("two\nlines".utf8))
    #expect(outcome.errorLine == "two")
  }

  @Test("an exit by signal is no exit code")
  func signal() throws {
    #expect(try script("kill -9 $$").run().status == .signalled(9))
  }

  @Test(
    "arguments arrive byte for byte",
    arguments: [
      "", " ", "--upload-pack=touch x", "-", "$(id)", "a\nb", "'\"\\", "ü", "*",
    ]
  )
  func arguments(argument: String) throws {
    let outcome = try script("printf '%s.' \"$@\"", [Argument(argument), "last"]).run()
    #expect(outcome.output == Array("\(argument).last.".utf8))
  }

  @Test("arguments and variables need not be UTF-8")
  func bytes() throws {
    let odd = Argument(bytes: [0x66, 0xFF, 0xFE])
    let environment = ChildEnvironment().setting(["ODD": odd])
    let outcome = try script("printf '%s%s' \"$1\" \"$ODD\"", [odd], environment: environment).run()
    #expect(outcome.output == odd.bytes + odd.bytes)
  }

  @Test("a NUL in an argument is refused, not cut off")
  func nul() {
    #expect(throws: Diagnostic.argumentHoldsNUL("/bin/sh")) {
      try script("true", ["a\0b"]).run()
    }
  }

  @Test("a child sees the variables that it is handed, and no others")
  func environment() throws {
    let env = try Executable.find("env", in: .inherited(), remedy: "")
    let outcome = try Command(env, [], environment: ChildEnvironment(["B": "2", "A": "1=1"])).run()
    #expect(outcome.output == Array("A=1=1\nB=2\n".utf8))
  }

  @Test("100 MB go in and out at the same time, and error output with them")
  func bothWays() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
    let outcome = try script(
      "head -c 10000000 /dev/zero >&2; cat",
      input: input,
      limits: Command.Limits(output: 100_000_000)
    ).run()
    #expect(outcome.status.isSuccess)
    #expect(outcome.output == input)
    #expect(outcome.error.count == 65_536)
  }

  @Test(
    "a child that does not want its input is no fault",
    arguments: ["exec <&-; cat /dev/null", ":"]
  )
  func unwantedInput(text: String) throws {
    let outcome = try script(text, input: [UInt8](repeating: 0, count: 10_000_000)).run()
    #expect(outcome.status == .exited(0))
  }

  @Test("input that the child reads after it has closed its output still arrives")
  func inputAfterOutput() throws {
    let outcome = try script(
      "exec >&- 2>&-; test $(wc -c) = 1000000",
      input: [UInt8](repeating: 0, count: 1_000_000)
    ).run()
    #expect(outcome.status == .exited(0))
  }

  @Test("endless output is stopped at the limit")
  func outputLimit() throws {
    let limits = Command.Limits(output: 100_000_000)
    #expect(throws: Diagnostic.wroteTooMuch("/bin/sh", limit: 100_000_000)) {
      try script("exec cat /dev/zero", limits: limits).run()
    }
  }

  @Test(
    "a child that takes too long is stopped, however it resists",
    arguments: [
      "sleep 60", "trap '' TERM; while :; do sleep 1; done", "exec >&- 2>&- <&-; exec sleep 60",
      "exec cat /dev/zero",
    ]
  )
  func timeLimit(text: String) throws {
    let limit = Duration.milliseconds(50)
    let limits = Command.Limits(output: .max, time: limit)
    #expect(throws: Diagnostic.ranTooLong("/bin/sh", limit: limit)) {
      try script(text, limits: limits).run()
    }
  }

  @Test("a child within its time is not stopped")
  func withinTime() throws {
    let limits = Command.Limits(time: .seconds(60))
    #expect(try script("cat", input: [1], limits: limits).run().output == [1])
  }

  @Test("what cannot be started is a fault of the environment")
  func cannotStart() throws {
    for path in ["/nonexistent/program", "/", "/etc/passwd"] {
      let error = #expect(throws: Diagnostic.self) {
        try Command(Executable(path: path), [], environment: ChildEnvironment()).run()
      }
      #expect(error?.code == "subprocess.cannot-start")
      #expect(error?.cause == .environment)
      #expect(error?.message.contains("'\(path)'") == true)
    }
  }
}
