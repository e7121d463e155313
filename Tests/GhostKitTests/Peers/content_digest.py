#!/usr/bin/env python3
"""The digests of an approval, version 1, written from Sources/GhostKit/Approvals/README.md alone.

Reads one JSON object a line, {"draft": base64, "workspace": text, "slug": text}, and answers each
with {"text": hex, "content": hex}. With `vectors FILE`, fills in the digests of a file of vectors.
"""

import base64
import hashlib
import json
import re
import sys

WORKFLOW = re.compile(rb"(due|asked): [0-9]{4}-[0-9]{2}-[0-9]{2}")


def normal_form(draft):
    """Section 1: returns the front matter and the body."""
    if draft.startswith(b"\xef\xbb\xbf"):
        draft = draft[3:]
    draft = draft.replace(b"\r\n", b"\n") if b"\r\n" in draft else draft
    draft = draft.rstrip(b"\n")
    lines = draft.split(b"\n")

    def is_fence(line):
        return line[:3] == b"---" and line[3:].strip(b" \t") == b""

    if not is_fence(lines[0]):
        return b"", draft
    second = next((i for i in range(1, len(lines)) if is_fence(lines[i])), None)
    if second is None:
        return b"", draft
    entries = lines[1:second]
    seen = set()
    while entries:
        match = WORKFLOW.fullmatch(entries[-1])
        if not match or match.group(1) in seen:
            break
        seen.add(match.group(1))
        entries.pop()
    front = b"\n".join([lines[0]] + entries + [lines[second]])
    return front, b"\n".join(lines[second + 1:])


def field(kind, data):
    return kind + len(data).to_bytes(8, "big") + data


def is_blank(line):
    return line.strip(b" \t") == b""


def is_plain_line(line):
    """Section 3, 'Plain prose'."""
    rest = line.lstrip(b"*_\"'([")
    if not rest:
        return False
    first = rest[0]
    is_digit = 0x30 <= first <= 0x39
    is_letter = 0x41 <= first <= 0x5A or 0x61 <= first <= 0x7A
    if not (is_digit or is_letter or first >= 0x80):
        return False
    if is_digit and re.match(rb"[0-9]+[.)](?:[ \t]|\Z)", rest):
        return False
    if line.endswith(b"  "):
        return False
    if any(byte in line for byte in (b"\\", b"`", b"|", b"<", b"{", b"\t")):
        return False
    return not any(mark in line for mark in (b"[^", b"]:", b"$$", b":::", b"~~~"))


def stands_whole(body):
    if b"\r" in body or b"{{" in body or b"{%" in body:
        return True
    return any(line.lstrip(b" ")[:1] in (b"`", b"~", b"<", b":") for line in body.split(b"\n"))


def body_fields(body):
    """Section 3."""
    if stands_whole(body):
        return field(b"b", body)
    if not body:
        return b""
    runs = []
    for line in body.split(b"\n"):
        if runs and is_blank(runs[-1][0]) == is_blank(line):
            runs[-1].append(line)
        else:
            runs.append([line])
    output = b""
    for run in runs:
        joined = b"\n".join(run)
        if is_blank(run[0]):
            output += field(b"n", joined)
        elif all(is_plain_line(line) for line in run):
            words = re.sub(rb"[ \n]+", b" ", joined)
            output += field(b"p", words[:-1] if words.endswith(b" ") else words)
        else:
            output += field(b"v", joined)
    return output


def digests(draft, workspace, slug):
    front, body = normal_form(draft)
    head = field(b"w", workspace.encode()) + field(b"s", slug.encode()) + field(b"f", front)
    text = b"ghost text v1\n" + head + field(b"b", body)
    content = b"ghost content v1\n" + head + body_fields(body)
    return {
        "text": hashlib.sha256(text).hexdigest(),
        "content": hashlib.sha256(content).hexdigest(),
    }


def answer():
    for line in sys.stdin:
        one = json.loads(line)
        draft = base64.b64decode(one["draft"])
        print(json.dumps(digests(draft, one["workspace"], one["slug"])))


def fill(path):
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    for vector in vectors["drafts"]:
        draft = base64.b64decode(vector["draft"])
        vector.update(digests(draft, vector["workspace"], vector["slug"]))
    with open(path, "w", encoding="utf-8") as file:
        json.dump(vectors, file, indent=1, ensure_ascii=False)
        file.write("\n")


if sys.argv[1:2] == ["vectors"]:
    fill(sys.argv[2])
else:
    answer()
