"""Code the annotated articles and let their own scorers judge the codings.

usage: python benchmarks/attribution.py [--only gold|polnear_dev|polnear_dev_noquotes] [--misses N]

Codings are kept in benchmarks/out/. The noquotes set is scored only when it is asked for.
"""

import argparse
import subprocess
import sys
import time
from typing import NamedTuple

from codings import code_file
from inputs import OUT, shared_file


class Set(NamedTuple):
    """Articles, the annotations to compare with and the scorer, all under ../shared."""

    articles: str
    annotations: str
    scorer: str


SETS = {
    "gold": Set("gold/articles.jsonl", "gold/dev.gold.jsonl", "gold/score.py"),
    "polnear_dev": Set("benchmarks/polnear_dev.jsonl", "benchmarks/polnear_dev.jsonl", "benchmarks/score_attribution.py"),
    "polnear_dev_noquotes": Set(
        "benchmarks/polnear_dev_noquotes.jsonl", "benchmarks/polnear_dev_noquotes.jsonl", "benchmarks/score_attribution.py"
    ),
}


def measure(name: str, misses: int) -> None:
    """Code one set and print what its scorer says."""
    chosen = SETS[name]
    codings = OUT / f"{name}.codings.jsonl"
    start = time.perf_counter()
    count = code_file(shared_file(*chosen.articles.split("/")), codings)
    print(f"\n== {name}: {count} articles coded in {time.perf_counter() - start:.1f} s -> {codings.name}", flush=True)
    command = [sys.executable, str(shared_file(*chosen.scorer.split("/"))), str(shared_file(*chosen.annotations.split("/"))), str(codings)]
    if misses and chosen.scorer.endswith("score.py"):
        command += ["--misses", str(misses)]
    subprocess.run(command, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=SETS, help="this set alone")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N finds that went wrong (gold)")
    options = parser.parse_args()
    for name in [options.only] if options.only else ["gold", "polnear_dev"]:
        measure(name, options.misses)


if __name__ == "__main__":
    main()
