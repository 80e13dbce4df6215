"""Articles that repeat one another, found as they are added, whatever the order."""

from datetime import date
from itertools import permutations

import pytest
from invented import CODER
from msgspec.structs import replace

from communique.ask.reprints import reprints
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.likeness import has, likeness_of, runs_of, sample_of, text_of
from communique.ledger.stories import Copy, Member, Names, origin_of, stories_in
from communique.lexicon import outlets
from communique.model import Article, Coding, Dateline, Layout, Span, sha256_of

QUAY = (
    "The first ship of the cable company tied up in Lautoka during the night with two hundred kilometres of line on board. Divers are to "
    "start at dawn, when the tide is low and the water clear enough to work by sight. The company has not said what the work "
    "costs, and the harbour master would not guess. Children from three schools were brought to the pier to see the reels, each as tall "
    "as a house."
)
CHOIR = (
    "A choir of retired bakers has won the island's song contest for the third year running. The jury praised their breath and their hats. "
    "They will sing in Apia next month, unless the ferry is on strike again, which the tenor thinks likely and the bass does not."
)


def coding(id, text, *, outlet=None, day=None, agency=None):
    dateline = Dateline(Span(0, 4), None, agency, day) if agency else None
    article = Article(id, sha256_of(text), text, outlet=outlet, published=day, language="en", dateline=dateline,
                      layout=Layout(body=(Span(0, len(text)),)))  # fmt: skip
    return Coding(article, (), (), (), (), (), CODER)


def stories(ledger):
    return ledger.sql("SELECT article_id, story FROM stories ORDER BY 1").fetchall()


@pytest.fixture
def ledger(tmp_path):
    return Ledger.open(tmp_path / "reef.duckdb")


def test_runs_leave_capitals_and_punctuation_out_and_are_the_same_everywhere():
    assert (runs_of("One, two; three four FIVE six.") == runs_of("one two three four five six")).all()
    assert runs_of("one two three four five six").tolist() == [7716418085861993872]
    assert len(runs_of("")) == len(sample_of(runs_of(""))) == 1


def test_likeness_is_exact_near_contained_or_none():
    words = QUAY.split()
    changed = " ".join(word if place % 40 else "perhaps" for place, word in enumerate(words))
    assert likeness_of(runs_of(QUAY), runs_of(QUAY.upper())).kind == "exact"
    assert likeness_of(runs_of(QUAY), runs_of(changed)).kind == "near"
    part = likeness_of(runs_of(QUAY), runs_of(" ".join(words[:40])))
    assert (part.kind, part.first_is_shorter) == ("contained", False)
    assert likeness_of(runs_of(QUAY), runs_of(CHOIR)) is None
    assert likeness_of(runs_of(QUAY), runs_of(" ".join(words[:20]))) is None  # a formula


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_stories_do_not_depend_on_the_order_of_adding(ledger, order):
    some = [
        coding("a", QUAY, outlet="Lagoon Courier", day="2021-03-04"), coding("b", QUAY, outlet="Reef Weekly", day="2021-03-05"),
        coding("c", QUAY + " It rained.", outlet="Harbour Mail", day="2021-03-06"),
        coding("d", CHOIR, outlet="Reef Weekly", day="2021-03-05"),
    ]  # fmt: skip
    for place in order:
        ledger.add([some[place]])
    assert stories(ledger) == [("a", "a"), ("b", "a"), ("c", "a"), ("d", "d")]
    assert ledger.sql("SELECT DISTINCT origin_id, origin_rule FROM reprints").fetchall() == [("a", "date")]


def test_a_corrected_text_leaves_its_story_and_the_past_can_be_asked(ledger):
    ledger.add([coding("a", QUAY), coding("b", QUAY)])
    ledger.add([coding("b", CHOIR)])
    assert stories(ledger) == [("a", "a"), ("b", "b")]
    assert ledger.sql("SELECT article_id, run, superseded_by FROM history.reprints ORDER BY 1").fetchall() == [("a", 1, 2), ("b", 1, 2)]


def test_a_reading_that_leaves_the_article_as_it_is_changes_no_story(ledger):
    ledger.add([coding("a", QUAY), coding("b", QUAY)])
    one = coding("b", QUAY)
    ledger.add([replace(one, coder=replace(one.coder, version="9"))])
    assert ledger.sql("SELECT count(*), count(superseded_by) FROM history.reprints").fetchall() == [(2, 0)]
    assert ledger.sql("SELECT count(*), count(superseded_by) FROM history.copies").fetchall() == [(1, 0)]


def test_the_same_words_after_a_month_are_no_reprint(ledger):
    ledger.add([coding("a", QUAY, day="2021-03-04"), coding("b", QUAY, day="2021-05-05"), coding("c", QUAY, day="2021-05-07")])
    assert stories(ledger) == [("a", "a"), ("b", "b"), ("c", "b")]


def test_what_frames_every_page_of_an_outlet_is_no_story(ledger):
    frame = CHOIR * 2
    told = [" ".join(QUAY.split()[n * 9 : n * 9 + 9]) for n in range(8)]
    pages = [f"{told[n]}, it says in letter {n} of {n + 40} that reached us from reader {n * 7}. {frame}" for n in range(8)]
    ledger.add([coding(f"p{n}", page, outlet="Reef Weekly") for n, page in enumerate(pages)])
    assert ledger.reprints.fetchall() == []


