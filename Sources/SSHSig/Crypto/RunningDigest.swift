internal import CCrypto
public import Diagnostics

/// A digest of bytes that come in pieces.
///
/// It has one owner, which either finishes it or lets it go.
@safe public struct RunningDigest: ~Copyable {
  private let algorithm: HashAlgorithm
  private let context: OpaquePointer

  /// Starts with no bytes; throws only if libcrypto fails.
  public init(_ algorithm: HashAlgorithm, _ libcrypto: Libcrypto) throws(Diagnostic) {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .libcryptoFailed("hash") }
    guard unsafe EVP_DigestInit_ex2(context, libcrypto.method(algorithm).pointer, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw .libcryptoFailed("hash")
    }
    self.algorithm = algorithm
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds the next piece; throws only if libcrypto fails.
  public mutating func update(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
    let isAdded =
      unsafe bytes.withContiguousStorageIfAvailable { unsafe add($0) }
      ?? Array(bytes).withUnsafeBufferPointer { unsafe add($0) }
    guard isAdded else { throw .libcryptoFailed("hash") }
  }

  /// Returns the digest of all pieces; throws only if libcrypto fails.
  public consuming func finish() throws(Diagnostic) -> Digest {
    var result = [UInt8](repeating: 0, count: algorithm.byteCount)
    guard unsafe EVP_DigestFinal_ex(context, &result, nil) == 1 else {
      throw .libcryptoFailed("hash")
    }
    return Digest(algorithm, result)
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
  }
}
