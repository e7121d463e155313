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
    /// The multiplications of wyhash, which for short names are much faster than SipHash.
    static func hash(of bytes: Bytes) -> Int {
      guard let base = unsafe bytes.base else { return 0 }
      let count = bytes.count
      var (low, high): (UInt64, UInt64) = (0, 0)
      var state = seed
      switch count {
      case 0: break
      case 1...3:
        low = unsafe UInt64(base[0]) << 16 | UInt64(base[count >> 1]) << 8
        low |= unsafe UInt64(base[count - 1])
      case 4...7: unsafe (low, high) = (base.halfWord(at: 0), base.halfWord(at: count - 4))
      case 8...16: unsafe (low, high) = (base.word(at: 0), base.word(at: count - 8))
      default:
        var index = 0
        while index + 16 < count {
          state = unsafe mix(base.word(at: index) ^ state, base.word(at: index + 8) ^ secret)
          index += 16
        }
        unsafe (low, high) = (base.word(at: count - 16), base.word(at: count - 8))
      }
      let mixed = mix(low ^ state, high ^ secret ^ UInt64(truncatingIfNeeded: count))
      return Int(truncatingIfNeeded: mix(mixed ^ secret, state))
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
    entries.append(Entry(value: value, key: key))
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

  @inline(__always)
  static func position(of key: NameKey, in entries: UnsafeBufferPointer<Entry>) -> Int? {
    guard entries.count <= smallest else { return unsafe positionInChain(of: key, in: entries) }
    guard let first = entries.baseAddress else { return nil }
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
