"""What is read off web pages: body, title and date against what others wrote down of the same pages, and what that costs.

usage: python benchmarks/web_pages.py [--misses N]

Body token F1: words (runs of letters and digits, lower case) of the article's dateline and body against the words of the true text,
counted, in any order; a page that gives no article counts 0. Title right: the same letters and digits. Date right: the same day. Only
English pages count towards the bars; the others show whether what helps here hurts elsewhere.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import communique as cq
from communique.ingest.html import page_article
from communique.model import Article
from inputs import shared_file

WORD = re.compile(r"[^\W_]+")
Extract = Callable[[bytes], str]
BARS = {"body": 0.965, "lowest": 0.5, "title": 0.95, "date": 0.90}


class Page(NamedTuple):
    """A page as read, what is true of it, and the seconds of CPU that reading took."""

    true: dict[str, Any]
    article: Article | None
    seconds: float

    @property
    def body_f1(self) -> float:
        return f1(words_of(body_of(self.article)), words_of(self.true["text"]))

    @property
    def title_is_right(self) -> bool | None:
        """None where no title is known."""
        return (
            letters_of(self.article.title if self.article else None) == letters_of(self.true["title"]) if self.true.get("title") else None
        )

    @property
    def date_is_right(self) -> bool | None:
        """None where no date is known."""
        published = self.article.published if self.article else None
        return (published or "")[:10] == self.true["date"] if self.true.get("date") else None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", type=int, default=8, help="worst pages to name")
    misses = parser.parse_args().misses
    folder = shared_file("corpora", "html-pages")
    read_page(folder, {"html_path": rows_of(folder)[0]["html_path"]})  # loads what is loaded once
    pages = [read_page(folder, row) for row in rows_of(folder)]
    english = [page for page in pages if page.true["lang"] == "en"]
    print_scores("other languages", [page for page in pages if page.true["lang"] != "en"])
    passed = print_scores("English", english)
    print_misses(english, misses)
    print_cost(english)
    print_others(folder, english)
    sys.exit(not passed)


def print_scores(name: str, pages: list[Page]) -> bool:
    """Prints the figures of some pages; True where they pass the bars."""
    scores = [page.body_f1 for page in pages]
    titles, dates = stated(page.title_is_right for page in pages), stated(page.date_is_right for page in pages)
    figures = {"body": mean(scores), "lowest": min(scores), "title": mean(titles), "date": mean(dates)}
    print(f"{name}, {len(pages)} pages: body token F1 {figures['body']:.4f}, lowest {figures['lowest']:.3f}", end=", ")
    print(f"title right {sum(titles)} of {len(titles)}, date right {sum(dates)} of {len(dates)}")
    below = [f"{figure} {figures[figure]:.3f} < {bar}" for figure, bar in BARS.items() if figures[figure] < bar]
    if below:
        print(f"  below the bar: {', '.join(below)}")
    return not below


def print_misses(pages: list[Page], count: int) -> None:
    """Names the pages with the worst bodies, and every wrong title and date."""
    for page in sorted(pages, key=lambda page: page.body_f1)[:count]:
        print(f"  {page.body_f1:.3f} {page.true['id']}")
    for page in pages:
        if page.title_is_right is False:
            print(f"  title of {page.true['id']}: {page.article and page.article.title!r}, true {page.true['title']!r}")
        if page.date_is_right is False:
            print(f"  date of {page.true['id']}: {page.article and page.article.published}, true {page.true['date']}")


def print_cost(pages: list[Page]) -> None:
    """CPU time of reading a page, and its share in reading and coding it."""
    reading = [page.seconds for page in pages]
    articles = [page.article for page in pages if page.article]
    cq.code(articles[0])
    start = time.process_time()
    for article in articles:
        cq.code(article)
    coding = time.process_time() - start
    print(f"CPU a page: reading {1000 * mean(reading):.1f} ms (longest {1000 * max(reading):.0f}), coding", end=" ")
    print(f"{1000 * coding / len(articles):.1f} ms")
    print(f"reading is {sum(reading) / (sum(reading) + coding):.1%} of both")


def print_others(folder: Path, pages: list[Page]) -> None:
    """The bodies that others' extraction alone gives of the same bytes, and its CPU time; communique's reading is the first line."""
    print(f"{'body of English pages':28} {'mean F1':>8} {'lowest':>7} {'ms a page':>10}")
    own = [(page.body_f1, page.seconds) for page in pages]
    for name, found in (("communique", own), *((name, extracted(folder, pages, ready)) for name, ready in OTHERS.items())):
        if found:
            scores = [score for score, _ in found]
            print(f"{name:28} {mean(scores):8.4f} {min(scores):7.3f} {1000 * mean(seconds for _, seconds in found):10.1f}")


def extracted(folder: Path, pages: list[Page], ready: Callable[[], Extract]) -> list[tuple[float, float]]:
    """Body token F1 and seconds of CPU for each page; nothing, and a word about it, where the extractor is missing."""
    try:
        extract = ready()
    except ImportError as error:
        print(f"SKIPPED: {error.name} is not installed", file=sys.stderr)
        return []
    found = []
    for page in pages:
        data = gzip.decompress((folder / page.true["html_path"]).read_bytes())
        start = time.process_time()
        text = extract(data)
        seconds = time.process_time() - start
        found.append((f1(words_of(text), words_of(page.true["text"])), seconds))
    return found


def ready_trafilatura() -> Extract:
    """trafilatura as its users call it."""
    from trafilatura import extract

    return lambda data: extract(data, include_comments=False) or ""


def ready_trafilatura_fast() -> Extract:
    """The same without its second try at pages that gave little."""
    from trafilatura import extract

    return lambda data: extract(data, include_comments=False, fast=True) or ""


def ready_resiliparse() -> Extract:
    """resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(data: bytes) -> str:
        tree = HTMLTree.parse_from_bytes(data, detect_encoding(data) or "utf-8")
        return str(extract_plain_text(tree, main_content=True, alt_texts=False, links=False, form_fields=False, comments=False))

    return extract


OTHERS: dict[str, Callable[[], Extract]] = {
    "trafilatura": ready_trafilatura,
    "trafilatura, fast": ready_trafilatura_fast,
    "resiliparse": ready_resiliparse,
}


def read_page(folder: Path, row: dict[str, Any]) -> Page:
    data = gzip.decompress((folder / row["html_path"]).read_bytes())
    start = time.process_time()
    found = page_article(data, row["html_path"])
    return Page(row, found if isinstance(found, Article) else None, time.process_time() - start)


def rows_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]


def body_of(article: Article | None) -> str:
    """Dateline and body."""
    if article is None:
        return ""
    spans = [article.dateline.span] if article.dateline else []
    return " ".join(span.of(article.text) for span in [*spans, *article.layout.body])


def words_of(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def letters_of(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").lower()))


def f1(got: Counter[str], want: Counter[str]) -> float:
    return 2 * (got & want).total() / (got.total() + want.total())


def stated(found: Iterable[bool | None]) -> list[bool]:
    """Without those that nobody stated."""
    return [is_right for is_right in found if is_right is not None]


if __name__ == "__main__":
    main()
