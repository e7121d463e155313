/// Values by name, in the order in which they were added, as Ruby's Hash keeps them.
///
/// One array holds everything: every entry carries the head of one chain of a hash table and its
/// own link in another. Small objects, which are nearly all, are searched from the front.
public struct Object: Sendable {
  /// A name, with the hash that finds it without looking at its bytes.
  public struct HashedKey: Sendable, Hashable {
    /// The name.
    public let text: Text
    let hash: Int

    /// Hashes a name once.
    public init(_ text: Text) {
      self.init(text, hash: unsafe Self.hash(of: Bytes(of: text.bytes)))
    }

    init(_ text: Text, hash: Int) {
      self.text = text
      self.hash = hash
    }

    /// Compares the hashes first, which nearly always decides.
    public static func == (left: HashedKey, right: HashedKey) -> Bool {
      left.hash == right.hash && left.text == right.text
    }

    /// Returns the hash of a name, which differs from process to process: nobody can choose names
    /// that all fall together.
    ///
    /// Of a short name, which most are, it says all: no other has the same, so that to compare hashes is
    /// to compare names. A negative hash is such a one.
    static func hash(of bytes: Bytes) -> Int {
      guard let base = unsafe bytes.base, !bytes.isEmpty else { return 0 }
      let count = bytes.count
      return unsafe count <= 7 ? hash(ofShort: count, base) : hash(ofLong: count, base)
    }

    /// Mixes the bytes and their number in steps that can all be undone, within 63 bits.
    private static func hash(ofShort count: Int, _ base: UnsafePointer<UInt8>) -> Int {
      var word = UInt64(truncatingIfNeeded: count) << 56
      if count >= 4 {
        let rest =
          unsafe base.halfWord(at: count &- 4) >> UInt64(truncatingIfNeeded: 8 &* (8 &- count))
        word |= unsafe base.halfWord(at: 0) | rest << 32
      } else {
        word |= unsafe base.few(count)
      }
      let below: UInt64 = 1 << 63 - 1
      word = (word ^ secret) &* seed & below
      word = (word ^ word >> 32) &* secret & below
      return Int(truncatingIfNeeded: (word ^ word >> 32) | ~below)
    }

    /// The multiplications of wyhash, which for short texts are much faster than SipHash.
    private static func hash(ofLong count: Int, _ base: UnsafePointer<UInt8>) -> Int {
      var state = seed
      var index = 0
      while index + 16 < count {
        state = unsafe mix(base.word(at: index) ^ state, base.word(at: index + 8) ^ secret)
        index += 16
      }
      let low = unsafe base.word(at: max(0, count - 16))
      let high = unsafe base.word(at: count - 8)
      let mixed = mix(low ^ state, high ^ secret ^ UInt64(truncatingIfNeeded: count))
      return Int(truncatingIfNeeded: mix(mixed ^ secret, state) >> 1)
    }

    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
      let product = left.multipliedFullWidth(by: right)
      return product.high ^ product.low
    }

