"""Votes beside what was said before them."""

from datetime import date

import pytest

from communique.ask.votes import said_and_voted
from communique.ledger import Ledger, record_votes
from communique.model import Article, Coder, Coding, Position, Span, Vote, sha256_of

CODER = Coder("0", "1" * 64, "2" * 64, "3" * 64, "numpy")
TEXT = "{who} {verb} the net ban, letter {number}."


def spoken(number, day, country, stance, outlet="Reef Weekly"):
    text = TEXT.format(who=country, verb="rejects" if stance == "oppose" else "supports", number=number)
    article = Article(f"a{number}", sha256_of(text), text, outlet=outlet, published=day, language="en")
    position = Position(f"p{number}", (country,), "net ban", stance, Span(4, len(text) - 1), (), (), None, "en.stance.attitude", 0.9)
    return Coding(article, (), (position,), (), (), (), CODER)


def vote(country, cast, day="2021-12-09", stance=None):
    return Vote("UNGA", "9001", "R/76/901", "Lagoon nets", day, country, cast, "net ban", stance)


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger.open(tmp_path / "reef.duckdb")
    opened.add([
        spoken(1, "2021-03-04", "NOR", "oppose"), spoken(2, "2021-11-04", "NOR", "support"), spoken(3, "2021-12-20", "NOR", "oppose"),
        spoken(4, "2021-11-01", "WSM", "support"), spoken(5, "2019-11-01", "TON", "support"),
        spoken(6, "2021-10-01", "FJI", "support"), spoken(7, "2021-10-01", "FJI", "oppose"),
    ])  # fmt: skip
    return opened


def test_the_last_word_before_the_vote_counts(ledger):
    votes = [vote("NOR", "yes", stance="support"), vote("WSM", "no", stance="oppose"), vote("TON", "yes", stance="support"),
             vote("FJI", "abstain")]  # fmt: skip
    assert record_votes(ledger, votes) == 4
    found = {one.holder: one for one in said_and_voted(ledger, issue="NET")}
    assert (found["NOR"].said, found["NOR"].said_day, found["NOR"].agrees) == ("support", date(2021, 11, 4), True)
    assert (found["WSM"].said, found["WSM"].agrees, found["WSM"].positions) == ("support", False, ("p4",))
    assert (found["TON"].said, found["TON"].agrees, found["TON"].reports) == (None, None, 0)  # too long ago
    assert (found["FJI"].said, found["FJI"].agrees, found["FJI"].reports) == (None, None, 2)  # reports differ
    assert [one.holder for one in said_and_voted(ledger, holder="TON", within=1000) if one.said == "support"] == ["TON"]
    assert list(said_and_voted(ledger, issue="gas terminal")) == []


def test_importing_again_changes_nothing_and_a_correction_supersedes(ledger):
    assert record_votes(ledger, [vote("NOR", "yes", stance="support")] * 2) == 1
    before = ledger.path.read_bytes()
    assert record_votes(ledger, [vote("NOR", "yes", stance="support")]) == 0
    assert ledger.path.read_bytes() == before
    assert record_votes(ledger, [vote("NOR", "no", stance="oppose")]) == 1
    assert ledger.sql("SELECT vote, superseded_by IS NULL FROM history.votes ORDER BY run").fetchall() == [("yes", False), ("no", True)]
    assert ledger.sql("SELECT command, records FROM runs WHERE command = 'import' ORDER BY run").fetchall() == [
        ("import", 1),
        ("import", 1),
    ]
