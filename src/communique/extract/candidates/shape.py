"""What generators and refinements are, and the one form in which their proposals are compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from communique.extract.scene import Scene
from communique.extract.tree import hull, is_complementizer, minus, trim
from communique.model import Body, Range

Ranges = tuple[Range, ...]

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "agent", "dative", "expl"})
_REACH = 25  # tokens between an anchor and what belongs to its clause
_LEADING = frozenset({"for", "of", "about", "as", "to"})


class Generator(NamedTuple):
    """A named way to find what an anchor may attribute; its function's docstring is its documentation."""

    name: str
    find: Callable[[Scene, int], Iterator[Ranges]]


class Refinement(NamedTuple):
    """A named way to make further contents of those that generators proposed."""

    name: str
    find: Callable[[Scene, int, Sequence[Ranges]], Iterator[Ranges]]


def own_clause(body: Body, anchor: int) -> Range:
    """An anchor with its subject, auxiliaries, particle, agent and hearer: what is cut out of a content that surrounds it."""
    own = [body.subtree(c) for c in body.children[anchor] if body.deps[c] in _OWN and abs(c - anchor) < _REACH]
    return hull([(anchor, anchor + 1), *(part for part in own if not part[0] <= anchor < part[1])])


def _without_opener(body: Body, span: Range) -> Range:
    """The range without the "that", "to" or preposition that opens it."""
    first, end = span
    if end - first < 2:
        return span
    that = body.lower[first] == "that"
    complementizer = that and (body.tags[first] == "IN" or is_complementizer(body, body.heads[first], first))
    infinitive = body.tags[first] == "TO" and body.deps[body.heads[first]] not in ("csubj", "nsubj")
    preposition = body.lower[first] in _LEADING and body.deps[first] in ("prep", "dative")
    return (first + 1, end) if complementizer or infinitive or preposition else span


def _only_marks(body: Body, first: int, end: int) -> bool:
    """True where nothing but punctuation of one paragraph stands between two ranges."""
    return first >= end or (body.paragraph_of[first - 1] == body.paragraph_of[end] and all(body.punctuation[first:end]))


def _joined(body: Body, parts: Iterable[Range]) -> list[Range]:
    joined: list[Range] = []
    for first, end in sorted(parts):
        if joined and _only_marks(body, joined[-1][1], first):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return joined


def _trimmed(body: Body, span: Range) -> Range | None:
    """The range without outer punctuation and without an "and" left over at its end."""
    found = trim(body, span)
    while found and found[1] - found[0] > 1 and body.tags[found[1] - 1] == "CC":
        found = trim(body, (found[0], found[1] - 1))
    return found


def _holds(parts: Iterable[Range], anchor: int) -> bool:
    return any(first <= anchor < end for first, end in parts)


def _cut_out(body: Body, anchor: int, parts: Sequence[Range]) -> list[Range]:
    """The parts without the anchor's own clause."""
    own = own_clause(body, anchor)
    return [piece for part in parts for piece in (minus(part, own) if part[0] <= anchor < part[1] else (part,))]


def shaped(body: Body, anchor: int, parts: Sequence[Range]) -> Ranges:
    """Parts in the order of the text, without the anchor's own clause, outer punctuation and opening "that"; () where nothing is left."""
    around = _holds(parts, anchor)
    trimmed = [piece for part in (_cut_out(body, anchor, parts) if around else parts) if (piece := _trimmed(body, part))]
    joined = _joined(body, trimmed) if len(trimmed) > 1 else trimmed
    if not joined or _holds(joined, anchor):
        return ()
    opened = _without_opener(body, joined[0])
    if opened != joined[0]:
        joined[0] = trim(body, opened) or joined[0]
    return tuple(joined)
