internal import CCrypto
import Diagnostics

/// The owner of libcrypto's form of a public key, made ready to verify with one hash function.
///
/// Making one costs as much as a verification, and to set up a verification an eighth of it, with
/// locks that threads wait for; so a ``Verifier`` keeps them, and each verification begins with a
/// copy. libcrypto lets threads share what nobody changes, and nothing here changes it.
@safe final class VerifyingKey: @unchecked Sendable {
  private let key: OpaquePointer
  private let prepared: OpaquePointer

  /// Throws if libcrypto does not take the key: its point is not on the curve, most of all.
  ///
  /// The hash is `nil` for Ed25519, which brings its own, and where no signature is to be verified.
  init(_ publicKey: PublicKey, hash: HashMethod?) throws(Diagnostic) {
    let key =
      switch publicKey.material {
      case .edwards(let point): unsafe Self.edwardsKey(point)
      case .elliptic(let curve, let point): unsafe Self.ellipticKey(curve, point)
      case .rsa(let exponent, let modulus): unsafe Self.rsaKey(exponent, modulus)
      }
    guard let key = unsafe key else { throw .badKey("libcrypto refuses its numbers") }
    guard let prepared = unsafe Self.prepare(key, hash) else {
      unsafe EVP_PKEY_free(key)
      throw .libcryptoFailed("verify")
    }
    unsafe self.key = key
    unsafe self.prepared = prepared
  }

  deinit {
    unsafe EVP_MD_CTX_free(prepared)
    unsafe EVP_PKEY_free(key)
  }

  private static func prepare(_ key: OpaquePointer, _ hash: HashMethod?) -> OpaquePointer? {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    // For RSA the padding is PKCS #1 v1.5 unless one asks for another, which nobody does.
    guard unsafe EVP_DigestVerifyInit(context, nil, hash?.pointer, nil, key) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    return unsafe context
  }

  /// Whether a signature in libcrypto's form was made over a message with this key.
  ///
  /// A failure of libcrypto counts as no.
  func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let context = unsafe EVP_MD_CTX_new() else { return false }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_MD_CTX_copy_ex(context, prepared) == 1 else { return false }
    return unsafe EVP_DigestVerify(
      context,
      signature,
      signature.count,
      message,
      message.count
    ) == 1
  }

  private static func edwardsKey(_ point: [UInt8]) -> OpaquePointer? {
    unsafe EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, point, point.count)
  }

  private static func ellipticKey(_ curve: EllipticCurve, _ point: [UInt8]) -> OpaquePointer? {
    var group = Array(curve.groupName.utf8CString)
    var point = point
    return unsafe group.withUnsafeMutableBufferPointer { group in
      unsafe point.withUnsafeMutableBufferPointer { point in
        unsafe makeKey(
          "EC",
          [CCryptoGroupName(group.baseAddress), CCryptoPoint(point.baseAddress, point.count)]
        )
      }
    }
  }

  private static func rsaKey(_ exponent: [UInt8], _ modulus: [UInt8]) -> OpaquePointer? {
    var exponent = nativeOrder(exponent)
    var modulus = nativeOrder(modulus)
    return unsafe exponent.withUnsafeMutableBufferPointer { exponent in
      unsafe modulus.withUnsafeMutableBufferPointer { modulus in
        unsafe makeKey(
          "RSA",
          [
            CCryptoModulus(modulus.baseAddress, modulus.count),
            CCryptoExponent(exponent.baseAddress, exponent.count),
          ]
        )
      }
    }
  }

  /// libcrypto wants the numbers among its parameters in the machine's own byte order.
  private static func nativeOrder(_ magnitude: [UInt8]) -> [UInt8] {
    #if _endian(big)
    magnitude
    #else
    magnitude.reversed()
    #endif
  }

  private static func makeKey(_ algorithm: String, _ parameters: [OSSL_PARAM]) -> OpaquePointer? {
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) else { return nil }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    guard unsafe EVP_PKEY_fromdata_init(context) == 1 else { return nil }
    var parameters = unsafe parameters + [OSSL_PARAM_construct_end()]
    var key: OpaquePointer?
    let status = unsafe EVP_PKEY_fromdata(context, &key, CCryptoPublicKey, &parameters)
    return unsafe status == 1 ? key : nil
  }
}
