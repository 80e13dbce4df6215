"""Printed pages become articles: paragraphs put together again, the parts of a print view found."""

import sys
from pathlib import Path

import pytest
from printing import Put, Rule, column, pdf

import communique.ingest as ingest
from communique.errors import ReadError
from communique.model import Article

pytest.importorskip("pypdfium2", reason="PDF IS NOT TESTED: install the extra `pdf`")

PRINT_VIEW: list[Put | Rule] = [
    Put("Fiji and Tonga resume their talks on a ferry after a year", 34, 769, 24, "bold-italic"),
    Put("of silence", 34, 740.5, 24, "bold-italic"),
    Rule(717),
    Rule(716.4),
    Put("Image not found or type unknown", 34, 698, 8),
    Put("Deputy Minister Mere Vuki at the quay. PINA Photo", 34, 645.8, 12, "bold"),
    *column(
        "SUVA, May 5 (PINA) – Fiji and Tonga resumed their talks on a ferry between the two capitals after a year of\n"
        "silence, officials said. The Deputy Minister recalled that both sides had built the quay together, and that no\n"
        "ferry had sailed since.",
        top=619.5,
    ),
    *column("Tonga welcomed the step.", top=562),
    Rule(404),
    Put("https://pacific-wire.example/2031/ferry-talks", 34, 380, 12),
    Put("Image not found or type unknown", 34, 356, 8),
    Put("Pacific Wire", 34, 302, 14, "bold"),
]


def read(tmp_path: Path, *pages: list[Put | Rule]) -> Article:
    path = tmp_path / "news.pdf"
    path.write_bytes(pdf(*pages))
    return ingest.read(path)


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.layout.body]


def test_a_print_view_gives_all_its_parts(tmp_path: Path) -> None:
    article = read(tmp_path, PRINT_VIEW)
    assert article.title == "Fiji and Tonga resume their talks on a ferry after a year of silence"
    assert article.outlet == "Pacific Wire"
    assert article.url == article.id == "https://pacific-wire.example/2031/ferry-talks"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("SUVA", "PINA")
    assert [span.of(article.text) for span in article.layout.caption + article.layout.credit] == [
        "Deputy Minister Mere Vuki at the quay.",
        "PINA Photo",
    ]
    assert body(article) == [
        "Fiji and Tonga resumed their talks on a ferry between the two capitals after a year of silence, officials said. The Deputy "
        "Minister recalled that both sides had built the quay together, and that no ferry had sailed since.",
        "Tonga welcomed the step.",
    ]


def test_indented_first_lines_open_paragraphs(tmp_path: Path) -> None:
    text = (
        "    Fiji resumed its talks with Tonga on the ferry, officials of both governments said.\n"
        "They will go on in June at the quay that both sides built together in the old days.\n"
        "    Tonga welcomed the step and said that it would send a minister and two deputies.\n"
        "Samoa kept silent."
    )
    assert [paragraph.split()[0] for paragraph in body(read(tmp_path, [*column(text)]))] == ["Fiji", "Tonga"]


def test_a_line_ended_before_its_end_opens_a_paragraph(tmp_path: Path) -> None:
    text = (
        "Fiji resumed its talks with Tonga on the ferry, officials of both governments said there.\n"
        "They go on in June.\n"
        "Tonga welcomed the step and said that it would send a minister and two deputies over."
    )
    assert [paragraph.split()[0] for paragraph in body(read(tmp_path, [*column(text)]))] == ["Fiji", "Tonga"]


def test_page_numbers_and_running_heads_are_left_out_and_paragraphs_run_over_the_page(tmp_path: Path) -> None:
    texts = (
        "Fiji said that the ferry would sail when both sides had agreed on the fares of the",
        "crossing, and that nobody should wait for it any longer.\n\nTonga thanked for that.",
        "Samoa kept silent.",
    )
    pages = [
        [Put("Pacific Bulletin, No. 12", 200, 800, 9), *column(text, top=740), Put(f"- {number} -", 290, 30, 10)]
        for number, text in enumerate(texts, start=1)
    ]
    article = read(tmp_path, *pages)
    assert "Bulletin" not in article.text
    assert "- 2 -" not in article.text
    assert "the fares of the crossing, and that nobody" in article.text


def test_what_a_browser_printed_around_the_page_is_no_text_but_gives_the_address(tmp_path: Path) -> None:
    page = [
        Put("5/6/2031, 10:12 AM", 34, 820, 8),
        *column("Fiji resumed its talks with Tonga on the ferry, officials of both governments said.\nThey will go on in June."),
        Put("https://pacific-wire.example/ferry 1/1", 34, 20, 8),
    ]
    article = read(tmp_path, page)
    assert article.url == "https://pacific-wire.example/ferry"
    assert article.text.startswith("Fiji resumed")
    assert article.text.endswith("in June.")


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = column("Fiji resumed its talks with\nTonga on the ferry and asked\nfor patience on behalf of the", x=34)
    right = column("islands that depend on it.\nTonga agreed.", x=310)
    assert "on behalf of the islands that depend on it." in read(tmp_path, [*left, *right]).text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("The ferry would resume its cross-\nings. All crossings had been stopped.", "its crossings. All"),
        ("The state-\nowned ferry, and other state-owned ships, sailed.", "The state-owned ferry"),
        ("The talks with Euro-\nAtlantic partners went on.", "Euro-Atlantic partners"),
        ("The ferry sailed again after a long-\nawaited talk of the two sides in Suva.", "a long-awaited talk"),
        ("The agree\xad\nment was signed by both of the sides.", "The agreement was"),
        ("The years 1990-\n1995 were the worst years of all.", "1990-1995"),
    ],
)  # fmt: skip
def test_words_that_a_line_break_divided_are_put_together(tmp_path: Path, lines: str, expected: str) -> None:
    others = "\n".join(f"Fiji said on day {n} that the ferry would sail and that all was well in Suva." for n in range(60))
    article = read(tmp_path, [*column(f"{lines}\n{others}", top=820, leading=12, size=10)])
    assert expected in article.text


def test_pages_without_text_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="recognise its text first"):
        read(tmp_path, [Rule(400)])


@pytest.mark.parametrize("data", [b"%PDF-1.7\n\x00\x01", pdf(PRINT_VIEW)[:400]])
def test_a_broken_file_costs_itself_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    (tmp_path / "b.pdf").write_bytes(pdf(PRINT_VIEW))
    broken, whole = ingest.read_all([tmp_path])
    assert "PDF" in getattr(broken, "message", "")
    assert isinstance(whole, Article)


def test_without_pypdfium2_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"communique\[pdf\]"):
        read(tmp_path, PRINT_VIEW)
