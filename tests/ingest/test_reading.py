"""Files, directories, standard input and strings become articles, whatever they hold."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

import communique.ingest as ingest
from communique.errors import ReadError, UsageError
from communique.model import Article, Unread, sha256_of

DISPATCH = "Ferry talks resume\n\nSUVA, May 5 (PINA) - Fiji and Tonga resumed their talks on a ferry, officials said.\n"
LINE = json.dumps({"id": "a-1", "text": "Fiji and Tonga resumed their talks, officials said."})


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def outcomes(path: Path, **options: str) -> list[Article | Unread]:
    return list(ingest.read_all([path], **options))


# what is in the file, its name, and a piece of what the Unread or a Problem of the article says ("": an article without problems)
HOSTILE = [
    (b"", "a.txt", "empty"),
    (b" \n\t\r\n ", "a.txt", "white space"),
    (b"", "a.jsonl", "empty"),
    (b"\n\n", "a.jsonl", "empty"),
    (b"", "a.json", "empty"),
    (b"%PDF-1.7\n\x00\x01", "a.txt", "PDF"),
    (b"\x1f\x8b\x08\x00", "a.jsonl", "packed data broken"),
    (b"PK\x03\x04rest", "a.txt", "broken zip archive"),
    (b"\x28\xb5\x2f\xfd", "a.jsonl", "packed data broken"),
    (b"news.txt".ljust(257, b"\0") + b"ustar", "a.tar", "tar -xf"),
    (b"\x89PNG\r\n\x1a\n", "a.txt", "image"),
    (b"\xff\xd8\xff\xe0", "a.txt", "image"),
    (b"<!DOCTYPE html><html><body></body></html>", "a.txt", "no article text"),
    (b'<?xml version="1.0"?><rss></rss>', "a.txt", "no entries in this feed"),
    (b'<?xml version="1.0"?><nitf></nitf>', "a.xml", "XML"),
    (b"Fiji and Tonga\x00 resumed", "a.txt", "NUL"),
    (b"\0" * 400, "a.txt", "NUL"),
    (bytes(range(1, 32)) * 20, "a.txt", "binary"),
    ("Fiji and Tonga resumed".encode("utf-16-le"), "a.txt", "UTF-16 without a byte order mark"),
    ("Fiji and Tonga resumed".encode("utf-16"), "a.txt", ""),
    ("Fiji and Tonga resumed".encode("utf-16")[:-1], "a.txt", "broken UTF-16"),
    ("Fiji and Tonga resumed".encode("utf-8-sig"), "a.txt", ""),
    ("Señor Peña said".encode("cp1252"), "a.txt", "Windows-1252"),
    ("Фиджи и Тонга возобновили переговоры, сообщил министр.".encode("koi8-r"), "a.txt", "read as KOI8-R"),
    ("Фиджи и Тонга возобновили переговоры, сообщил министр.".encode("cp1251"), "a.txt", "read as Windows-1251"),
    ("«Señor» Peña – “ñandú” said ".encode() * 3 + b"\xe2\x80", "a.txt", "broken UTF-8"),
    (b'{"id": "a", "text": "Fiji said', "a.jsonl", "no JSON"),
    (b'{"id": "a"}', "a.jsonl", 'no "text"'),
    (b'{"text": 7}', "a.jsonl", "not a string"),
    (b'{"text": null}', "a.jsonl", "not a string"),
    (b'{"text": "  "}', "a.jsonl", "empty"),
    (b"[1, 2]", "a.jsonl", "expected a JSON object"),
    (b'"text"', "a.jsonl", "expected a JSON object"),
    (b'{"text": ' + b"[" * 200_000, "a.jsonl", "no JSON"),
    (b'{"n": ' + b"9" * 10_000 + b', "text": "Fiji said so."}', "a.jsonl", "no JSON that can be read"),
    (b'{"text": "Fiji said \\ud83d so."}', "a.jsonl", "1 lone surrogate read as U+FFFD"),
    (b'{"text": "Fiji said so.", "title": "\\ud83d\\ud83d"}', "a.jsonl", "2 lone surrogates"),
    (b'{"text": "Fiji said so.", "title": ["a"]}', "a.jsonl", "title: expected a string, got list"),
    (b'{"text": "Fiji said so.", "date": "yesterday"}', "a.jsonl", "no ISO 8601 date"),
    (b'{"text": "Fiji said so.", "date": "2030-02-30"}', "a.jsonl", "no ISO 8601 date"),
    (b'{"article": {"text": "Fiji said so."}}', "a.jsonl", "not as codings hold it"),
    ("Señor Peña said".encode("cp1252"), "a.md", "Windows-1252"),
    (b"Image not found or type unknown\n\n---\n\nhttps://island.example/1\n", "a.md", "no body found"),
    (b"# Read more\n\n- A\n\n- B\n", "a.md", "no body found"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "name", "message"), HOSTILE, ids=[f"{name} {message[:24]}" for _, name, message in HOSTILE])
def test_hostile_input_gives_one_clear_outcome(tmp_path: Path, content: bytes, name: str, message: str) -> None:
    (outcome,) = outcomes(write(tmp_path / name, content))
    said = [outcome.message] if isinstance(outcome, Unread) else [problem.message for problem in outcome.problems]
    assert any(message in what for what in said) if message else said == []


def test_a_bad_line_costs_itself_alone_and_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", f'{LINE}\n\n{{"text": \n{LINE}\n')
    first, bad, last = outcomes(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Unread)
    assert bad.where == f"{path}, line 3"


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    text = "Fiji and Tonga resumed their talks. " * 280_000
    (article,) = outcomes(write(tmp_path / "a.jsonl", json.dumps({"text": text}) + "\n"))
    assert isinstance(article, Article)
    assert article.text == text
    assert [problem.stage for problem in article.problems] == ["layout"]


def test_a_line_too_long_to_hold_is_left_out_and_reading_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ingest.jsonl.LARGEST", 100)
    long, article = outcomes(write(tmp_path / "a.jsonl", json.dumps({"text": "x" * 250}) + "\n" + LINE + "\n"))
    assert isinstance(long, Unread)
    assert "longer than" in long.message
    assert isinstance(article, Article)


def test_the_text_is_never_altered(tmp_path: Path) -> None:
    raw = "Title\r\n\r\n\u200fBody\u00a0with\u200b odd\tcharacters\x0c and\u2028more.\r\n"
    article = ingest.read(write(tmp_path / "a.txt", raw))
    assert article.text == raw
    assert article.text_sha256 == sha256_of(raw)
    assert article.layout.body[0].of(raw).startswith("\u200fBody")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "x", "url": "https://a.example"}, "x"),
        ({"id": 12}, "12"),
        ({"url": "https://a.example"}, "https://a.example"),
        ({}, sha256_of("Fiji said so.")),
        ({"id": ""}, sha256_of("Fiji said so.")),
    ],
)
def test_the_id_is_the_inputs_id_else_its_url_else_the_texts_hash(tmp_path: Path, fields: dict[str, object], expected: str) -> None:
    article = ingest.read(write(tmp_path / "a.jsonl", json.dumps({"text": "Fiji said so.", **fields})))
    assert article.id == expected


def test_metadata_is_taken_over_with_its_other_names(tmp_path: Path) -> None:
    line = {
        "text": "Fiji said so.",
        "title": " Ferry ",
        "date": "2030-05-05",
        "author": "Jane Doe",
        "lang": "eng",
        "outlet": "Island Wire",
        "hits": [1],
    }
    article = ingest.read(write(tmp_path / "a.jsonl", json.dumps(line)))
    assert (article.title, article.published, article.byline, article.language, article.outlet, article.problems) == (
        "Ferry", "2030-05-05", "Jane Doe", "en", "Island Wire", (),
    )  # fmt: skip


def test_a_coding_gives_its_article_back(tmp_path: Path) -> None:
    import msgspec

    article = ingest.read_text(DISPATCH, url="https://island.example/1", published="2030-05-06")
    coding = {"article": msgspec.to_builtins(article), "statements": [], "problems": []}
    assert ingest.read(write(tmp_path / "a.jsonl", json.dumps(coding) + "\n")) == article


@pytest.mark.parametrize("change", [{"text": "Another text."}, {"layout": {"body": [[0, 10_000]]}}])
def test_a_coding_whose_article_was_tampered_with_is_not_read(tmp_path: Path, change: dict[str, object]) -> None:
    import msgspec

    article = msgspec.to_builtins(ingest.read_text(DISPATCH)) | change
    (outcome,) = outcomes(write(tmp_path / "a.jsonl", json.dumps({"article": article})))
    assert isinstance(outcome, Unread)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("news.txt", f"{LINE}\n{LINE}\n", 2),
        ("news", f"{LINE}\n{LINE}\n", 2),
        ("one.json", json.dumps({"text": "Fiji said so."}, indent=2), 1),
        ("one.jsonl", json.dumps({"text": "Fiji said so."}, indent=2), 1),
        ("bracket.txt", "[TEXT] Fiji said so.", 1),
        ("brace.txt", "{Fiji} said so.", 1),
        ("news.unknown", DISPATCH, 1),
    ],
)
def test_content_tells_the_format_before_the_suffix_does(tmp_path: Path, name: str, content: str, count: int) -> None:
    articles = outcomes(write(tmp_path / name, content))
    assert [type(article) for article in articles] == [Article] * count


def test_a_format_can_be_asked_for(tmp_path: Path) -> None:
    (article,) = outcomes(write(tmp_path / "a.jsonl", LINE), format="text")
    assert isinstance(article, Article)
    assert article.text == LINE


def test_an_unknown_format_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match=r"use one of .*jsonl, json, .*text"):
        ingest.read_all([], format="docx")


def test_every_reader_has_its_line_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "read-files.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert not [reader.name for reader in ingest.READERS if not any(f"`{reader.name}`" in row.split("|")[1] for row in rows)]


def test_every_reader_is_named_once() -> None:
    assert len({reader.name for reader in ingest.READERS}) == len(ingest.READERS)


def test_a_directory_is_read_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.JSONL", ".hidden.txt", "picture.png", "c.ndjson"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, LINE if "JSONL" in name or "ndjson" in name else DISPATCH)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [article.id for article in outcomes(tmp_path) if isinstance(article, Article)] == [
        "a-1",
        sha256_of(DISPATCH),
        sha256_of(DISPATCH),
        "a-1",
    ]


def test_a_directory_without_news_says_what_it_looked_for(tmp_path: Path) -> None:
    (outcome,) = outcomes(tmp_path)
    assert isinstance(outcome, Unread)
    assert ".jsonl" in outcome.message


def test_a_missing_file_is_an_unread_in_a_run_and_an_error_alone(tmp_path: Path) -> None:
    missing = tmp_path / "no.txt"
    (outcome,) = outcomes(missing)
    assert isinstance(outcome, Unread)
    assert "no such file" in outcome.message
    with pytest.raises(ReadError, match="no such file"):
        ingest.read(missing)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", DISPATCH)
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        ingest.read(path)


def test_permission_denied_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    with pytest.raises(ReadError, match="permission denied: make it readable"):
        ingest.read("a.txt")


def test_a_path_with_a_nul_is_no_path() -> None:
    with pytest.raises(ReadError, match="no path"):
        ingest.read("a\0.txt")


def test_read_wants_exactly_one_article(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="use read_all"):
        ingest.read(write(tmp_path / "a.jsonl", f"{LINE}\n{LINE}\n"))


def test_read_all_wants_a_list() -> None:
    with pytest.raises(UsageError, match="takes a list"):
        ingest.read_all("a.txt")  # type: ignore[arg-type]


def test_standard_input_is_read_and_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(f"{LINE}\n{LINE}\n".encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert [type(article) for article in ingest.read_all(["-"])] == [Article, Article]
    assert not stream.closed


def test_reading_streams(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", f"{LINE}\n" * 3)
    articles = ingest.read_all(iter([path, tmp_path / "never-opened.txt"]))
    assert isinstance(next(articles), Article)


def test_a_string_takes_metadata() -> None:
    article = ingest.read_text(DISPATCH, id="x", published="2030-05-06")
    assert (article.id, article.title) == ("x", "Ferry talks resume")
    assert article.dateline is not None
    assert article.dateline.date == "2030-05-05"


def test_a_strings_unknown_metadata_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown metadata headlines"):
        ingest.read_text(DISPATCH, headlines="x")


def test_one_sentence_is_body_not_headline() -> None:
    article = ingest.read_text("Fiji rejects the plan")
    assert [span.of(article.text) for span in article.layout.body] == ["Fiji rejects the plan"]


def test_an_empty_string_is_an_article_without_body() -> None:
    assert [problem.stage for problem in ingest.read_text("").problems] == ["layout"]


@pytest.mark.parametrize(
    ("library", "owner"),
    [
        ("pyarrow", "table unpacking"),  # Parquet; Zstandard
        ("fastwarc", "warc"),
        ("pypdfium2", "pdf"),
        ("feedparser", "feed"),
        ("lxml", "html"),
        ("trafilatura", "html_text"),
    ],
)
def test_a_library_of_one_format_has_one_owner(library: str, owner: str) -> None:
    source = Path(ingest.__file__).parent
    wanted = re.compile(rf"^\s*(?:import|from) {library}\b", re.MULTILINE)
    importers = [path for path in source.rglob("*.py") if wanted.search(path.read_text("utf-8"))]
    assert sorted(importers) == [source / f"{one}.py" for one in owner.split()]


def test_importing_ingest_loads_nothing_heavy() -> None:
    import subprocess

    names = "spacy numpy py3langid lxml trafilatura yaml rich typer pyarrow fastwarc pypdfium2 feedparser"
    heavy = f"import communique.ingest, sys; print([m for m in '{names}'.split() if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "[]\n"
