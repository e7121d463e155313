"""Writes signatures/*.txt: a header with what is expected, then a signature.

ssh-keygen makes the keys and the honest signatures, and says of every vector whether it accepts it.
Private halves live in a folder that is removed at once.
"""

import hashlib
import os
import pathlib
import struct
import subprocess
import tempfile

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, utils

from sshwire import *

FOLDER = pathlib.Path(__file__).with_name("signatures")
SK_DUMMY = "/usr/lib/openssh/regress/misc/sk-dummy/sk-dummy.so"
ENVIRONMENT = os.environ | {"SSH_SK_PROVIDER": SK_DUMMY}
PRINCIPAL = "dana.reyes@meridian.example"
NAMESPACE = "ghost-approval"
TEXT = "Retention rose to 118%."
MESSAGE = (TEXT + "\n").encode()
SK_ED25519 = "sk-ssh-ed25519@openssh.com"
SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"

work = tempfile.TemporaryDirectory()


def keygen(*arguments, **options):
    return subprocess.run(
        ["ssh-keygen", *arguments], env=ENVIRONMENT, capture_output=True, **options
    )


def make(name, *kind):
    path = f"{work.name}/{name}"
    keygen("-q", "-t", *kind, "-N", "", "-C", "", "-f", path, check=True)
    return path


def blob(path):
    return base64.b64decode(pathlib.Path(path + ".pub").read_text().split()[1])


def private(path):
    return serialization.load_ssh_private_key(pathlib.Path(path).read_bytes(), None)


def sign(path, hash="sha512", namespace=NAMESPACE):
    arguments = ["-Y", "sign", "-f", path, "-n", namespace, "-O", f"hashalg={hash}"]
    return keygen(*arguments, input=MESSAGE, check=True).stdout.decode()


def write(name, expect, text, signer, namespace=NAMESPACE):
    signers, signature = f"{work.name}/signers", f"{work.name}/signature"
    pathlib.Path(signers).write_text(f"{PRINCIPAL} {signer}\n")
    pathlib.Path(signature).write_text(text)
    arguments = ["-f", signers, "-I", PRINCIPAL, "-n", namespace, "-s", signature]
    verdict = keygen("-Y", "verify", *arguments, input=MESSAGE)
    header = {
        "expect": expect,
        "openssh": "refuses" if verdict.returncode else "accepts",
        "principal": PRINCIPAL,
        "namespace": namespace,
        "digest": "sha256:" + hashlib.sha256(MESSAGE).hexdigest(),
        "message": TEXT,
        "signer": signer,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in header.items())
    FOLDER.joinpath(name + ".txt").write_text(f"{lines}\n{text}")


def honest():
    kinds = {
        "ed25519": ["ed25519"],
        "ecdsa-256": ["ecdsa", "-b", "256"],
        "ecdsa-384": ["ecdsa", "-b", "384"],
        "ecdsa-521": ["ecdsa", "-b", "521"],
        "rsa-2048": ["rsa", "-b", "2048"],
        "rsa-3072": ["rsa", "-b", "3072"],
        "rsa-4096": ["rsa", "-b", "4096"],
        "ed25519-sk": ["ed25519-sk"],
        "ecdsa-sk": ["ecdsa-sk"],
    }
    keys = {name: make(name, *kind) for name, kind in kinds.items()}
    for name, path in keys.items():
        for hash in ["sha256", "sha512"]:
            write(f"{name}.{hash}", "valid", sign(path, hash), public(blob(path)))
        other = sign(path, namespace="git")
        write(f"{name}.other-namespace", "sshsig.wrong-namespace", other, public(blob(path)))
    for name in ["ed25519-sk", "ecdsa-sk"]:
        path = make(f"untouched-{name}", name, "-O", "no-touch-required")
        write(f"{name}.untouched", "sshsig.no-user-presence", sign(path), public(blob(path)))
    weak = make("rsa-1024", "rsa", "-b", "1024")
    write("rsa-1024", "sshsig.weak-key", sign(weak), public(blob(weak)))
    old = make("dsa", "dsa")
    write("dsa", "sshsig.unsupported-key", sign(old), public(blob(old)))
    keygen("-q", "-s", keys["ecdsa-256"], "-I", "x", "-n", PRINCIPAL, keys["ed25519"] + ".pub", check=True)
    certified = sign(keys["ed25519"] + "-cert.pub")
    authority = "cert-authority " + public(blob(keys["ecdsa-256"]))
    write("certificate", "sshsig.certificate", certified, authority)
    return keys


