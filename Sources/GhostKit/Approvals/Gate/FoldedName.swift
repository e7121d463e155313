internal import Diagnostics

/// A file's name as the least exact file systems know it.
///
/// macOS and Windows know no difference of letters' case, macOS none of how Unicode composes a letter,
/// and HFS+ none of code points that nobody sees. Windows drops dots and blanks at a name's end, and
/// takes what stands behind a colon for a part of the file. (git guards `.git` in the same ways:
/// core.protectHFS and core.protectNTFS in git-config(1).)
struct FoldedName: Hashable {
  /// Equal as Swift compares text, which composes letters.
  let text: String

  init(_ name: String) { text = Self.isPlain(name.utf8) ? name : Self.fold(name.utf8) }

  init(_ name: some Collection<UInt8>) {
    text = Self.isPlain(name) ? String(decoding: name, as: UTF8.self) : Self.fold(name)
  }

  private static func fold(_ name: some Collection<UInt8>) -> String {
    let whole = String(decoding: name, as: UTF8.self).unicodeScalars
    var scalars = String.UnicodeScalarView()
    for scalar in whole.prefix(while: { $0 != ":" })
    where !scalar.properties.isDefaultIgnorableCodePoint {
      scalars.append(scalar)
    }
    while let last = scalars.last, last == "." || last == " " { scalars.removeLast() }
    // Some letters are the same only as capitals: the long s and s, the sharp s and ss.
    return String(scalars).uppercased().lowercased()
  }

  /// Whether a name is folded already, as those of drafts are.
  static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        last = byte
      default: return false
      }
    }
    return last != UInt8(ascii: ".") && last != 0
  }

  /// Whether it is of the form of the short names that Windows gives to others: `GHOST~1`.
  var isShort: Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count <= 8, parts.count < 2 || parts[1].count <= 3,
      let mark = parts[0].lastIndex(of: UInt8(ascii: "~")), mark > parts[0].startIndex
    else { return false }
    let number = parts[0][parts[0].index(after: mark)...]
    return !number.isEmpty && number.allSatisfy(Byte.isDigit)
  }

  /// The letters of a name that Windows keeps in every short one.
  var beginning: [UInt8] {
    Array(text.utf8.filter { $0 != UInt8(ascii: ".") && $0 != Byte.space }.prefix(2))
  }
}