    private static let seed = UInt64.random(in: .min ... .max) | 1
    private static let secret = UInt64.random(in: .min ... .max) | 1
  }

  struct Entry {
    // First, so that an entry's address is that of its value.
    var value: Value
    /// In an object's first entry, the marks of all its names, see ``mark(of:)``.
    ///
    /// A name whose mark is not among them is not there. Stands where the value leaves bytes unused.
    var marks: UInt32
    let key: HashedKey
    /// The first entry of the chain whose number is this entry's position, or -1.
    var head: Int32 = -1
    /// The next entry of the chain that this entry is in, or -1.
    var next: Int32 = -1
  }

  private(set) var entries: [Entry] = []

  /// An object without entries.
  public init() {}

  /// Takes entries in their order; a later one replaces an earlier one of the same name.
  public init(_ pairs: some Sequence<(Text, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// The names in their order.
  public var keys: [Text] { entries.map(\.key.text) }

  /// The values in their order.
  public var values: [Value] { entries.map(\.value) }

  /// The value of a name, or `nil` if there is no such entry; setting `nil` does nothing.
  public subscript(key: Text) -> Value? {
    get { value(of: HashedKey(key)) }
    set { if let newValue { set(HashedKey(key), to: newValue) } }
  }

  /// Returns the value of a name that was hashed before.
  public func value(of key: HashedKey) -> Value? {
    position(of: key).map { entries[$0].value }
  }

  private mutating func set(_ key: HashedKey, to value: Value) {
    if let position = position(of: key) {
      entries[position].value = value
      return
    }
    let mark = Self.mark(of: key.hash)
    entries.append(Entry(value: value, marks: mark, key: key))
    entries[0].marks |= mark
    guard entries.count > Self.smallest else { return }
    if entries.count & (entries.count - 1) == 0 { rebuildChains() } else { link(entries.count - 1) }
  }

  /// Up to this size comparing a few hashes in a row beats following a chain.
  private static let smallest = 15

  private func position(of key: HashedKey) -> Int? {
    unsafe entries.withUnsafeBufferPointer {
      unsafe Self.position(of: NameKey(of: key.text.bytes, hash: key.hash), in: $0)
    }
  }

  /// Returns where the value of a name stands among entries that somebody holds.
  static func find(_ key: NameKey, in entries: UnsafeBufferPointer<Entry>) -> UnsafePointer<Value>?
  {
    guard let position = unsafe position(of: key, in: entries) else { return nil }
    return unsafe entries.baseAddress.map {
      unsafe UnsafeRawPointer($0 + position).assumingMemoryBound(to: Value.self)
    }
  }

  /// Whether a glance at the marks shows that there is no such name.
  @inline(__always)
  static func lacks(_ key: NameKey, _ entries: UnsafeBufferPointer<Entry>) -> Bool {
    guard entries.count > 0, let first = entries.baseAddress else { return true }
    return unsafe first.pointee.marks & mark(of: key.hash) == 0
  }

  @inline(__always)
  static func position(of key: NameKey, in entries: UnsafeBufferPointer<Entry>) -> Int? {
    guard entries.count <= smallest else { return unsafe positionInChain(of: key, in: entries) }
    guard let first = entries.baseAddress, unsafe !lacks(key, entries) else { return nil }
    var index = 0
    while index < entries.count {
      if unsafe key.isName(of: first + index) { return index }
      index &+= 1
    }
    return nil
  }

  @inline(never)
  private static func positionInChain(of key: NameKey, in entries: UnsafeBufferPointer<Entry>)
    -> Int?
  {
    guard let first = entries.baseAddress else { return nil }
    var index = unsafe Int(entries[chain(of: key.hash, among: entries.count)].head)
    while index >= 0 {
      if unsafe key.isName(of: first + index) { return index }
      index = unsafe Int(entries[index].next)
    }
    return nil
  }

  /// One bit out of 32 for a name: the few names of a small object leave most of them unset, so that
  /// a name which it has not is nearly always missed at a glance.
  @inline(__always)
  private static func mark(of hash: Int) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: hash) }

  /// There are as many chains as the greatest power of two within the count.
  private static func chain(of hash: Int, among count: Int) -> Int {
    let chains = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
    return hash & (chains - 1)
  }

  private mutating func link(_ position: Int) {
    let chain = Self.chain(of: entries[position].key.hash, among: entries.count)
    entries[position].next = entries[chain].head
    entries[chain].head = Int32(truncatingIfNeeded: position)
  }

  private mutating func rebuildChains() {
    for position in entries.indices { entries[position].head = -1 }
    for position in entries.indices { link(position) }
  }
}

extension Object: Hashable {
  /// Compares entries regardless of their order.
  public static func == (left: Object, right: Object) -> Bool {
    left.count == right.count
      && left.entries.allSatisfy { right.value(of: $0.key) == $0.value }
  }

  /// Hashes the entries regardless of their order.
  public func hash(into hasher: inout Hasher) {
    // With the values, so that a thousand objects of the same names do not all fall together.
    hasher.combine(
      entries.reduce(0) { hash, entry in
        var hasher = Hasher()
        hasher.combine(entry.key.hash)
        hasher.combine(entry.value)
        return hash ^ hasher.finalize()
      }
    )
  }
}

extension Object: ExpressibleByDictionaryLiteral {
  /// What a name is written as.
  public typealias Key = Text
  /// What an entry holds.
  public typealias Value = Liquid.Value

  /// Takes entries written in the source.
  public init(dictionaryLiteral elements: (Text, Value)...) { self.init(elements) }
}
