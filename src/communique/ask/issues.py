"""Which issues a question means."""

import re
from typing import NamedTuple

from communique.lexicon import load

_WORD = re.compile(r"[^\W_]+")


class Issues(NamedTuple):
    """What is asked for: issues of these names, and those that have all of these words; both None, all."""

    names: list[str] | None = None
    words: list[str] | None = None


def issues(written: str | None) -> Issues:
    """A settled name alone; else whatever has the words as its alias ("embargo") or in its name."""
    if not written or not written.strip():
        return Issues()
    asked, settled = _bare(written), load().issues
    if exact := [entry.issue for entry in settled if _bare(entry.issue) == asked]:
        return Issues(exact, None)
    return Issues([entry.issue for entry in settled if asked in map(_bare, entry.aliases)], asked.split())


def _bare(written: str) -> str:
    """Words without case and what stands between them, as the ledger's macro `bare_words` has them but for accents."""
    return " ".join(_WORD.findall(written.casefold()))
