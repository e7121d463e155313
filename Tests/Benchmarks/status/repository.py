#!/usr/bin/env python3
"""Writes a stream for `git fast-import`: 500 drafts on main, 200 branches with work of their own.

Usage: repository.py BRANCHES DRAFTS

Each branch begins at main, adds one draft as an outline (a colleague), has the executive answer its
question in the forge's web editor, and a colleague correct a word.
"""
import random
import sys

branches, drafts = map(int, sys.argv[1:])
random.seed(7)
WORDS = "price value visit firm seat invoice month year customer people work cost team list".split()
EXECS = ["cfo", "ceo", "cto", "vp-sales"]
out = sys.stdout.buffer
mark = 0


def text(words):
    return " ".join(random.choice(WORDS) for _ in range(words)).capitalize() + "."


def draft(number, open_question):
    exec_ = EXECS[number % 4]
    head = (f"---\ntitle: \"Draft {number}\"\nbyline: \"Dana Reyes, CFO\"\nexec: {exec_}\n"
            f"topic: pricing\nformat: article\ndue: 2026-12-{number % 28 + 1:02}\n---\n\n")
    body = [f"## {text(4)}\n\n{text(90)}\n\n{text(110)}\n\n{text(80)}" for _ in range(3)]
    if open_question:
        body.insert(1, "[TK: how did retention change? ~50 words]")
        body.append("[TK: what would you refuse to discount? ~40 words]")
    return head + "\n\n".join(body) + "\n"


def blob(content):
    global mark
    mark += 1
    data = content.encode()
    out.write(b"blob\nmark :%d\ndata %d\n%s\n" % (mark, len(data), data))
    return mark


def commit(branch, author, time, changes, parent=None):
    global mark
    mark += 1
    out.write(f"commit refs/heads/{branch}\nmark :{mark}\nauthor {author} {time} +0000\n"
              f"committer GitHub <noreply@github.com> {time} +0000\ndata 1\nx\n".encode())
    if parent:
        out.write(f"from :{parent}\n".encode())
    for path, content in changes:
        out.write(f"M 100644 :{content} {path}\n".encode())
    return mark


ANN = "Ann <ann@meridian.example>"
DANA = "Dana <1+dreyes@users.noreply.github.com>"
time = 1_790_000_000
tip = None
for start in range(0, drafts, 10):
    files = [(f"Drafts/draft-{n:04}.md", blob(draft(n, False)))
             for n in range(start, min(start + 10, drafts))]
    tip = commit("main", ANN, time, files, tip)
    time += 60
for number in range(branches):
    path = f"Drafts/work-{number:04}.md"
    outline = draft(number, True)
    answered = outline.replace("[TK: how did retention change? ~50 words]", text(50))
    at = commit(f"work-{number}", ANN, time, [(path, blob(outline))], tip)
    at = commit(f"work-{number}", DANA, time + 60, [(path, blob(answered))], at)
    commit(f"work-{number}", ANN, time + 120,
           [(path, blob(answered.replace("price value", "price and value", 1)))], at)
    time += 200
