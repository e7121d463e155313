import Testing

@Suite struct ScriptTests {
  @Test("the script runs as it is written", arguments: try Script.all())
  func script(_ script: Script) throws { try ScriptRun(script).run() }
}
