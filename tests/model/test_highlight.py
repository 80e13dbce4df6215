"""Highlights may overlap, and the text stays exact."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

import communique as cq
from communique.model.highlight import Mark, exact, fragment, page, section, segments
from communique.record import from_json, to_json

TEXT = 'The envoy <b>said</b> that "the minister told him that peace & quiet would come" on Monday.'
HOSTILE = "The envoy said that <script>alert('x')</script> &amp; \"so on\"\r\nwill\tgo  on]]>.\n\n <!-- He denied that it would. -->\r\n"


class Reader(HTMLParser):
    """What a browser makes of a page: the text under `.text`, elements opened and closed, anchors and links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n"))  # as parsers of HTML do
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.anchors += [given["id"]] if "id" in given else []
        self.links += [given["href"].removeprefix("#")] if "href" in given else []
        self.texts += [""] if given.get("class") == "text" else []
        if tag != "meta":
            self.stack.append((tag, given.get("class")))

    def handle_endtag(self, tag):
        assert self.stack.pop()[0] == tag

    def handle_data(self, data):
        if any(css == "text" for _, css in self.stack):
            self.texts[-1] += data


def coded(text: str) -> cq.Coding:
    return cq.code(cq.read_text(text, language="en"))


@pytest.mark.parametrize("text", [TEXT, HOSTILE])
def test_the_text_is_exact_and_escaped(text: str) -> None:
    for html in (coded(text)._repr_html_(), page(coded(text)), section(coded(text), 1)):
        seen = Reader(html)
        assert seen.texts == [text]
        assert seen.stack == []
        assert seen.tags.isdisjoint({"b", "script"})


@pytest.mark.parametrize(
    "text", ["\r", "a\r\nb", "<&>\"'", "\x1b\x85\u202e", "&lt;", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")]
)
def test_escaping_keeps_every_character(text: str) -> None:
    assert unescape(exact(text)) == text
    assert not set(exact(text)) & set("<>\"'\r")


def test_a_null_character_which_html_cannot_hold_keeps_its_place() -> None:
    assert exact("a\0b") == "a\ufffdb"


def test_everything_else_is_escaped_too() -> None:
    evil = "</td><script>x</script>"
    article = cq.read_text("The envoy said that the talks would go on.", title=evil, outlet=evil, id=evil, language="en")
    made = cq.code(article)
    for html in (page(made), section(made, 3), fragment(made)):
        assert "<script" not in html
        assert Reader(html).stack == []
    assert "&lt;script&gt;" in page(made)


def test_the_table_leads_to_the_words() -> None:
    made = coded("The envoy said the talks would go on. The minister denied that they had failed.")
    seen = Reader(fragment(made))
    assert len(seen.links) == 2
    assert set(seen.links) <= set(seen.anchors)
    assert re.findall(r'data-begins="([^"]*)"', fragment(made)) == ["1", "2"]


JUDGED = "Norway rejected the salmon ban because it violates the treaty. Peru promised to send Norway ten boats by the end of April."


def test_positions_and_commitments_have_marks_and_tables_of_their_own() -> None:
    made = coded(JUDGED)
    html = fragment(made)
    seen = Reader(html)
    assert seen.texts == [JUDGED]
    assert set(seen.links) == set(seen.anchors)
    assert {f"p-{made.positions[0].id}", f"c-{made.commitments[0].id}"} <= set(seen.anchors)
    for part in (
        "ground of position 1",
        "Where holders stand",
        "<small>legal</small>",
        "Who binds himself to what",
        "for NOR",
        "by the end of April",
    ):
        assert part in html


def test_records_that_begin_in_one_place_keep_their_anchors() -> None:
    made = coded("Norway promised to send Peru ten boats.")
    html = fragment(made)
    assert set(Reader(html).links) == {f"s-{made.statements[0].id}", f"c-{made.commitments[0].id}"} == set(Reader(html).anchors)
    assert re.findall(r'data-begins="([^"]*)"', html) == ["1 C1"]


def test_a_page_without_them_says_nothing_of_them() -> None:
    html = fragment(coded("The envoy said the talks would go on."))
    assert "Where holders stand" not in html
    assert "a stance" not in html


def test_a_coding_read_back_looks_the_same() -> None:
    made = coded(TEXT)
    assert page(from_json(to_json(made))) == page(made)


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
