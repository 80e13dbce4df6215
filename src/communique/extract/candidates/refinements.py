"""Contents made of others: begun later or ended earlier at a mark."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene
from communique.extract.tree import hull, sentence
from communique.model import Body, Range

_MARKS = frozenset({",", ";", "-", "--", "—", "–", '"'})
_OPENER = 15  # tokens of a phrase that opens a sentence
_LEAST = 6  # tokens of a content that may be cut


def ended_at_mark(scene: Scene, anchor: int, contents: Sequence[Ranges]) -> Iterator[Ranges]:
    """A content that ends at the first or last comma, dash or quotation mark: The envoy listed [three conditions], one of them new."""
    long = [content for content in contents if content[-1][1] - content[-1][0] >= _LEAST]
    marks = _marks(scene.body, [content[-1] for content in long])
    for content in long:
        first, end = content[-1]
        low, high = bisect_right(marks, first), bisect_left(marks, end)
        if low < high:
            yield from ((*content[:-1], (first, mark)) for mark in dict.fromkeys((marks[low], marks[high - 1])))


def _marks(body: Body, spans: Sequence[Range]) -> list[int]:
    """The marks in a stretch that holds all the ranges."""
    first, end = hull(spans) if spans else (0, 0)
    return [t for t, word in enumerate(body.words[first:end], first) if word in _MARKS]


def _later_starts(body: Body, first: int, end: int) -> Iterator[int]:
    """Behind a connective that opens the sentence, and behind the first comma."""
    if body.deps[first] in ("cc", "advmod", "mark"):
        yield first + 1
    commas = (t for t in range(first, min(first + _OPENER, end - 1)) if body.words[t] == ",")
    yield from (t + 1 for t in islice(commas, 1))


def begun_later(scene: Scene, anchor: int, contents: Sequence[Ranges]) -> Iterator[Ranges]:
    """A content that leaves out a connective or what opens its sentence: Meanwhile, [the bridge is closed], according to the ministry."""
    body = scene.body
    for content in contents:
        first, end = content[0]
        if end - first >= _LEAST and (body.deps[first] == "cc" or first == sentence(body, first)[0]):
            yield from (((start, end), *content[1:]) for start in _later_starts(body, first, end))
