"""positions, statements, commitments, events, actors, search, cite, diff, export: on a terminal, in a pipe, as files."""

import csv
import io
import json

import pytest
from conftest import call, run

from communique.ledger import Ledger
from communique.show.cli.app import with_values
from ledger.invented import coding, codings


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("asking") / "reef.duckdb"
    Ledger.open(path).add(codings(3))
    Ledger.open(path).add([coding(1, stance="mixed")])
    return path


def asked(ledger, *arguments, code=0):
    made = run(*arguments, "--ledger", ledger)
    assert made.returncode == code, made.stderr
    return made


def lines(ledger, *arguments):
    return [json.loads(line) for line in asked(ledger, *arguments).stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["positions", "--holder", "Suva", "--issue", "ban", "--stance", "oppose"], [{"article_id": "a0"}, {"article_id": "a2"}]),
        (["positions", "--as-of", "2020-05-02"], [{"article_id": "a1", "stance": "mixed", "grounds_text": ["the lagoon is theirs"]}]),
        (["statements", "--speaker", "Ravouvou", "--limit", "1"], [{"act": "reject", "outlet": "Lagoon Courier"}]),
        (["commitments", "--due", "--limit", "1"], [{"status": "overdue", "deadline_latest": "2021-06-30"}]),
        (["commitments", "--due", "2021-06-30", "--limit", "1"], [{"status": "open"}]),
        (["events", "--dyad", "FJI-WSM", "--by", "month"], [{"period": "2020-05", "reports": 3, "outlets": 1, "origins": 3}]),
        (["actors", "Ravouvou"], [{"name": "Litia Ravouvou", "country": "FJI", "statements": 3}]),
        (["search", "nets", "banned", "--limit", "1"], [{"marked": "dispatch 0 🐋 rejects the **net ban** because the lagoon is theirs"}]),
        (["diff", "1", "2"], [{"record": "position", "change": "changed", "columns": ["stance"]}]),
    ],
)
def test_a_pipe_gets_json_lines(ledger, arguments, found):
    made = lines(ledger, *arguments)
    assert [{name: row[name] for name in wanted} for row, wanted in zip(made, found, strict=True)] == found


@pytest.mark.parametrize("command", ["positions", "statements", "commitments", "events", "actors"])
def test_a_terminal_gets_a_table(ledger, command):
    made = call(command, "--ledger", ledger, terminal=True)
    assert made.returncode == 0
    assert "Lagoon" in made.stdout.decode() or "Litia Ravouvou" in made.stdout.decode()
    assert not made.stdout.startswith(b"{")


def test_csv_and_parquet(ledger, tmp_path):
    rows = list(csv.DictReader(io.StringIO(asked(ledger, "statements", "--csv").stdout.decode())))
    assert [row["article_id"] for row in rows] == ["a0", "a1", "a2"]
    assert asked(ledger, "statements", "--parquet", tmp_path / "said.parquet").stdout == b""
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(tmp_path / "said.parquet").num_rows == 3


def test_pictures(ledger, tmp_path):
    asked(ledger, "positions", "--plot", tmp_path / "matrix.svg")
    asked(ledger, "events", "--dyad", "FJI-WSM", "--by", "month", "--plot", tmp_path / "dyad.svg")
    assert "FJI on net ban" in (tmp_path / "matrix.svg").read_text(encoding="utf-8")
    assert "FJI to WSM: 3 verbal cooperation" in (tmp_path / "dyad.svg").read_text(encoding="utf-8")
    assert b"add --dyad" in asked(ledger, "events", "--plot", tmp_path / "x.svg", code=2).stderr
    assert b"pictures are SVG" in asked(ledger, "positions", "--plot", tmp_path / "x.png", code=2).stderr


def test_citations(ledger):
    id = coding(0).statements[0].id
    assert asked(ledger, "cite", id).stdout.startswith(b"Lagoon Courier reported on 1 May 2020 that the Fijian envoy")
    assert asked(ledger, "cite", f"{id}@1", "--format", "bibtex").stdout.startswith(f"@misc{{{id}-1,".encode())
    assert json.loads(asked(ledger, "cite", id, "--format", "csl").stdout)[0]["id"] == f"{id}@1"
    assert b"no record" in asked(ledger, "cite", "nothing", code=2).stderr


def test_a_ledger_is_exported(ledger):
    from_ledger = run("export", "csv", ledger)
    assert from_ledger.returncode == 0, from_ledger.stderr
    assert [row["article_id"] for row in csv.DictReader(io.StringIO(from_ledger.stdout.decode()))] == ["a0", "a1", "a2"]


def test_an_option_that_may_stand_alone():
    assert with_values(["commitments", "--due"]) == ["commitments", "--due", "today"]
    assert with_values(["commitments", "--due", "--csv"]) == ["commitments", "--due", "today", "--csv"]
    assert with_values(["commitments", "--due", "2021-01-01"]) == ["commitments", "--due", "2021-01-01"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["actors", "lern", "news.jsonl"], b"Did you mean learn?"),
        (["actors", "learn"], b"name files"),
        (["positions", "--as-of", "May"], b"write it as 2025-03-31"),
        (["events", "--by", "week"], b"use one of day, month, year"),
        (["search", "?"], b"no word"),
    ],
)
def test_a_wrong_question_says_what_to_do(ledger, arguments, hint):
    assert hint in asked(ledger, *arguments, code=2).stderr
