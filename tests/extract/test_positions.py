"""Where holders stand: marked sentences, polarity traps, passages. A line is `CODE + words :: text`, or `none :: text`.

`+` is support, `-` oppose, `~` mixed; several positions are parted by `;`, joint holders by `,`, words of which the issue must hold one by `|`.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

import communique as cq
from communique.model import Position

FOLDER = Path(__file__).parent / "positions"
SIGNS = {"+": "support", "-": "oppose", "~": "mixed"}
CASES, TRAPS, PASSAGES = 0.95, 0.95, 0.90  # shares that must be met; raise them with what you gain


class Stand(NamedTuple):
    """A position as marked: holders, stance, words of which one must stand in the issue's name."""

    holder: tuple[str, ...]
    stance: str
    words: tuple[str, ...]

    def is_met_by(self, position: Position) -> bool:
        """True for the same holders and stance on an issue so named."""
        named = any(word in position.issue.lower() for word in self.words)
        return position.holder == self.holder and position.stance == self.stance and named


class Case(NamedTuple):
    """A text and the positions in it."""

    where: str
    text: str
    stands: tuple[Stand, ...]

    def is_met(self) -> bool:
        """True where the coding has each position marked and none of another holder, or of the other stance on that issue."""
        found = cq.code(cq.read_text(self.text)).positions
        strays = [p for p in found if not any(p.holder == s.holder and p.stance == s.stance for s in self.stands)]
        return not strays and all(any(stand.is_met_by(p) for p in found) for stand in self.stands)


def _stand(marked: str) -> Stand:
    holder, sign, words = marked.split(maxsplit=2)
    return Stand(tuple(holder.split(",")), SIGNS[sign], tuple(words.split("|")))


def _cases(pattern: str) -> list[Case]:
    read = []
    for path in sorted(FOLDER.glob(pattern)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#"):
                continue
            marked, text = line.split(" :: ")
            stands = () if marked == "none" else tuple(_stand(part.strip()) for part in marked.split(";"))
            read.append(Case(f"{path.stem}:{number}", text.replace(" ¶ ", "\n\n").strip(), stands))
    return read


@pytest.mark.parametrize(
    ("pattern", "least", "share"), [("*.txt", 200, 0.0), ("[avw]*.txt", 100, CASES), ("traps_*.txt", 100, TRAPS), ("passages.txt", 80, PASSAGES)]
)
def test_share_of_cases_met(pattern: str, least: int, share: float) -> None:
    cases = _cases(pattern)
    assert len(cases) >= least
    failed = [case for case in cases if share and not case.is_met()]
    shown = "\n".join(f"{case.where} {case.text}\n    {cq.code(cq.read_text(case.text)).positions}" for case in failed)
    assert 1 - len(failed) / len(cases) >= share, f"{len(failed)} of {len(cases)}:\n{shown}"


def test_no_text_is_written_twice() -> None:
    texts = [case.text for case in _cases("*.txt")]
    assert len(set(texts)) == len(texts)
