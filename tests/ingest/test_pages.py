"""Whole pages in the house styles of wires, broadcasters, archives and print views: every part where the marks say."""

from pathlib import Path

import pytest
from marked import Page, read_page

from communique.ingest.layout import Found, lay_out

PAGES = sorted((Path(__file__).parent / "pages").iterdir())


def laid_out(page: Page) -> Found:
    fields = page.fields
    return lay_out(page.text, title=fields.get("title"), published=fields.get("published"), has_headline="headline" in fields)


def shown(page: Page, parts: dict[str, list[tuple[int, int]]]) -> list[tuple[int, str, str]]:
    return sorted((start, part, page.text[start:end]) for part, spans in parts.items() for start, end in spans)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_part_is_where_the_marks_say(path: Path) -> None:
    page = read_page(path)
    found = laid_out(page)
    parts = {part: [(s.start, s.end) for s in getattr(found.layout, part)] for part in found.layout.__struct_fields__}
    if found.dateline:
        parts["dateline"] = [(found.dateline.span.start, found.dateline.span.end)]
    assert shown(page, parts) == shown(page, page.parts)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_dateline_is_read(path: Path) -> None:
    page = read_page(path)
    dateline = laid_out(page).dateline
    got = (dateline.place, dateline.agency, dateline.date) if dateline else (None, None, None)
    assert got == tuple(page.fields.get(name) for name in ("place", "agency", "date"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_byline_outlet_and_address_are_read(path: Path) -> None:
    page = read_page(path)
    found = laid_out(page)
    assert (found.byline, found.outlet, found.url) == tuple(page.fields.get(name) for name in ("byline", "outlet", "url"))


def test_there_are_enough_house_styles() -> None:
    assert len(PAGES) >= 12
