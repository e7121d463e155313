"""Writes keys.txt: public keys of every kind with what ssh-keygen -l says of them.

The private halves are made in a folder that is removed at once. sk- keys come from the dummy
authenticator of OpenSSH's own regression tests (Debian: openssh-tests).
"""

import os
import pathlib
import subprocess
import tempfile

SK_DUMMY = "/usr/lib/openssh/regress/misc/sk-dummy/sk-dummy.so"
KINDS = [
    ["ed25519"],
    ["ecdsa", "-b", "256"],
    ["ecdsa", "-b", "384"],
    ["ecdsa", "-b", "521"],
    ["rsa", "-b", "2048"],
    ["rsa", "-b", "3072"],
    ["rsa", "-b", "4096"],
    ["ed25519-sk"],
    ["ecdsa-sk"],
]


def main():
    vectors = []
    with tempfile.TemporaryDirectory() as folder:
        for number, kind in enumerate(KINDS * 2):
            path = f"{folder}/{number}"
            comment = "dana@meridian.example, her own laptop" if number < len(KINDS) else ""
            subprocess.run(
                ["ssh-keygen", "-q", "-t", *kind, "-N", "", "-C", comment, "-f", path],
                check=True,
                env=os.environ | {"SSH_SK_PROVIDER": SK_DUMMY},
            )
            printed = subprocess.run(
                ["ssh-keygen", "-l", "-f", f"{path}.pub"], check=True, capture_output=True, text=True
            ).stdout
            vectors.append(printed + pathlib.Path(f"{path}.pub").read_text())
    pathlib.Path(__file__).with_name("keys.txt").write_text("\n".join(vectors))


main()
