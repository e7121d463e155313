"""Renders a JSON array of cases (standard input) with python-liquid, one JSON line each.

A case is {"template", "data", "partials"}. Its line is {"output"} or {"error": message}.
"""

import json
import os
import sys
import time

os.environ["TZ"] = "UTC"
time.tzset()

import liquid


def judge(item):
    environment = liquid.Environment(
        tolerance=liquid.Mode.STRICT,
        loader=liquid.DictLoader(item.get("partials") or {}),
    )
    try:
        return {"output": environment.from_string(item["template"]).render(**item.get("data") or {})}
    except Exception as error:  # whatever it is, this engine does not render the case
        return {"error": f"{type(error).__name__}: {error}"[:300]}


for case in json.load(sys.stdin):
    print(json.dumps(judge(case)))
