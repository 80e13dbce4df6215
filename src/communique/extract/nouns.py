"""Noun cues: "its call for talks", "the claim that ...", "reiterated its rejection of ..."."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, grown
from communique.extract.tree import is_complementizer
from communique.lexicon import Frame
from communique.model import Body, Range

_PREPOSITIONS: frozenset[Frame] = frozenset({"for", "on", "of", "against", "about", "to", "with", "in", "at", "over"})


class Complement(NamedTuple):
    """What completes a cue noun: the frame it fits, its range without preposition or complementizer, where the cue's own words end."""

    frame: Frame
    content: Range
    end: int


def _complements(body: Body, noun: int, verb: int | None = None) -> Iterator[Complement]:
    """The complements after a noun: for talks, to leave, that the road is open; also those that the parser hung on its verb."""
    hung = [c for c in body.children[verb] if body.lefts[c] == body.rights[noun] + 1] if verb is not None else []
    if any(body.lower[c] == "no" for c in body.dependents(noun, "det")):
        return
    for child in (c for c in (*body.children[noun], *hung) if c > noun):
        first, end = body.subtree(child)
        if body.deps[child] == "prep":
            frame = next((f for f in _PREPOSITIONS if f == body.lower[child]), None)
            if frame and child + 1 < end:
                yield Complement(frame, (child + 1, end), child + 1)
        elif body.deps[child] in ("acl", "ccomp", "relcl", "xcomp", "advcl"):
            if body.tags[first] == "TO":
                yield Complement("infinitive", (first + 1, end), first + 1)
            elif body.lower[first] in ("that", "whether") and is_complementizer(body, child, first):
                yield Complement("clause", (first + 1, end), noun + 1)


def _noun_object(body: Body, cue: FoundCue) -> int | None:
    return next((c for c in body.dependents(cue.head, "dobj") if c >= cue.words[1]), None)


def verb_and_noun(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A reporting verb with a cue noun as its object: Ruritania reiterated its rejection of [the embargo].

    Verbs with the frame "any-noun" ("voiced alarm that ...") take any.
    """
    entry, noun = cue.entry("noun"), _noun_object(scene.body, cue)
    if entry is None or noun is None or cue.pos != "verb":
        return
    known = scene.cues.get(noun)
    for complement in _complements(scene.body, noun, cue.head):
        lent = known.entry(complement.frame) if known else None
        if lent is not None or "any-noun" in entry.frames:
            content = (complement.content[0], grown(scene, complement.content[1], (noun, cue.head)))
            yield Content((content,), lent or entry, 0.85, words=(cue.head, complement.end))
            return


def owned_noun(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A cue noun with its owner: the government's call for [talks], its promise to [leave]."""
    body = scene.body
    owned = body.dependents(cue.head, "poss")
    by = any(body.lower[c] == "by" for c in body.dependents(cue.head, "prep"))
    if cue.pos != "noun" or not (by or owned):
        return
    for complement in _complements(body, cue.head):
        entry = cue.entry(complement.frame)
        if entry is not None and (owned or complement.frame == "clause"):
            yield Content((complement.content,), entry, 0.65, words=(cue.words[0], complement.end))