def layout(path):
    """Honest numbers in an envelope that was tampered with."""
    text, key = sign(path), blob(path)
    signer, signature = public(key), fields(dearmor(text))[4]
    good = dearmor(text)
    for name, expect, changed in [
        ("version-0", "sshsig.unsupported-version", sshsig(key, NAMESPACE, signature, version=0)),
        ("version-2", "sshsig.unsupported-version", sshsig(key, NAMESPACE, signature, version=2)),
        ("reserved", "sshsig.reserved-field", sshsig(key, NAMESPACE, signature, reserved=b"x")),
        ("trailing", "sshsig.trailing-bytes", good + b"\0"),
        ("truncated", "sshsig.truncated", good[:-1]),
        ("magic", "sshsig.not-a-signature", b"sshsig" + good[6:]),
        ("namespace-nul", "sshsig.bad-name", sshsig(key, NAMESPACE + "\0", signature)),
        ("namespace-empty", "sshsig.bad-name", sshsig(key, "", signature)),
        ("hash-other", "sshsig.bad-signature", sshsig(key, NAMESPACE, signature, hash="sha256")),
        ("hash-sha1", "sshsig.unsupported-hash", sshsig(key, NAMESPACE, signature, hash="sha1")),
        ("hash-sha384", "sshsig.unsupported-hash", sshsig(key, NAMESPACE, signature, hash="sha384")),
        ("value-trailing", "sshsig.trailing-bytes", sshsig(key, NAMESPACE, signature + b"\0")),
    ]:
        write(f"layout.{name}", expect, armor(changed), signer)
    other = make("other", "ed25519")
    write("layout.other-key", "sshsig.wrong-key", text, public(blob(other)))
    swapped = sshsig(blob(other), NAMESPACE, signature)
    write("layout.swapped-key", "sshsig.bad-signature", armor(swapped), public(blob(other)))
    lines = text.split("\n")
    for name, expect, changed in [
        ("width-76", "valid", armor(good, 76)),
        ("width-64", "sshsig.bad-armor", armor(good, 64)),
        ("one-line", "sshsig.bad-armor", armor(good, 10_000)),
        ("after", "sshsig.bad-armor", text + "Approved.\n"),
        ("before", "sshsig.not-a-signature", "\n" + text),
        ("no-last-break", "sshsig.bad-armor", text[:-1]),
        ("space", "sshsig.bad-armor", text.replace("\n", "\n ", 1)),
        ("blank-line", "sshsig.bad-armor", text.replace("\n", "\n\n", 1)),
        ("no-end", "sshsig.bad-armor", "\n".join(lines[:-2]) + "\n"),
        ("twice", "sshsig.bad-armor", text + text),
        ("spare-bits", "sshsig.bad-armor", spare_bits(text)),
    ]:
        write(f"armor.{name}", expect, changed, signer)


def spare_bits(text):
    """Sets a bit behind the last byte, which a lenient base64 reader drops."""
    head, tail = text.rsplit("=\n", 1)
    head, padding = head.rstrip("="), "=" * (len(head) - len(head.rstrip("=")) + 1)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return head[:-1] + alphabet[alphabet.index(head[-1]) + 1] + padding + "\n" + tail


def edwards(path):
    key = blob(path)
    value = take(take(fields(dearmor(sign(path)))[4])[1])[0]
    s = int.from_bytes(value[32:], "little")

    def with_value(value):
        signature = string("ssh-ed25519") + string(value)
        return armor(sshsig(key, NAMESPACE, signature))

    larger = value[:32] + (s + EDWARDS_ORDER).to_bytes(32, "little")
    write("ed25519.larger-s", "sshsig.bad-signature", with_value(larger), public(key))
    write("ed25519.short", "sshsig.bad-length", with_value(value[:63]), public(key))
    write("ed25519.long", "sshsig.bad-length", with_value(value + b"\0"), public(key))
    write("ed25519.zero", "sshsig.bad-signature", with_value(bytes(64)), public(key))
    # Under the neutral point the numbers (1, 0) sign everything.
    neutral = string("ssh-ed25519") + string(b"\1" + bytes(31))
    forged = string("ssh-ed25519") + string(b"\1" + bytes(63))
    text = armor(sshsig(neutral, NAMESPACE, forged))
    write("ed25519.small-order", "sshsig.bad-key", text, public(neutral))


