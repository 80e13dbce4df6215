"""How alike two texts are: which of their runs of six words they share. Runs are numbers, so that sets of them are arrays."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

RUN = 6  # words
SAMPLED = 4  # of so many runs, one is kept to find candidates by: the same ones in every text
EXACT, NEAR, CONTAINED = 0.95, 0.5, 0.8
LEAD = 60  # words that begin a text
LEADING = 0.3  # of the runs of its lead are shared by a text that tells the same news
SHORTEST = 30  # runs of a text that is called contained: shorter ones are formulas
_FACTOR, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xFF51AFD7ED558CCD)
_POWERS = np.cumprod(np.full(64, _FACTOR))  # for the letters of a word by their place
_ASCII = np.array([chr(code).isalnum() or chr(code) == "_" for code in range(128)])

Runs = NDArray[np.uint64]
Alike = Literal["exact", "near", "contained"]


class Likeness(NamedTuple):
    """What two texts share: the kind, the share of all runs, the share of the shorter's, and whether the first is the shorter."""

    kind: Alike
    jaccard: float
    containment: float
    first_is_shorter: bool


class Text(NamedTuple):
    """What is compared of a text: its runs, and those of its first words."""

    runs: Runs
    lead: Runs


def text_of(text: str) -> Text:
    """The runs of a text and of its lead."""
    words = words_of(text)
    return Text(_runs(words), _runs(words[:LEAD]))


def runs_of(text: str) -> Runs:
    """The runs of a text as sorted 64-bit numbers, each once; capitals and punctuation do not count. A text of fewer words is one run."""
    return _runs(words_of(text))


def words_of(text: str) -> Runs:
    """The words of a text in their order, as 64-bit numbers that are the same on every machine."""
    codes = np.frombuffer(text.casefold().encode("utf-32-le", "surrogatepass"), dtype="<u4")
    inside = _is_in_word(codes)
    letters = codes[inside].astype(np.uint64)
    starts = np.flatnonzero((inside & ~np.concatenate(([False], inside[:-1])))[inside])
    places = np.arange(len(letters)) - np.repeat(starts, np.diff(starts, append=len(letters)))
    return _mixed(np.add.reduceat(letters * _POWERS[places % len(_POWERS)], starts)) if len(letters) else letters


def _is_in_word(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which characters are letters, digits or underscores."""
    inside = _ASCII[np.minimum(codes, len(_ASCII) - 1)]
    beyond = codes >= len(_ASCII) - 1
    if beyond.any():
        found, places = np.unique(codes[beyond], return_inverse=True)
        inside[beyond] = np.array([chr(code).isalnum() for code in found])[places]
    return inside


def _runs(words: Runs) -> Runs:
    count = max(len(words) - RUN + 1, 1)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(min(RUN, len(words))):
        total = total * _FACTOR + words[place : place + count]
    ordered = np.sort(_mixed(total))
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def has(runs: Runs, lead: Runs) -> bool:
    """True where a text has the lead of another, with some changes."""
    return len(np.intersect1d(runs, lead, assume_unique=True)) >= LEADING * len(lead)


def sample_of(runs: Runs) -> Runs:
    """Those of the runs that are kept; at least one."""
    kept = runs[runs % np.uint64(SAMPLED) == 0]
    return kept if len(kept) else runs[:1]


def likeness_of(first: Runs, second: Runs) -> Likeness | None:
    """How two texts are alike; None where they are not."""
    shared = len(np.intersect1d(first, second, assume_unique=True))
    jaccard, shorter = shared / (len(first) + len(second) - shared), min(len(first), len(second))
    kind = _kind(jaccard, shared / shorter, shorter)
    return Likeness(kind, jaccard, shared / shorter, len(first) <= len(second)) if kind else None


def compared(first: Runs, second: Runs, furniture: Runs) -> Likeness | None:
    """The same, where some sampled runs are known to be furniture: then what is left of both samples has to be alike too."""
    found = likeness_of(first, second)
    if found is None or not len(furniture):
        return found
    samples = [sample_of(runs) for runs in (first, second)]
    one, other = (np.setdiff1d(sample, furniture, assume_unique=True) for sample in samples)
    if len(one) == len(samples[0]) and len(other) == len(samples[1]):
        return found
    shared, shorter = len(np.intersect1d(one, other, assume_unique=True)), min(len(one), len(other))
    is_alike = shorter >= SHORTEST / SAMPLED and _kind(shared / (len(one) + len(other) - shared), shared / shorter, SHORTEST)
    return found if is_alike else None


def _kind(jaccard: float, containment: float, shorter: int) -> Alike | None:
    if jaccard >= EXACT:
        return "exact"
    if jaccard >= NEAR:
        return "near"
    return "contained" if containment >= CONTAINED and shorter >= SHORTEST else None


def _mixed(numbers: Runs) -> Runs:
    """The numbers with their low bits made as even as their high ones."""
    mixed = (numbers ^ (numbers >> np.uint64(33))) * _MIX
    return mixed ^ (mixed >> np.uint64(29))
