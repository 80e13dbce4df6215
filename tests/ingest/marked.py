"""Pages with their parts marked: `⟦part|characters⟧`, and above a line `===` what else the layout should find."""

import re
from pathlib import Path
from typing import NamedTuple

MARK = re.compile(r"⟦(\w+)\||⟧")


class Page(NamedTuple):
    """A page's text without marks, its expected spans by part, and the fields of its head."""

    text: str
    parts: dict[str, list[tuple[int, int]]]
    fields: dict[str, str]


def read_page(path: Path) -> Page:
    """The marked page in a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("===\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
    text, parts, opened = "", {}, ("", 0)  # type: str, dict[str, list[tuple[int, int]]], tuple[str, int]
    end = 0
    for match in MARK.finditer(body):
        text += body[end : match.start()]
        end = match.end()
        if match.group(1):
            opened = (match.group(1), len(text))
        else:
            parts.setdefault(opened[0], []).append((opened[1], len(text)))
    return Page(text + body[end:], parts, fields)
