"""Highlights may overlap, and the text stays exact."""

import re
from html import unescape

import communique as cq
from communique.model.highlight import Mark, page, segments

TEXT = 'The envoy <b>said</b> that "the minister told him that peace & quiet would come" on Monday.'


def text_of(html: str) -> str:
    inner = re.search(r'<div class="text">(.*?)</div><table>', html, re.DOTALL)
    assert inner
    return unescape(re.sub(r"</?mark[^>]*>", "", inner.group(1)))


def test_the_text_is_exact_and_escaped() -> None:
    html = cq.code(cq.read_text(TEXT))._repr_html_()
    assert text_of(html) == TEXT
    assert "<b>" not in html


def test_overlapping_marks_are_cut_into_pieces_that_know_all_their_marks() -> None:
    marks = [Mark(cq.Span(0, 6), "content", 1), Mark(cq.Span(4, 9), "content", 2)]
    assert [(a, b, [m.number for m in c]) for a, b, c in segments(10, marks)] == [
        (0, 4, [1]),
        (4, 6, [1, 2]),
        (6, 9, [2]),
        (9, 10, []),
    ]


def test_a_page_is_a_document_with_every_statement() -> None:
    coding = cq.code(cq.read_text("The envoy said the talks would go on. The minister denied that they had failed."))
    html = page(coding)
    assert html.startswith("<!DOCTYPE html>")
    assert html.count("<tr>") == 1 + len(coding.statements)