def elliptic(name, path):
    key, curve = blob(path), take(take(blob(path))[1])[0].decode()
    kind, order = f"ecdsa-sha2-{curve}", ORDERS[curve]
    r, rest = take(take(take(fields(dearmor(sign(path)))[4])[1])[0])
    s = take(rest)[0]
    small, large = int.from_bytes(r, "big"), int.from_bytes(s, "big")

    def with_numbers(numbers):
        return armor(sshsig(key, NAMESPACE, string(kind) + string(numbers)))

    for suffix, expect, numbers in [
        ("other-s", "valid", mpint(small) + mpint(order - large)),
        ("zero-r", "sshsig.bad-integer", mpint(0) + mpint(large)),
        ("zero-s", "sshsig.bad-integer", mpint(small) + mpint(0)),
        ("zero-byte", "sshsig.bad-integer", string(b"\0") + mpint(large)),
        ("order-r", "sshsig.bad-signature", mpint(order) + mpint(large)),
        ("order-s", "sshsig.bad-signature", mpint(small) + mpint(order)),
        ("huge-r", "sshsig.bad-length", mpint(small + order * 2**128) + mpint(large)),
        ("negative", "sshsig.bad-integer", string(b"\x80" + r) + mpint(large)),
        ("long-form", "sshsig.bad-integer", string(b"\0\0" + r.lstrip(b"\0")) + mpint(large)),
        ("trailing", "sshsig.trailing-bytes", mpint(small) + mpint(large) + b"\0"),
        ("one", "sshsig.truncated", mpint(small)),
    ]:
        write(f"{name}.{suffix}", expect, with_numbers(numbers), public(key))


def rsa(path):
    key, secret = blob(path), private(path)
    numbers = secret.private_numbers()
    n, d = numbers.public_numbers.n, numbers.d
    size = (n.bit_length() + 7) // 8

    def with_value(algorithm, value, namespace=NAMESPACE):
        return armor(sshsig(key, namespace, string(algorithm) + string(value)))

    def raw(block):
        return pow(int.from_bytes(block, "big"), d, n).to_bytes(size, "big")

    data = signed(MESSAGE, NAMESPACE)
    by_256 = secret.sign(data, padding.PKCS1v15(), hashes.SHA256())
    by_512 = secret.sign(data, padding.PKCS1v15(), hashes.SHA512())
    by_sha1 = secret.sign(data, padding.PKCS1v15(), hashes.SHA1())
    pss = secret.sign(data, padding.PSS(padding.MGF1(hashes.SHA512()), 64), hashes.SHA512())
    digest = hashlib.sha512(data).digest()
    info = bytes.fromhex("3051300d060960864801650304020305000440") + digest
    bare = bytes.fromhex("304f300b0609608648016503040203") + b"\x04\x40" + digest
    full = lambda tail: b"\0\1" + b"\xff" * (size - 3 - len(tail)) + b"\0" + tail
    short = lambda tail: (b"\0\1" + b"\xff" * 8 + b"\0" + tail).ljust(size, b"\0")
    larger = int.from_bytes(by_512, "big") + n
    for name, expect, text in [
        ("rsa-sha2-256", "valid", with_value("rsa-sha2-256", by_256)),
        ("rsa-sha2-512", "valid", with_value("rsa-sha2-512", by_512)),
        ("mislabelled", "sshsig.bad-signature", with_value("rsa-sha2-256", by_512)),
        ("sha1", "sshsig.unsupported-algorithm", with_value("ssh-rsa", by_sha1)),
        ("other-kind", "sshsig.unsupported-algorithm", with_value("ssh-ed25519", by_512)),
        ("certificate", "sshsig.unsupported-algorithm",
            with_value("rsa-sha2-512-cert-v01@openssh.com", by_512)),
        ("pss", "sshsig.bad-signature", with_value("rsa-sha2-512", pss)),
        ("zero", "sshsig.bad-signature", with_value("rsa-sha2-512", bytes(size))),
        ("long", "sshsig.bad-length", with_value("rsa-sha2-512", b"\0" + by_512)),
        ("crafted", "valid", with_value("rsa-sha2-512", raw(full(info)))),
        ("no-null", "sshsig.bad-signature", with_value("rsa-sha2-512", raw(full(bare)))),
        ("garbage", "sshsig.bad-signature", with_value("rsa-sha2-512", raw(short(info)))),
    ]:
        write(f"rsa.{name}", expect, text, public(key))
    if larger.bit_length() <= size * 8:
        text = with_value("rsa-sha2-512", larger.to_bytes(size, "big"))
        write("rsa.plus-modulus", "sshsig.bad-signature", text, public(key))
    for number in range(5_000):
        namespace = f"n{number}"
        data = signed(MESSAGE, namespace)
        value = secret.sign(data, padding.PKCS1v15(), hashes.SHA512())
        if value[0] == 0:
            text = with_value("rsa-sha2-512", value, namespace)
            write("rsa.leading-zero", "valid", text, public(key), namespace)
            text = with_value("rsa-sha2-512", value[1:], namespace)
            write("rsa.short", "sshsig.bad-length", text, public(key), namespace)
            break


