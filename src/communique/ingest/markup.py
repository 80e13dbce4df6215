"""Markdown and its like around a paragraph: what kind of block it is, and the span inside the marks."""

import re
from typing import Literal, NamedTuple

from communique.model import Span

Mark = Literal["plain", "heading", "bold", "italic", "bullet", "link", "image", "rule"]

# a line of nothing but dashes, asterisks, underscores, hashes, equals or greater-than signs: "---", "* * *", "###", ">"
RULE = re.compile(r"[-*_=~–—#>\\|+.!\s]*$")
# "## Heading"
HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
# "- item", "* item", "• item", "> quoted"; numbers stay: documents count their paragraphs
BULLET = re.compile(r"(?:[-*+•‣▪●]|(?:> ?)+)[ \t]+(?=\S)")
# "![alt](address)", or what is left of it where the address was dropped: "!alt"
IMAGE = re.compile(r"!\[?(?=[^\W_]|['\"‘“])")
# an address alone, bare, in angle brackets, or as "[words](address)"
LINK = re.compile(r"<?((?:https?://|www\.)[^\s<>]+)>?$|\[[^\]\n]{1,200}\]\(((?:https?://|/)[^\s()]+)\)$")
# emphasis around the whole block, the same mark on both sides
EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<inner>.*?)(?<=[^\s*_])(?P=mark)$", re.DOTALL)
LONGEST_EMPHASIS = 2_000  # characters: longer blocks are prose, whatever stands around them


class Block(NamedTuple):
    """A paragraph without the marks around it: its span, the kind of marks, its text."""

    span: Span
    mark: Mark
    text: str


def block_of(text: str, paragraph: Span) -> Block:
    """The block that a paragraph holds."""
    raw = paragraph.of(text)
    if raw[0].isalnum() and not raw.startswith(("http", "www.")):
        return Block(paragraph, "plain", raw)
    if RULE.match(raw):
        return Block(paragraph, "rule", raw)
    link = LINK.match(raw)
    if link:
        start, end = link.span(1 if link.group(1) else 2)
        return Block(Span(paragraph.start + start, paragraph.start + end), "link", raw[start:end])
    mark, start = _leading_mark(raw)
    return _without_emphasis(paragraph.start + start, raw[start:], mark)


def _leading_mark(raw: str) -> tuple[Mark, int]:
    """The kind of block its first characters show, and how many belong to the mark."""
    marks: tuple[tuple[Mark, re.Pattern[str]], ...] = (("heading", HEADING), ("bullet", BULLET), ("image", IMAGE))
    for mark, pattern in marks:
        match = pattern.match(raw)
        if match:
            return mark, match.end()
    return "plain", 0


def _without_emphasis(start: int, raw: str, mark: Mark) -> Block:
    """The block inside emphasis marks; emphasis alone makes it "bold" or "italic"."""
    while len(raw) <= LONGEST_EMPHASIS and (match := EMPHASIS.match(raw)) and match["mark"] not in match["inner"]:
        if mark == "plain":
            mark = "italic" if len(match["mark"]) == 1 else "bold"
        start += match.start("inner")
        raw = match["inner"]
    return Block(Span(start, start + len(raw)), mark, raw)
