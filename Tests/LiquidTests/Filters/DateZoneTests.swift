import Diagnostics
import Liquid
import Testing

/// Holds `date` to the zone of its clock; the expected texts are those of GNU date with the zone
/// `Europe/Berlin`.
@Suite struct DateZoneTests {
  /// Berlin in 2024: summer from 31 March to 27 October, at one o'clock UTC.
  private static let berlin = Clock(
    now: { Clock.Instant(seconds: 1_710_498_030) },
    zone: { seconds in
      let isSummer = seconds >= 1_711_846_800 && seconds < 1_729_990_800
      return Clock.Zone(offset: isSummer ? 7200 : 3600, name: isSummer ? "CEST" : "CET")
    }
  )

  @Test(
    "writes times in the clock's zone",
    arguments: [
      ("{{ 0 | date: '%F %T %z %Z' }}", "1970-01-01 01:00:00 +0100 CET"),
      ("{{ 1719835200 | date: '%F %R %:z' }}", "2024-07-01 14:00 +02:00"),
      ("{{ 'now' | date: '%c' }}", "Fri Mar 15 11:20:30 2024"),
      ("{{ '2024-07-01' | date: '%s %z' }}", "1719784800 +0200"),
      ("{{ '2024-01-01 12:00' | date: '%s %Z' }}", "1704106800 CET"),
      ("{{ '2024-03-31 01:59:59' | date: '%s' }}", "1711846799"),
      ("{{ '2024-03-31 03:00' | date: '%s' }}", "1711846800"),
      ("{{ '2024-07-01T12:00:00Z' | date: '%R %z' }}", "12:00 +0000"),
      ("{{ '2024-07-01T12:00:00+02:00' | date: '%R %z %Z' }}", "12:00 +0200 CEST"),
      ("{{ '10:20' | date: '%F %T' }}", "2024-03-15 10:20:00"),
      ("{{ 'march 5' | date: '%F %T' }}", "2024-03-05 00:00:00"),
    ]
  )
  func zone(template: String, expected: String) {
    var environment = Environment()
    environment.clock = Self.berlin
    var log = DiagnosticLog()
    let source = SourceText(path: "t", text: template)
    let output = Template(parsing: source, environment: environment, log: &log)?
      .render([:], log: &log)
    #expect(String(decoding: output ?? [], as: UTF8.self) == expected)
    #expect(log.isEmpty)
  }
}
