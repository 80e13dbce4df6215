"""Training texts as the scorer sees them, and how near a candidate comes to a label."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from communique.extract.candidates import Ranges, anchors
from communique.extract.learned.cue_features import Look, cue_features
from communique.extract.learned.grid import Grid, grid_of
from communique.extract.learned.linear import buckets
from communique.extract.learned.words import forms_in
from communique.extract.proposals import proposals_of
from communique.extract.scene import scene_of
from communique.extract.sources import Source
from communique.extract.tree import is_punctuation
from communique.lexicon import Lexicon
from communique.model import Body
from examples import Example, Label, Words, content_words

_EMPTY_WORDS = ("DT", "IN", "PRP$", "WDT", "WP")


class Page(NamedTuple):
    """A text with its labels, its anchors and their features; `weight` says how much it counts, `group` what stays in one fold."""

    id: str
    group: str
    weight: float
    look: Look
    grid: Grid
    labels: tuple[Label, ...]
    anchors: tuple[int, ...]
    buckets: tuple[tuple[int, ...], ...]

    @property
    def body(self) -> Body:
        """The parsed text."""
        return self.look.body

    @property
    def by_anchor(self) -> dict[int, Label]:
        """The labels by the anchor of their cue."""
        return {label.anchor: label for label in self.labels if label.anchor is not None}

    @property
    def is_copy(self) -> bool:
        """True for a copy with damaged quotation marks."""
        return "/" in self.id and not self.id.startswith(("own/", "case/"))

    def fold(self, folds: int) -> int:
        """Number of its fold."""
        return crc32(self.group.encode()) % folds


def pages_of(examples: Iterable[Example], lexicon: Lexicon) -> Iterator[Page]:
    """The examples with their features."""
    forms = forms_in(lexicon)
    for example in examples:
        if not len(example.body):
            continue
        scene = scene_of(example.body, lexicon)
        look = Look(scene, forms, proposals_of(scene, ()))
        found = tuple(anchors(scene))
        rows = tuple(tuple(buckets(dict.fromkeys(cue_features(look, anchor)))) for anchor in found)
        text = example.text
        yield Page(text.id, text.group, text.weight, look, grid_of(scene), example.labels, found, rows)


def words_of(body: Body, content: Ranges) -> Words:
    """The words of a candidate's content, as labels have them."""
    return content_words(body, (t for first, end in content for t in range(first, end) if not is_punctuation(body, t)))


def likeness(a: Words, b: Words) -> float:
    """F1 of two sets of words."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def is_source(body: Body, gold: Words, mention: Source | None) -> bool:
    """True for a mention that shares a word that matters with the label's source and is not much longer; None where that has none."""
    if mention is None or not gold:
        return mention is None and not gold
    words = frozenset(t for t in range(*mention.words) if not is_punctuation(body, t))
    return len(words) <= 2 * len(gold) + 8 and bool(_telling(body, words) & _telling(body, gold))


def _telling(body: Body, words: Words) -> Words:
    return frozenset(t for t in words if body.tags[t] not in _EMPTY_WORDS) or words
