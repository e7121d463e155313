import Testing

@testable import Git

@Suite struct ObjectIDTests {
  @Test(
    "a name is its digits, no matter in which form it came",
    arguments: [
      "0123456789abcdef0123456789abcdef01234567",
      "ffffffffffffffffffffffffffffffffffffffff",
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ]
  )
  func roundTrip(hex: String) throws {
    let id = try #require(ObjectID(hex: hex.utf8))
    #expect(id.hex == hex)
    #expect(id.bytes.count == hex.count / 2)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(!id.isNull)
  }

  @Test(
    "nothing else is a name",
    arguments: [
      "", "0", "0123456789abcdef0123456789abcdef0123456",
      "g123456789abcdef0123456789abcdef01234567",
      "0123456789ABCDEF0123456789abcdef01234567", " 123456789abcdef0123456789abcdef01234567",
      "0123456789abcdef0123456789abcdef012345678",
    ]
  )
  func noName(hex: String) {
    #expect(ObjectID(hex: hex.utf8) == nil)
  }

  @Test("names of two lengths are never equal")
  func lengths() throws {
    let short = try #require(ObjectID(bytes: [UInt8](repeating: 0, count: 20)))
    let long = try #require(ObjectID(bytes: [UInt8](repeating: 0, count: 32)))
    #expect(short.isNull && long.isNull)
    #expect(short != long)
    #expect(ObjectID(bytes: [UInt8](repeating: 0, count: 19)) == nil)
  }

  @Test(
    "what lies inside a folder",
    arguments: [
      ("Drafts/a.md", "Drafts", true), ("Drafts", "Drafts", true), ("Draftsman", "Drafts", false),
      ("Draft", "Drafts", false), ("a", "", true), ("", "", true), ("", "a", false),
    ]
  )
  func inside(path: GitPath, folder: GitPath, isInside: Bool) {
    #expect(path.isInside(folder) == isInside)
  }

  @Test("paths are joined by one slash")
  func joining() {
    #expect(GitPath("").appending("a") == "a")
    #expect(GitPath("a").appending("b/c") == "a/b/c")
    #expect(GitPath("a").appending("") == "a")
    #expect(GitPath("a").appending([0xFF]).bytes == [0x61, 0x2F, 0xFF])
  }
}
