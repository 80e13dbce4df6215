"""The body as arrays, one entry a token, so that the features of all candidates of an article are worked out at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.scene import Scene
from communique.extract.tree import is_punctuation
from communique.model import Range

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

CLASSES = (
    "edge", "comma", "stop", "quote", "colon", "mark", "that", "to", "preposition", "and", "wh", "pronoun", "determiner",
    "finite", "verb", "name", "noun", "adjective", "subordinator", "other",
)  # fmt: skip
_MARKS = {",": "comma", ".": "stop", "?": "stop", "!": "stop", '"': "quote", "'": "quote", ":": "colon"}
_TAGS = {
    "IN": "preposition", "TO": "to", "CC": "and", "WP": "wh", "WRB": "wh", "WDT": "wh", "PRP": "pronoun", "PRP$": "pronoun",
    "DT": "determiner",     "VBD": "finite", "VBZ": "finite", "VBP": "finite", "MD": "finite", "VB": "verb", "VBG": "verb", "VBN": "verb",
    "NNP": "name", "NNPS": "name",     "NN": "noun", "NNS": "noun", "JJ": "adjective", "EX": "pronoun",
}  # fmt: skip
_SUBORDINATORS = frozenset({"because", "if", "when", "while", "after", "before", "although", "though", "unless", "since", "as", "until"})
_SPOKEN = frozenset({"you", "your", "yours", "yourself", "?", "!"})
_NUMBER = {name: number for number, name in enumerate(CLASSES)}


class Grid(NamedTuple):
    """Arrays over tokens; `sums` hold counts of flagged tokens before a place and have one entry more.

    kinds     number of the token's class in CLASSES
    low, high, start, stop   bounds of the token's sentence and of its paragraph
    spoken    signs of somebody talking outside quotation marks: I, we, you, contractions, question and exclamation marks
    past      verbs in the past tense, the tense of those who narrate; `present` those in the present and modals
    """

    heads: Ints
    kinds: Ints
    low: Ints
    high: Ints
    start: Ints
    stop: Ints
    sentence: Ints
    paragraph: Ints
    quotation: Ints
    words: Ints
    quoted: Ints
    finite: Ints
    first_person: Ints
    cues: Ints
    spoken: Ints
    past: Ints
    present: Ints


def grid_of(scene: Scene) -> Grid:
    """The grid of a scene."""
    body = scene.body
    sentences, paragraphs = _pairs(body.sentences), _pairs(body.paragraphs)
    sentence, paragraph = np.array(body.sentence_of, dtype=np.int64), np.array(body.paragraph_of, dtype=np.int64)
    punctuation = np.fromiter((is_punctuation(body, t) for t in range(len(body))), dtype=bool)
    quotation = np.array(body.quotation_of, dtype=np.int64)
    kinds = np.fromiter((_class_of(scene, t) for t in range(len(body))), dtype=np.int64)
    first_person = np.fromiter((scene.is_first_person(t) for t in range(len(body))), dtype=bool)
    tags = np.array(body.tags)
    (low, high), (start, stop) = sentences[sentence].T, paragraphs[paragraph].T
    return Grid(
        np.array(body.heads, dtype=np.int64), kinds, low, high, start, stop, sentence, paragraph, quotation,
        _sums(~punctuation), _sums((quotation >= 0) & ~punctuation), _sums(kinds == _NUMBER["finite"]),
        _sums(first_person & (quotation < 0)),
        _sums(np.fromiter((t in scene.cues for t in range(len(body))), dtype=bool)),
        _sums(np.fromiter((_is_spoken(scene, t) for t in range(len(body))), dtype=bool) & (quotation < 0)),
        _sums(tags == "VBD"), _sums(np.isin(tags, ("VBZ", "VBP", "MD"))),
    )  # fmt: skip


def _is_spoken(scene: Scene, token: int) -> bool:
    body = scene.body
    word = body.lower[token]
    contracted = word[:1] == "'" and body.tags[token] in ("VBZ", "VBP", "MD", "VBD")
    return word in _SPOKEN or contracted or word == "n't" or scene.is_first_person(token)


def _pairs(ranges: Sequence[Range]) -> Ints:
    return np.array(ranges, dtype=np.int64).reshape(-1, 2)


def _sums(flags: Flags) -> Ints:
    return np.concatenate([[0], np.cumsum(flags)])


def _class_of(scene: Scene, token: int) -> int:
    body = scene.body
    word = body.lower[token]
    if word in _MARKS:
        return _NUMBER[_MARKS[word]]
    if word == "that" and body.deps[token] in ("mark", "nsubj", "dobj"):
        return _NUMBER["that"]
    if word in _SUBORDINATORS and body.tags[token] in ("IN", "WRB"):
        return _NUMBER["subordinator"]
    return _NUMBER["mark" if is_punctuation(body, token) else _TAGS.get(body.tags[token], "other")]
