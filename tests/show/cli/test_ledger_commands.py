"""add, sql, runs, stats, verify, backup, restore: as typed, on a terminal and in a pipe."""

import csv
import io
import json
import re

import pytest
from conftest import COMMAND, MORE, call, run

from communique.ledger import Ledger
from communique.record import to_json
from ledger.invented import codings


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "reef.duckdb"


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "codings.jsonl"
    path.write_bytes(b"".join(map(to_json, codings(5))))
    return path


def added(made):
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_codings_are_added_once(ledger, coded):
    first = {"ledger": str(ledger), "run": 1, "new": 5, "changed": 0, "known": 0, "outdated": 0, "records": 50, "superseded": 0}
    assert added(call("add", coded, "--ledger", ledger)) == first
    again = added(call("add", "-", "--ledger", ledger, stdin=coded.read_bytes()))
    assert (again["run"], again["known"]) == (None, 5)


def test_on_a_terminal_a_line(ledger, coded):
    assert call("add", coded, "--ledger", ledger, terminal=True).stdout.decode() == f"{ledger}: 5 new; 50 records (run 1)\n"
    assert call("add", coded, "--ledger", ledger, terminal=True).stdout.decode() == f"{ledger}: 5 known; nothing to record\n"


def test_articles_are_coded_unless_they_were(ledger, tmp_path, monkeypatch):
    news = tmp_path / "news.jsonl"
    lines = [json.dumps({"id": f"m{number}", "text": text, "date": "2021-03-04"}) for number, text in enumerate(MORE)]
    news.write_text("\n".join(lines[:2]), encoding="utf-8")
    first = added(call("add", news, "--ledger", ledger))
    assert first["new"] == 2
    assert Ledger.open(ledger).statements.aggregate("count(*)").fetchall()[0][0] >= 2
    news.write_text("\n".join(lines), encoding="utf-8")
    coded = []
    monkeypatch.setattr(
        "communique.show.cli.codings._coded", lambda article, settings: coded.append(article.id) or _code(article, settings)
    )
    second = added(call("add", news, "--ledger", ledger))
    assert (second["new"], second["known"], coded) == (1, 2, ["m2"])
    lines[0] = lines[0].replace("2021-03-04", "2021-03-05")
    news.write_text("\n".join(lines), encoding="utf-8")
    third = added(call("add", news, "--ledger", ledger))
    assert (third["changed"], third["known"], coded) == (1, 2, ["m2", "m0"])


def _code(article, settings):
    from communique import code

    return code(article, settings)


def test_what_is_no_coding_is_named_and_the_rest_is_added(ledger, coded):
    coded.write_bytes(coded.read_bytes() + b'{"article":{}}\n')
    made = call("add", coded, "--ledger", ledger)
    assert made.returncode == 3
    assert b"codings.jsonl, line 6: not a coding" in made.stderr
    assert json.loads(made.stdout)["new"] == 5


def test_readings_that_were_superseded_are_told_of(ledger, coded):
    Ledger.open(ledger).add(codings(5))
    coded.write_bytes(coded.read_bytes().replace(b'"stance":"oppose"', b'"stance":"mixed"'))
    assert added(call("add", coded, "--ledger", ledger))["changed"] == 5
    coded.write_bytes(coded.read_bytes().replace(b'"stance":"mixed"', b'"stance":"oppose"'))
    shown = call("add", coded, "--ledger", ledger, terminal=True).stdout.decode()
    assert shown.endswith("nothing to record\n5 were recorded before and superseded since; --again makes them current\n")
    assert added(call("add", coded, "--again", "--ledger", ledger))["changed"] == 5


@pytest.fixture
def filled(ledger):
    Ledger.open(ledger).add(codings(5))
    return ledger


def test_sql_in_a_pipe_on_a_terminal_and_as_csv(filled):
    query = ["sql", "SELECT article_id, day, targets FROM statements ORDER BY 1 LIMIT 2", "--ledger", filled]
    rows = [json.loads(line) for line in call(*query).stdout.splitlines()]
    assert rows == [{"article_id": f"a{n}", "day": f"2020-05-0{n + 1}", "targets": ["IGO:UN"]} for n in (0, 1)]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", call(*query, terminal=True).stdout.decode())
    assert re.search(r"a0 +2020-05-01 +IGO:UN", shown)
    table = list(csv.reader(io.StringIO(call(*query, "--csv").stdout.decode())))
    assert table == [["article_id", "day", "targets"], ["a0", "2020-05-01", '["IGO:UN"]'], ["a1", "2020-05-02", '["IGO:UN"]']]


def test_sql_with_parameters_and_from_standard_input(filled):
    query = ["sql", "-", "--ledger", filled, "--param", "id=a3"]
    made = call(*query, stdin=b"SELECT count(*) AS found FROM articles WHERE id = $id")
    assert made.stdout == b'{"found": 1}\n'


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["sql", "FROM nothing_there"], 2, "nothing_there"),
        (["sql", "COPY articles TO 'x.csv'"], 2, "only reads"),
        (["sql", "SELECT 1", "--param", "x"], 2, "write it as NAME=VALUE"),
        (["backup", "{ledger}"], 1, "exists"),
        (["restore", "{ledger}.none"], 1, "no ledger at"),
        (["runs", "--ledger", "{ledger}.none"], 1, "communique add PATH"),
    ],
)
def test_what_goes_wrong_is_one_line(filled, arguments, code, told):
    arguments = [one.format(ledger=filled) for one in arguments]
    made = call(*arguments, *(() if "--ledger" in arguments else ("--ledger", filled)))
    assert (made.returncode, made.stdout) == (code, b"")
    assert told in made.stderr.decode()
    assert made.stderr.count(b"\n") == 1


def test_runs_and_stats(filled):
    (shown,) = [json.loads(line) for line in call("runs", "--ledger", filled).stdout.splitlines()]
    assert (shown["run"], shown["command"], shown["articles"], shown["records"]) == (1, "add", 5, 50)
    found = json.loads(call("stats", COMMUNIQUE_LEDGER=str(filled)).stdout)
    assert (found["tables"]["statements"], found["outlets"], found["first"], found["last"]) == (5, 1, "2020-05-01", "2020-05-05")
    assert "statements" in call("stats", "--ledger", filled, terminal=True).stdout.decode()


def test_verify_tells_by_its_exit_code(filled):
    assert call("verify", "--ledger", filled).returncode == 0
    with Ledger.open(filled).writer("tamper") as writer:
        writer.begin_run(None)
        writer.connection.execute("UPDATE history.statements SET cue_text = 'denied' WHERE article_id = 'a2'")
    made = call("verify", "--ledger", filled)
    assert made.returncode == 3
    (row,) = [json.loads(line) for line in made.stdout.splitlines()]
    assert (row["table"], row["column"], row["reason"], row["article_id"]) == ("statements", "cue", "other words", "a2")
    assert b"1 spans fail" in made.stderr


def test_backup_and_restore(filled, tmp_path):
    backup = tmp_path / "safe.duckdb"
    assert call("backup", backup, "--ledger", filled).returncode == 0
    Ledger.open(filled).add(codings(9))
    made = call("restore", backup, "--ledger", filled)
    assert made.returncode == 0
    assert b"what was there before" in made.stderr
    assert len(Ledger.open(filled).articles.fetchall()) == 5


def test_a_second_writer_in_a_process_of_its_own(filled, coded):
    with Ledger.open(filled).writer("add"):
        made = run("add", coded, "--ledger", filled)
    assert made.returncode == 1
    assert b"is being written to by process" in made.stderr
    assert COMMAND[0].encode() not in made.stderr
