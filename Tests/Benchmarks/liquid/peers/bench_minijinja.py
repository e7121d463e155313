"""Times minijinja, a Rust engine, through its Python binding: bench_minijinja.py FOLDER OUTPUT.

Prints two figures in microseconds: render, and parse and render. Its templates are article.jinja
and answer.jinja; since it has no filter for dates, it is given these already
written.
"""

import datetime
import json
import pathlib
import sys

import minijinja
from timing import fastest

folder, output = map(pathlib.Path, sys.argv[1:])
templates = {name: (folder / f"{name}.jinja").read_text() for name in ("article", "answer")}
data = json.loads((folder / "article.json").read_text())


def written(date, form):
    return datetime.date.fromisoformat(date).strftime(form)


data["today"] = written(data["today"], "%-d %b %Y")
for point in data["topic"]["proof-points"]:
    point["day"] = written(point["date"], "%B %-d, %Y")


def environment():
    return minijinja.Environment(
        templates=templates, auto_escape_callback=lambda name: False, keep_trailing_newline=True
    )


engine = environment()
output.write_text(engine.render_template("article", **data))
print(fastest(lambda: engine.render_template("article", **data)))
print(fastest(lambda: environment().render_template("article", **data)))
