#!/usr/bin/env python3
"""Writes workspaces full of drafts as executives' writers keep them, each in a repository of git.

Usage: drafts.py PROJECT FOLDER NUMBER...    (FOLDER/NUMBER is one workspace for each NUMBER)
"""
import pathlib
import random
import shutil
import subprocess
import sys

random.seed(11)
LETTERS = [c + v for c in "bcdfglmnprst" for v in "aeiou"]
WORDS = ["".join(random.choices(LETTERS, k=n % 4 + 1)) for n in range(900)]
COMMON = "the of and to a in is that for it we our with on as".split()


def word():
    return random.choice(COMMON if random.random() < 0.45 else WORDS)


def sentence():
    words = [word() for _ in range(random.randint(6, 22))]
    at, chance = random.randrange(len(words)), random.random()
    if chance < 0.1:
        words[at] = f"*{words[at]}*"
    elif chance < 0.15:
        words[at] = f"**{words[at]} {word()}**"
    elif chance < 0.18:
        words[at] = f"[{words[at]}](https://example.com/{words[at]})"
    elif chance < 0.2:
        words[at] = f"`{words[at]}`"
    return " ".join(words).capitalize() + "."


def prose():
    lines = [""]
    for part in " ".join(sentence() for _ in range(random.randint(2, 6))).split(" "):
        if len(lines[-1]) + len(part) > 90:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    return "\n".join(lines)


# Composed once and drawn from: ninety megabytes of fresh words would take longer than the benchmark.
SENTENCES = [sentence() for _ in range(4000)]
PROSE = [prose() for _ in range(8000)]


def block():
    chance = random.random()
    if chance < 0.1:
        return "## " + random.choice(SENTENCES)[:50].strip("*[`. ")
    if chance < 0.18:
        return "\n".join("- " + random.choice(SENTENCES) for _ in range(random.randint(2, 5)))
    if chance < 0.23:
        return "> " + random.choice(PROSE).replace("\n", "\n> ")
    return random.choice(PROSE)


def draft(number, size):
    text = (f"---\ntitle: Draft {number}\nbyline: Dana Reyes, Chief Financial Officer\nexec: cfo\n"
            f"topic: pricing\nformat: article\ntags: [pricing, margins]\ndue: 2026-12-04\n---\n\n")
    blocks, length = [], len(text)
    while length < size:
        blocks.append(block())
        length += len(blocks[-1]) + 2
    if number % 10 == 0:
        blocks.insert(random.randrange(len(blocks)), "[TK: how did retention change? ~50 words]")
    return text + "\n\n".join(blocks) + "\n"


project, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
for count in map(int, sys.argv[3:]):
    workspace = folder / str(count)
    shutil.rmtree(workspace, ignore_errors=True)
    for name in (".ghost", "Templates"):
        shutil.copytree(project / name, workspace / name)
    (workspace / "Drafts").mkdir()
    for number in range(count):
        (workspace / f"Drafts/draft-{number}.md").write_text(draft(number, 9000))
    git = ["git", "-C", workspace, "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Drafts"], check=True)
