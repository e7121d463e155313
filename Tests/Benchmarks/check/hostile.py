#!/usr/bin/env python3
"""Writes a workspace whose drafts are a megabyte each and made to take long.

Usage: hostile.py PROJECT FOLDER
"""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "markdown"))
import documents  # noqa: E402

N = documents.N
KEYS = "title: A\nbyline: B\nexec: cfo\ntopic: pricing\nformat: article\n"


def rep(text):
    return text * (N // len(text.encode()))


def counted(text, each=20):
    return "".join(text % number for number in range(N // each))


def front_matters():
    return {
        "keys": counted("key%d: v\n"),
        "wrong tags": "tags: [" + rep("{}, ") + "]\n",
        "tags": "tags: [" + rep("a, ") + "]\n",
        "open lists": "a: " + rep("["),
        "open maps": "a: " + rep("{a: "),
        "lists in lines": "a:\n" + rep(" - [\n"),
        "dashes": "a:\n  " + rep("- "),
        "questions": rep("? "),
        "colons": rep("a: "),
        "anchors": "a:\n" + counted(" - &a%d b\n"),
        "aliases": "a: &a b\nc:\n" + rep(" - *a\n"),
        "laughs": "a0: &a0 [x, x]\n" + "".join(
            f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 3000)),
        "merges": "a: &a {b: c}\nd:\n" + rep("  <<: *a\n"),
        "same key": rep("a: b\n"),
        "plain": "a: " + rep("b "),
        "plain lines": "a:\n" + rep(" b\n"),
        "quoted": 'a: "' + rep("b\\t") + '"\n',
        "single quoted": "a: '" + rep("b''") + "'\n",
        "block": "a: |\n" + rep("  b\n"),
        "folded": "a: >\n" + rep("  b\n\n"),
        "comments": rep("# a\n"),
        "blank": rep("\n"),
        "spaces": rep(" "),
        "tags of types": "a:\n" + rep(" - !x b\n"),
        "directives": rep("%a\n"),
        "nearly fences": rep("--- x\n"),
        "indents": "".join(" " * n + "a:\n" for n in range(1400)),
    }


def texts():
    return {
        "TK open": rep("[TK: a "),
        "TK": rep("[TK: a ~5 words] "),
        "TK lines": rep("[TK]\n\n"),
        "TK in TK": "[TK " * (N // 5) + "]" * (N // 5),
        "TK bare": rep("TK "),
        "TK code": rep("`TK` "),
        "TK code marks": rep("`[TK]` [TK] "),
        "figures": rep("118% "),
        "figures joined": rep("1,"),
        "figures ranges": rep("1-"),
        "figures money": rep("€4M and "),
        "figures words": rep("four million "),
        "digits": rep("1"),
        "figures linked": rep("118% [a](https://a.example). "),
        "avoid": rep("synergy "),
        "replace": rep("going forward "),
        "replace half": rep("going "),
        "rivals": rep("Piet Maas "),
        "rivals company": rep("Corvid Systems. "),
        "mixed scripts": rep("\u0430a "),
        "mixed scripts one word": rep("\u0430a"),
        "joiners": rep("a\u200d"),
        "zero width": rep("\u200b"),
        "overrides": rep("\u202e"),
        "isolates": rep("\u2066"),
        "soft hyphens": rep("a\u00ad"),
        "emoji": rep("\U0001F468\u200d\U0001F469 "),
        "tags of emoji": rep("\U000E0041"),
        "tables": rep("| a | b |\n| - | - |\n\n"),
        "table line": rep("a | "),
        "pipes": rep("|"),
        "footnotes": counted("[^a%d] "),
        "footnote definitions": counted("[^a%d]: b\n\n"),
        "tasks": rep("- [ ] a\n"),
        "math": rep("$a"),
        "math pairs": rep("$$"),
        "shortcodes": rep("{{< a "),
        "shortcodes open": rep("{{"),
        "attributes": rep("{: a "),
        "containers": rep("::: a\n"),
        "strikethrough": rep("~~a "),
        "definitions": rep("a\n: b\n\n"),
        "missing files": counted("[a](b%d.md) "),
        "same missing file": rep("[a](b.md) "),
        "files above": rep("[a](../../../../b) "),
        "per cents": "[a](" + rep("%41") + ")",
        "unsafe links": rep("[a](javascript:b) "),
        "schemes": "[a](" + rep("a") + ":b)",
        "remote images": rep("![a](https://a.example/b) "),
        "html": rep("<b>a</b> "),
        "conflicts": rep("<<<<<<< a\n"),
        "headings": rep("#### a\n# a\n"),
        "crlf": rep("a\r\n"),
        "sentences": rep("A b. "),
        "abbreviations": rep("e.g. "),
        "TK escaped": rep("\\\\\\[TK] "),
        "TK tildes": rep("[TK: ~ ~ ~5 words] "),
        "TK bare blocks": rep("TK\n\n"),
        "TK avoid": rep("[TK: synergy] "),
        "zero width in words": rep("a\u200b"),
        "zero width references": rep("&#8203;"),
        "soft hyphen references": rep("a&shy;"),
        "byte order marks": rep("\ufeff"),
        "direction marks": rep("\u200f"),
        "direction marks blocks": rep("\u200f\n\n"),
        "mixed scripts lines": rep("\u0430a\n\n"),
        "mixed scripts greek": rep("\u03b1\u03bfb "),
        "mixed scripts links": rep("[a](\u0430a) "),
        "math closed": rep("$x^2$ "),
        "math dollars": rep("$$a$$ "),
        "dollars": rep("$"),
        "pipe lines": rep("|a|b|\n"),
        "pipe lines delimiters": rep("|-|\n"),
        "colon lines": rep(": a\n"),
        "colons of containers": rep("::"),
        "footnote numbers": rep("[^1] "),
        "footnote carets": rep("[^"),
        "tildes": rep("~~"),
        "tildes closed": rep("~~a~~ "),
        "liquid tags": rep("{% a %} "),
        "liquid tags open": rep("{%"),
        "alerts": rep("> [!NOTE]\n\n"),
        "attributes of headings": rep("# a {#b}\n"),
        "figures dotted": rep("1."),
        "figures phone": "+" + rep("49 "),
        "figures times": rep("10:"),
        "figures blanks": rep("1 "),
        "figures thousands": rep("111 "),
        "figures arabic": rep("\u0661"),
        "figures linked blocks": rep("118% [a](https://a.example)\n\n"),
        "figures linked images": rep("[![118%](b)](https://a.example) 118% "),
        "replace linked": rep("going forward [a](b.md) "),
        "replace blocks": rep("going forward\n\n"),
        "rivals linked": rep("Piet Maas [a](https://a.example)\n\n"),
        "rivals years": rep("Piet Maas 2026 "),
        "rivals years blocks": rep("Piet Maas 2026\n\n"),
        "missing images": counted("![a](b%d.png) "),
        "links above": rep("[a](" + "../" * 100 + "b) "),
        "quotes of html": rep("<a b='c'>"),
        "definitions joined": rep("]:a"),
        "references": rep("&#38;.a "),
    }


project, workspace = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
shutil.rmtree(workspace, ignore_errors=True)
for name in (".ghost", "Templates"):
    shutil.copytree(project / name, workspace / name)
bodies = {**documents.hostile(), **texts()}
files = {f"text {name}": f"---\n{KEYS}---\n\n{text}" for name, text in bodies.items()}
for name, text in front_matters().items():
    files[f"keys {name}"] = f"---\n{text}\n---\nText.\n"
    files[f"open {name}"] = f"---\n{text}"
for number, (name, text) in enumerate(files.items()):
    path = workspace / f"Drafts/{documents.slug(name).replace(' ', '-')}-{number}.md"
    documents.write(path, text)
