#!/usr/bin/env python3
"""Says which pairs of texts render alike in libcmark and in markdown-it-py with its extensions.

Reads one JSON object a line, {"old": base64, "new": base64}, and answers each with the name of a
renderer that makes two different pages of them, or with "alike". Line breaks and spaces within a
paragraph count as one space, as they do on a page.
"""

import base64
import ctypes
import ctypes.util
import json
import re
import sys

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

cmark = ctypes.CDLL(ctypes.util.find_library("cmark"))
cmark.cmark_markdown_to_html.restype = ctypes.c_char_p
cmark.cmark_markdown_to_html.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
UNSAFE = 1 << 17

extended = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
extended.use(deflist_plugin).use(footnote_plugin)


def body(text):
    text = text.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    match = re.match(rb"---[ \t]*\n(.*?\n)?---[ \t]*(\n|\Z)", text, re.DOTALL)
    return text[match.end():] if match else text


def page(html):
    parts = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    for index in range(0, len(parts), 2):
        words = re.sub(r"[ \n]+", " ", parts[index])
        parts[index] = re.sub(r" (?=</)", "", words)
    return "".join(parts).strip()


def by_cmark(text):
    return cmark.cmark_markdown_to_html(text, len(text), UNSAFE).decode("utf-8", "replace")


def by_markdown_it(text):
    return extended.render(text.decode("utf-8", "replace"))


for line in sys.stdin:
    pair = json.loads(line)
    old, new = (body(base64.b64decode(pair[key])) for key in ("old", "new"))
    verdict = "alike"
    for name, render in (("libcmark", by_cmark), ("markdown-it", by_markdown_it)):
        if page(render(old)) != page(render(new)):
            verdict = name
    print(verdict)
