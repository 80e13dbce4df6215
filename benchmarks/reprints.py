"""Are reprints found, and is what is found a reprint?

usage: python benchmarks/reprints.py [--pairs FILE]

Both articles of each of the 700 pairs of ../shared/corpora/wire-copies.jsonl go into a ledger, uncoded; told is how many of the pairs
that count (six-word jaccard of .95 and more: exact; .5 and more: near; of the shorter's runs .8 and more in the longer: contained) stand
in one story, and how many of those that do not count do. Then the pairs that collections of news give, world-news-2025-en.jsonl first: 100
of them, in the order of a hash, go to --pairs, to be read and judged; reprints_judged.tsv keeps by ids what was found, and precision is
the share of those that are reprints (one article of which the other is a copy, a version, or contains it).
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import communique as cq
from communique.ledger.likeness import likeness_of, runs_of
from communique.model import Article, Coder, Coding
from inputs import rows_of, shared_file

CODER = Coder("0", "0" * 64, "0" * 64, "0" * 64, "none")
COLLECTIONS = ("world-news-2025-en", "diplomatic-en", "general-news-en", "state-media-en")
DRAWN = 100
JUDGED = Path(__file__).with_name("reprints_judged.tsv")


class Formed(NamedTuple):
    """Two articles put into one story, and how their texts are alike; "other" where only what is left without furniture is."""

    a: str
    b: str
    kind: str


def uncoded(articles: Iterable[Article]) -> Iterable[Coding]:
    """Codings in which nothing was looked for."""
    return (Coding(article, (), (), (), (), (), CODER) for article in articles)


def class_of(pair: dict[str, Any]) -> str:
    """What a pair of the collection is."""
    if pair["jaccard6"] >= 0.5:
        return "exact" if pair["jaccard6"] >= 0.95 else "near"
    return "contained" if pair["containment6"] >= 0.8 else "no reprint"


def stories_of(ledger: cq.Ledger) -> dict[str, str]:
    """The story of each article."""
    return dict(ledger.sql("SELECT article_id, story FROM stories").fetchall())


def measure_pairs(folder: Path) -> None:
    """Prints how the pairs of the collection fare."""
    pairs = list(rows_of(shared_file("corpora", "wire-copies.jsonl")))
    texts = {one[side]: one[f"{side}_text"] for one in pairs for side in "ab"}
    ledger = cq.Ledger.open(folder / "pairs.duckdb")
    began = time.perf_counter()
    ledger.add(uncoded(cq.read_text(text, id=id) for id, text in texts.items()))
    seconds, story = time.perf_counter() - began, stories_of(ledger)
    total = Counter(class_of(one) for one in pairs)
    found = Counter(class_of(one) for one in pairs if story[one["a"]] == story[one["b"]])
    print(f"{len(texts)} articles in {seconds:.1f} s, {len(set(story.values()))} stories")
    for name in ("exact", "near", "contained", "no reprint"):
        print(f"  {name:10} {found[name]:4} of {total[name]:4} pairs in one story ({found[name] / total[name]:.1%})")
    counting = [name for name in total if name != "no reprint"]
    hits, all_of_them = sum(found[name] for name in counting), sum(total[name] for name in counting)
    print(f"  recall of those that count {hits / all_of_them:.1%}")


def formed_in(folder: Path, name: str) -> list[Formed]:
    """The pairs that a collection gives, in an order that nobody chose: that of a hash of their ids."""
    articles = {row["id"]: row for row in rows_of(shared_file("corpora", f"{name}.jsonl"))}
    ledger = cq.Ledger.open(folder / f"{name}.duckdb")
    read = (cq.read_text(row["text"], id=id, date=row.get("date"), outlet=row.get("outlet")) for id, row in articles.items())
    began = time.perf_counter()
    ledger.add(uncoded(read))
    seconds, groups = time.perf_counter() - began, dict[str, list[str]]()
    for id, story in stories_of(ledger).items():
        groups.setdefault(story, []).append(id)
    pairs = [pair for members in groups.values() for pair in combinations(sorted(members), 2)]
    runs = {id: runs_of(articles[id]["text"]) for pair in pairs for id in pair}
    formed = [Formed(a, b, found.kind if (found := likeness_of(runs[a], runs[b])) else "other") for a, b in pairs]
    print(f"{name}: {len(articles)} articles in {seconds:.1f} s, {len(formed)} pairs: {dict(Counter(one.kind for one in formed))}")
    return sorted(formed, key=lambda one: sha256(f"{one.a} {one.b}".encode()).digest())


def measure_formed(folder: Path, file: Path | None) -> None:
    """Prints how many pairs collections of news give, and how many of those judged are reprints; the pairs go to a file."""
    every = {name: formed_in(folder, name) for name in COLLECTIONS}
    distinct = {(one.a, one.b): name for name, formed in reversed(every.items()) for one in formed}
    drawn = [(name, one) for name, formed in every.items() for one in formed if distinct[one.a, one.b] == name][:DRAWN]
    judged = dict(judgements())
    verdicts, first = (
        [judged[a, b] for name, (a, b, _) in drawn if (a, b) in judged and name in some] for some in (COLLECTIONS, COLLECTIONS[:1])
    )
    for told, some in (("judged", verdicts), (f"of {COLLECTIONS[0]}", first)):
        low, high = wilson(sum(some), len(some))
        print(f"precision {sum(some) / max(len(some), 1):.3f} ({sum(some)} of {len(some)} {told}), 95 % interval {low:.3f} to {high:.3f}")
    print(f"  {len(drawn) - len(verdicts)} of the {len(drawn)} drawn are not judged")
    if file:
        file.write_text("".join(json.dumps({"of": name, **one._asdict()}) + "\n" for name, one in drawn), encoding="utf-8")


def judgements() -> Iterator[tuple[tuple[str, str], bool]]:
    """What somebody who read both texts found: the ids of a pair, and whether one repeats the other."""
    for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:]:
        a, b, verdict = line.split("\t")
        yield (a, b), verdict == "yes"


def wilson(right: int, all_of_them: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of a share (Wilson's score); everything where nothing was judged."""
    if not all_of_them:
        return 0.0, 1.0
    share, weight = right / all_of_them, z * z / all_of_them
    middle, half = share + weight / 2, z * sqrt(share * (1 - share) / all_of_them + weight / (4 * all_of_them))
    return (middle - half) / (1 + weight), (middle + half) / (1 + weight)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, help="write the pairs formed there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_pairs(Path(folder))
        measure_formed(Path(folder), arguments.pairs)


if __name__ == "__main__":
    main()
