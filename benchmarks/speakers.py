"""How often is the speaker the right one? By how the source is worded: a pronoun, an official, a name, an institution, nothing.

usage: python benchmarks/speakers.py [--only training|gold] [--misses CLASS]

Measured on ../shared/training (244 articles whose speakers were resolved by hand; the shipped weights were made from them, so the figures
are those of texts looked at) and ../shared/gold (21 dispatches). A statement counts where one of ours covers half of it; what is not
found is left out, for benchmarks/attribution.py counts that. "who" is right where the country is, and the name where one was annotated, by
the rules of gold/score.py; "country" looks at the country alone: right, wrong, or left open where there is one. Officials, institutions and
others have "no country" where the words of the source alone tell none, so that the article has to.
"""

import argparse
import importlib.util
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import communique as cq
from communique.coder import read_phrase
from communique.model import Speaker, Statement
from inputs import articles_of, rows_of, shared_file

SETS = {"training": ("training", "statements.jsonl"), "gold": ("gold", "dev.gold.jsonl")}
OFFICIAL = ("GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO")
PERSONS = ("he", "she", "his", "her", "him")
NAMES, THINGS = ("full-name", "surname", "name"), ("state", "seat", "body", "outlet", "document")


class Judged(NamedTuple):
    """A statement whose speaker was compared: the class of its source, and what came out."""

    source: str
    who: bool
    country: str
    shown: str


@cache
def scorer() -> ModuleType:
    """The gold's own scorer, whose rules for names and overlap are used."""
    spec = importlib.util.spec_from_file_location("gold_score", shared_file("gold", "score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def class_of(source: str, role: str | None) -> str:
    """How a source is worded: read as a phrase by itself."""
    if not source:
        return "no source"
    found = read_phrase(source)
    own = "its country" if found.speaker and found.speaker.country else "no country"
    if found.form == "pronoun":
        return "pronoun, he or she" if source.lower() in PERSONS else "pronoun, others"
    if found.form in NAMES:
        return "name"
    if found.form in THINGS:
        return f"institution, {own}"
    return f"official, {own}" if role in OFFICIAL else f"others, {own}"


def judged(name: str) -> Iterator[Judged]:
    """Every statement of a set that was found."""
    folder, file = SETS[name]
    given = {row["id"]: row for row in rows_of(shared_file(folder, file))}
    for coding in cq.code_all(articles_of(shared_file(folder, "articles.jsonl"))):
        text, row = coding.article.text, given[coding.article.id]
        golds = scorer().group_statements([_as_gold(s) for s in row["statements"] if s.get("kind", "speech") == "speech"])
        coded = [s for s in coding.statements if s.kind == "speech"]
        for i, j in _pairs([g["content_spans"] for g in golds], [[(c.start, c.end) for c in s.content] for s in coded]):
            yield _compared(golds[i], coded[j], text)


def _pairs(golds: list[Any], coded: list[Any]) -> list[tuple[int, int]]:
    """Numbers of the statements whose contents cover each other by half, one to one."""
    theirs, ours = [scorer().chars(spans) for spans in golds], [scorer().chars(spans) for spans in coded]

    def near(i: int, j: int) -> float:
        return float(scorer().iou(theirs[i], ours[j]))

    return [(i, j) for i, j in scorer().pair_up(range(len(golds)), range(len(coded)), near, 0.5)]


def _as_gold(statement: dict[str, Any]) -> dict[str, Any]:
    """A training statement under the names the gold's fields have."""
    spans = statement.get("content_spans") or statement["content"]
    return {**statement, "content_spans": spans, "source_span": statement.get("source_span", statement.get("source"))}


def _compared(gold: dict[str, Any], coded: Statement, text: str) -> Judged:
    source = text[slice(*gold["source_span"])] if gold["source_span"] else ""
    ours = _plain(coded.speaker)
    who = scorer().speaker_right(gold, ours, source)
    want = {c for speaker in gold["speakers"] for c in scorer().as_list((speaker or {}).get("country")) if c}
    have = {c for c in scorer().as_list((ours["speaker"] or {}).get("country")) if c}
    country = "right" if have <= want and bool(have) == bool(want) else "wrong" if have else "open"
    first = next(iter(gold["speakers"]), None) or {}
    return Judged(class_of(source, first.get("role")), who, country, f"{source!r}: {first} coded {ours['speaker']}")


def _plain(speaker: Speaker | None) -> dict[str, Any]:
    """A speaker as the scorer reads it."""
    if speaker is None:
        return {"speaker": None}
    name, country = ([*value] if isinstance(value, tuple) else value for value in (speaker.name, speaker.country))
    return {"speaker": {"name": name, "country": country}}


def report(name: str, found: list[Judged]) -> None:
    """A row for each class."""
    print(f"\n{name}: {len(found)} statements found")
    print(f"{'source':26}{'found':>7}{'who right':>11}{'share':>8}   country right  wrong  open")
    classes = defaultdict(list)
    for one in found:
        classes[one.source].append(one)
    for source in (*sorted(classes), "all"):
        rows = classes.get(source, found)
        right, counts = sum(r.who for r in rows), [sum(r.country == kind for r in rows) for kind in ("right", "wrong", "open")]
        print(f"{source:26}{len(rows):7}{right:11}{right / len(rows):8.3f}   {counts[0]:13}{counts[1]:7}{counts[2]:6}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=SETS, help="this set alone")
    parser.add_argument("--misses", metavar="CLASS", help="list the sources of this class that got a wrong speaker")
    options = parser.parse_args()
    for name in [options.only] if options.only else SETS:
        found = list(judged(name))
        report(name, found)
        for one in found:
            if one.source == options.misses and not one.who:
                print(f"  {one.shown}")


if __name__ == "__main__":
    main()
