"""Large files in stretches: however they are cut, every line, row and record is read once, in its place."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_warc import INFO, response

import communique.ingest as ingest
from communique.errors import ReadError
from communique.ingest.stretches import stretches_of
from communique.model import Article, Unread

pyarrow = pytest.importorskip("pyarrow", reason="STRETCHES ARE NOT TESTED: install the extra `scale`")
pytest.importorskip("fastwarc", reason="STRETCHES ARE NOT TESTED: install the extra `scale`")

LINES = [json.dumps({"id": f"a-{n}", "text": f"Fiji said so on day {n}. " * (1 + n % 7)}) for n in range(40)]


def told(outcome: Article | Unread) -> str:
    return outcome.id if isinstance(outcome, Article) else f"unread: {outcome.message}"


def whole(path: Path) -> list[str]:
    return [told(one) for one in ingest.read_all([path])]


def in_stretches(path: Path | str, most: int, wanted: tuple[range | None, ...] = (None,)) -> list[str]:
    found = []
    for stretch in stretches_of(str(path), most):
        for some in wanted:
            source, _ = ingest.open_stretch(stretch, some)
            with source.stream:
                found += [told(one) for one in ingest.read_source(source)]
    return found


def json_lines(folder: Path) -> Path:
    lines = [*LINES[:20], "no JSON", "", *LINES[20:]]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "a.jsonl"


def archive(folder: Path) -> Path:
    (folder / "a.warc").write_bytes(INFO + b"".join(response(n, "404 Not Found" if n % 5 == 0 else "200 OK") for n in range(12)))
    return folder / "a.warc"


def packed_archive(folder: Path) -> Path:
    (folder / "a.warc.gz").write_bytes(gzip.compress(INFO) + b"".join(gzip.compress(response(n)) for n in range(12)))
    return folder / "a.warc.gz"


def table(folder: Path) -> Path:
    from pyarrow.parquet import write_table

    rows = [json.loads(line) for line in LINES]
    write_table(pyarrow.Table.from_pylist(rows), folder / "a.parquet", row_group_size=7)
    return folder / "a.parquet"


FILES = (json_lines, archive, packed_archive, table)


@pytest.mark.parametrize("make", FILES)
def test_stretches_of_any_size_give_what_the_whole_file_gives(make, tmp_path_factory) -> None:
    path = make(tmp_path_factory.mktemp("stretches"))
    size = path.stat().st_size
    expected = whole(path)

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(1, size + 1))
    def of_any_size(most: int) -> None:
        assert in_stretches(path, most) == expected

    of_any_size()


@pytest.mark.parametrize("make", FILES)
def test_a_file_larger_than_a_stretch_is_cut(make, tmp_path: Path) -> None:
    path = make(tmp_path)
    assert len(stretches_of(str(path), path.stat().st_size // 3)) > 1
    assert len(stretches_of(str(path), path.stat().st_size * 9)) == 1


@pytest.mark.parametrize("make", FILES)
@pytest.mark.parametrize("cut", [1, 2, 5, 11, 99])
def test_the_numbers_before_and_behind_a_cut_are_everything(make, cut: int, tmp_path: Path) -> None:
    path = make(tmp_path)
    assert in_stretches(path, 1 << 40, (range(1, cut), range(cut, 1 << 40))) == whole(path)


def test_nothing_wanted_still_counts_everything(tmp_path: Path) -> None:
    source, _ = ingest.open_stretch(stretches_of(str(json_lines(tmp_path)), 1 << 40)[0], range(1 << 40, 1 << 40))
    with source.stream:
        assert list(ingest.read_source(source)) == []
    assert source.places is not None
    assert source.places.last == 42


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_compressed_json_lines_stay_whole(suffix: str, tmp_path: Path) -> None:
    data = "\n".join(LINES).encode()
    path = tmp_path / f"a.jsonl.{suffix}"
    path.write_bytes(gzip.compress(data) if suffix == "gz" else pyarrow.Codec("zstd").compress(data, asbytes=True))
    (stretch,) = stretches_of(str(path), 100)
    assert stretch.part == "all"
    assert in_stretches(path, 100) == whole(path) == [f"a-{n}" for n in range(40)]


def test_zstandard_in_frames_is_one_stream(tmp_path: Path) -> None:
    codec = pyarrow.Codec("zstd")
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(b"".join(codec.compress(f"{line}\n".encode(), asbytes=True) for line in LINES))
    assert whole(path) == [f"a-{n}" for n in range(40)]


def test_what_is_whole_in_broken_zstandard_is_read_and_the_break_told(tmp_path: Path) -> None:
    codec = pyarrow.Codec("zstd")
    data = b"".join(codec.compress(f"{line}\n".encode(), asbytes=True) for line in LINES * 90)
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(data[:-3])
    *read, broken = whole(path)
    assert len(read) > 100
    assert "packed data broken" in broken


@pytest.mark.parametrize("address", ["file://{folder}/a.jsonl", "zip://b.jsonl::file://{folder}/a.zip"])
def test_addresses_are_read_as_files_are(address: str, tmp_path: Path) -> None:
    path = json_lines(tmp_path)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.write(path, "b.jsonl")
    assert in_stretches(address.format(folder=tmp_path), 300) == whole(path)


def test_a_pattern_of_addresses_names_each_file(tmp_path: Path) -> None:
    json_lines(tmp_path)
    table(tmp_path)
    found = list(ingest.stretches_at(f"file://{tmp_path}/a.*", 1 << 40))
    assert [one.uri.rsplit("/", 1)[1] for one in found if isinstance(one, ingest.Stretch)] == ["a.jsonl", "a.parquet"]


def test_other_formats_are_refused_with_what_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fiji said that the talks would go on.")
    with pytest.raises(ReadError, match="`communique code` reads other files"):
        stretches_of(str(tmp_path / "a.txt"), 100)


def test_what_is_missing_is_told_in_its_place(tmp_path: Path) -> None:
    (missing,) = ingest.stretches_at(str(tmp_path / "none.jsonl"), 100)
    assert isinstance(missing, Unread)
    assert "no such file" in missing.message


def test_a_file_that_changed_is_not_read_by_its_old_bounds(tmp_path: Path) -> None:
    path = json_lines(tmp_path)
    (stretch,) = stretches_of(str(path), 1 << 40)
    path.write_text(LINES[0])
    with pytest.raises(OSError, match="has changed"):
        ingest.open_stretch(stretch)
