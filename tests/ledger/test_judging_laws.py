"""Laws of judging: what holds is a function of the set of judgements, and undoing is as if nothing had been said."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import coding, codings

from communique.ledger import Judgement, Ledger, read_judgement
from communique.ledger.judging import rulings
from communique.ledger.judging.judgement import signed
from communique.record.tables import Stretch

ANCHORS = [((Stretch(0, 4),), "four"), ((Stretch(0, 4),), "else"), ((Stretch(2, 9),), "seven")]
NAMES = ("nets", "boats", "reefs", "harbours")


def anchored(verdict, **more):
    on_records = st.sampled_from([("position", "p1"), ("position", "p2")])
    return st.tuples(on_records, st.sampled_from(ANCHORS)).map(
        lambda drawn: {"record": drawn[0][0], "record_id": drawn[0][1], "anchor": drawn[1][0], "anchor_text": drawn[1][1]}
        | {"verdict": verdict} | more
    )  # fmt: skip


def merged(kind):
    return st.permutations(NAMES).map(lambda drawn: {"record": kind, "record_id": drawn[0], "verdict": "merge", "value": drawn[1]})


DECISIONS = st.one_of(
    *(anchored(verdict, claim=claim) for verdict in ("accept", "reject") for claim in ("c1", "c2")),
    *(anchored("correct", field=field, value=value) for field, value in (("stance", "mixed"), ("stance", "oppose"), ("issue", "nets"))),
    anchored("comment", note="look again"),
    anchored("kept").map(lambda made: made | {"record": "commitment"}),
    anchored("broken").map(lambda made: made | {"record": "commitment"}),
    merged("issue"),
    merged("actor"),
    st.sampled_from(NAMES).map(lambda name: {"record": "actor", "record_id": name, "verdict": "rename", "value": name.title()}),
)
MOMENTS = st.integers(0, 5).map(lambda second: f"2026-01-01T00:00:0{second}.000000")  # few, so that some judge at once


@st.composite
def histories(draw):
    """Judgements of several people, and undos of some of them, in an order that somebody might have them in."""
    made = [
        signed(Judgement(judge=draw(st.sampled_from(("Ada", "Tui"))), judged_at=draw(MOMENTS), **draw(DECISIONS)))
        for _ in range(draw(st.integers(0, 12)))
    ]
    made = list({one.id: one for one in made}.values())
    revoked = draw(st.lists(st.sampled_from(made), max_size=5)) if made else []
    undos = [
        signed(Judgement(record=one.record, record_id=one.record_id, verdict="undo", revokes=one.id, judge="Ada", judged_at=draw(MOMENTS)))
        for one in revoked
    ]
    return made, undos


@given(histories())
def test_undoing_is_as_if_it_had_not_been_judged(history):
    made, undos = history
    gone = {one.revokes for one in undos}
    assert rulings([*made, *undos]) == rulings([one for one in made if one.id not in gone])


@given(histories(), st.randoms())
def test_order_does_not_matter_nor_does_coming_twice(history, chance):
    every = [*history[0], *history[1]]
    shuffled = [*every, *chance.sample(every, len(every) // 2)]
    chance.shuffle(shuffled)
    assert rulings(shuffled) == rulings(every)


@given(histories())
def test_the_latest_of_a_kind_holds(history):
    made, undos = history
    gone = {one.revokes for one in undos}
    kept = sorted((one for one in made if one.id not in gone), key=lambda one: (one.judged_at, one.id))
    for ruling in rulings([*made, *undos]):
        own = [one for one in kept if (one.record, one.record_id, one.anchor_text) == (ruling.record, ruling.record_id, ruling.anchor_text)]
        own = [one for one in own if one.anchor == ruling.anchor]
        for claim, verdict in ruling.verdicts.items():
            assert [one.verdict for one in own if one.claim == claim][-1] == verdict
        if "stance" in ruling.fields:
            assert [one.value for one in own if one.field == "stance"][-1] == ruling.columns["stance"]
        outcomes = [one.verdict for one in own if one.verdict in ("kept", "broken")]
        assert (outcomes or [None])[-1] == ruling.outcome


@given(histories())
def test_merges_end_somewhere_and_all_that_are_merged_end_there(history):
    ends = {one.record_id: one.stands_for for one in rulings([*history[0], *history[1]]) if one.record == "actor"}
    for end in ends.values():
        assert ends.get(end, end) == end
    assert all(one.columns.get("issue") not in ends_of_issues(history) for one in rulings([*history[0], *history[1]]))


def ends_of_issues(history):
    return {one.record_id for one in rulings([*history[0], *history[1]]) if one.record == "issue"}


@given(histories())
def test_a_judgement_survives_its_export(history):
    for one in (*history[0], *history[1]):
        assert read_judgement(msgspec.json.encode(one)) == one


ACTIONS = st.lists(
    st.tuples(st.sampled_from(("accept", "reject", "act", "stance", "keep", "issue", "undo")), st.integers(0, 2)), max_size=8
)


def do(ledger, action, number):
    """One decision about the records of article a<number>, or the undoing of one of the first."""
    made = coding(number)
    statement, position, commitment = made.statements[0].id, made.positions[0].id, made.commitments[0].id
    force = [one.judgement.id for one in ledger.standing() if one.state in ("holds", "overruled")]
    with ledger.bench("Ada") as bench:
        match action:
            case "accept" | "reject":
                getattr(bench, action)(statement)
            case "act":
                bench.correct(statement, {"act": "warn", "speaker": "Ioane Leota"})
            case "stance":
                bench.correct(position, {"stance": "support"})
            case "keep":
                bench.keep(commitment)
            case "issue":
                bench.merge_issues("net ban", f"nets {number}")
            case "undo" if force:
                bench.undo(force[number % len(force)])


def state(ledger):
    """All that asking shows of what was judged."""
    columns = {"statements": "id, act, speaker_names, verdict", "positions": "id, issue, stance", "commitments": "id, status",
               "actors": "record_id, part, name, country", "issues": "issue", "relays": "id"}  # fmt: skip
    return {table: ledger.sql(f"SELECT {names} FROM {table} ORDER BY ALL").fetchall() for table, names in columns.items()}


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTIONS, st.randoms())
def test_another_ledger_that_imports_is_in_the_same_state(tmp_path_factory, actions, chance):
    folder = tmp_path_factory.mktemp("laws")
    first, second, third = (Ledger.open(folder / f"{name}.duckdb") for name in ("first", "second", "third"))
    for ledger in (first, second, third):
        ledger.add(codings(3))
    for action, number in actions:
        do(first, action, number)
    exported = [one.judgement for one in first.standing()]
    gone = {one.revokes for one in exported}
    remaining = [one for one in exported if one.id not in gone and one.verdict != "undo"]
    chance.shuffle(exported)
    for ledger, parts in ((second, [exported[::2], exported[1::2], exported]), (third, [remaining])):
        for part in parts:
            with ledger.bench("import") as bench:
                bench.take(part)
    assert state(first) == state(second) == state(third)
    assert first.standing() == second.standing()
