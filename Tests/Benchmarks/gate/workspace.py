#!/usr/bin/env python3
"""Writes a workspace of approved drafts: workspace.py FOLDER COUNT. The key is FOLDER/../key.

Prose of about 500 words each, seeded; the records are signed by one run of ssh-keygen.
"""

import hashlib
import pathlib
import random
import subprocess
import sys

sys.dont_write_bytecode = True
sys.argv, arguments = sys.argv[:1], sys.argv[1:]
root = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(root / "Tests/GhostKitTests/Peers"))
sys.stdin = open("/dev/null", encoding="utf-8")
import content_digest  # noqa: E402

WORDS = """price value customer service quarter contract margin cost team month answer question
renewal engineer visit hour invoice plan promise reason market supplier repair machine part order
we they keep raise lower explain measure publish charge pay trust ask show tell find because while
and but so then never always often the a each every this that""".split()


def paragraph(random):
    sentences = []
    for _ in range(random.randint(3, 6)):
        words = [random.choice(WORDS) for _ in range(random.randint(8, 20))]
        sentences.append(" ".join(words).capitalize() + ".")
    text, line, lines = " ".join(sentences), "", []
    for word in text.split():
        if len(line) + len(word) > 90:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    return "\n".join(lines + [line.rstrip()])


def draft(number):
    source = random.Random(number)
    parts = [paragraph(source) for _ in range(10)]
    parts.insert(3, "## " + source.choice(WORDS).capitalize())
    parts.insert(7, "- " + "\n- ".join(source.sample(WORDS, 4)))
    head = f"""---
title: Piece {number}
byline: Dana Reyes, CFO
exec: cfo
topic: pricing
format: article
---

"""
    return head + "\n\n".join(parts) + "\n"


def record(slug, text, number=1, previous="none"):
    digests = content_digest.digests(text.encode(), "bench", slug)
    return f"""ghost approval v1
workspace: bench
draft: {slug}
role: cfo
number: {number}
previous: {previous}
signer: dana@acme.example
name: Dana Reyes
meaning: approves for publication
method: key
text: sha256:{digests["text"]}
content: sha256:{digests["content"]}
signed-at: 2026-01-05T10:00:00Z
"""


def approve(folder, drafts):
    """Signs a record for each of {slug: (text, number, previous)}."""
    approvals = folder / "Drafts/approvals"
    approvals.mkdir(parents=True, exist_ok=True)
    files = {}
    for slug, (text, number, previous) in drafts.items():
        path = approvals / f"{slug}.cfo.{number}.approval"
        path.write_text(record(slug, text, number, previous))
        files[slug] = path
    names = [str(path) for path in files.values()]
    for start in range(0, len(names), 1000):
        subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-q", "-n", "ghost-approval", "-f", str(folder.parent / "key")]
            + names[start:start + 1000],
            check=True,
            stderr=subprocess.DEVNULL,
        )
    for path in files.values():
        signature = pathlib.Path(str(path) + ".sig")
        with path.open("a") as file:
            file.write(signature.read_text())
        signature.unlink()
    return files


def write(folder, count):
    key = (folder.parent / "key.pub").read_text()
    for path, text in {
        ".ghost/config.yml": "organisation: Acme\n",
        ".ghost/policy.yml": "workspace: bench\nroles:\n  cfo: { name: Dana Reyes, principal: "
        "dana@acme.example }\nprotected: [main]\n",
        ".ghost/allowed_signers": f'dana@acme.example namespaces="ghost-approval" {key}',
        "Templates/execs/cfo.yml": "name: Dana Reyes\ntitle: CFO\nemail: dana@acme.example\n",
        "Templates/topics/pricing.yml": "title: T\naudience: A\nangle: B\n",
        "Templates/article.md": "---\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    drafts = {}
    for number in range(count):
        text = draft(number)
        (folder / "Drafts").mkdir(exist_ok=True)
        (folder / f"Drafts/cfo-{number:05}.md").write_text(text)
        drafts[f"cfo-{number:05}"] = (text, 1, "none")
    approve(folder, drafts)


def change(folder, count):
    """Edits some drafts and approves them anew."""
    drafts = {}
    for number in range(count):
        slug = f"cfo-{number * 97:05}"
        path = folder / f"Drafts/{slug}.md"
        path.write_text(path.read_text() + "\nOne more sentence.\n")
        old = (folder / f"Drafts/approvals/{slug}.cfo.1.approval").read_bytes()
        drafts[slug] = (path.read_text(), 2, "sha256:" + hashlib.sha256(old).hexdigest())
    approve(folder, drafts)


if arguments[0] == "write":
    write(pathlib.Path(arguments[1]), int(arguments[2]))
else:
    change(pathlib.Path(arguments[1]), int(arguments[2]))
