"""Noun cues: "its call for talks", "the claim that ...", "reiterated its rejection of ..."."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene
from communique.extract.tree import is_verb
from communique.lexicon import Cue, Frame
from communique.model import Body, Range

_PREPOSITIONS: frozenset[Frame] = frozenset({"for", "on", "of", "against", "about", "to", "with", "in", "at", "over"})


def _content_of_noun(body: Body, cue: FoundCue) -> Iterator[tuple[Range, Cue, int]]:
    """Each complement of a cue noun: its range, the entry that allows it, and where the cue's own words end."""
    for child in body.children[cue.head]:
        if child < cue.head:
            continue
        first, end = body.subtree(child)
        if body.deps[child] == "prep":
            frame = next((f for f in _PREPOSITIONS if f == body.lower[child]), None)
            entry = cue.entry(frame) if frame else None
            if entry is not None and child + 1 < end:
                yield (child + 1, end), entry, child + 1
        elif body.deps[child] in ("acl", "ccomp", "relcl", "xcomp"):
            marks = [c for c in body.dependents(child, "aux") if body.tags[c] == "TO"]
            if marks and marks[0] == first and (entry := cue.entry("infinitive")):
                yield (first + 1, end), entry, first + 1
            elif body.lower[first] in ("that", "whether") and body.deps[first] == "mark" and (entry := cue.entry("clause")):
                yield (first + 1, end), entry, cue.words[1]


def _reporting_verb(scene: Scene, noun: int) -> FoundCue | None:
    """The verb that takes the noun as its object and lends it its subject: reiterated its rejection."""
    body = scene.body
    verb = body.heads[noun]
    if body.deps[noun] not in ("dobj", "conj") or not is_verb(body, verb):
        return None
    cue = scene.cues.get(verb)
    return cue if cue is not None and cue.pos == "verb" and cue.entry("noun") else None


def verb_and_noun(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A reporting verb with a cue noun as its object: Ruritania reiterated its rejection of [the embargo]."""
    if cue.pos != "noun":
        return
    verb = _reporting_verb(scene, cue.head)
    if verb is None:
        return
    for content, entry, end in _content_of_noun(scene.body, cue):
        yield Content((content,), entry, 0.85, words=(verb.head, end), head=verb.head)


def owned_noun(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A cue noun with its owner: the government's call for [talks], its promise to [leave]."""
    body = scene.body
    if cue.pos != "noun" or _reporting_verb(scene, cue.head) is not None:
        return
    if body.dependents(cue.head, "poss"):
        for content, entry, end in _content_of_noun(body, cue):
            yield Content((content,), entry, 0.65, words=(cue.words[0], end))
