"""The table of pairs, for the tests and the benchmark."""

from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent / "pairs.tsv"


class NamePair(NamedTuple):
    """Two names as written; `same` is "yes", "no" or "open"; `part` of the table: "first" was at hand while the rules were made."""

    part: str
    tradition: str
    a: str
    b: str
    same: str


def read_pairs() -> tuple[NamePair, ...]:
    """All rows, in their order."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(NamePair(*line.split("\t")) for line in lines[1:])
