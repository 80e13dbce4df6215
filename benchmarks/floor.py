"""How well the project's own material is coded, beside the floor that may not be undercut.

usage: python benchmarks/floor.py [--check | --write]

--check  exit code 1 where a figure lies below its floor
--write  make today's figures the floor

Two kinds of material: marked sentences (tests/cases), coded as by default and by the rules alone, and dispatches with a golden coding
(tests/samples). Statements agree when source, cue and content are the same characters.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import communique as cq
from communique.model import Coding, Span
from communique.record import from_json
from communique.settings import Settings
from inputs import ROOT

FLOOR = ROOT / "benchmarks" / "floor.toml"
HEAD = """# The least accuracy on the project's own material; tests/test_floor.py fails below it.
# Raise it with what you gain (python benchmarks/floor.py --write). Lowering it needs a reason in CHANGELOG.md.
"""
Offsets = tuple[int, int]
Found = tuple[Offsets | None, Offsets | None, tuple[Offsets, ...]]  # source, cue, content


class Tally(NamedTuple):
    """Texts compared, statements in both, in the marks, in the coding."""

    texts: int
    agreed: int
    marked: int
    coded: int

    @property
    def f1(self) -> float:
        return 2 * self.agreed / (self.marked + self.coded) if self.marked + self.coded else 0.0


def found_in(coding: Coding) -> set[Found]:
    """The statements of a coding as offsets."""
    return {(_pair(s.source), _pair(s.cue), tuple((c.start, c.end) for c in s.content)) for s in coding.statements}


def _pair(span: Span | None) -> Offsets | None:
    return None if span is None else (span.start, span.end)


def compared(pairs: Iterable[tuple[set[Found], set[Found]]]) -> Tally:
    """The sums over texts of (marked, coded)."""
    tally = Tally(0, 0, 0, 0)
    for marked, coded in pairs:
        tally = Tally(tally.texts + 1, tally.agreed + len(marked & coded), tally.marked + len(marked), tally.coded + len(coded))
    return tally


def case_tally(settings: Settings) -> tuple[Tally, float]:
    """Marked sentences of all folders: their tally, and the share that is coded exactly as marked, by the rule of its file."""
    sys.path.insert(0, str(ROOT / "tests"))
    from cases.reader import read_all_cases

    pairs, passed, cases = [], 0, list(read_all_cases())
    for case in cases:
        coding = cq.code(cq.read_text(case.text), settings)
        passed += case.is_met_by(coding)
        if not case.only_this_rule:
            pairs.append(({tuple(expected) for expected in case.expected}, found_in(coding)))
    return compared(pairs), passed / len(cases)


def sample_pairs() -> Iterator[tuple[set[Found], set[Found]]]:
    """Dispatches beside their golden codings: the golden's own article, coded again."""
    for path in sorted((ROOT / "tests" / "samples" / "golden").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            golden = from_json(line)
            yield found_in(golden), found_in(cq.code(golden.article))


def figures() -> dict[str, dict[str, float]]:
    """Today's figures, as floor.toml holds them; cut, not rounded, so that a floor is never above what was measured."""
    cases, share = case_tally(Settings())
    ruled, ruled_share = case_tally(Settings(scorer="rules"))
    rows = {
        "cases": (cases, {"passed": cut(share)}),
        "rules": (ruled, {"passed": cut(ruled_share)}),
        "samples": (compared(sample_pairs()), {}),
    }
    return {name: {"texts": tally.texts, "statement_f1": cut(tally.f1), **more} for name, (tally, more) in rows.items()}


def cut(value: float) -> float:
    """Three decimals, not rounded up."""
    return int(value * 1000) / 1000


def as_toml(measured: dict[str, dict[str, float]]) -> str:
    tables = ("\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in table.items())]) for name, table in measured.items())
    return HEAD + "\n" + "\n\n".join(tables) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail below the floor")
    parser.add_argument("--write", action="store_true", help="make today's figures the floor")
    options = parser.parse_args()
    measured = figures()
    if options.write:
        FLOOR.write_text(as_toml(measured), encoding="utf-8")
    floor = tomllib.loads(FLOOR.read_text(encoding="utf-8"))
    lost = 0
    for name, table in measured.items():
        for key, value in table.items():
            least = floor[name][key]
            lost += value < least
            print(f"{name:8} {key:13} {value:8.3f}   floor {least:.3f}{'   LOST' if value < least else ''}")
    sys.exit(1 if options.check and lost else 0)


if __name__ == "__main__":
    main()
