"""Agreement: formulas against worked examples and values by hand, and what two judges of a ledger give."""

import pytest

from communique.ask.agreement import MACHINE, agreement
from communique.ask.measures import f1_of, kappa_of, share_of
from communique.errors import UsageError
from communique.ledger import Ledger
from ledger.invented import codings


def crossed(table):
    """The pairs of a cross table, each in an article of its own: table[one][other] is how many."""
    pairs = [(str(a), str(b)) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)]
    return [(f"a{number}", pair) for number, pair in enumerate(pairs)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Cohen 1960, three diagnoses of 200 patients: po = 140/200, pe = (120 * 100 + 60 * 60 + 20 * 40) / 200^2 = .41
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], (0.70 - 0.41) / (1 - 0.41)),
        # fifty grant proposals, two readers: po = .7, pe = .5 * .6 + .5 * .4
        ([[20, 5], [10, 15]], 0.4),
        # Feinstein and Cicchetti 1990: much agreement, little kappa where one category is rare: po = .85, pe = .78
        ([[80, 10], [5, 5]], 0.07 / 0.22),
        ([[0, 5], [5, 0]], -1.0),
        ([[5, 0], [0, 5]], 1.0),
    ],
)
def test_kappa_of_worked_examples(table, expected):
    found = kappa_of(crossed(table))
    assert found.value == pytest.approx(expected)
    assert found.low <= found.value <= found.high


def test_kappa_says_nothing_where_only_one_thing_was_said():
    assert kappa_of(crossed([[7]])) == (None, None, None)
    assert share_of(crossed([[7]])) == (1.0, 1.0, 1.0)
    assert kappa_of([]) == (None, None, None)


def spans(*pairs):
    return frozenset(pairs)


def test_f1_of_spans_by_borders_and_by_characters():
    one, other = spans((0, 10), (20, 30), (40, 50)), spans((0, 10), (20, 30), (40, 48), (60, 62))
    pairs = [("a", (one, other))]
    assert f1_of(pairs, borders=True).value == pytest.approx(2 * 2 / (3 + 4))
    assert f1_of(pairs, borders=False).value == pytest.approx(2 * 28 / (30 + 30))
    assert f1_of([("a", (spans(), spans()))], borders=True).value is None
    assert f1_of([("a", (one, spans()))], borders=True).value == 0


def test_the_interval_comes_from_articles_and_is_the_same_each_time():
    agreeing, differing = (spans((0, 4)), spans((0, 4))), (spans((0, 4)), spans((1, 4)))
    alone = [(f"a{n}", agreeing if n % 2 else differing) for n in range(40)]
    packed = [("a" if n % 2 else "b", pair) for n, (_, pair) in enumerate(alone)]
    found, wide = f1_of(alone, borders=True), f1_of(packed, borders=True)
    assert found.value == wide.value == 0.5
    assert (wide.low, wide.high) == (0.0, 1.0), "two articles, one of which agrees: nothing is known"
    # forty articles: the share of ones is binomial, .5 -+ 1.96 * sqrt(.25 / 40)
    assert found.low == pytest.approx(0.5 - 0.155, abs=0.03)
    assert found.high == pytest.approx(0.5 + 0.155, abs=0.03)
    assert f1_of(alone, borders=True) == found
    assert f1_of(packed[:1], borders=True) == (0.0, None, None)


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.open(tmp_path / "reef.duckdb")
    made.add(codings(4))
    return made


def ids(ledger, table):
    return [id for (id,) in ledger.sql(f"SELECT id FROM {table} ORDER BY article_id").fetchall()]


def test_two_judges_and_the_machine(ledger):
    statements, positions = (ids(ledger, table) for table in ("statements", "positions"))
    with ledger.bench("Ada") as bench:
        bench.accept(*statements[:2], *positions)
        bench.correct(statements[2], {"act": "warn", "cue": "49-53"})
        bench.reject(statements[3])
    with ledger.bench("Tui") as bench:
        bench.accept(*statements[:3])
        bench.reject(statements[3])
        bench.correct(positions[0], {"stance": "support"})
        bench.accept(positions[1])
        bench.reject(positions[1])
    found = {row[:5]: row[5:] for row in agreement(ledger, "Ada", "Tui")}
    # verdicts: accept accept, accept accept, correct accept, reject reject: po = 3/4, pe = (2 * 3 + 1 * 1) / 16
    assert found["Ada", "Tui", "statement", "verdict", "agreement"][:3] == (4, 4, 0.75)
    assert found["Ada", "Tui", "statement", "verdict", "kappa"][2] == pytest.approx((0.75 - 7 / 16) / (1 - 7 / 16))
    assert found["Ada", "Tui", "statement", "act", "agreement"][:3] == (3, 3, pytest.approx(2 / 3)), "of those that neither rejects"
    assert found["Ada", "Tui", "statement", "cue", "f1"][2] == pytest.approx(2 * 2 / 6), "a rejected one has no cue for either"
    assert found["Ada", "Tui", "position", "stance", "agreement"][:3] == (1, 1, 0.0), "the other was rejected in the end"
    assert found[MACHINE, "Ada", "statement", "verdict", "agreement"][2] == 0.5
    assert found[MACHINE, "Tui", "statement", "cue", "f1"][2] == pytest.approx(2 * 3 / (4 + 3))
    assert {row[:2] for row in found} == {("Ada", "Tui"), (MACHINE, "Ada"), (MACHINE, "Tui")}
    assert {row[:2] for row in agreement_rows(ledger, "Ada")} == {(MACHINE, "Ada")}


def agreement_rows(ledger, *names):
    return [tuple(row) for row in agreement(ledger, *names)]


def test_what_was_undone_or_is_stale_counts_for_nobody(ledger):
    (statement,) = ledger.sql("SELECT id FROM statements LIMIT 1").fetchone()
    with ledger.bench("Ada") as bench:
        bench.accept(statement)
    with ledger.bench("Ada") as bench:
        bench.undo(ledger.standing()[0].judgement.id)
    with pytest.raises(UsageError, match="nothing that 'Ada' judged is current"):
        agreement(ledger, "Ada")
