"""Contents that the layout gives: behind a colon, in the next paragraph, and whole sentences where quotation marks are missing."""

from collections.abc import Iterator

from communique.extract.candidates.anchors import MARKS
from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene, reporting_clause
from communique.extract.tree import is_verb, paragraph, sentence
from communique.model import Body

_NEAR = 12
_SIGNATURE = 14  # tokens of a dash with the name and office behind it


def _mark_from(body: Body, anchor: int, high: int) -> int | None:
    """The anchor itself or the first colon behind it in its sentence."""
    if body.words[anchor] in MARKS:
        return anchor
    return next((t for t in range(anchor + 1, min(high, anchor + _NEAR)) if body.words[t] == ":"), None)


def colon(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """Words after a colon or dash to the end of the sentence, of the next one, of the paragraph: KARIMOV: [We have nothing to hide.]"""
    body = scene.body
    mark = _mark_from(body, anchor, sentence(body, anchor)[1])
    if mark is None:
        return
    _, high = paragraph(body, anchor)
    number = body.sentence_of[mark]
    ends = [end for _, end in body.sentences[number : number + 2] if mark + 1 < end <= high]
    yield from (((mark + 1, end),) for end in dict.fromkeys([*ends, high]) if mark + 1 < end)
    if mark == anchor and mark > sentence(body, mark)[0]:
        yield ((sentence(body, mark)[0], mark),)


def next_paragraph(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The paragraph behind a colon that ends its own, alone or with the words between: The envoy wrote: ¶ [We will stay.]"""
    body = scene.body
    low, high = paragraph(body, anchor)
    if high >= len(body) or not any(body.words[t] in (":", *MARKS) for t in range(max(low, high - 3), high)):
        return
    following = paragraph(body, high)
    yield (following,)
    if body.words[anchor] in MARKS and anchor + 1 < high:
        yield ((anchor + 1, high), following)


def _bounds(body: Body, token: int) -> tuple[list[int], list[int]]:
    """Where contents of several sentences may begin (one or two sentences before, the paragraph's start) and end, likewise."""
    low, high = paragraph(body, token)
    number = body.sentence_of[token]
    before = [first for first, _ in body.sentences[max(0, number - 2) : number] if first >= low]
    behind = [end for _, end in body.sentences[number + 1 : number + 3] if end <= high]
    return [*dict.fromkeys([*reversed(before), low])], [*dict.fromkeys([*behind, high])]


def several_sentences(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """Whole sentences before a reporting verb, behind it or around it, without marks: [We will stay], said the envoy. [We have time.]"""
    body = scene.body
    if not is_verb(body, anchor) or body.quotation_of[anchor] >= 0:
        return
    low, high = sentence(body, anchor)
    first, end = reporting_clause(scene, anchor)
    starts, ends = _bounds(body, anchor)
    yield from (((start, first),) for start in starts if start < low)
    yield from (((end, stop),) for stop in ends if stop > high)
    yield from (
        ((start, first), (end, stop)) for start in dict.fromkeys((low, starts[-1])) for stop in ends if start < first and end < stop
    )


def signed(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The paragraph before a dash and a name that close it, or the one before that: [We have waited ten years.] — Dana Holub, teacher"""
    body = scene.body
    low, high = paragraph(body, anchor)
    if body.words[anchor] not in MARKS or body.words[anchor] == ":" or not 1 < high - anchor <= _SIGNATURE or anchor + 1 >= len(body):
        return
    if not body.words[anchor + 1][:1].isupper():
        return
    if anchor > low:
        yield ((low, anchor),)
    elif low > 0:
        yield (paragraph(body, low - 1),)
