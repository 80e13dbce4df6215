"""All marked sentences counted: tests/cases/en, which must pass, and tests/cases/hard, which did not when they were first run.

The share of them that passes may rise, never fall. A sentence of tests/cases/hard that passes belongs into the file of the same name
in tests/cases/en; the test names them.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import communique as cq
from cases.reader import Case, Expected, read_cases
from communique.model import Span

ROOT = Path(__file__).resolve().parents[2]
FLOOR = ROOT / "benchmarks" / "floor.toml"
NEGATIVES = 0.25


class Share(NamedTuple):
    """How many sentences were coded as they are marked."""

    passed: int
    written: int

    @property
    def value(self) -> float:
        """The share that passed."""
        return self.passed / self.written

    def __str__(self) -> str:
        return f"{self.passed} of {self.written} ({self.value:.3f})"


def cases_of(folder: str) -> Iterator[Case]:
    """The cases of all files of a folder of tests/cases."""
    for path in sorted((ROOT / "tests" / "cases" / folder).glob("*.txt")):
        yield from read_cases(path)


def passes(case: Case) -> bool:
    """True where a case is coded as it is marked, by the rule of its file."""
    statements = cq.code(cq.read_text(case.text)).statements
    rules = {s.rule for s in statements}
    if case.only_this_rule:
        return case.rule not in rules
    found = {Expected(_pair(s.source), _pair(s.cue), tuple((c.start, c.end) for c in s.content)) for s in statements}
    return found == set(case.expected) and (not found or case.rule in rules)


def _pair(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def share(cases: list[Case]) -> Share:
    """The share of cases that pass."""
    return Share(sum(map(passes, cases)), len(cases))


def floor_of_all() -> float:
    """The least share of all cases, as benchmarks/floor.toml holds it."""
    least = tomllib.loads(FLOOR.read_text(encoding="utf-8"))["cases"].get("all")
    assert least is not None, f"{FLOOR.name}: [cases] has lost its line 'all = ...', the least share of tests/cases that passes"
    return float(least)


def test_share_of_passing_cases_keeps_above_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    hard, solved = list(cases_of("hard")), [case.where for case in cases_of("hard") if passes(case)]
    easy = share(list(cases_of("en")))
    everything = Share(easy.passed + len(solved), easy.written + len(hard))
    with capsys.disabled():
        print(f"\nhard cases that pass: {Share(len(solved), len(hard))}; all cases: {everything}")
        print(f"to be moved to tests/cases/en: {', '.join(solved) or 'none'}")
    assert everything.value >= floor_of_all()


def test_a_quarter_of_the_cases_are_negatives() -> None:
    cases = [*cases_of("en"), *cases_of("hard")]
    negatives = [case for case in cases if not case.expected or case.only_this_rule]
    assert len(negatives) >= NEGATIVES * len(cases), f"{len(negatives)} of {len(cases)}: write more sentences in which nothing may be found"


def test_no_sentence_is_written_twice() -> None:
    texts = [case.text for folder in ("en", "hard") for case in cases_of(folder)]
    assert sorted(texts) == sorted(set(texts))
