"""The page of a chain, and one wording against another."""

import re

import pytest

from communique.ask.wording import Piece, compared
from show.web.tides import tides

FIRST = tides()[0].positions[0].id


@pytest.mark.parametrize(("before", "after", "marked"), [
    ("the ban is wrong", "the ban is plainly wrong", "the ban is {plainly }wrong"),
    ("we will never sign", "we may sign", "we [will never]{may} sign"),
    ("The ban is wrong", "the ban is wrong", "the ban is wrong"),
    ("a", "", "[a]"),
    ("", "", ""),
])  # fmt: skip
def test_wordings_are_compared_by_words(before, after, marked):
    signs = {"same": "{}", "added": "{{{}}}", "dropped": "[{}]"}
    assert "".join(signs[piece.change].format(piece.text) for piece in compared(before, after)) == marked


@pytest.mark.parametrize(("before", "after"), [("one  two\r\nthree", "one two three four"), ("x" * 9, "y z"), ("a b " * 1500, "c d")])
def test_what_is_not_dropped_is_the_later_wording(before, after):
    assert "".join(piece.text for piece in compared(before, after) if piece.change != "dropped") == after


def test_a_long_wording_is_changed_as_a_whole():
    long = "reef " * 2500
    assert compared(long, "short") == (Piece("dropped", long), Piece("added", "short"))


def test_a_chain_has_its_occasions_in_order_with_what_is_new(shore):
    [chain] = shore.get(f"/chain/{FIRST}.json").json()["chains"]
    links = [one["link"] for one in chain["said"]]
    assert [(link["day"], link["move"], link["n"]) for link in links] == [
        ("2020-01-10", "first", 1), ("2020-02-11", "again", 2), ("2020-06-12", "shift", 1), ("2020-07-01", "shift", 1),
    ]  # fmt: skip
    page = shore.get(f"/chain/{FIRST}").text
    assert "<ins>belongs to them</ins>" in page
    assert "<del>is theirs</del>" in page
    assert "2 times in a row" in page


def test_wordings_are_compared_with_the_first_where_asked(shore):
    page = shore.get(f"/chain/{FIRST}?against=first").text
    assert re.search(r"<del>[^<]*theirs</del><ins>[^<]*asked</ins>", page)
    assert shore.get(f"/chain/{FIRST}?against=nothing").status_code == 400


def test_a_statement_leads_to_the_chain_of_its_position(shore):
    statement = tides()[0].statements[0].id
    assert shore.get(f"/chain/{statement}.json").json()["chains"] == shore.get(f"/chain/{FIRST}.json").json()["chains"]
    assert shore.get("/chain/nothing").status_code == 404
