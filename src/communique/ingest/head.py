"""Passes over the top of a page: captions and credits, the dateline, the headline, bylines, wires' routing lines."""

import re

from communique.ingest.dateline import dateline_at, stamp_of
from communique.ingest.furniture import CREDIT_IN_CAPTION, HEAD, WIRE_HEAD, part_of
from communique.ingest.page import Page
from communique.model import Dateline, Span

BLOCKS_TO_OPENING = 16  # blocks among which the dateline is looked for
PROSE_BEFORE_OPENING = 400  # characters of sentences that may stand above it: longer, and it opens no article
LONGEST_HEADLINE = 200
SHORTEST_PREFIX = 20  # letters of a title that may run into the first paragraph without being told from a coincidence
# between two sentences, before what can open the second
SENTENCE_BREAK = re.compile(r"[.!?]['\"”’]*(?P<gap>\s+)(?=[\"“‘'(]*[A-Z])")
# a full date inside a sentence, as captions have it: "on January 28, 2026", "28 Jan. 2026"
FULL_DATE = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2},? |\d{1,2} [A-Z][a-z]{2,8}\.? )(?:19|20)\d\d\b")
BLANK_LINE = re.compile(r"\n[ \t*_]*\r?\n|\r[ \t]*\r")
MISSING_PICTURE = re.compile(r"image not found or type unknown", re.IGNORECASE)


def mark_captions(page: Page) -> None:
    """A block above a credit line is its caption: the page's first block always, a later one that holds a full date or is no sentence."""
    first = page.first_body()
    for i, part in enumerate(page.parts):
        if part != "credit" or i == 0 or page.parts[i - 1] is not None:
            continue
        above = page.blocks[i - 1]
        if i - 1 == first and may_be_headline(page, i - 1):
            continue
        if i - 1 == first or FULL_DATE.search(above.text) or (not page.is_prose(i - 1) and len(above.text) < LONGEST_HEADLINE):
            page.parts[i - 1] = "caption"


def mark_picture_lines(page: Page) -> None:
    """An emphasised block under a picture that did not load is its caption; so is a short one that the dateline follows."""
    for i, block in enumerate(page.blocks[1:], start=1):
        if page.parts[i] is None and page.parts[i - 1] == "furniture" and MISSING_PICTURE.match(page.blocks[i - 1].text):
            opens_next = page.opening is not None and i < page.opening
            if block.mark in ("bold", "italic") or (opens_next and len(block.text) <= LONGEST_HEADLINE):
                page.parts[i] = "caption"


def mark_emphasised_lead(page: Page) -> None:
    """Emphasised blocks above the body are captions where the dateline follows, a credit ends them, or they are no sentence."""
    for i in page.top():
        block = page.blocks[i]
        if block.mark not in ("bold", "italic"):
            return
        if page.opening is not None or CREDIT_IN_CAPTION.search(block.text) or not page.is_prose(i):
            page.parts[i] = "caption"


def split_credits(page: Page) -> None:
    """Cuts the credit off the end of captions ("... PL Photo")."""
    for i, part in enumerate(page.parts):
        match = CREDIT_IN_CAPTION.search(page.blocks[i].text) if part == "caption" else None
        if match and match.start():
            block = page.blocks[i]
            start = block.span.start + match.start("credit")
            page.extra.append(("credit", Span(start, block.span.end)))
            words = block.text[: match.start("credit")].rstrip()
            page.parts[i] = "markup"
            page.extra.append(("caption", Span(block.span.start, block.span.start + len(words))))


def find_opening(page: Page, published: str | None) -> Dateline | None:
    """Finds the block that opens with a dateline and notes it on the page; None where there is none."""
    prose = 0
    for n, i in enumerate(page.unsettled()):
        block = page.blocks[i]
        if n >= BLOCKS_TO_OPENING or prose > PROSE_BEFORE_OPENING:
            return None
        opening = dateline_at(page.text, block.span, published) if block.mark not in ("heading", "bullet", "image", "link") else None
        if opening and (n == 0 or opening.is_sure or opening.dateline.place == (opening.dateline.place or "").upper() or page.has_headline):
            page.opening = i
            page.parts[i] = "body"
            return opening.dateline
        prose += len(block.text) if page.is_prose(i) else 0
    return None


