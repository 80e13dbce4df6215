"""A unit's file is whole or not there: each format writes, verifies and reads back, and never takes a broken file for a whole one."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs import CODER

pytest.importorskip("pyarrow", reason="RUNS ARE NOT TESTED: install the extra `scale`")

from communique.batch.folder import placed
from communique.batch.job import Counts
from communique.batch.outputs import OUTPUTS, End, Output
from communique.batch.rows import Row, Tally, failed_row, row_of
from communique.ingest import open_source, read_source
from communique.ingest.sources import Source, source_of
from communique.ingest.unpacking import unpacked
from communique.model import Article, Coding, Layout, Span, sha256_of
from communique.record import to_json

each = pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.name)


def coding(number: int) -> Coding:
    text = f"Line one.\nFerry \u2028 {number} «sails» \x1f again."
    article = Article(f"a-{number}", sha256_of(text), text, outlet="Pacific Wire", language="en", layout=Layout(body=(Span(0, len(text)),)))
    return Coding(article, (), (), (), (), (), CODER)


def rows(count: int) -> list[Row]:
    return [failed_row(f"line {n}", "ingest", "no JSON") if n % 7 == 3 else row_of(coding(n)) for n in range(count)]


def write(output: Output, path: Path, given: list[Row]) -> End:
    tally = Tally()
    for row in given:
        tally.add(row, ())
    end = End("unit", "cfg", tally.counts())
    with placed(path) as out:
        output.write(iter(given), out, lambda: end)
    return end


@each
@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 501, 1200])
def test_rows_come_back_as_they_were_and_the_end_verifies(output: Output, count: int, tmp_path: Path) -> None:
    end = write(output, tmp_path / "a", rows(count))
    assert list(output.read(tmp_path / "a")) == rows(count)
    assert output.verify(tmp_path / "a") == end
    assert end.counts.articles + end.counts.failed == count


@each
def test_the_same_rows_give_the_same_bytes(output: Output, tmp_path: Path) -> None:
    write(output, tmp_path / "a", rows(200))
    write(output, tmp_path / "b", rows(200))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@each
def test_no_file_verifies_that_is_cut_short(output: Output, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("cut")
    write(output, folder / "a", rows(200))
    data = (folder / "a").read_bytes()

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, len(data) - 1))
    def cut_at(length: int) -> None:
        (folder / "b").write_bytes(data[:length])
        assert output.verify(folder / "b") is None

    cut_at()


@each
def test_what_is_no_output_does_not_verify(output: Output, tmp_path: Path) -> None:
    assert output.verify(tmp_path / "missing") is None
    for number, data in enumerate((b"", b"PAR1", b"\x28\xb5\x2f\xfd", b"text", json.dumps({"unit": "u"}).encode())):
        (tmp_path / str(number)).write_bytes(data)
        assert output.verify(tmp_path / str(number)) is None


@each
def test_a_file_that_cannot_be_finished_leaves_nothing(output: Output, tmp_path: Path) -> None:
    def broken():
        yield from rows(3)
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"), placed(tmp_path / "a") as out:
        output.write(broken(), out, lambda: End("unit", "cfg", Counts()))
    assert list(tmp_path.iterdir()) == []


def test_json_lines_hold_what_the_command_code_writes(tmp_path: Path) -> None:
    output = OUTPUTS[1]
    write(output, tmp_path / "a.jsonl.zst", [row_of(coding(n)) for n in range(130)])
    with (tmp_path / "a.jsonl.zst").open("rb") as file:
        opened = unpacked(source_of("a", "a.jsonl.zst", file), frozenset(), 0)
        source = next(opened)
        assert isinstance(source, Source)
        *written, last = source.stream.readlines()
    assert written == [to_json(coding(n)) for n in range(130)]
    assert json.loads(last)["unit"] == "unit"


def test_a_unit_of_codings_can_be_coded_again(tmp_path: Path) -> None:
    write(OUTPUTS[1], tmp_path / "a.jsonl.zst", [row_of(coding(1))])
    source = open_source(tmp_path / "a.jsonl.zst")
    with source.stream:
        first, *_ = read_source(source)
    assert isinstance(first, Article)
    assert first.id == "a-1"