def test_pages_of_one_outlet_share_the_lead_where_they_tell_the_same(ledger):
    crane = (
        "Nobody was hurt when a crane fell into the basin on Sunday, says the port, which has closed two of its five gates for a week. " * 2
    )
    wharf = "Twelve sheds on the old wharf are to be pulled down before the winter, and their keepers have been told to leave by May. " * 2
    ledger.add([coding(id, f"{lead}{QUAY} {CHOIR}", outlet="Reef Weekly") for id, lead in (("a", crane), ("b", wharf))])
    assert ledger.reprints.fetchall() == []
    ledger.add([coding("c", f"{crane}{QUAY} {CHOIR}", outlet="Fjord Post"), coding("d", f"{wharf}{CHOIR}", outlet="Reef Weekly")])
    assert {"a", "c"} <= {id for (id,) in ledger.sql("SELECT article_id FROM reprints").fetchall()}
    assert has(runs_of(QUAY + " It rained."), text_of(QUAY).lead)


def test_what_is_added_to_a_story_does_not_join_it(ledger):
    ledger.add([coding("a", QUAY), coding("b", CHOIR), coding("c", f"{QUAY} {CHOIR}")])
    assert stories(ledger) == [("a", "a"), ("b", "b"), ("c", "a")]  # c is a, and more
    assert {kind for (kind,) in ledger.sql("SELECT likeness FROM copies").fetchall()} <= {"near", "contained"}


def test_the_story_that_has_more_of_a_part_takes_it():
    copies = [Copy("part", "long", "contained", 0.2, 0.9), Copy("part", "longer", "contained", 0.1, 0.85)]
    assert stories_in(copies) == [{"long", "part"}]
    both = [Copy("one", "long", "contained", 0.2, 0.9), Copy("two", "long", "contained", 0.2, 0.9)]
    assert stories_in(both) == []
    assert stories_in([*both, Copy("one", "two", "near", 0.6, 0.9)]) == [{"long", "one", "two"}]
    assert stories_in([Copy("a", "c", "near", 0.6, 1.0), Copy("b", "c", "contained", 0.3, 1.0)]) == [{"a", "c"}]


NAMES = Names(outlets())


def member(id, outlet=None, day=None, agency=None, credits=(), time=None):
    return Member(id, outlet, date.fromisoformat(day) if day else None, time or day, agency, credits)


@pytest.mark.parametrize(
    ("members", "article", "rule", "agency"),
    [
        ([member("a", "Reef Weekly", "2021-03-04"), member("b", "Fjord Post", "2021-03-05")], "a", "date", None),
        ([member("a", "Reef Weekly", "2021-03-04"), member("b", "Fjord Post", "2021-03-04")], None, None, None),
        ([member("a", "Reef Weekly", "2021-03-04"), member("b", "Fjord Post")], None, None, None),
        (
            [member("a", time="2021-03-04T08:00", day="2021-03-04"), member("b", time="2021-03-04T09:30", day="2021-03-04")],
            "a",
            "date",
            None,
        ),
        ([member("a", "Reef Weekly", "2021-03-04", "AFP"), member("b", "Fjord Post", "2021-03-05")], None, None, "Agence France-Presse"),
        ([member("a", "AFP", "2021-03-04"), member("b", "Fjord Post", "2021-03-04", "AFP")], "a", "agency", "Agence France-Presse"),
        ([member("a", "AFP", "2021-03-06"), member("b", "Fjord Post", "2021-03-04", "AFP")], None, None, "Agence France-Presse"),
        (
            [member("a", "The Reef Weekly", "2021-03-04"), member("b", "Fjord Post", "2021-03-04", credits=("Reef Weekly",))],
            "a",
            "credit",
            None,
        ),
        ([member("a", "Reef Weekly", "2021-03-04", "AFP"), member("b", "Fjord Post", "2021-03-05", "TASS")], None, None, None),
    ],
)
def test_the_origin_is_told_by_agency_credit_or_date_and_else_open(members, article, rule, agency):
    for given in (members, members[::-1]):
        assert origin_of(given, NAMES) == (article, rule, agency)


def test_a_ledger_that_never_looked_looks_at_all_of_it(ledger, monkeypatch):
    monkeypatch.setattr("communique.ledger.writer.relate", lambda *_: None)
    ledger.add([coding("a", QUAY), coding("b", QUAY)])
    monkeypatch.undo()
    ledger.add([coding("d", CHOIR)])
    assert stories(ledger) == [("a", "a"), ("b", "a"), ("d", "d")]


def test_reprints_are_asked_for_all_or_by_article(ledger):
    ledger.add([coding("a", QUAY, outlet="Lagoon Courier"), coding("b", QUAY), coding("d", CHOIR)])
    columns, rows = reprints(ledger)
    assert [dict(zip(columns, row, strict=True))["article"] for row in rows] == ["a", "b"]
    assert len(list(reprints(ledger, "b@1")[1])) == 2
    assert list(reprints(ledger, "d")[1]) == []
    with pytest.raises(UsageError, match="no article"):
        reprints(ledger, "z")
