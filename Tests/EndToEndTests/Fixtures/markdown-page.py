"""Renders a page of GitHub's Markdown, raw HTML allowed, and tells what is in it as JSON."""
import html.parser
import json
import sys

import markdown_it


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links, self.text = [], [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        self.text += data


page = Page()
markdown = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
with open(sys.argv[1], encoding="utf-8") as file:
    page.feed(markdown.render(file.read()))
text = page.text.replace("\u2060", "")
json.dump({"tags": page.tags, "links": page.links, "text": text, "joined": page.text}, sys.stdout)