def authenticators():
    """Security keys in software: their flags, counters and applications can be chosen."""
    elliptic_key = ec.generate_private_key(ec.SECP256R1())
    point = elliptic_key.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    edwards_key = ed25519.Ed25519PrivateKey.generate()
    flat = edwards_key.public_key().public_bytes_raw()
    data = signed(MESSAGE, NAMESPACE)

    def statement(application, flags, counter):
        head = hashlib.sha256(application).digest() + bytes([flags]) + struct.pack(">I", counter)
        return head + hashlib.sha256(data).digest()

    def write_both(name, expect, flags, counter=7, application=b"ssh:", shown=None):
        shown = flags if shown is None else shown
        tail = bytes([shown]) + struct.pack(">I", counter)
        said = statement(application, flags, counter)
        key = string(SK_ED25519) + string(flat) + string(application)
        value = string(SK_ED25519) + string(edwards_key.sign(said)) + tail
        write(f"sk-ed25519.{name}", expect, armor(sshsig(key, NAMESPACE, value)), public(key))
        key = string(SK_ECDSA) + string("nistp256") + string(point) + string(application)
        r, s = utils.decode_dss_signature(elliptic_key.sign(said, ec.ECDSA(hashes.SHA256())))
        value = string(SK_ECDSA) + string(mpint(r) + mpint(s)) + tail
        write(f"sk-ecdsa.{name}", expect, armor(sshsig(key, NAMESPACE, value)), public(key))

    write_both("touched", "valid", 0x01)
    write_both("touched-and-verified", "valid", 0x05, counter=0xFFFFFFFF)
    write_both("verified-only", "sshsig.no-user-presence", 0x04)
    write_both("no-flags", "sshsig.no-user-presence", 0x00)
    write_both("claimed-touch", "sshsig.bad-signature", 0x00, shown=0x01)
    write_both("application", "valid", 0x01, application=b"ssh:meridian")
    write_both("no-application", "valid", 0x01, application=b"")

    # A plain signature under a security key's name, and the browser's form of one.
    key = string(SK_ED25519) + string(flat) + string("ssh:")
    plain = string(SK_ED25519) + string(edwards_key.sign(data)) + b"\1\0\0\0\7"
    write("sk-ed25519.plain", "sshsig.bad-signature", armor(sshsig(key, NAMESPACE, plain)), public(key))
    bare = string(SK_ED25519) + string(edwards_key.sign(statement(b"ssh:", 1, 7)))
    write("sk-ed25519.bare", "sshsig.truncated", armor(sshsig(key, NAMESPACE, bare)), public(key))
    key = string(SK_ECDSA) + string("nistp256") + string(point) + string("ssh:")
    challenge = base64.urlsafe_b64encode(data).decode().rstrip("=")
    client = f'{{"type":"webauthn.get","challenge":"{challenge}","origin":"https://m.example"}}'
    head = hashlib.sha256(b"ssh:").digest() + b"\1\0\0\0\7"
    said = head + hashlib.sha256(client.encode()).digest()
    r, s = utils.decode_dss_signature(elliptic_key.sign(said, ec.ECDSA(hashes.SHA256())))
    web = string("webauthn-" + SK_ECDSA) + string(mpint(r) + mpint(s)) + b"\1\0\0\0\7"
    web += string("https://m.example") + string(client) + string("")
    expect = "sshsig.unsupported-algorithm"
    write("sk-ecdsa.webauthn", expect, armor(sshsig(key, NAMESPACE, web)), public(key))


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    keys = honest()
    layout(keys["ed25519"])
    edwards(keys["ed25519"])
    for name in ["ecdsa-256", "ecdsa-384", "ecdsa-521"]:
        elliptic(name, keys[name])
    rsa(keys["rsa-2048"])
    authenticators()


with work:
    main()
