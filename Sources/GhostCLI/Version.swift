/// Which ghost this is; both change in the commit that is tagged.
enum Version {
  static let number = "0.1.0"
  static let date = "2026-11-25"
}
