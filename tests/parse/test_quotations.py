"""Quotation marks in all usual styles, paired over paragraphs."""

import pytest

from communique.lexicon import load
from communique.model import Span
from communique.parse.quotations import find_quotations


def quoted(*paragraphs: str) -> list[tuple[str, ...]]:
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    found, _ = find_quotations(text, tuple(spans), load().marks)
    return [tuple(text[start:end] for start, end in q.pieces) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” he said.",
        '"We stay," he said.',
        "``We stay,'' he said.",
        "''We stay,'' he said.",
        "«We stay,» he said.",
        "„We stay,“ he said.",
    ],
)
def test_styles(text: str) -> None:
    assert quoted(text) == [("We stay,",)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He called it 'a mistake' at last.", "a mistake"),
        ("‘We won’t go,’ he said.", "We won’t go,"),
        ("'The ministers' plan failed,' he said.", "The ministers' plan failed,"),
        ("She said: 'It is 'nearly' over.'", "It is 'nearly"),
    ],
)
def test_single_marks(text: str, inside: str) -> None:
    assert quoted(text)[0] == (inside,)


@pytest.mark.parametrize(
    "text", ["The ministers' plan isn't new.", "In the '90s it didn't matter.", "Rock 'n' roll, 'tis said.", "Moscow's and Kyiv's envoys"]
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_marks_inside_a_quotation_belong_to_it() -> None:
    assert quoted("He said: “They told us ‘no’ twice.”") == [("They told us ‘no’ twice.",)]


def test_a_quotation_that_goes_on_reopens_its_marks() -> None:
    assert quoted("“We stay.", "“We have time.”", "He left.") == [("We stay.", "We have time.")]


def test_a_quotation_may_run_on_without_being_reopened() -> None:
    assert quoted("“We stay.", "We have time.”") == [("We stay.", "We have time.")]


def test_an_unclosed_mark_is_a_problem_and_ends_with_its_paragraph() -> None:
    text = "“We stay, he said.\n\nThe talks go on."
    found, problems = find_quotations(text, (Span(0, 18), Span(20, 36)), load().marks)
    assert [(q.pieces, q.closed) for q in found] == [([(1, 18)], False)]
    assert [(p.stage, p.span) for p in problems] == [("parse", Span(0, 1))]


def test_several_quotations_in_a_paragraph() -> None:
    assert quoted('"We stay," he said. "We have time." He left.') == [("We stay,",), ("We have time.",)]
