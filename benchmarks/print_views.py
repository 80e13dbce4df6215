"""What is read off print views saved as PDF: body, headline, caption, address and outlet, against the parts they were made of.

usage: python benchmarks/print_views.py

Body token F1: words of the article's dateline and body against the words of the true text, counted, in any order; what agencies print
below a report ("All rights reserved") belongs to neither. A caption counts with its credit. Needs the extra `pdf`.
"""

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import communique.ingest as ingest
from communique.model import Article, Span
from inputs import shared_file

WORD = re.compile(r"\w+")
NOTICE = re.compile(r"\s[A-Z]{2,4} کپی شد.*$", re.DOTALL)
BAR = 0.99
PARTS = ("headline", "caption", "url", "outlet")


def main() -> None:
    folder = shared_file("corpora", "print-views")
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    start = time.process_time()
    articles = [article_of(folder / row["pdf"]) for row in rows]
    spent = time.process_time() - start
    scores = [body_f1(article, row["text"]) for article, row in zip(articles, rows, strict=True)]
    right = {part: [is_right(part, article, row) for article, row in zip(articles, rows, strict=True)] for part in PARTS}
    passed = [score >= BAR and all(right[part][i] for part in PARTS) for i, score in enumerate(scores)]
    for row, score, ok in zip(rows, scores, passed, strict=True):
        if not ok:
            print(f"  {row['pdf']}: body F1 {score:.4f}")
    print(f"body token F1: mean {sum(scores) / len(scores):.4f}, lowest {min(scores):.4f}")
    print(", ".join(f"{part} right {sum(right[part])} of {len(rows)}" for part in PARTS))
    print(f"all right: {sum(passed)} of {len(rows)}; {1000 * spent / len(rows):.1f} ms a page")
    sys.exit(not all(passed))


def article_of(path: Path) -> Article:
    return ingest.read(path)


def body_f1(article: Article, text: str) -> float:
    """F1 of the words of dateline and body."""
    spans = [article.dateline.span] if article.dateline else []
    got = words_of(" ".join(span.of(article.text) for span in [*spans, *article.layout.body]))
    want = words_of(NOTICE.sub("", text))
    shared = sum((got & want).values())
    return 2 * shared / (got.total() + want.total())


def is_right(part: str, article: Article, row: dict[str, str]) -> bool:
    """True where the part is as it was before printing."""
    if part == "headline":
        return article.title == row["title"]
    if part == "caption":
        return joined(article, sorted(article.layout.caption + article.layout.credit)) == row["caption"]
    if part == "url":
        return article.url == row["url"]
    return (article.outlet or "").casefold() == row["outlet"].casefold()


def joined(article: Article, spans: list[Span]) -> str:
    return " ".join(" ".join(span.of(article.text) for span in spans).split())


def words_of(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


if __name__ == "__main__":
    main()
