"""Arithmetic on spans keeps its laws."""

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from communique.model import Span

TEXT = "The “diplomat” said: 😀 no—never.\r\n" * 3
spans = st.integers(0, len(TEXT) - 1).flatmap(lambda start: st.integers(start + 1, len(TEXT)).map(lambda end: Span(start, end)))


@given(spans)
def test_of_has_the_length_of_the_span(span):
    assert len(span.of(TEXT)) == len(span) > 0


@given(spans, spans)
def test_overlaps_is_symmetric_and_means_a_shared_character(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans, spans)
def test_covers_implies_overlaps_and_containment_of_the_words(one, other):
    inside = set(range(other.start, other.end)) <= set(range(one.start, one.end))
    assert one.covers(other) == inside
    if one.covers(other):
        assert one.overlaps(other)
        assert other.of(TEXT) in one.of(TEXT)


@given(spans, spans, spans)
def test_covers_is_an_order(one, other, third):
    assert one.covers(one)
    assert (one.covers(other) and other.covers(one)) == (one == other)
    if one.covers(other) and other.covers(third):
        assert one.covers(third)


@given(spans, spans)
def test_spans_sort_by_start_then_end(one, other):
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@given(spans)
def test_json_is_a_pair(span):
    line = msgspec.json.encode(span)
    assert line == f"[{span.start},{span.end}]".encode()
    assert msgspec.json.decode(line, type=Span) == span


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_an_impossible_span_is_refused(start, end):
    assume(not 0 <= start < end)
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(f"[{start},{end}]".encode(), type=Span)


@given(spans)
def test_hashes_agree_with_equality(span):
    assert len({span, Span(span.start, span.end)}) == 1
