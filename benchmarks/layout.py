"""What the layout finds: furniture and body on the gold dispatches, datelines on the corpora, languages, and what it costs.

usage: python benchmarks/layout.py

Furniture recovered: letters and digits of the gold's furniture_spans that lie in no body span. Body lost: letters and digits outside them
that lie in no body span, datelines apart.
"""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import communique.ingest as ingest
from communique.ingest.layout import lay_out
from communique.model import Span
from inputs import articles_of, rows_of, shared_file

CORPORA = (
    "general-news-en", "diplomatic-en", "state-media-en", "fbis-1988-91", "tass-datelines", "world-news-2025-en", "wikinews-en",
    "briefings-en", "cuba-embargo-en",
)  # fmt: skip
# words that show in the first line what a text of a corpus "-en" is not in
NOT_ENGLISH_AFTER_ALL = ("Wir entwickeln derzeit",)
PARTS = ("headline", "byline", "caption", "credit", "footer", "furniture")


def main() -> None:
    gold, corpora = shared_file("gold"), shared_file("corpora")
    print_furniture(gold)
    print_datelines(corpora)
    print_agreement(corpora, "fbis-1988-91", "--")
    print_agreement(corpora, "tass-datelines", "/TASS/.")
    print_languages(corpora)
    print_cost(corpora / "general-news-en.jsonl")


def print_furniture(gold: Path) -> None:
    """Letters and digits of furniture recovered and of body lost."""
    articles = {article.id: article for article in articles_of(gold / "articles.jsonl")}
    wanted = found = report = lost = 0
    for row in rows_of(gold / "dev.gold.jsonl"):
        article = articles[row["id"]]
        printed = {i for i, c in enumerate(article.text) if c.isalnum()}
        outside = printed - offsets_of(article.layout.body)
        furniture = printed & offsets_of(Span(start, end) for start, end in row.get("furniture_spans", []))
        rest = printed - furniture - offsets_of([article.dateline.span] if article.dateline else [])
        wanted, found = wanted + len(furniture), found + len(furniture & outside)
        report, lost = report + len(rest), lost + len(rest & outside)
        if rest & outside:
            spans = [span for part in PARTS for span in getattr(article.layout, part) if offsets_of([span]) & rest]
            print(f"  kept out of the body of {article.id[:40]}: {[span.of(article.text)[:60] for span in spans]}")
    print(
        f"gold: furniture recovered {found:,} of {wanted:,} ({found / wanted:.1%}); body lost {lost:,} of {report:,} ({lost / report:.2%})"
    )


def print_datelines(corpora: Path) -> None:
    """How many articles of each corpus have a dateline, an agency, a full date, or no body."""
    print(f"{'corpus':22}{'articles':>9}{'dateline':>9}{'place':>7}{'agency':>7}{'date':>7}{'no body':>8}")
    for name in CORPORA:
        articles = list(articles_of(corpora / f"{name}.jsonl"))
        lines = [article.dateline for article in articles if article.dateline]
        fields = (sum(bool(d.place) for d in lines), sum(bool(d.agency) for d in lines), sum(bool(d.date) for d in lines))
        empty = sum(not article.layout.body for article in articles)
        print(f"{name:22}{len(articles):9,}{len(lines):9,}{fields[0]:7,}{fields[1]:7,}{fields[2]:7,}{empty:8,}")


def print_agreement(corpora: Path, name: str, closing: str) -> None:
    """Datelines against the corpus's own: its field `dateline`, or the text up to its closing mark; dates against its field `date`."""
    exact = of = dated = 0
    for row in rows_of(corpora / f"{name}.jsonl"):
        written = row.get("dateline") or row["text"].partition(closing)[0] + closing
        if closing not in row["text"]:
            continue
        dateline = lay_out(row["text"], published=row.get("date")).dateline
        of += 1
        exact += dateline is not None and "".join(dateline.span.of(row["text"]).split()) == "".join(written.split())
        dated += dateline is not None and dateline.date is not None
    print(f"{name}: dateline exact {exact:,} of {of:,} ({exact / of:.2%}), full date {dated:,}")


def print_languages(corpora: Path) -> None:
    """English articles called something else, and articles in other languages called English or named right."""
    for name in CORPORA:
        rows = [row for row in rows_of(corpora / f"{name}.jsonl") if not row["text"].startswith(NOT_ENGLISH_AFTER_ALL)]
        others = [(row["id"], code) for row in rows if (code := ingest.read_text(row["text"]).language) != "en"]
        print(f"{name}: not called English {len(others)} of {len(rows):,} {others[:4]}")
    foreign = [(row["lang"], ingest.read_text(row["text"]).language) for row in rows_of(corpora / "multilingual.jsonl")]
    english, right = sum(code == "en" for _, code in foreign), sum(lang == code for lang, code in foreign)
    print(f"multilingual: called English {english} of {len(foreign)}, named right {right}")


def print_cost(path: Path) -> None:
    """Milliseconds of processor time an article, best of three."""
    texts = [row["text"] for row in rows_of(path)]
    steps: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("layout", lay_out), ("language", ingest.language_of), ("read_text", ingest.read_text),
    )  # fmt: skip
    for name, step in steps:
        spent = min(seconds(step, texts) for _ in range(3))
        print(f"{name}: {1000 * spent / len(texts):.3f} ms an article of {sum(map(len, texts)) // len(texts):,} characters")


def seconds(step: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        step(text)
    return time.process_time() - start


def offsets_of(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


if __name__ == "__main__":
    main()
