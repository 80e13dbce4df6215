"""Each format has a golden and a line in the docs, and what loads the field's files loads ours."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import event_samples
import pytest
from event_samples import found, golden_of, readable, written
from hypothesis import given

from communique.errors import UsageError
from communique.export import EXPORTS, Export, Found, events_of, export_named, icews, mentions, petrarch2, polecat
from communique.export.columns import COLUMNS
from communique.export.dyads import WRITERS, takes
from communique.model import Event
from communique.record import from_json
from record.arbitrary import codings

ROOT = Path(__file__).resolve().parents[2]
AGAIN = "if this is meant: python tests/export/event_samples.py, and read the difference"
BY_EXPORT = pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
TABLES = {"polecat": (40, polecat.COLUMNS), "icews": (20, icews.COLUMNS), "gdelt": (16, None), "petrarch2": (7, None)}


def rows(name: str) -> list[list[str]]:
    """The rows of a TSV format, as csv.reader gives them to scripts that count columns."""
    data = written(export_named(name), found()).decode()
    return list(csv.reader(io.StringIO(data, newline=""), delimiter="\t"))


def records(name: str) -> list[dict[str, str]]:
    """The rows of a format with header, by column."""
    data = written(export_named(name), found()).decode()
    return list(csv.DictReader(io.StringIO(data, newline=""), delimiter="," if name == "csv" else "\t"))


def row_with(name: str, column: str, value: str) -> dict[str, str]:
    return next(row for row in records(name) if row[column] == value)


@BY_EXPORT
def test_a_format_writes_its_golden(export: Export) -> None:
    if export.name == "parquet":
        pytest.importorskip("pyarrow")
    golden = golden_of(export.name)
    assert golden.exists(), f"no golden for {export.name}: python tests/export/event_samples.py"
    assert readable(export.name, written(export, found())) == golden.read_bytes(), AGAIN


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_of_dyads_is_its_golden(name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    out = io.BytesIO()
    WRITERS[name]([event for event in found() if takes(event)], "month", out)
    assert readable(name, out.getvalue()) == golden_of(f"dyads-{name}").read_bytes(), AGAIN


def test_the_file_of_codings_for_the_docs_is_the_sample() -> None:
    assert [from_json(line) for line in event_samples.CODINGS.read_bytes().splitlines()] == event_samples.sample(), AGAIN


@BY_EXPORT
def test_a_format_has_a_line_in_the_docs_and_in_the_help(export: Export) -> None:
    from communique.show.cli.export import export as command

    page = (ROOT / "docs" / "how-to" / "export-events.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{export.name}` \|", page, re.MULTILINE), f"docs/how-to/export-events.md has no row for {export.name}"
    assert re.search(rf"^ +{export.name} ", command.__doc__ or "", re.MULTILINE)


@BY_EXPORT
def test_no_byte_order_mark_and_the_same_bytes_twice(export: Export) -> None:
    data = written(export, found())
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data == written(export, found())


@pytest.mark.parametrize("name", TABLES)
def test_columns_by_position(name: str) -> None:
    count, header = TABLES[name]
    made = rows(name)
    assert {len(row) for row in made} == {count}
    assert header is None or tuple(made[0]) == header
    split = written(export_named(name), found()).decode().splitlines()
    assert {line.count("\t") for line in split} == {count - 1}  # for scripts that split at tabs


def test_polecat_columns_that_scripts_take_by_number() -> None:
    _, first, *_ = rows("polecat")
    assert (first[1], first[2], first[7], first[15]) == ("2031-05-06", "REJECT", "Litia Ravouvou", "Tonga")
    assert polecat.COLUMNS[39] == "Version"
    assert first[39].endswith("PLOVER 2.0")


def test_plover_formats_leave_out_what_plover_does_not_have() -> None:
    left = {event.event.trigger.of(event.article.text) for event in found() if not export_named("polecat").takes(event)}
    assert left == {"expel", "sent rice", "appealed", "deny"}  # denied, without the recipient aid needs, CAMEO 02, not yet done
    plover = {json.loads(line)["event_text"][0] for line in written(export_named("plover"), found()).splitlines()}
    assert "expel" in plover
    assert not plover & {"sent rice", "appealed", "was put on alert"}  # the last has no day


def test_cameo_formats_keep_statements_and_appeals() -> None:
    assert "020" in {row["CAMEO Code"] for row in records("icews")}
    assert "020" in {row[3] for row in rows("petrarch2")}


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "petrarch2"])
def test_what_did_not_happen_goes_nowhere_where_it_cannot_be_said(name: str) -> None:
    assert not any(export_named(name).takes(event) for event in found() if event.event.auxiliary)


def test_unreal_events_say_so_where_they_can() -> None:
    lines = [json.loads(line) for line in written(export_named("plover"), found()).splitlines()]
    assert [line["mode"] for line in lines if line["event_text"] == ["expel"]] == [["expel", "negation"]]
    assert row_with("csv", "trigger", "expel")["auxiliary"] == "negation"


def test_leading_zeros_stay() -> None:
    assert {"071", "02"} <= {row["cameo"] for row in records("csv")}
    assert '"071"' in written(export_named("csv"), found()).decode()
    assert all(re.fullmatch(r"\d{3,4}", row["CAMEO Code"]) for row in records("icews"))


def test_gdelt_offsets_find_the_words() -> None:
    text = event_samples.LAGOON
    refusal, *_ = rows("gdelt")
    one, other, action, length = (int(refusal[place]) for place in (7, 8, 9, 12))
    assert (text[one:].split()[0], text[other : other + 5], text[action : action + 8]) == ("Litia", "Tonga", "rejected")
    assert length == len(text)
    assert text.index("😀") < one  # code points, not UTF-16 units
    assert {int(row[11]) % 10 for row in rows("gdelt")} == {0}
    assert "-1" in {row[8] for row in rows("gdelt")}


def test_mutual_events_are_pairs_in_both_directions_and_others_are_not() -> None:
    pairs = {(row[1], row[2]) for row in rows("petrarch2") if row[3] == "040"}
    assert pairs == {("FJIGOV", "WSMGOV"), ("WSMGOV", "FJIGOV")}
    assert [(row[1], row[2]) for row in rows("petrarch2") if row[3] == "140"] == [("FJILAB", "---")]


def test_media_kosovo_dependencies_and_organisations_as_each_format_has_them() -> None:
    blame = row_with("polecat", "Event Type", "ACCUSE")
    assert (blame["Actor Country"], blame["Actor COW"], blame["Primary Actor Sector"]) == ("KOS", "347", "JRN")
    assert blame["Primary Recipient Sector"] == "MED"
    assert [row[1:3] for row in rows("petrarch2") if row[3] == "111"] == [["XKXMED", "FJIHLH"]]
    press = row_with("icews", "CAMEO Code", "111")
    assert (press["Source Name"], press["Source Sectors"], press["Source Country"]) == ("Media (Kosovo)", "Media", "Kosovo")
    aid = [row for row in records("polecat") if row["Event Type"] == "AID"]
    assert [(row["Actor Country"], row["Actor COW"], row["Actor Sectors"]) for row in aid] == [("DNK", "390", ""), ("IGO", "", "")]
    assert ["GRL", "ROM"] in [row[1:3] for row in rows("petrarch2")]


def test_states_have_their_own_names_and_people_are_called_by_sector() -> None:
    targets = {row["CAMEO Code"]: row["Target Name"] for row in records("icews")}
    assert (targets["125"], targets["120"]) == ("Tonga", "Government (Tonga)")  # "Tonga" and "Tonga's government"
    assert [row["Source Name"] for row in records("icews") if row["CAMEO Code"] in ("140", "152")] == ["Labor (Fiji)", "Military (Vanuatu)"]
    protest = row_with("polecat", "Event Type", "PROTEST")
    assert (protest["Actor Name"], protest["Actor Name Raw"]) == ("", "Dockers")


def test_ids_are_the_same_for_the_same_event_and_exact_in_doubles() -> None:
    numbers = [int(row["Event ID"]) for row in records("icews")]
    assert len(set(numbers)) == len(numbers)
    assert all(int(float(number)) == number for number in numbers)
    assert {row["Event ID"] for row in records("icews")} <= {row[0] for row in rows("gdelt")}
    assert {row["event_id"] for row in records("csv")} == {event.event.id for event in found()}


def test_lists_keep_their_places() -> None:
    meeting = row_with("csv", "event", "CONSULT")
    assert (meeting["actor_country"], meeting["actor_name"]) == ("FJI;WSM", "Litia Ravouvou;")


def test_json_lines_read_back_as_the_records() -> None:
    import msgspec

    lines = written(export_named("jsonl"), found()).splitlines()
    assert [msgspec.convert(json.loads(line)["event"], Event) for line in lines] == [event.event for event in found()]
    assert {json.loads(line)["versions"]["plover"] for line in lines} == {"2.0"}


def test_pandas_loads_the_tables() -> None:
    pandas = pytest.importorskip("pandas")
    for name in TABLES:
        data = io.BytesIO(written(export_named(name), found()))
        table = pandas.read_csv(data, sep="\t", dtype=str, header=0 if TABLES[name][1] else None)
        assert table.shape[1] == TABLES[name][0]
    table = pandas.read_csv(io.BytesIO(written(export_named("csv"), found())), dtype={"cameo": str})
    assert list(table.columns) == [column.name for column in COLUMNS]
    assert "071" in set(table["cameo"])


def test_a_stream_stays_open_when_reading_breaks_off() -> None:
    def breaking() -> Iterator[Found]:
        yield found()[0]
        raise OSError("gone")

    for name in ("csv", "polecat"):
        out = io.BytesIO()
        with pytest.raises(OSError, match="gone"):
            export_named(name).write(breaking(), out)
        assert b"rejected" in out.getvalue() or b"REJECT" in out.getvalue()


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"unknown format 'acled': use one of csv, parquet"):
        export_named("acled")


@given(codings())
def test_any_coding_gives_rows_of_the_right_width(coding) -> None:  # type: ignore[no-untyped-def]
    events = list(events_of([coding]))
    for name, (count, _) in TABLES.items():
        export = export_named(name)
        data = io.StringIO(written(export, events).decode(), newline="")
        assert {len(row) for row in csv.reader(data, delimiter="\t") if row} <= {count}
    for name in ("csv", "jsonl", "plover"):
        written(export_named(name), events)


@given(codings())
def test_pairs_never_make_up_a_side(coding) -> None:  # type: ignore[no-untyped-def]
    for event in events_of([coding]):
        known = {*event.event.actor, *event.event.recipient}
        assert {side for pair in event.pairs for side in pair if side} <= known
        assert len(event.pairs) >= 1
        assert all(row[10] == 1 for row in mentions.rows_of(event))
        assert len(list(petrarch2.rows_of(event))) == len(event.pairs)


def test_the_page_on_r_names_columns_that_there_are() -> None:
    page = (ROOT / "docs" / "how-to" / "load-in-r.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```r\n(.*?)```", page, re.DOTALL))
    named = set(re.findall(r"(polecat|icews|events)\$(?:`([^`]+)`|(\w+))", code))
    columns = {"polecat": set(polecat.COLUMNS), "icews": {*icews.COLUMNS, "root"}, "events": {column.name for column in COLUMNS}}
    assert len(named) >= 8
    assert [(table, a or b) for table, a, b in named if (a or b) not in columns[table]] == []
    assert set(re.findall(r"`((?:Source|Target) \w+)`", code)) <= columns["icews"]
