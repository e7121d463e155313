import Diagnostics

/// What can be wrong with the layout of a blob.
extension Diagnostic {
  static func truncated(_ field: StaticString) -> Diagnostic {
    Diagnostic(.error, "sshsig.truncated", "the \(field) ends too early")
  }

  static func trailingBytes(_ count: Int, after whole: StaticString) -> Diagnostic {
    Diagnostic(.error, "sshsig.trailing-bytes", "\(count) more bytes follow the \(whole)")
  }

  static func badName(_ field: StaticString) -> Diagnostic {
    Diagnostic(.error, "sshsig.bad-name", "the \(field) holds what no name may hold")
  }

  static func badInteger(_ field: StaticString) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.bad-integer",
      "the \(field) is no positive number in its shortest form"
    )
  }

  static func badBase64() -> Diagnostic {
    Diagnostic(.error, "sshsig.bad-base64", "this is not base64 in its canonical form")
  }
}

/// What can be wrong with a key.
extension Diagnostic {
  static func notAKey() -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.not-a-key",
      "this is no public key",
      hint:
        "a public key reads 'ssh-ed25519 AAAA… comment'; it stands in the file that ends in .pub"
    )
  }

  static func unsupportedKey(_ name: String) -> Diagnostic {
    let isCertificate = name.utf8.suffix(21).elementsEqual("-cert-v01@openssh.com".utf8)
    return isCertificate
      ? Diagnostic(
        .error,
        "sshsig.certificate",
        "certificates do not count: '\(name)'",
        hint: "take the plain public key"
      )
      : Diagnostic(
        .error,
        "sshsig.unsupported-key",
        "keys of type '\(name)' do not count",
        hint: "use one of \(KeyKind.allCases.map(\.rawValue).joined(separator: ", "))"
      )
  }

  static func keyTypeMismatch(written: String, _ kind: KeyKind) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.key-type-mismatch",
      "'\(written)' stands before a key of type '\(kind.rawValue)'"
    )
  }

  static func weakKey(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.weak-key",
      "the key is too weak: \(reason)",
      hint: "make one with ssh-keygen -t ed25519"
    )
  }

  static func badKey(_ reason: String) -> Diagnostic {
    Diagnostic(.error, "sshsig.bad-key", "the key is broken: \(reason)")
  }
}

/// What can be wrong with a signature before anything is computed.
extension Diagnostic {
  static func notASignature() -> Diagnostic {
    Diagnostic(.error, "sshsig.not-a-signature", "this is no SSH signature")
  }

  static func badArmor(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.bad-armor",
      "the signature is not as ssh-keygen wrote it: \(reason)",
      hint: "nothing may be added, removed or wrapped anew in a signature"
    )
  }

  static func signatureTooLarge(_ limit: Int) -> Diagnostic {
    Diagnostic(.error, "sshsig.too-large", "the signature is larger than \(limit) bytes")
  }

  static func unsupportedVersion(_ version: UInt32) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.unsupported-version",
      "the signature is of version \(version); only version 1 is known"
    )
  }

  static func reservedField() -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.reserved-field",
      "the signature carries something in a field that must be empty"
    )
  }

  static func unsupportedHash(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.unsupported-hash",
      "the message was hashed with '\(name)'; only sha256 and sha512 count"
    )
  }

  static func unsupportedAlgorithm(_ name: String, _ kind: KeyKind) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.unsupported-algorithm",
      "a signature of type '\(name)' does not count for a key of type '\(kind.rawValue)'"
    )
  }

  static func badSignatureLength() -> Diagnostic {
    Diagnostic(.error, "sshsig.bad-length", "the signature is not as long as its key demands")
  }
}

/// What can be wrong with a signature that is well formed.
extension Diagnostic {
  static func wrongNamespace(_ namespace: String, expected: String) -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.wrong-namespace",
      "the signature was made for '\(namespace)', not for '\(expected)'"
    )
  }

  static func wrongKey() -> Diagnostic {
    Diagnostic(.error, "sshsig.wrong-key", "the signature was made with another key")
  }

  static func badSignature() -> Diagnostic {
    Diagnostic(.error, "sshsig.bad-signature", "the signature does not fit the text")
  }

  static func noUserPresence() -> Diagnostic {
    Diagnostic(
      .error,
      "sshsig.no-user-presence",
      "the authenticator signed without anybody touching it",
      hint: "make the key without -O no-touch-required"
    )
  }
}

/// What can be wrong with the machine.
extension Diagnostic {
  static func libcryptoFailed(_ task: String) -> Diagnostic {
    Diagnostic(.error, "sshsig.libcrypto", "libcrypto could not \(task)", cause: .environment)
  }
}

extension Diagnostic {
  /// Returns the same diagnostic with its place, which only the caller of a parser knows.
  func located(at location: Location) -> Diagnostic {
    var result = self
    result.location = location
    return result
  }
}
