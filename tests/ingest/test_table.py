"""Tables give an article a row, whatever their columns are called."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

import communique.ingest as ingest
from communique.errors import UsageError
from communique.model import Article, Unread

SAID = "Fiji and Tonga resumed their talks, officials said."
ROWS = (
    ("id", "text", "date", "outlet"),
    ("a-1", SAID, "2031-05-06", "Pacific Wire"),
    ("a-2", "Tonga agreed.", "6 May 2031", "Pacific Wire"),
)


def written(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def outcomes(path: Path, content: str | bytes, **options: object) -> list[Article | Unread]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(ingest.read_all([path], **options))  # type: ignore[arg-type]


def articles(outcomes: Iterable[Article | Unread]) -> list[Article]:
    found = list(outcomes)
    assert [outcome for outcome in found if isinstance(outcome, Unread)] == []
    return [outcome for outcome in found if isinstance(outcome, Article)]


def message_of(found: list[Article | Unread]) -> str:
    (outcome,) = found
    assert isinstance(outcome, Unread)
    return outcome.message


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("name", ["news.csv", "news.tsv", "news.txt", "news"])
def test_rows_are_articles_with_their_metadata(tmp_path: Path, name: str, delimiter: str) -> None:
    first, second = articles(outcomes(tmp_path / name, written(ROWS, delimiter)))
    assert (first.id, first.text, first.published, first.outlet, first.problems) == ("a-1", SAID, "2031-05-06", "Pacific Wire", ())
    assert second.published == "2031-05-06"


def test_columns_of_other_names_are_mapped(tmp_path: Path) -> None:
    rows = [("Key", "Story", "PubDate"), ("7", SAID, "2031-05-06")]
    (article,) = articles(outcomes(tmp_path / "a.csv", written(rows), columns={"text": "story", "date": "PubDate", "id": "Key"}))
    assert (article.id, article.text, article.published) == ("7", SAID, "2031-05-06")


def test_keys_of_json_lines_are_mapped_too(tmp_path: Path) -> None:
    (article,) = articles(outcomes(tmp_path / "a.jsonl", f'{{"story": "{SAID}"}}', columns={"text": "story"}))
    assert article.text == SAID


def test_a_table_without_text_names_its_columns(tmp_path: Path) -> None:
    message = message_of(outcomes(tmp_path / "a.csv", "key,story\n1,x\n"))
    assert "the columns are key, story" in message
    assert "--map text=COLUMN" in message


def test_a_mapped_column_that_is_not_there_names_the_others(tmp_path: Path) -> None:
    assert "no column 'stroy' for text: the columns are key, story" in message_of(
        outcomes(tmp_path / "a.csv", "key,story\n1,x\n", columns={"text": "stroy"})
    )


def test_an_unknown_field_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="no field 'body'"):
        ingest.read_all([], columns={"body": "text"})


def test_quoted_line_ends_and_delimiters_belong_to_the_text(tmp_path: Path) -> None:
    text = 'Fiji said: "Yes, we will."\r\n\r\nTonga agreed, too.'
    (article,) = articles(outcomes(tmp_path / "a.csv", written([("id", "text"), ("1", text)])))
    assert article.text == text


def test_a_field_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    text = "Fiji and Tonga resumed their talks. " * 280_000
    (article,) = articles(outcomes(tmp_path / "a.csv", written([("id", "text"), ("1", text)])))
    assert article.text == text


def test_a_bad_row_costs_itself_alone_and_is_named(tmp_path: Path) -> None:
    rows = [("id", "text"), ("1", SAID), ("2", ""), ("3", SAID, "more"), ("4", SAID)]
    first, empty, long, last = outcomes(tmp_path / "a.csv", written(rows))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(empty, Unread)
    assert empty.where == f"{tmp_path / 'a.csv'}, row 3"
    assert "the header has 2" in getattr(long, "message", "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_no_part_of_the_header(tmp_path: Path, encoding: str) -> None:
    first, _ = articles(outcomes(tmp_path / "a.csv", written(ROWS).encode(encoding)))
    assert (first.id, first.problems) == ("a-1", ())


def test_cells_in_an_old_encoding_are_read_with_a_problem(tmp_path: Path) -> None:
    (article,) = articles(outcomes(tmp_path / "a.csv", written([("id", "text"), ("1", "Señor Peña said so.")]).encode("cp1252")))
    assert article.text == "Señor Peña said so."
    assert "Windows-1252" in article.problems[0].message


def test_prose_with_commas_is_no_table(tmp_path: Path) -> None:
    (article,) = articles(outcomes(tmp_path / "a.txt", "Text, talks and ferries\n\nFiji said, on Monday, that it agreed.\n"))
    assert article.text.startswith("Text, talks")


def parquet(path: Path, columns: dict[str, list[object]], **options: int) -> bytes:
    pyarrow = pytest.importorskip("pyarrow", reason="PARQUET IS NOT TESTED: install the extra `scale`")
    from pyarrow.parquet import write_table

    write_table(pyarrow.table(columns), path, **options)
    return path.read_bytes()


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    data = parquet(
        tmp_path / "made",
        {"id": [1, 2, 3], "text": [SAID, None, "Tonga agreed."], "date": [date(2031, 5, 6), None, datetime(2031, 5, 7, 8)], "n": [1, 2, 3]},
    )
    first, empty, last = outcomes(tmp_path / "a.parquet", data)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.id, first.text, first.problems) == ("1", SAID, ())
    assert first.published is not None
    assert first.published.startswith("2031-05-06")
    assert isinstance(empty, Unread)
    assert empty.where.endswith("row 2")


def test_parquet_columns_are_mapped_and_streamed_from_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet(tmp_path / "made", {"story": [SAID] * 500}, row_group_size=100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert len(articles(ingest.read_all(["-"], columns={"text": "story"}))) == 500


def test_broken_parquet_says_so(tmp_path: Path) -> None:
    data = parquet(tmp_path / "made", {"text": [SAID] * 500})
    assert "Parquet" in message_of(outcomes(tmp_path / "a.parquet", data[:-20]))


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.lib", None)
    assert "communique[scale]" in message_of(outcomes(tmp_path / "a.parquet", b"PAR1...."))
