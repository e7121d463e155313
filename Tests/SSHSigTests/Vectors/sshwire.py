"""The bytes of SSH's keys and signatures, written from the specifications for the vectors' sake."""

import base64
import hashlib
import struct

ORDERS = {
    "nistp256": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "nistp384": 2**384 - 0x389CB27E0BC8D220A7E5F24DB74F58851313E695333AD68D,
    "nistp521": 2**521 - 0x5AE79787C40D069948033FEB708F65A2FC44A36477663B851449048E16EC79BF7,
}
EDWARDS_ORDER = 2**252 + 27742317777372353535851937790883648493


def string(value):
    value = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(value)) + value


def mpint(number):
    """A positive number in its shortest form (RFC 4251, section 5)."""
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big") if number else b"")


def take(blob):
    """The first string of a blob, and what follows it."""
    length = struct.unpack(">I", blob[:4])[0]
    return blob[4 : 4 + length], blob[4 + length :]


def armor(blob, width=70):
    text = base64.b64encode(blob).decode()
    lines = [text[i : i + width] for i in range(0, len(text), width)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def dearmor(text):
    return base64.b64decode("".join(text.split("\n")[1:-2]))


def public(blob):
    return f"{take(blob)[0].decode()} {base64.b64encode(blob).decode()}"


def signed(message, namespace, hash="sha512", reserved=b""):
    """What a key signs (PROTOCOL.sshsig, section 3)."""
    digest = hashlib.new(hash, message).digest()
    return b"SSHSIG" + b"".join(map(string, [namespace, reserved, hash, digest]))


def sshsig(key, namespace, signature, hash="sha512", reserved=b"", version=1):
    fields = [key, namespace, reserved, hash, signature]
    return b"SSHSIG" + struct.pack(">I", version) + b"".join(map(string, fields))


def fields(blob):
    """Key, namespace, reserved field, hash and signature of a signature."""
    rest, result = blob[10:], []
    for _ in range(5):
        value, rest = take(rest)
        result.append(value)
    return result
