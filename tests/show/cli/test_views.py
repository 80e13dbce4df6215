"""What is drawn: the text exact, the evidence where the coding has it, nothing that a hostile text could make of the terminal."""

import io
import re

import pytest
from rich.console import Console

from communique.ingest import read_text
from communique.model import Coder, Coding, Problem, Relay, Span, Speaker, Statement
from communique.show.cli.terminal.coding import print_coding
from communique.show.cli.terminal.evidence import bracketed, gutter, marks_of
from communique.show.cli.terminal.layout import print_layout
from communique.show.cli.terminal.style import shortened, visible

TEXT = (
    "Nauru, Tonga to share patrol boats\n\nNUKU'ALOFA, May 4 (PCN) -- Tongan Defence Minister Sione Havea said that the two "
    "countries will share their patrol boats from July. He told Pacific Cable that Nauru asked for it and that the crews agree.\n"
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def statement(number: int, source: Span | None, cue: Span | None, content: tuple[Span, ...], **more) -> Statement:
    fields = {
        "kind": "speech", "manner": "indirect", "speaker": None, "via": (), "act": None, "targets": (), "addressee": None,
        "parent": None, "rule": "en.indirect.that-clause", "confidence": 0.9,
    }  # fmt: skip
    return Statement(id=f"id{number}", source=source, cue=cue, content=content, **fields | more)


HAVEA = Speaker("Sione Havea", "TON", "GOV", "Defence Minister", None, "en.resolve.name", (span("Sione Havea"),))
STATEMENTS = (
    statement(
        1,
        span("Tongan Defence Minister Sione Havea"),
        span("said"),
        (span("the two countries will share their patrol boats from July"),),
        speaker=HAVEA,
    ),
    statement(
        2, span("He"), span("told"), (span("Nauru asked for it"), span("the crews agree")),
        via=(Relay("Pacific Cable", span("Pacific Cable")),), confidence=0.4,
    ),
    statement(3, span("Nauru", 1), span("asked for"), (span("it", TEXT[: span("it and").start].count("it")),), parent="id2"),
)  # fmt: skip
CODING = Coding(
    read_text(TEXT), STATEMENTS, (), (), (), (Problem("parse", "something odd", span("July")),), Coder("0", "l", "p", "s", "numpy")
)


def drawn(draw, *arguments, width=110, **options) -> str:
    console = Console(file=io.StringIO(), force_terminal=True, width=width, highlight=False, markup=False, emoji=False, **options)
    draw(console, *arguments)
    return console.file.getvalue()


def test_the_text_is_complete_and_exact():
    plain = ANSI.sub("", drawn(print_coding, CODING))
    body = " ".join(line.partition("│ ")[2].strip() for line in plain.splitlines() if "│" in line)
    assert body == TEXT[TEXT.index("NUKU") :].strip()


def test_statements_are_numbered_beside_the_line_where_their_content_begins():
    plain = ANSI.sub("", drawn(print_coding, CODING, width=75))
    numbered = {n: line for line in plain.splitlines() if "│" in line for n in line.partition("│")[0].split()}
    assert set(numbered) == {"1", "2", "3"}
    assert "the two" in numbered["1"]
    assert "Nauru asked" in numbered["2"]


def test_colours_tell_source_cue_and_content_apart():
    shown = drawn(print_coding, CODING)
    for words, codes in (("said", "1;35"), ("Tongan Defence Minister Sione Havea", "1;36"), ("Pacific Cable", "4;36")):
        assert f"\x1b[{codes}m{words}\x1b[0m" in shown
    assert "\x1b[32mthe two countries" in shown


def test_without_colour_brackets_tell_them_apart():
    plain = " ".join(re.sub(r"(?m)^[ \d]*│ ", "", ANSI.sub("", drawn(print_coding, CODING, no_color=True))).split())
    assert "[source Tongan Defence Minister Sione Havea] [cue said] that [content the two countries will share their" in plain
    assert "[source He] [cue told] [relay Pacific Cable] that [content [source Nauru] [cue asked for] [content it]]" in plain


@pytest.mark.parametrize("width", [60, 80, 99, 100, 120, 140])
def test_no_line_is_wider_than_the_terminal(width):
    lines = ANSI.sub("", drawn(print_coding, CODING, width=width)).splitlines()
    assert [line for line in lines if len(line.rstrip()) > width] == []


def test_the_table_says_who_speaks():
    plain = ANSI.sub("", drawn(print_coding, CODING))
    assert re.search(r"1 +Sione Havea +said +the two countries", plain)
    assert re.search(r"TON GOV +indirect 0\.90 ", plain)
    assert re.search(r"2 +He +told ", plain)
    assert "not resolved" in plain
    assert re.search(r"in 2 ", plain)  # the third lies in the second
    assert "parse: something odd" in plain
    assert f"{span('July')} “July”" in plain


def test_a_coding_without_statements():
    plain = drawn(print_coding, Coding(CODING.article, (), (), (), (), (), CODING.coder))
    assert "no statements" in plain


def test_marks_reach_over_overlaps():
    marks = marks_of([statement(1, Span(0, 4), Span(2, 6), (Span(3, 8), Span(8, 9)))])
    text, begins = bracketed("abcdefghij", Span(0, 10), marks)
    assert text.plain.count("[") == text.plain.count("]") == 4
    assert re.sub(r"\[(source|cue|content) |\]", "", text.plain) == "abcdefghij"
    assert [text.plain[offset] for offset, _ in begins] == ["d"]


def test_gutter_numbers_fit():
    from rich.text import Text

    line = Text("all on one line")
    for numbers, shown in (([3], "3"), ([4, 5], "4 5"), ([98, 99, 100], "98-100"[:5]), ([], "")):
        assert [n for n, _ in gutter([line], [(0, n) for n in numbers], line.plain)] == [shown]


@pytest.mark.parametrize(
    "hostile", ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\u202egnorw\u202c", "\u2066x\u2069", "\ud800", "\x00", "\x7f"]
)
def test_hostile_characters_are_shown_not_obeyed(hostile):
    shown = visible(f"a{hostile}b")
    assert len(shown) == len(hostile) + 2
    assert shown.isprintable()


def test_a_hostile_article_draws_no_escape():
    text = "The envoy said that \x1b[31mthe \u202ebridge\u202c is open\x1b]0;owned\x07 to all trains and all trucks from now on.\n"
    coding = Coding(read_text(text), (), (), (), (), (Problem("parse", "\x1b[5mblink"),), CODING.coder)
    for draw, thing in ((print_coding, coding), (print_layout, coding.article)):
        assert not set(ANSI.sub("", drawn(draw, thing))) & set("\x1b\x07\u202e\u202c")


def test_shortened():
    assert shortened("one\ttwo\n three", 20) == "one two three"
    assert shortened("abcdefgh", 5) == "abcd…"
    assert len(shortened("x y " * 10_000, 30)) <= 30


def test_layout_lists_every_part():
    plain = ANSI.sub("", drawn(print_layout, CODING.article))
    for words in ("headline", "dateline", "body", "place NUKU'ALOFA", "agency PCN", repr(CODING.article.layout.body[0])):
        assert words in plain
