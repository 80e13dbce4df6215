"""What the rules propose, gathered by cue before anybody weighs it."""

from collections.abc import Collection
from typing import NamedTuple

from communique.extract.hand import own_words, score
from communique.extract.proposal import Content
from communique.extract.reality import unreal
from communique.extract.rules import RULES
from communique.extract.scene import Scene
from communique.extract.sources import Source, source_of


class Proposal(NamedTuple):
    """What one rule proposes for a cue: its content, the source the tree gives, the hand score, and what speaks against it."""

    rule: str
    content: Content
    source: Source | None
    score: float
    flaw: str | None


def proposals_of(scene: Scene, without: Collection[str]) -> dict[int, tuple[Proposal, ...]]:
    """The rules' proposals by the cue's head token, the best by hand score first; rules in `without` are off."""
    rules = [rule for rule in RULES if rule.name not in without]
    found: dict[int, tuple[Proposal, ...]] = {}
    for head, cue in scene.cues.items():
        contents = [(rule.name, content) for rule in rules for content in rule.find(scene, cue)]
        if not contents:
            continue
        unreal_ = unreal(scene, cue)
        rows = []
        for name, content in contents:
            source = source_of(scene, cue, content)
            flaw = unreal_ or own_words(scene, cue, source)
            rows.append(Proposal(name, content, source, score(scene, name, cue, content, source), flaw))
        found[head] = tuple(sorted(rows, key=lambda p: -p.score))
    return found
