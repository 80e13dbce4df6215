"""Compressed files and archives are read as what they hold, within bounds."""

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import communique.ingest as ingest
from communique.model import Article, Unread

LINE = json.dumps({"id": "a-1", "text": "Fiji and Tonga resumed their talks, officials said."})
TEXT = b"SUVA, May 5 (PINA) - Fiji and Tonga resumed their talks on a ferry, officials said.\n"


def outcomes(path: Path | str) -> list[Article | Unread]:
    return list(ingest.read_all([path]))


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def message_of(outcome: Article | Unread) -> str:
    assert isinstance(outcome, Unread)
    return outcome.message


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_compressed_json_lines_stream_under_their_own_name(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    path = write(tmp_path / f"news.jsonl{suffix}", pack(f"{LINE}\nbroken\n{LINE}\n".encode()))
    first, broken, last = outcomes(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, Unread)
    assert broken.where == f"{path}, line 2"


def test_the_suffix_before_the_compressions_tells_the_format(tmp_path: Path) -> None:
    (article,) = outcomes(write(tmp_path / "a.md.gz", gzip.compress(TEXT)))
    assert isinstance(article, Article)
    assert article.text == TEXT.decode()


def test_gzip_of_several_members_is_one_stream(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(f"{LINE}\n".encode()) + gzip.compress(f"{LINE}\n".encode()))
    assert [type(outcome) for outcome in outcomes(path)] == [Article, Article]


def test_what_is_whole_in_broken_gzip_is_read_and_the_break_told(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"Fiji said so on day {n}, {os.urandom(2_000).hex()}."}) + "\n" for n in range(40))
    *articles, broken = outcomes(write(tmp_path / "a.jsonl.gz", gzip.compress(lines.encode())[:30_000]))
    assert len(articles) > 5
    assert "packed data broken" in message_of(broken)


def test_a_zip_gives_its_news_in_order_and_nothing_hidden_or_unknown(tmp_path: Path) -> None:
    members = {
        "b/z.txt": TEXT,
        "a.jsonl": f"{LINE}\n".encode(),
        ".hidden.txt": TEXT,
        "__MACOSX/a.txt": TEXT,
        "c.png": TEXT,
        "d.txt.gz": gzip.compress(TEXT),
    }
    articles = [outcome for outcome in outcomes(write(tmp_path / "news.zip", zipped(members))) if isinstance(outcome, Article)]
    assert [article.id == "a-1" for article in articles] == [False, True, False]


def test_a_zip_in_a_zip_is_read_and_a_third_one_refused(tmp_path: Path) -> None:
    once = zipped({"a.txt": TEXT})
    twice = zipped({"b.zip": once})
    assert [type(outcome) for outcome in outcomes(write(tmp_path / "two.zip", twice))] == [Article]
    (refused,) = outcomes(write(tmp_path / "three.zip", zipped({"c.zip": twice})))
    assert "unpack it once" in message_of(refused)


def test_a_bomb_is_refused_early(tmp_path: Path) -> None:
    bomb = b"0" * 30_000_000
    for path in (
        write(tmp_path / "a.txt.gz", gzip.compress(bomb)),
        write(tmp_path / "a.zip", zipped({"a.txt": bomb})),
    ):
        (refused,) = outcomes(path)
        assert "refused as a bomb" in message_of(refused)


def test_a_bomb_costs_itself_alone(tmp_path: Path) -> None:
    refused, article = outcomes(write(tmp_path / "a.zip", zipped({"a.txt": b"0" * 30_000_000, "b.txt": TEXT})))
    assert "refused as a bomb" in message_of(refused)
    assert isinstance(article, Article)


def test_a_broken_member_costs_itself_alone(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT) + 5] ^= 0xFF
    broken, article = outcomes(write(tmp_path / "a.zip", bytes(data)))
    assert "a.zip, a.txt" in getattr(broken, "where", "")
    assert "broken" in message_of(broken)
    assert isinstance(article, Article)


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the archive's directory
    (locked,) = outcomes(write(tmp_path / "a.zip", bytes(data)))
    assert "password" in message_of(locked)


def test_an_office_document_is_told_from_an_archive(tmp_path: Path) -> None:
    (refused,) = outcomes(write(tmp_path / "a.docx", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})))
    assert "office document" in message_of(refused)


def test_an_archive_without_news_says_what_it_looked_for(tmp_path: Path) -> None:
    (nothing,) = outcomes(write(tmp_path / "a.zip", zipped({"a.png": b""})))
    assert ".jsonl" in message_of(nothing)


@pytest.mark.parametrize("data", [gzip.compress(f"{LINE}\n".encode()), zipped({"a.jsonl": f"{LINE}\n".encode()})])
def test_packed_standard_input_is_read(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [type(outcome) for outcome in outcomes("-")] == [Article]


def test_packed_files_of_a_directory_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl.gz", gzip.compress(LINE.encode()))
    write(tmp_path / "b.zip", zipped({"c.txt": TEXT}))
    write(tmp_path / "c.png.gz", gzip.compress(b"picture"))
    assert [type(outcome) for outcome in outcomes(tmp_path)] == [Article, Article]


def test_a_pattern_is_matched_where_the_shell_did_not(tmp_path: Path) -> None:
    for name in ("a/x.txt", "a/b/y.txt", "a/b/z.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path / name, TEXT)
    assert len(outcomes(f"{tmp_path}/**/*.txt")) == 2
    (nothing,) = outcomes(f"{tmp_path}/*.warc")
    assert "match this pattern" in message_of(nothing)


def test_links_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "dir").symlink_to(tmp_path, target_is_directory=True)
    write(tmp_path / "c.txt", TEXT)
    assert sorted(type(outcome).__name__ for outcome in outcomes(tmp_path)) == ["Article", "Unread", "Unread"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_in_a_directory_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "c.txt", TEXT)
    assert len(outcomes(tmp_path)) == 1


def test_ten_thousand_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    for number in range(10_000):
        write(tmp_path / f"{number:05}.txt", TEXT)
    articles = ingest.read_all([tmp_path])
    assert isinstance(next(articles), Article)
    (tmp_path / "09999.txt").unlink()
    assert sum(1 for _ in ingest.files_under(tmp_path, ingest.SUFFIXES)) == 9_999
