"""The stages between a scene and its weighed candidates: anchors, their contents, their sources. Each takes what the one before chose."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.candidates import OPEN, Ranges, contents, mentions
from communique.extract.learned.content_features import Anchored
from communique.extract.learned.cue_features import Look
from communique.extract.learned.source_features import Asked
from communique.extract.proposals import Proposal
from communique.extract.sources import Source

Scores = NDArray[np.float64]


class Chosen(NamedTuple):
    """An anchor with the content it was given: its place among the candidates, its score, and how far the next best lies behind."""

    anchored: Anchored
    place: int
    score: float
    margin: float

    @property
    def content(self) -> Ranges:
        """The content's token ranges."""
        return self.anchored.contents[self.place]


class Sourced(NamedTuple):
    """The same with its source (None: nobody is named), that one's score, the score of "nobody", and the margin."""

    chosen: Chosen
    source: Source | None
    score: float
    nobody: float
    margin: float
    by_rule: Source | None


def anchored(look: Look, logits: Mapping[int, float], least: float, without: Collection[str] = ()) -> list[Anchored]:
    """The anchors whose logit is at least `least`, with their content candidates; generators named in `without` are off."""
    off = {name.removeprefix(OPEN) for name in without}
    found = []
    for anchor, logit in logits.items():
        if logit < least:
            continue
        ruled = look.ruled(anchor)
        proposed = contents(look.scene, anchor, off, given=[(f"rule:{p.rule}", parts) for parts, p in ruled.items()])
        if proposed:
            scores = tuple(ruled[parts].score if parts in ruled else 0.0 for parts in proposed)
            found.append(Anchored(anchor, logit, tuple(proposed), tuple(proposed.values()), scores))
    return found


def chosen(entries: Sequence[Anchored], scores: Scores) -> list[Chosen]:
    """Each anchor with its best content."""
    found, at = [], 0
    for entry in entries:
        own = scores[at : at + len(entry.contents)]
        at += len(entry.contents)
        place = int(own.argmax())
        second = float(np.partition(own, -2)[-2]) if len(own) > 1 else float(own[place]) - 1
        found.append(Chosen(entry, place, float(own[place]), float(own[place]) - second))
    return found


def proposal_for(look: Look, one: Chosen) -> Proposal | None:
    """The rule's proposal that is the chosen content, None where no rule has it."""
    return look.ruled(one.anchored.anchor).get(one.content)


def asked(look: Look, entries: Iterable[Chosen]) -> list[Asked]:
    """Each anchor with who may have said its content."""
    found = []
    for one in entries:
        anchor = one.anchored.anchor
        best = proposal_for(look, one) or next(iter(look.proposals.get(anchor, ())), None)
        by_rule = best.source if best else None
        possible = mentions(look.scene, anchor, one.content)
        if by_rule is not None and by_rule not in possible:
            possible = (by_rule, *possible)
        found.append(Asked(anchor, one.anchored.logit, one.content, one.score, by_rule, best is not None, possible))
    return found


def sourced(entries: Sequence[Chosen], questions: Sequence[Asked], scores: Scores) -> list[Sourced]:
    """Each anchor with its best source."""
    found, at = [], 0
    for one, question in zip(entries, questions, strict=True):
        own = scores[at : at + len(question.mentions)]
        at += len(question.mentions)
        place = int(own.argmax())
        second = float(np.partition(own, -2)[-2]) if len(own) > 1 else float(own[place]) - 1
        found.append(
            Sourced(one, question.mentions[place], float(own[place]), float(own[-1]), float(own[place]) - second, question.by_rule)
        )
    return found
