"""Reads marked positions: a line is `CODE + words :: text`, or `none :: text`.

`+` is support, `-` oppose, `~` mixed. Several positions are parted by `;`, joint holders by `,`; of words parted by `|` the issue has one.
"""

from pathlib import Path
from typing import NamedTuple

import communique as cq
from communique.model import Position

FOLDER = Path(__file__).parent / "positions"
SIGNS = {"+": "support", "-": "oppose", "~": "mixed"}


class Stand(NamedTuple):
    """A position as marked: holders, stance, words of which one must stand in the issue's name."""

    holder: tuple[str, ...]
    stance: str
    words: tuple[str, ...]

    def is_met_by(self, position: Position) -> bool:
        """True for the same holders and stance on an issue so named."""
        named = any(word in position.issue.lower() for word in self.words)
        return position.holder == self.holder and position.stance == self.stance and named


class PositionCase(NamedTuple):
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


def read_position_cases(pattern: str) -> list[PositionCase]:
    """The cases of all files whose name fits."""
    read = []
    for path in sorted(FOLDER.glob(pattern)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#"):
                continue
            marked, text = line.split(" :: ")
            stands = () if marked == "none" else tuple(_stand(part.strip()) for part in marked.split(";"))
            read.append(PositionCase(f"{path.stem}:{number}", text.replace(" ¶ ", "\n\n").strip(), stands))
    return read
