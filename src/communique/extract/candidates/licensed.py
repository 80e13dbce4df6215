"""The rules as generators: with the lexicon's licence, and with every frame allowed."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, get_args

from communique.extract.candidates.shape import Generator, Ranges
from communique.extract.cues import FoundCue
from communique.extract.proposal import Rule
from communique.extract.rules import RULES
from communique.extract.scene import Scene
from communique.lexicon import Cue, Frame

Pos = Literal["verb", "noun", "adjective"]

_POS: dict[str, Pos] = {"VB": "verb", "NN": "noun", "JJ": "adjective"}


def _licensed(rule: Rule) -> Callable[[Scene, int], Iterator[Ranges]]:
    def find(scene: Scene, anchor: int) -> Iterator[Ranges]:
        cue = scene.cues.get(anchor)
        return (content.ranges for content in rule.find(scene, cue)) if cue else iter(())

    find.__doc__ = rule.find.__doc__
    return find


LICENSED: tuple[Generator, ...] = tuple(Generator(f"rule:{rule.name}", _licensed(rule)) for rule in RULES)


@cache
def _open_entry(pos: Pos) -> Cue:
    """A lexicon entry for any word of a part of speech, with every frame."""
    return Cue("", pos, "open", get_args(Frame))


def frame(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """What the rules would propose if the lexicon held the anchor with every frame: The envoy trumpeted that [the talks would go on]."""
    pos = _POS.get(scene.body.tags[anchor][:2])
    if pos is not None:
        cue = FoundCue(anchor, (anchor, anchor + 1), (_open_entry(pos),))
        for rule in RULES:
            yield from (content.ranges for content in rule.find(scene, cue))
