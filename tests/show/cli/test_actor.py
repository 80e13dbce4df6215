"""actor, actors."""

import csv
import io
import json

import pytest
from conftest import call

NEWS = [
    {"id": "n1", "date": "2020-05-01", "text": "Norwegian Foreign Minister Ada Brandvold said that the talks had failed."},
    {"id": "n2", "date": "2020-07-01", "text": "Norwegian Foreign Minister Ada Brandvold said that the port would stay open."},
    {"id": "n3", "text": "Fijian envoy Tomasi Vula said that the reef was dying."},
    {"id": "n4", "date": "2020-07-01", "text": "Irish minister Nuala Tiernan said that she would go."},
    {"id": "n5", "date": "2020-07-02", "text": "Maltese minister Nuala Tiernan said that she would stay."},
]


@pytest.fixture(scope="module")
def codings() -> bytes:
    return call("code", "-", stdin="".join(json.dumps(row) + "\n" for row in NEWS).encode()).stdout


def rows(made) -> list[dict]:
    return [json.loads(line) for line in made.stdout.splitlines()]


def learned(made) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.stdout.decode())))


def test_phrases_in_a_pipe():
    made = call("actor", "two Greek frigates", "Jonas Petrauskas")
    assert made.returncode == 0
    first, second = rows(made)
    assert list(first) == ["id", "text", "name", "country", "role", "title", "rule", "evidence"]
    assert (first["id"], first["country"], first["role"], first["evidence"]) == (1, "GRC", "MIL", [[0, 18]])
    assert (second["name"], second["country"], second["role"]) == ("Jonas Petrauskas", None, None)


def test_standard_input_plain_and_json():
    lines = '{"id": "x", "text": "Tongan fishermen"}\n\na Swedish submarine\n{"text": "Suva"}\n'.encode("utf-8-sig")
    made = rows(call("actor", "-", stdin=lines))
    assert [(row["id"], row["country"], row["role"]) for row in made] == [("x", "TON", "AGR"), (2, "SWE", "MIL"), (3, "FJI", "GOV")]


def test_codes_of_plover():
    (row,) = rows(call("actor", "the Security Council", "--codes", "plover"))
    assert (row["country"], row["role"]) == ("UNO", None)
    (row,) = rows(call("actor", "the Security Council"))
    assert (row["country"], row["role"]) == ("IGO:UN", "IGO")


def test_on_a_terminal_a_table():
    shown = call("actor", "a former Danish minister", "he", terminal=True).stdout.decode()
    for part in ("phrase", "country", "DNK", "ELI", "former minister", "–"):
        assert part in shown


@pytest.mark.parametrize("line", ['{"id": 1}', '{"text": 5}', "{nothing", '{"text": "Oslo", "date": "soon"}'])
def test_a_bad_line_does_not_stop_the_others(line):
    made = call("actor", "-", stdin=f"Oslo\n{line}\nSuva\n".encode())
    assert made.returncode == 3
    assert [row["country"] for row in rows(made)] == ["NOR", "FJI"]
    assert made.stderr.startswith(b"communique: standard input, line 2: ")
    assert made.stderr.count(b"\n") == 1


def test_a_users_table_and_the_day(tmp_path):
    (tmp_path / "actors.csv").write_text("name,country,role,from,to\nAda Brandvold,NOR,GOV,2020-01-01,2020-12-31\n")
    lines = b'{"text": "Ada Brandvold", "date": "2020-05-01"}\n{"text": "Ada Brandvold", "date": "2023-05-01"}\nAda Brandvold\n'
    assert [row["country"] for row in rows(call("actor", "-", "--lexicon", tmp_path, stdin=lines))] == ["NOR", None, None]
    made = call("actor", "Ada Brandvold", "--lexicon", tmp_path, "--date", "2020-12-31")
    assert rows(made)[0]["country"] == "NOR"


def test_learning_from_codings(codings, tmp_path):
    (tmp_path / "codings.jsonl").write_bytes(codings)
    made = call("actors", "learn", tmp_path / "codings.jsonl")
    assert made.returncode == 0
    (row,) = learned(made)
    assert (row["name"], row["country"], row["role"], row["title"]) == ("Ada Brandvold", "NOR", "GOV", "Foreign Minister")
    assert (row["from"], row["to"], row["first_seen"], row["last_seen"]) == ("2020-05-01", "2020-07-01") * 2
    assert (row["articles"], row["evidence"]) == ("2", "n1[0,40]; n2[0,40]")
    said = made.stderr.decode()
    assert "two countries: Nuala Tiernan: IRL in n4, MLT in n5" in said
    assert "no dated article names them: Tomasi Vula" in said


def test_learning_from_articles_says_the_same(codings, tmp_path):
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in NEWS))
    assert call("actors", "learn", tmp_path / "news.jsonl").stdout == call("actors", "learn", "-", stdin=codings).stdout


def test_unbounded_and_least(codings):
    made = learned(call("actors", "learn", "-", "--unbounded", stdin=codings))
    assert [(row["name"], row["from"], row["to"]) for row in made] == [("Ada Brandvold", "", ""), ("Tomasi Vula", "", "")]
    assert [row["name"] for row in learned(call("actors", "learn", "-", "--unbounded", "--least", 2, stdin=codings))] == ["Ada Brandvold"]


def test_what_was_learned_is_used(codings, tmp_path):
    (tmp_path / "actors.csv").write_bytes(call("actors", "learn", "-", stdin=codings).stdout)
    line = b'{"id": "n6", "date": "2020-06-15", "text": "Brandvold, tired of it all, left. Ada Brandvold said that the talks had ended."}\n'
    coding = json.loads(call("code", "-", "--lexicon", tmp_path, stdin=line).stdout)
    assert [(s["speaker"]["name"], s["speaker"]["country"]) for s in coding["statements"]] == [("Ada Brandvold", "NOR")]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["actors", "lern", "x"], "Did you mean learn?"),
        (["actor", "Oslo", "--date", "May"], "YYYY-MM-DD"),
        (["actor", "Oslo", "--codes", "cameo"], "plover"),
        (["actor", "Oslo", "--lexicon", "/no/such"], "no such folder"),
        (["actors", "learn", "/no/such"], "no such file"),
    ],
)
def test_a_slip(arguments, hint):
    made = call(*arguments)
    assert (made.returncode, made.stdout) in (
        (2, b""),
        (2, b"name,aliases,country,role,from,to,title,first_seen,last_seen,articles,evidence\n"),
    )
    assert hint in made.stderr.decode()
