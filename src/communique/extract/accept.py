"""The one place where overlaps are settled: of all candidates, those that may stand together."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.sources import Source
from communique.extract.tree import overlap
from communique.model import Kind, Range

THRESHOLD = 0.5


class Candidate(NamedTuple):
    """A possible statement.

    rule     the rule or generator that proposed its content
    cue      None where none is expressed
    score    0..1
    flaw     what rules it out, None where nothing does
    doubt    what speaks against it and went into its score
    kind     speech or attitude
    is_done  True where the content's ranges are those of the record already
    row      number of its row of features in the learned scorer, None where it has none
    """

    rule: str
    cue: FoundCue | None
    content: Content
    source: Source | None
    score: float
    flaw: str | None = None
    kind: Kind = "speech"
    is_done: bool = False
    row: int | None = None
    doubt: str | None = None

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Token ranges of the content."""
        return self.content.ranges

    @property
    def words(self) -> Range | None:
        """Token range of the cue with the words the rule added to it."""
        return self.content.words or (self.cue.words if self.cue else None)


class Verdict(NamedTuple):
    """What became of a candidate: kept (and nested in the content of `parent`), or dropped and why."""

    candidate: Candidate
    reason: str | None
    parent: Candidate | None = None

    @property
    def kept(self) -> bool:
        """True where the candidate becomes a statement."""
        return self.reason is None


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - first for first, end in ranges)


def _shared(a: Sequence[Range], b: Sequence[Range]) -> int:
    return sum(overlap(x, y) for x in a for y in b)


def _is_nested(inner: Candidate, outer: Candidate, shared: int) -> bool:
    """True where the inner one's cue and content lie in the outer one's content."""
    inside = inner.cue is not None and any(first <= inner.cue.head < end for first, end in outer.ranges)
    return inside and shared >= 0.9 * _size(inner.ranges)


def _conflict(new: Candidate, old: Candidate) -> str | None:
    """Why two candidates cannot both stand; None where they are apart, or one is nested in the other."""
    if new.cue and old.cue and new.cue.head == old.cue.head:
        return f"{old.rule} suits this cue better"
    shared = _shared(new.ranges, old.ranges)
    if not shared or _is_nested(new, old, shared) or _is_nested(old, new, shared):
        return None
    return f"shares words with a better candidate of {old.rule}"


def too_low(candidate: Candidate, threshold: float) -> str | None:
    """Why its score does not suffice, None where it does."""
    if candidate.score >= threshold:
        return None
    below = f"score {candidate.score:.2f} is below {threshold}"
    return f"{candidate.doubt}: {below}" if candidate.doubt else below


def _best_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda c: (-c.score, c.ranges[0][0], -_size(c.ranges)))


def _around(candidate: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    """The narrowest kept candidate in whose content this one lies."""
    around = [k for k in kept if k is not candidate and _is_nested(candidate, k, _shared(candidate.ranges, k.ranges))]
    return min(around, key=lambda k: _size(k.ranges), default=None)


def settle(
    candidates: Sequence[Candidate], may_nest: Callable[[Candidate, Candidate], bool], least: Callable[[Candidate], float]
) -> Iterator[Verdict]:
    """A verdict on every candidate; `may_nest(inner, outer)` says whether a nested one is another's words, `least` what it must score."""
    apart: list[Candidate] = []
    for candidate in _best_first(candidates):
        reason = candidate.flaw or next(filter(None, (_conflict(candidate, k) for k in apart)), None)
        reason = reason or too_low(candidate, least(candidate))
        if reason is None:
            apart.append(candidate)
        else:
            yield Verdict(candidate, reason)
    yield from _settle_nested(apart, may_nest)


def _settle_nested(apart: Sequence[Candidate], may_nest: Callable[[Candidate, Candidate], bool]) -> Iterator[Verdict]:
    """Verdicts on candidates that do not cross: an inner one stays only if it may stand within the outer one that stays."""
    kept: list[Candidate] = []
    for candidate in sorted(apart, key=lambda c: -_size(c.ranges)):
        outer = _around(candidate, kept)
        if outer is None or may_nest(candidate, outer):
            kept.append(candidate)
            yield Verdict(candidate, None, outer)
        else:
            yield Verdict(candidate, f"does not stand for itself inside a statement of {outer.rule}")