def mark_headline(page: Page) -> None:
    """Blocks that repeat the title are headlines; without a title a heading at the top, or where the input has one a first short line."""
    if page.title:
        wanted = letters_of(page.title)
        for i in list(page.unsettled()):
            if wanted and len(page.blocks[i].text) <= 2 * len(page.title) + 20 and letters_of(page.blocks[i].text) == wanted:
                page.parts[i] = "headline"
        return
    first = page.first_body()
    if first is None or first == page.opening:
        return
    if page.blocks[first].mark == "heading" or may_be_headline(page, first):
        page.parts[first] = "headline"
        for i in page.top() if page.opening is not None else ():
            if page.has_headline and not page.is_prose(i) and page.blocks[i].mark != "bullet":
                page.parts[i] = part_of(page.blocks[i].text, HEAD) or "headline"


def mark_head(page: Page) -> None:
    """Bylines and labels from the top down to the body."""
    for i in page.top():
        part = part_of(page.blocks[i].text, HEAD)
        if part is None:
            return
        page.parts[i] = part


def mark_wire_head(page: Page) -> None:
    """Routing codes and notes to editors above a wire's copy; the first other line between them and the dateline is the headline."""
    found = False
    for i in page.top():
        part = part_of(page.blocks[i].text, WIRE_HEAD) or (part_of(page.blocks[i].text, HEAD) if found else None)
        if part:
            page.parts[i] = part
            found = True
        elif page.opening is None or page.is_prose(i):
            break
    if found and page.opening is not None:
        for i in page.top():
            if not page.is_prose(i):
                page.parts[i] = "furniture" if "headline" in page.parts or len(page.blocks[i].text.split()) < 3 else "headline"


def mark_stamp(page: Page) -> Dateline | None:
    """A first block that is nothing but a date with its year, or a place and such a date, is a dateline too."""
    first = page.first_body()
    if first is None or first == page.opening:
        return None
    stamp = stamp_of(page.text, page.blocks[first].span)
    if stamp:
        page.parts[first] = "furniture" if page.opening is not None else "markup"
    return stamp


def cut_title(page: Page) -> None:
    """Cuts off a title that runs into the first paragraph ("Title of it. The report begins ...")."""
    first = page.first_body()
    wanted = letters_of(page.title or "")
    if first is None or len(wanted) < SHORTEST_PREFIX:
        return
    block = page.blocks[first]
    for match in SENTENCE_BREAK.finditer(block.text, 0, 2 * len(page.title or "") + 20):
        if match.start() >= len(wanted) and letters_of(block.text[: match.start()]) == wanted:
            end = block.span.start + match.start("gap")
            page.extra.append(("headline", Span(block.span.start, end)))
            rest = match.end()
            page.blocks[first] = block._replace(span=Span(block.span.start + rest, block.span.end), text=block.text[rest:])
            return


def letters_of(text: str) -> str:
    """Letters and digits alone, case folded: what two writings of a headline share."""
    return "".join(c for c in text.casefold() if c.isalnum())


def may_be_headline(page: Page, i: int) -> bool:
    """True where the page's first block looks like a headline: short, no sentence, set apart from what follows; or above the dateline."""
    block = page.blocks[i]
    if not page.has_headline or page.title or block.mark not in ("plain", "bold", "italic"):
        return False
    if len(block.text) > LONGEST_HEADLINE or i + 1 >= len(page.blocks):
        return False
    if page.opening is not None:
        return i < page.opening
    gap = page.text[block.span.end : page.blocks[i + 1].span.start]
    is_sentence = page.is_prose(i) and block.text.rstrip("\"'”’")[-1:] not in ("?", "!")
    return not is_sentence and "\n" not in block.text and BLANK_LINE.search(gap) is not None
