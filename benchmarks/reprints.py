"""Are reprints found, and is what is found a reprint?

usage: python benchmarks/reprints.py [--pairs FILE]

Both articles of each of the 700 pairs of ../shared/corpora/wire-copies.jsonl go into a ledger, uncoded; told is how many of the pairs
that count (six-word jaccard of .95 and more: exact; .5 and more: near; of the shorter's runs .8 and more in the longer: contained) stand
in one story, and how many of those that do not count do. Then world-news-2025-en.jsonl: every pair put into one story is written to
--pairs, to be read and judged.
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import communique as cq
from communique.ledger.likeness import likeness_of, runs_of
from communique.model import Article, Coder, Coding
from inputs import rows_of, shared_file

CODER = Coder("0", "0" * 64, "0" * 64, "0" * 64, "none")


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


def measure_formed(folder: Path, file: Path | None) -> None:
    """Prints how many pairs a collection of news gives, and of which kind; those to be judged go to a file."""
    articles = {row["id"]: row for row in rows_of(shared_file("corpora", "world-news-2025-en.jsonl"))}
    ledger = cq.Ledger.open(folder / "formed.duckdb")
    read = (cq.read_text(row["text"], id=id, date=row["date"], outlet=row["outlet"]) for id, row in articles.items())
    began = time.perf_counter()
    ledger.add(uncoded(read))
    seconds, groups = time.perf_counter() - began, dict[str, list[str]]()
    for id, story in stories_of(ledger).items():
        groups.setdefault(story, []).append(id)
    formed = [pair for members in groups.values() for pair in combinations(sorted(members), 2)]
    runs = {id: runs_of(articles[id]["text"]) for pair in formed for id in pair}
    kinds = Counter((found.kind if (found := likeness_of(runs[a], runs[b])) else "through others") for a, b in formed)
    several = sum(len(members) > 1 for members in groups.values())
    print(f"{len(articles)} articles in {seconds:.1f} s: {len(formed)} pairs in {several} stories: {dict(kinds)}")
    print("origins:", ledger.sql("SELECT origin_rule, count(DISTINCT story) FROM reprints GROUP BY ALL ORDER BY ALL").fetchall())
    if file:
        rows = [{"a": a, "b": b, "titles": [articles[x]["title"] for x in (a, b)], "texts": [articles[x]["text"][:1500] for x in (a, b)]}
                for a, b in formed]  # fmt: skip
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, help="write the pairs formed there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_pairs(Path(folder))
        measure_formed(Path(folder), arguments.pairs)


if __name__ == "__main__":
    main()
