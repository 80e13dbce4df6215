"""Ids are short, the same everywhere, and tell every argument apart."""

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.record import stable_id

SPANS = (Span(3, 9), Span(12, 40))
parts = st.lists(st.none() | st.text(max_size=4) | st.integers(0, 9) | st.lists(st.text(max_size=2)).map(tuple), max_size=4).map(tuple)


def test_an_id_never_changes():
    """Permalinks rest on these values: if this test fails, every id ever published changes."""
    assert stable_id("a1", "statement", SPANS) == "sumqvwpmps6otzmn"
    assert stable_id("a1", "event", Span(3, 9), "REJECT", None) == "kukjbhxvf5kajuz5"


def test_another_process_gives_the_same():
    program = "from communique.record import stable_id; print(stable_id('é\\ud800', 'statement', (1, 2), 'x'))"
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    assert made == stable_id("é\ud800", "statement", (1, 2), "x")


@given(st.text(max_size=8), st.text(max_size=8), parts)
def test_form(article_id, kind, rest):
    assert re.fullmatch("[a-z2-7]{16}", stable_id(article_id, kind, *rest))


@given(st.tuples(st.text(max_size=3), st.text(max_size=3), parts), st.tuples(st.text(max_size=3), st.text(max_size=3), parts))
def test_equal_only_for_equal_arguments(one, other):
    assert (stable_id(one[0], one[1], *one[2]) == stable_id(other[0], other[1], *other[2])) == (one == other)
