"""Passes over the bottom of a page and over what stands between: footers, sign-offs, subheadings, link lists."""

import re

from communique.ingest.furniture import ANYWHERE, LINK_HEADING, RUN_ON_HINT, RUN_ON_LOOKED_AT, RUN_ON_NOTICE, TAIL, part_of
from communique.ingest.markup import Block
from communique.ingest.page import Page
from communique.model import Span

# a headline with a label that elsewhere opens a link: "Watch: Minister confronts envoy over border"
LABELLED_HEADLINE = re.compile(r"(?:watch|photos?|video|in pictures|read) ?: ?(?:\S+ ){4}", re.IGNORECASE)
MOST_FOOTER_BLOCKS = 6
LONGEST_FOOTER_LINE = 100
BULLETS_IN_LINK_LIST = 12


def mark_anywhere(page: Page) -> None:
    """What is furniture, caption or credit wherever it stands."""
    for i in list(page.unsettled()):
        block = page.blocks[i]
        if block.mark in ("image", "link"):
            page.parts[i] = "furniture"
        elif not (i == 0 and page.has_headline and LABELLED_HEADLINE.match(block.text)):
            page.parts[i] = part_of(block.text, ANYWHERE)


def mark_link_lists(page: Page) -> None:
    """Headings like "Read more" with the bullets below them; a list whose first bullet is such a heading."""
    for i, block in enumerate(page.blocks):
        if LINK_HEADING.match(block.text) and block.mark in ("heading", "bullet", "bold") and page.parts[i] in (None, "furniture"):
            page.parts[i] = "furniture"
            for j in range(i + 1, min(i + 1 + BULLETS_IN_LINK_LIST, len(page.blocks))):
                if page.blocks[j].mark != "bullet":
                    break
                page.parts[j] = "furniture"


def mark_subheadings(page: Page) -> None:
    """Headings inside the body."""
    first = page.first_body()
    for i in list(page.unsettled()):
        block = page.blocks[i]
        if i != first and (
            block.mark == "heading" or (block.mark == "bold" and not page.is_prose(i) and len(block.text) <= LONGEST_FOOTER_LINE)
        ):
            page.parts[i] = "furniture"


def mark_footer(page: Page) -> tuple[str | None, str | None]:
    """The page's address and the outlet's name at its foot, below a rule or side by side. Returns (url, outlet)."""
    last = len(page.blocks) - 1
    foot = [i for i in range(max(0, last - MOST_FOOTER_BLOCKS), last + 1) if page.blocks[i].mark == "link"]
    if not foot:
        return None, None
    address = foot[-1]
    below = [i for i in range(address + 1, last + 1) if page.parts[i] != "markup"]
    if any(not _is_footer_line(page.blocks[i]) for i in below) or (not below and not _rule_above(page, address)):
        return None, None
    for i in (address, *below):
        page.parts[i] = "furniture" if part_of(page.blocks[i].text, ANYWHERE) == "furniture" else "footer"
    named = [i for i in below if page.parts[i] == "footer"]
    names = [page.blocks[i].text for i in named if page.blocks[i].mark == "bold" or _rule_above(page, address)]
    return page.blocks[address].text, next(iter(names), None)


def mark_tail(page: Page) -> None:
    """Sign-offs, notices and tags from the bottom up to the body."""
    first = page.first_body()
    for i in reversed(list(page.unsettled())):
        part = part_of(page.blocks[i].text, TAIL) if first is not None and i > first else None
        if part is None:
            return
        page.parts[i] = part


def end_of_body(text: str, paragraph: Span) -> int:
    """Where the last paragraph ends: before a notice that ran into it, else at its end."""
    start = max(paragraph.start, paragraph.end - RUN_ON_LOOKED_AT)
    match = RUN_ON_NOTICE.search(text, start, paragraph.end) if RUN_ON_HINT.search(text, start, paragraph.end) else None
    if match is None:
        return paragraph.end
    return paragraph.start + len(text[paragraph.start : match.start()].rstrip())


def _is_footer_line(block: Block) -> bool:
    return len(block.text) <= LONGEST_FOOTER_LINE and block.mark in ("bold", "italic", "plain", "link") and block.text[-1] not in '.!?”"'


def _rule_above(page: Page, i: int) -> bool:
    return i > 0 and page.blocks[i - 1].mark == "rule"
