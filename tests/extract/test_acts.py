"""Acts and targets of marked texts: tests/cases/en-acts/acts.tsv."""

from pathlib import Path
from typing import NamedTuple

import pytest

import communique as cq
from communique.settings import Settings

RULES = Settings(scorer="rules")  # the acts are tried here, not what the weights find

FILE = Path(__file__).parents[1] / "cases" / "en-acts" / "acts.tsv"


class Marked(NamedTuple):
    """A text, and the act and the targets of its last statement that stands alone."""

    act: str
    targets: tuple[str, ...]
    text: str


def read_marked() -> list[Marked]:
    """The cases of the file."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Marked(act, () if codes == "-" else tuple(codes.split(",")), text.replace(" ¶ ", "\n\n")) for act, codes, text in rows]


@pytest.mark.parametrize("case", read_marked(), ids=lambda case: f"{case.act}-{case.text[:40]}")
def test_act_and_targets(case: Marked) -> None:
    first = case.text.rfind("\n\n") + 1
    found = [s for s in cq.code(cq.read_text(case.text), RULES).statements if s.content[0].start >= first]
    assert found, "no statement"
    assert (found[0].act, found[0].targets) == (case.act, case.targets), [(s.act, s.targets, s.rule) for s in found]
