"""Contents between quotation marks near the anchor, and what they make of other contents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene
from communique.extract.tree import is_punctuation, paragraph
from communique.model import Body, Quotation, Range

_MOST = 6
_BESIDE = 2  # marks between a content and a quotation that it touches


class Near(NamedTuple):
    """Pieces of quotations in the anchor's paragraph: those that end before it and those that begin behind it, nearest first."""

    left: list[Range]
    right: list[Range]


def _pieces(body: Body, anchor: int) -> list[Range]:
    low, high = paragraph(body, anchor)
    return [piece for q in body.quotations for piece in q.pieces if low <= piece[0] < high and piece[1] > piece[0]]


def _near(body: Body, anchor: int) -> Near:
    pieces = _pieces(body, anchor)
    return Near([p for p in reversed(pieces) if p[1] <= anchor], [p for p in pieces if p[0] > anchor])


def quotation(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """A quotation of the anchor's paragraph: "[We will stay]," said the envoy."""
    near = _near(scene.body, anchor)
    yield from ((p,) for p in (*near.left[:_MOST], *near.right[:_MOST]))


def several_quotations(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """Quotations around the anchor, or on one side of it: "[We stay]," said the envoy. "[We have time.]" """
    left, right = _near(scene.body, anchor)
    if left and right:
        yield (left[0], right[0])
    for side in (sorted(left[:2]), right[:2]):
        if len(side) > 1:
            yield tuple(side)
            yield ((side[0][0], side[1][1]),)
    if len(left) + len(right) > 2:
        yield tuple(sorted(left + right))


def _runs_on(body: Body, quotation: Quotation, number: int) -> bool:
    """True where a quotation opens the paragraph of that number."""
    first = quotation.pieces[0][0]
    low, _ = paragraph(body, first)
    return body.paragraph_of[first] == number and all(is_punctuation(body, t) for t in range(low, first))


def _following(body: Body, piece: Range) -> Ranges:
    """The pieces of the same quotation in later paragraphs, and quotations that fill the paragraphs behind it."""
    later: list[Range] = []
    number = body.paragraph_of[piece[0]]
    for q in body.quotations:
        if piece in q.pieces:
            later += q.pieces[q.pieces.index(piece) + 1 :]
        elif q.pieces[0][0] > piece[1] and _runs_on(body, q, (body.paragraph_of[later[-1][0]] if later else number) + 1):
            later += q.pieces
    return tuple(later)


def following_paragraphs(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """A quotation with those that go on with it in the paragraphs behind: "[We stay," said the envoy. ¶ "We have time.]" """
    body = scene.body
    left, right = _near(body, anchor)
    last = max([*left, *right], default=None)
    if last is None:
        return
    follow = _following(body, last)
    base = (left[0], last) if left and last in right else (last,)
    if follow:
        yield (*base, follow[0])
        yield (*base, *follow)


def neighbouring_paragraph(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The quotation that fills the paragraph before or behind: The envoy spoke plainly. ¶ "[We will stay.]" """
    body = scene.body
    here = body.paragraph_of[anchor]
    pieces = [q.pieces for q in body.quotations]
    behind = next((p for p in pieces if 1 <= body.paragraph_of[p[0][0]] - here <= 2), None)
    before = next((p for p in reversed(pieces) if 1 <= here - body.paragraph_of[p[-1][0]] <= 2), None)
    yield from (p for p in (behind, before) if p)


def _touches(body: Body, piece: Range, span: Range) -> bool:
    """True where a range reaches into a quotation, or nothing but marks parts them."""
    if span[0] - piece[1] > _BESIDE or piece[0] - span[1] > _BESIDE:
        return False
    return all(body.punctuation[min(span[1], piece[1]) : max(span[0], piece[0])])


def _grown(body: Body, pieces: Sequence[Range], span: Range) -> Range:
    for piece in pieces:
        if _touches(body, piece, span):
            span = min(span[0], piece[0]), max(span[1], piece[1])
    return span


def widened(scene: Scene, anchor: int, contents: Sequence[Ranges]) -> Iterator[Ranges]:
    """A content that touches a quotation or reaches into it, grown over all of it: The envoy called it [a "bad mistake. Very bad.]" """
    body = scene.body
    pieces = [p for p in _pieces(body, anchor) if not p[0] <= anchor < p[1]]
    for content in contents if pieces else ():
        grown = tuple(_grown(body, pieces, span) for span in content)
        if grown != content:
            yield grown
