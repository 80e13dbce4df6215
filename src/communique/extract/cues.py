"""Cue candidates: the words of a body that may attribute, found by form, part of speech and the words that must follow."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from communique.lexicon import Cue, Frame, Lexicon
from communique.lexicon.inflection import forms_of
from communique.model import Body, Range

_TAGS = {"verb": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "noun": ("NN", "NNS"), "adjective": ("JJ",)}


class CueIndex(NamedTuple):
    """Form of the first word -> the lexicon's cues and the words that must follow."""

    first: dict[str, tuple[tuple[Cue, tuple[str, ...]], ...]]


class FoundCue(NamedTuple):
    """A word or phrase that may attribute.

    head     token index of its head word
    words    token range it covers
    entries  what the lexicon says about it; several where frames differ in act
    """

    head: int
    words: Range
    entries: tuple[Cue, ...]

    def entry(self, *frames: Frame) -> Cue | None:
        """The lexicon entry that allows one of the frames, None if none does."""
        for entry in self.entries:
            for frame in frames:
                if frame in entry.frames:
                    return entry
        return None

    @property
    def pos(self) -> str | None:
        """Part of speech of the entries, None where the lexicon has none."""
        return self.entries[0].pos if self.entries else None


@cache
def _index(lexicon: Lexicon) -> CueIndex:
    first: dict[str, list[tuple[Cue, tuple[str, ...]]]] = defaultdict(list)
    for cue in lexicon.cues:
        rest = tuple(cue.lemma.split()[1:])
        for form in forms_of(cue.lemma, cue.pos, cue.forms):
            first[form].append((cue, rest))
    longest_first = {form: tuple(sorted(found, key=lambda f: -len(f[1]))) for form, found in first.items()}
    return CueIndex(longest_first)


def _matches(body: Body, token: int, cue: Cue, rest: tuple[str, ...]) -> bool:
    if cue.pos in _TAGS and body.tags[token] not in _TAGS[cue.pos]:
        return False
    return body.lower[token + 1 : token + 1 + len(rest)] == rest


def find_cues(body: Body, lexicon: Lexicon) -> tuple[FoundCue, ...]:
    """Cue candidates in the order of the text, one a head word."""
    first = _index(lexicon).first
    found = []
    for token, form in enumerate(body.lower):
        if form not in first:
            continue
        matching = [(cue, rest) for cue, rest in first[form] if _matches(body, token, cue, rest)]
        if matching:
            pos = matching[0][0].pos
            length = 1 + len(matching[0][1])
            found.append(FoundCue(token, (token, token + length), tuple(cue for cue, _ in matching if cue.pos == pos)))
    return tuple(found)
