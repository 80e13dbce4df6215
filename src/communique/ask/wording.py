"""One wording against another, word by word, so that both can be read."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Change = Literal["same", "added", "dropped"]
_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|\s+|[^\w\s]")
MOST = 1000  # words of a wording that are compared one by one


class Piece(NamedTuple):
    """A stretch that both wordings have, or that only the later (added) or only the earlier (dropped) has."""

    change: Change
    text: str


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both, in their order: those that are the same and those added are the later wording, to the letter.

    Capitals alone make no difference. Of very long wordings the one is dropped and the other added as a whole.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > 2 * MOST:
        return Piece("dropped", before), Piece("added", after)
    return tuple(_merged(_pieces(old, new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, [word.casefold() for word in old], [word.casefold() for word in new], autojunk=False)
    for edit, start, end, first, last in matcher.get_opcodes():
        if edit == "equal":
            yield Piece("same", "".join(new[first:last]))
        elif end > start:
            yield Piece("dropped", "".join(old[start:end]))
        if edit != "equal" and last > first:
            yield Piece("added", "".join(new[first:last]))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Changes with nothing but a space between them as one, so that phrases stay whole."""
    run: list[Piece] = []
    for one in pieces:
        if one.change == "same" and one.text.strip():
            yield from _settled(run)
            yield one
            run = []
        else:
            run.append(one)
    yield from _settled(run)


def _settled(run: list[Piece]) -> Iterator[Piece]:
    """A run of changes as what was dropped, then what was added; spaces belong to both."""
    dropped, added = ("".join(one.text for one in run if one.change in (change, "same")) for change in ("dropped", "added"))
    if dropped == added:
        yield from (Piece("same", added),) if added else ()
    else:
        yield from (Piece("dropped", dropped),) if dropped.strip() else ()
        yield from (Piece("added", added),) if added else ()
