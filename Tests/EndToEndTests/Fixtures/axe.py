#!/usr/bin/env python3
"""Opens pages in Chromium, has axe look at them, and prints what it finds as JSON.

Usage: axe.py CHROMIUM PAGE.html [FOLDER]   with a FOLDER, screenshots are left in it

Each page is looked at in light and dark, on a desktop and at 360 px, as a screen shows it and as a
printer does. A finding is [scheme, width, rule, elements].
"""
import json
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

chromium, page_path = sys.argv[1:3]
folder = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
findings = []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for scheme in ("light", "dark"):
        for width in (1000, 360):
            page = browser.new_page(
                color_scheme=scheme, viewport={"width": width, "height": 800},
                java_script_enabled=True)
            requests = []
            page.on("request", lambda request: requests.append(request.url))
            page.goto(pathlib.Path(page_path).resolve().as_uri())
            if folder:
                page.screenshot(path=folder / f"{scheme}-{width}.png", full_page=True)
            results = Axe().run(page, options={"runOnly": [
                "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
            for violation in results.response["violations"] + results.response["incomplete"]:
                nodes = [node["html"][:120] for node in violation["nodes"]]
                findings.append([scheme, width, violation["id"], nodes])
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                findings.append([scheme, width, "wider than the screen", [overflow]])
            if requests[1:]:
                findings.append([scheme, width, "asks the network", requests[1:]])
            page.close()
    if folder:
        page = browser.new_page()
        page.goto(pathlib.Path(page_path).resolve().as_uri())
        page.pdf(path=folder / "print.pdf", format="A4")
    browser.close()
json.dump(findings, sys.stdout, indent=1)
