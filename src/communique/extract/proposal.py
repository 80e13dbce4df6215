"""What rules propose, and how they are registered."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.scene import Scene
from communique.lexicon import Cue
from communique.model import Range


class Content(NamedTuple):
    """Token ranges that a rule takes for the words attributed by a cue.

    ranges  in the order of the text, trimmed later
    entry   the lexicon entry whose frame allowed it; None for rules without cue
    score   how often the rule is right when it fires, 0..1, before anything about the source is known
    words   the cue's words where they are more than the cue found ("reiterated its rejection of")
    source  head of the source, where the rule knows better than the tree
    """

    ranges: tuple[Range, ...]
    entry: Cue | None
    score: float
    words: Range | None = None
    source: int | None = None
    head: int | None = None


class Rule(NamedTuple):
    """A named way to find the content of a cue; its function's docstring is its documentation."""

    name: str
    find: Callable[[Scene, FoundCue], Iterator[Content]]


class Continuation(NamedTuple):
    """A named way to find statements without a cue among the token ranges (contents and cues) of those already found."""

    name: str
    find: Callable[[Scene, Sequence[Range]], Iterator[Content]]
