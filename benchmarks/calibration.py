"""Does a confidence of 0.8 mean that eight of ten are right? Expected calibration error, precision by threshold, and a chart.

usage: python benchmarks/calibration.py [--least CONFIDENCE] [--write]

--least  the least confidence of the statements that count towards the error (default: the scorer's own threshold)
--write  draw docs/images/calibration.svg

A statement is right where an annotated one overlaps it by half (words in polnear_dev, characters in gold, as their scorers have it) and
names the same source. The chart and the table go down to a confidence of 0.1, below what is usually given out.
"""

import argparse
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import communique as cq
from communique.extract import load_weights
from communique.model import Coding, Span
from communique.settings import Settings
from generators import scorer
from inputs import ROOT, articles_of, rows_of, shared_file

CHART = ROOT / "docs" / "images" / "calibration.svg"
LOWEST = 0.1
COLOURS = {"polnear_dev": "#b4532a", "gold": "#2a6cb4"}


class Judged(NamedTuple):
    """A statement's confidence, and whether it is right."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """Statements of about the same confidence: mean confidence, share right, number."""

    confidence: float
    right: float
    size: int


def codings(path: Path) -> Iterator[Coding]:
    """The articles of a file coded, with statements of little confidence too."""
    return cq.code_all(articles_of(path), Settings(min_confidence=LOWEST))


def judged_polnear(name: str = "polnear_dev") -> Iterator[Judged]:
    """The statements of PolNeAR's articles."""
    path = shared_file("benchmarks", f"{name}.jsonl")
    given = {row["id"]: row["quotes"] for row in rows_of(path)}
    for coding in codings(path):
        text = scorer().Text(coding.article.text)
        gold = [(text.content(q["content_span"]), text.lexical(text.tokens(q["source_span"]))) for q in given[coding.article.id]]
        coded = [(text.content(_pairs(s.content)), text.lexical(text.tokens(_pairs([s.source])))) for s in coding.statements]
        yield from _judged(coding, gold, coded, scorer().overlap)


def judged_gold() -> Iterator[Judged]:
    """The statements of the gold's articles; attitudes, which it does not hold, are left out."""
    given = {row["id"]: row for row in rows_of(shared_file("gold", "dev.gold.jsonl"))}
    for coding in codings(shared_file("gold", "articles.jsonl")):
        speech = Coding(coding.article, tuple(s for s in coding.statements if s.kind == "speech"), (), (), (), (), coding.coder)
        gold = [(_characters(s["content_spans"]), _characters([s["source_span"]])) for s in given[coding.article.id]["statements"]]
        coded = [(_characters(_pairs(s.content)), _characters(_pairs([s.source]))) for s in speech.statements]
        yield from _judged(speech, gold, coded, lambda a, b: len(a & b) / len(a | b) if a | b else 0.0)


def _pairs(spans: Iterable[Span | None]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span]


def _characters(spans: Iterable[Any]) -> frozenset[int]:
    return frozenset(c for span in spans if span for c in range(*span))


def _judged(coding: Coding, gold: list[Any], coded: list[Any], near: Any) -> Iterator[Judged]:
    """Each statement with the nearest annotated one, one to one, the surest first."""
    left = list(range(len(gold)))
    for place in sorted(range(len(coded)), key=lambda n: -coding.statements[n].confidence):
        content, source = coded[place]
        best = max(left, key=lambda i: near(gold[i][0], content), default=None)
        right = best is not None and near(gold[best][0], content) >= 0.5 and (bool(gold[best][1] & source) or not (gold[best][1] or source))
        if right and best is not None:
            left.remove(best)
        yield Judged(coding.statements[place].confidence, right)


def bins_of(judged: list[Judged], least: float, width: float = 0.1) -> list[Bin]:
    """Bins of equal width from `least` on."""
    found = []
    for number in range(int(least / width), round(1 / width)):
        inside = [j for j in judged if number == min(int(j.confidence / width), round(1 / width) - 1) and j.confidence >= least]
        if inside:
            mean = sum(j.confidence for j in inside) / len(inside)
            found.append(Bin(mean, sum(j.right for j in inside) / len(inside), len(inside)))
    return found


def error_of(bins: list[Bin]) -> float:
    """Expected calibration error: the mean distance of confidence and share right, by number of statements."""
    total = sum(b.size for b in bins)
    return sum(b.size * abs(b.confidence - b.right) for b in bins) / total if total else 0.0


def chart(series: dict[str, list[Bin]]) -> str:
    """A reliability chart: confidence to the right, share right upwards; the diagonal is perfect."""

    def x(value: float) -> float:
        return round(50 + 300 * value, 1)

    def y(value: float) -> float:
        return round(330 - 300 * value, 1)

    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 380" font-family="sans-serif" font-size="12">',
        "<title>Confidence and share of right statements</title>",
        '<rect width="400" height="380" fill="white"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" fill="none" stroke="#444"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        lines.append(f'<text x="{x(tick)}" y="{y(0) + 16}" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="{x(0) - 8}" y="{y(tick) + 4}" text-anchor="end">{tick}</text>')
    for place, (name, bins) in enumerate(series.items()):
        colour = COLOURS[name]
        for a, b in pairwise(bins):
            lines.append(f'<path d="M{x(a.confidence)} {y(a.right)}L{x(b.confidence)} {y(b.right)}" stroke="{colour}"/>')
        for b in bins:
            lines.append(f'<circle cx="{x(b.confidence)}" cy="{y(b.right)}" r="{round(2 + b.size**0.5 / 5, 1)}" fill="{colour}"/>')
        lines.append(f'<text x="70" y="{50 + 16 * place}" fill="{colour}">{name}, error {error_of(bins):.3f}</text>')
    lines += ['<text x="200" y="368" text-anchor="middle">confidence</text>', '<text x="8" y="20">share right</text>', "</svg>"]
    return "\n".join(lines) + "\n"


def report(name: str, judged: list[Judged], least: float) -> None:
    """The error, the bins, and what each threshold would give."""
    print(f"\n{name}: expected calibration error {error_of(bins_of(judged, least)):.3f} (confidence {least} and more)")
    for b in bins_of(judged, LOWEST):
        print(f"  confidence {b.confidence:.2f}  right {b.right:.2f}  of {b.size}")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [j.right for j in judged if j.confidence >= threshold]
        if kept:
            print(f"  at {threshold}: {len(kept)} statements, {sum(kept) / len(kept):.3f} right")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, help="least confidence of what counts")
    parser.add_argument("--write", action="store_true", help="draw the chart")
    options = parser.parse_args()
    weights = load_weights("en")
    least = options.least if options.least is not None else weights.threshold if weights else 0.5
    series = {"polnear_dev": list(judged_polnear()), "gold": list(judged_gold())}
    for name, judged in series.items():
        report(name, judged, least)
    if options.write:
        CHART.write_text(chart({name: bins_of(judged, LOWEST) for name, judged in series.items()}), encoding="utf-8")


if __name__ == "__main__":
    main()
