"""judge, agree: as typed, on a terminal and in a pipe."""

import json

import pytest
from conftest import call

from communique.ledger import Ledger
from ledger.invented import coding, codings


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "reef.duckdb"
    Ledger.open(path).add(codings(3))
    return path


def lines(made):
    assert made.returncode == 0, made.stderr
    return [json.loads(line) for line in made.stdout.splitlines()]


STATEMENT, POSITION, COMMITMENT = coding(0).statements[0].id, coding(0).positions[0].id, coding(0).commitments[0].id


def test_a_judgement_is_signed_listed_exported_imported_and_taken_back(ledger, tmp_path):
    (made,) = lines(call("judge", "correct", POSITION, "stance=support", "--by", "Ada", "--note", "see line 2", "--ledger", ledger))
    assert (made["judge"], made["verdict"], made["field"], made["value"], made["note"]) == (
        "Ada",
        "correct",
        "stance",
        "support",
        "see line 2",
    )
    (listed,) = lines(call("judge", "list", "--ledger", ledger))
    assert (listed["id"], listed["state"], listed["words"]) == (made["id"], "holds", "rejects the net ban")
    exported = call("judge", "export", "--ledger", ledger).stdout
    other = tmp_path / "other.duckdb"
    Ledger.open(other).add(codings(3))
    for count in (b"1 judgements recorded, 0 known", b"0 judgements recorded, 1 known"):
        assert count in call("judge", "import", "-", "--ledger", other, stdin=exported).stderr
    assert lines(call("sql", f"SELECT stance FROM positions WHERE id = '{POSITION}'", "--ledger", other)) == [{"stance": "support"}]
    assert call("judge", "export", "--ledger", other).stdout == exported
    lines(call("judge", "undo", made["id"], "--by", "Tui", "--ledger", other))
    assert lines(call("sql", f"SELECT stance FROM positions WHERE id = '{POSITION}'", "--ledger", other)) == [{"stance": "oppose"}]


def test_an_import_with_a_bad_line_records_nothing_and_names_the_line(ledger):
    good = call("judge", "accept", STATEMENT, "--by", "Ada", "--ledger", ledger).stdout
    before = ledger.read_bytes()
    made = call("judge", "import", "-", "--ledger", ledger, stdin=good + b"\n" + good.replace(b"Ada", b"Tui"))
    assert made.returncode == 2
    assert b"-, line 3: judgement" in made.stderr
    assert ledger.read_bytes() == before


def test_who_rejects_a_statement_is_told_what_rests_on_it(ledger):
    made = call("judge", "reject", STATEMENT, "--by", "Ada", "--ledger", ledger)
    assert f"on statement {STATEMENT} rest position {POSITION}: judge them too" in made.stderr.decode()


def test_on_a_terminal_a_line_each_and_how_it_is_taken_back(ledger):
    shown = call("judge", "keep", COMMITMENT, "--by", "Ada", "--ledger", ledger, terminal=True).stdout.decode().splitlines()
    assert shown[0] == f"Ada: kept commitment {COMMITMENT} (“open the harbour”)"
    assert shown[1].startswith("to take back: communique judge undo ")


def test_the_judge_may_stand_in_the_environment(ledger):
    (made,) = lines(call("judge", "accept", STATEMENT, "--ledger", ledger, COMMUNIQUE_JUDGE="Tui"))
    assert made["judge"] == "Tui"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["acept", "x", "--by", "Ada"], "Did you mean accept?"),
        (["accept", "x"], "--by NAME"),
        (["accept", "--by", "Ada"], "name what is judged"),
        (["accept", "nothing", "--by", "Ada"], "no current record nothing"),
        (["correct", POSITION, "--by", "Ada"], "FIELD=VALUE"),
        (["correct", POSITION, "stance", "--by", "Ada"], "FIELD=VALUE"),
        (["comment", POSITION, "--by", "Ada"], "--note TEXT"),
        (["merge-issue", "net ban", "--by", "Ada"], "give two"),
        (["merge-issue", "net ban", "net ban", "--by", "Ada"], "merged with itself"),
        (["split-actor", "a", "b", "--by", "Ada"], "ACTOR NEW ID"),
        (["import"], "name the files"),
        (["import", "/nowhere.jsonl"], "No such file"),
    ],
)
def test_what_is_wrong_is_told(ledger, arguments, message):
    made = call("judge", *arguments, "--ledger", ledger)
    assert made.returncode == 2
    assert message in made.stderr.decode()


def test_agreement_of_two(ledger):
    for name in ("Ada", "Tui"):
        call("judge", "accept", STATEMENT, coding(1).statements[0].id, "--by", name, "--ledger", ledger)
    found = lines(call("agree", "Ada", "Tui", "--ledger", ledger))
    assert found[0] == {
        "one": "Ada", "other": "Tui", "record": "statement", "field": "verdict", "measure": "agreement", "n": 2, "articles": 2,
        "value": 1.0, "low": 1.0, "high": 1.0,
    }  # fmt: skip
    assert found[1]["value"] is None
    shown = call("agree", "Ada", "--ledger", ledger, terminal=True).stdout.decode()
    assert "f1_characters" in shown
