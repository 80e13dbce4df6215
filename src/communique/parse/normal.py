"""What the parser is shown: the article's characters with white space and quotation marks made uniform, every token traceable back.

The model was trained on text with straight marks and single spaces; curly marks and hard-wrapped lines cost it accuracy.
"""

from __future__ import annotations

import re
from array import array

_CHANGE = re.compile(r"\s+|``|''|[“”„‟«»〝〞]|[‘’‚‛`´]|[\x00-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\ufeff]")
_DOUBLE = frozenset("“”„‟«»〝〞")


def _replacement(found: str) -> str:
    if found.isspace():
        return " "
    if found in ("``", "''") or found in _DOUBLE:
        return '"'
    return "'" if found in "‘’‚‛`´" else " "


def for_parser(text: str) -> tuple[str, array[int] | None]:
    """The text for the parser, and for each of its characters the offset in `text` (None: all offsets are the same)."""
    pieces: list[str] = []
    offsets = array("I")
    at, same = 0, True
    for match in _CHANGE.finditer(text):
        start, end = match.span()
        pieces += (text[at:start], _replacement(match.group()))
        offsets.extend(range(at, start + 1))
        same = same and end - start == 1
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces), None if same else offsets
