internal import CCrypto
public import Diagnostics

/// libcrypto's hash functions, looked up once.
///
/// Looking one up costs more than hashing a page of text, and the first look-up starts libcrypto
/// (about 1.5 ms). So whoever hashes or verifies holds one of these and hands it on; a command that
/// needs neither never makes one. Nothing in it changes after `init`, and libcrypto lets threads
/// share such values, so it may be used from all of them.
public final class Libcrypto: Sendable {
  private let sha256: HashMethod
  private let sha384: HashMethod
  private let sha512: HashMethod

  /// Starts libcrypto; throws if it cannot give SHA-2.
  public init() throws(Diagnostic) {
    sha256 = try HashMethod("SHA2-256")
    sha384 = try HashMethod("SHA2-384")
    sha512 = try HashMethod("SHA2-512")
  }

  /// Returns the digest of some bytes; throws only if libcrypto fails.
  public func digest(
    _ algorithm: HashAlgorithm,
    of bytes: some Sequence<UInt8>
  ) throws(Diagnostic) -> Digest {
    let result =
      unsafe bytes.withContiguousStorageIfAvailable { unsafe hash(algorithm, $0) }
      ?? Array(bytes).withUnsafeBufferPointer { unsafe hash(algorithm, $0) }
    guard let result else { throw .libcryptoFailed("hash") }
    return Digest(algorithm, result)
  }

  func method(_ algorithm: HashAlgorithm) -> HashMethod {
    switch algorithm {
    case .sha256: sha256
    case .sha384: sha384
    case .sha512: sha512
    }
  }

  private func hash(_ algorithm: HashAlgorithm, _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: algorithm.byteCount)
    let method = method(algorithm)
    let status = unsafe EVP_Digest(
      bytes.baseAddress,
      bytes.count,
      &result,
      nil,
      method.pointer,
      nil
    )
    return status == 1 ? result : nil
  }
}

/// The owner of one hash function as libcrypto implements it.
@safe final class HashMethod: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ name: String) throws(Diagnostic) {
    guard let pointer = unsafe EVP_MD_fetch(nil, name, nil) else {
      throw .libcryptoFailed("find \(name)")
    }
    unsafe self.pointer = pointer
  }

  deinit { unsafe EVP_MD_free(pointer) }
}
