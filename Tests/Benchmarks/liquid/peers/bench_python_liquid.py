"""Times python-liquid: bench_python_liquid.py FOLDER OUTPUT.

Prints two figures in microseconds: render, and parse and render.
"""

import json
import pathlib
import sys

import liquid
from timing import fastest

folder, output = map(pathlib.Path, sys.argv[1:])
source = (folder / "article.liquid").read_text()
data = json.loads((folder / "article.json").read_text())
partials = {"answer": (folder / "answer.liquid").read_text()}


def environment():
    return liquid.Environment(loader=liquid.CachingDictLoader(partials))


template = environment().from_string(source)
output.write_text(template.render(**data))
print(fastest(lambda: template.render(**data)))
print(fastest(lambda: environment().from_string(source).render(**data)))
