public import Diagnostics

/// One public key as text: `TYPE BASE64 [COMMENT]`, the line of a `.pub` file.
///
/// So do forges serve their users' keys (`https://github.com/LOGIN.keys`). The options that an
/// `authorized_keys` line may begin with have no meaning here and are refused.
public struct KeyLine: Sendable, Hashable {
  /// The key.
  public let key: PublicKey
  /// What follows it: whatever its owner wrote there, which proves nothing.
  public let comment: String

  /// Parses the part of a text that holds one line, without its line break.
  ///
  /// Throws with the place of the fault. A point that is on no curve is found here, by libcrypto.
  public init(parsing source: SourceText, range: Range<Int>) throws(Diagnostic) {
    let whole = range.clamped(to: 0..<source.bytes.count)
    var words = LineWords(source.bytes[whole])
    let name = words.next()
    let base64 = words.next()
    comment = String(decoding: words.rest, as: UTF8.self)
    do throws(Diagnostic) {
      key = try Self.key(name: name, base64: base64)
      guard words.rest.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
        throw .badName("comment")
      }
    } catch {
      throw error.located(
        at: source.location(of: whole.lowerBound..<max(base64.endIndex, name.endIndex))
      )
    }
  }

  /// Reads every line of a text that is neither blank nor a comment, until too many are at fault.
  public static func all(in source: SourceText, log: inout DiagnosticLog) -> [KeyLine] {
    var result: [KeyLine] = []
    var faults = 0
    for line in TextLines.ranges(in: source) where faults < TextLines.mostFaults {
      do throws(Diagnostic) {
        result.append(try KeyLine(parsing: source, range: line))
      } catch {
        log.add(error)
        faults += 1
      }
    }
    return result
  }

  private static func key(
    name: ArraySlice<UInt8>,
    base64: ArraySlice<UInt8>
  ) throws(Diagnostic) -> PublicKey {
    guard !name.isEmpty, !base64.isEmpty else { throw .notAKey() }
    guard let blob = Base64.decode(base64) else { throw .badBase64() }
    let key = try PublicKey(blob: blob)
    guard key.kind.rawValue.utf8.elementsEqual(name) else {
      throw .keyTypeMismatch(written: String(decoding: name, as: UTF8.self), key.kind)
    }
    if key.kind.curve != nil { _ = try VerifyingKey(key, hash: nil) }
    return key
  }
}
