"""`communique export`: codings in, a file of the field's out, and clear words where that cannot be."""

import csv
import io
import json
import sys

import msgspec
import pytest
from conftest import call

from communique.record import to_json
from export.event_samples import golden_of, lagoon, sample

CODINGS = b"".join(map(to_json, sample()))


@pytest.fixture
def codings(tmp_path):
    path = tmp_path / "codings.jsonl"
    path.write_bytes(CODINGS)
    return path


@pytest.mark.parametrize("name", ["csv", "jsonl", "plover", "polecat", "icews", "gdelt", "petrarch2"])
def test_a_format_goes_to_standard_output(codings, name):
    made = call("export", name, codings)
    assert (made.returncode, made.stdout) == (0, golden_of(name).read_bytes())


def test_codings_come_from_standard_input():
    assert call("export", "icews", "-", stdin=CODINGS).stdout == golden_of("icews").read_bytes()


def test_several_files_are_one_table(codings, tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_bytes(to_json(lagoon()))
    lines = call("export", "polecat", codings, more).stdout.splitlines()
    assert len(lines) == len(golden_of("polecat").read_bytes().splitlines()) + 6
    assert lines.count(lines[0]) == 1


def test_what_is_left_out_is_said():
    made = call("export", "polecat", "-", stdin=CODINGS)
    assert made.stderr.decode() == "communique: 4 of 13 events left out; polecat: only events of PLOVER's types that happened\n"
    assert call("export", "csv", "-", stdin=CODINGS).stderr == b""


def test_codings_without_events_say_so():
    empty = to_json(msgspec.structs.replace(lagoon(), events=()))
    made = call("export", "polecat", "-", stdin=empty)
    assert made.stderr == b"communique: no events: the codings hold none\n"
    assert made.stdout == golden_of("polecat").read_bytes().splitlines(keepends=True)[0]


def test_dyads_say_what_they_leave_out_and_how_they_count(codings, tmp_path):
    made = call("export", "csv", codings, "--dyads", "--by", "year", "--out", tmp_path / "dyads.csv")
    assert made.stderr.startswith(b"communique: 7 of 13 events left out; dyads by year: only events that happened")
    assert json.loads((tmp_path / "dyads.csv.about.json").read_bytes())["format"] == "dyads by year"


def test_a_file_has_its_versions_beside_it(codings, tmp_path):
    out = tmp_path / "events.tsv"
    made = call("export", "polecat", codings, "--out", out)
    assert (made.returncode, made.stdout) == (0, b"")
    assert out.read_bytes() == golden_of("polecat").read_bytes()
    told = json.loads((tmp_path / "events.tsv.about.json").read_bytes())
    assert (told["plover"], told["cameo_to_plover"], told["events"], told["left_out"]) == ("2.0", "2", 9, 4)


def test_parquet_holds_the_columns_of_csv(codings, tmp_path):
    pyarrow = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "events.parquet"
    assert call("export", "parquet", codings, "--out", out).returncode == 0
    rows = csv.DictReader(io.StringIO(golden_of("csv").read_text(encoding="utf-8"), newline=""))
    assert pyarrow.read_table(out)["cameo"].to_pylist() == [row["cameo"] or None for row in rows]


def test_parquet_is_not_for_a_terminal(codings):
    made = call("export", "parquet", codings, terminal=True)
    assert (made.returncode, made.stdout) == (2, b"")
    assert b"--out FILE" in made.stderr


def test_without_pyarrow_the_way_out_is_told(codings, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    made = call("export", "parquet", codings, "--out", tmp_path / "events.parquet")
    assert made.returncode == 2
    assert b"communique[scale]" in made.stderr


def test_one_a_day_drops_the_copy():
    whole, thin = (call("export", "petrarch2", "-", *more, stdin=CODINGS).stdout.splitlines() for more in ([], ["--one-a-day"]))
    assert [line for line in whole if line not in thin] == [line for line in whole if b"Reef Daily" in line and b"\t120\t" in line]


@pytest.mark.parametrize(("more", "period"), [([], "2031-05"), (["--by", "year"], "2031"), (["--by", "day"], "2031-05-06")])
def test_dyads_are_counted(more, period):
    made = call("export", "csv", "-", "--dyads", *more, stdin=CODINGS)
    assert f'"FJI","TON","{period}","REJECT",3,2' in made.stdout.decode().splitlines()
    once = call("export", "csv", "-", "--dyads", "--one-a-day", *more, stdin=CODINGS)
    assert f'"FJI","TON","{period}","REJECT",3,1' in once.stdout.decode().splitlines()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["acled", "-"], "unknown format 'acled': use one of csv, parquet, jsonl, plover, polecat, icews, gdelt, petrarch2"),
        (["icews", "-", "--dyads"], "--dyads makes a table of its own, which icews has no columns for: use csv, parquet, jsonl"),
        (["csv", "-", "--dyads", "--by", "week"], "--by week: use one of day, month, year"),
        (["csv", "-", "--by", "year"], "--by year counts dyads: add --dyads, or leave --by out"),
        (["csv", "nowhere.jsonl"], "nowhere.jsonl: no such file"),
    ],
)
def test_errors_say_what_to_do(arguments, message):
    made = call("export", *arguments, stdin=CODINGS)
    assert made.returncode == 2
    assert made.stderr.decode().startswith(f"communique: {message}")


def test_a_wrong_format_leaves_a_file_alone(codings, tmp_path):
    out = tmp_path / "events.tsv"
    out.write_text("mine")
    assert call("export", "acled", codings, "--out", out).returncode == 2
    assert out.read_text() == "mine"


def test_a_line_that_is_no_coding_is_named_and_the_rest_exported():
    made = call("export", "petrarch2", "-", stdin=CODINGS + b'{"article":{}}\n')
    assert made.returncode == 3
    assert b"not a coding" in made.stderr
    assert made.stdout == golden_of("petrarch2").read_bytes()
