"""Whatever words of time stand together: expressions are in order and apart, their bounds in order, and nothing fails."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.lexicon import load
from communique.resolve import Interval, find_dates

LEXICON = load()
WORDS = sorted({word for entry in LEXICON.dates for word in entry.words})
SMALL = ["the", "of", "in", "and", "to", "-", ",", ".", "'s", "\n\n", "1", "2", "31", "24th", "1990s", "'90s", "2020", "2020-12-24", "0"]
texts = st.lists(st.sampled_from([*WORDS, *(word.title() for word in WORDS), *SMALL, *SMALL]), max_size=14).map(" ".join)
days = st.one_of(st.dates(), st.sampled_from([date.min, date.max]))
anchors = st.one_of(st.none(), days, st.tuples(days, days).map(sorted).map(lambda pair: Interval(*pair)))


@settings(max_examples=400, deadline=None)
@given(texts, anchors, st.sampled_from([None, "past", "future"]))
@example("Feb 29", date.max, None)
@example("in the early 0s", date.min, "past")
def test_expressions_keep_their_laws(text, anchor, direction) -> None:
    end = 0
    for found in find_dates(text, 0, len(text), anchor, LEXICON, direction):
        assert found.span.start >= end
        end = found.span.end
        assert found.span.of(text).strip() == found.span.of(text) != ""
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert found.latest is None or found.assumed_latest is None
        assert found.open is not None or found.is_duration or (found.earliest and found.latest)
        assert not found.is_duration or (found.earliest is found.latest is None)


@settings(max_examples=100, deadline=None)
@given(texts, st.text(max_size=20), days)
def test_where_a_text_stands_changes_nothing(text, before, day) -> None:
    alone = find_dates(text, 0, len(text), day, LEXICON)
    moved = find_dates(before + text, len(before), len(before) + len(text), day, LEXICON)
    assert [(e.span.start + len(before), e.earliest, e.latest) for e in alone] == [(e.span.start, e.earliest, e.latest) for e in moved]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), days)
def test_any_text_is_read(text, day) -> None:
    assert all(found.span.end <= len(text) for found in find_dates(text, 0, len(text), day, LEXICON))
