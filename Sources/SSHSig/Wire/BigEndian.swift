extension ArraySlice<UInt8> {
  /// The bits of the number that these bytes are, most significant byte first.
  var bitWidth: Int {
    let significant = drop { $0 == 0 }
    guard let first = significant.first else { return 0 }
    return significant.count * 8 - first.leadingZeroBitCount
  }
}
