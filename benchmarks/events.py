"""Code sentences with one marked event each and compare who did what to whom, beside what others reach.

usage: python benchmarks/events.py [--misses TYPE] [--codings FILE]

Scored by the scorer that comes with the sentences; then by type, and what was taken for what. Codings are kept in benchmarks/out/.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from codings import code_file
from inputs import OUT, rows_of, shared_file

BARS = {"triple recall": 0.42, "precision at least": 0.36, "root accuracy given pair": 0.80}
SILENT = 0.15
# triple recall, precision at least, root accuracy given pair, under the same scorer (reference/events.md, 4b)
PEERS = {
    "spaCy patterns, 231 verbs (these sentences)": (0.336, 0.310, 0.745),
    "spaCy patterns (sister half)": (0.351, 0.313, 0.791),
    "UniversalPetrarch, P1 dictionary (sister half)": (0.320, 0.180, 0.635),
    "UniversalPetrarch, P2 dictionary (sister half)": (0.241, 0.147, 0.603),
}
Row = dict[str, Any]


def scorer() -> ModuleType:
    """The scorer's own functions, so that the tables agree with its figures."""
    spec = spec_from_file_location("score_events", shared_file("benchmarks", "score_events.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_totals(gold: Path, codings: Path) -> None:
    """The figures beside the bars and the peers."""
    command = [sys.executable, str(shared_file("benchmarks", "score_events.py")), str(gold), str(codings), "--json"]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    for name, value in figures.items():
        bar = f"   bar {BARS[name]:.2f}: {'met' if value >= BARS[name] else 'NOT MET'}" if name in BARS else ""
        print(f"{name:26} {value}{bar}")
    silent = figures["counts"]["silent"] / figures["counts"]["sentences"]
    print(f"{'silent sentences':26} {silent:.3f}   bar {SILENT:.2f}: {'met' if silent <= SILENT else 'NOT MET'}\n")
    print(f"{'':50} {'triples':>8} {'precision':>10} {'type of pairs':>14}")
    ours = tuple(figures[name] for name in BARS)
    for name, (recall, precision, root) in {"communique": ours, **PEERS}.items():
        print(f"{name:50} {recall:8.3f} {precision:10.3f} {root:14.3f}")


def fits(event: Row, marked: Row) -> bool:
    """True where the type is the marked one; YIELD stands for two."""
    return event["event"] in ({"CONCEDE", "RETREAT"} if marked["plover"] == "YIELD" else {marked["plover"]})


def print_types(gold: Path, codings: Path, misses: str | None) -> None:
    """A row for each type, and what was taken for what; with `misses` every sentence of a type that was missed."""
    judge, coded = scorer(), {row["article"]["id"]: row for row in rows_of(codings)}
    marked_n, found, paired, confused = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for row in rows_of(gold):
        events = [event for event in coded[row["id"]]["events"] if event["event"]]
        for marked in row["gold"]:
            kind = marked["plover"]
            pairs = [event for event in events if judge.agrees(marked, event, row["text"])[1]]
            hit = any(fits(event, marked) for event in pairs)
            marked_n[kind] += 1
            found[kind] += hit
            paired[kind] += bool(pairs)
            confused[kind, kind if hit else pairs[0]["event"] if pairs else "-"] += 1
            if misses == kind and not hit:
                print(f"{row['id']}: {row['text'][:200]}\n    {[(e['event'], e['rule']) for e in events]}")
    print(f"\n{'type':10} {'marked':>7} {'pairs':>7} {'triples':>8}")
    for kind, count in sorted(marked_n.items()):
        print(f"{kind:10} {count:7} {paired[kind] / count:7.3f} {found[kind] / count:8.3f}")
    print_matrix(confused)


def print_matrix(confused: Counter[tuple[str, str]]) -> None:
    """Marked types down, coded types across; "-" where the two actors were not found together."""
    across = [*sorted({coded for _, coded in confused if coded != "-"}), "-"]
    print(f"\n{'':10}" + "".join(f"{name[:6]:>7}" for name in across))
    for kind in sorted({kind for kind, _ in confused}):
        print(f"{kind:10}" + "".join(f"{confused[kind, name] or '':>7}" for name in across))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", metavar="TYPE", help="list the sentences of a type whose event was not found")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="judge these instead of coding again")
    options = parser.parse_args()
    gold, codings = shared_file("benchmarks", "plv_train.jsonl"), options.codings or OUT / "plv_train.codings.jsonl"
    if options.codings is None:
        start = time.perf_counter()
        count = code_file(gold, codings)
        print(f"{count} sentences coded in {time.perf_counter() - start:.1f} s -> {codings.name}\n", flush=True)
    print_totals(gold, codings)
    print_types(gold, codings, options.misses)


if __name__ == "__main__":
    main()
