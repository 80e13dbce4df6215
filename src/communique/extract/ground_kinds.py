"""What sort of reason a ground is: legal, moral, of security ..., by the words it is given in."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from communique.extract.signs import ByFirst, by_first_word
from communique.lexicon import Lexicon
from communique.model import Body, GroundKind, Range

_TAKEN = ("attr", "acomp", "oprd", "dobj")


def kind_of(body: Body, ground: Range, lexicon: Lexicon) -> GroundKind | None:
    """The sort most of whose words stand in a ground, its head and what that takes counting double; None where none or several lead."""
    core = _core(body, ground)
    counts: Counter[GroundKind] = Counter()
    for token, kind in _words(body, ground, _kinds(lexicon)):
        counts[kind] += 2 if token in core else 1
    ranked = counts.most_common(2)
    leads = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if leads else None


@cache
def _kinds(lexicon: Lexicon) -> ByFirst[GroundKind]:
    return by_first_word((entry.kind, entry) for entry in lexicon.grounds)


def _words(body: Body, ground: Range, index: ByFirst[GroundKind]) -> Iterator[tuple[int, GroundKind]]:
    """The words of a ground that tell a sort, with their first token: of those that overlap the longest."""
    token = ground[0]
    while token < ground[1]:
        found = [(rest, kind) for rest, tags, kind in index.get(body.lower[token], ()) if _stands(body, token, rest, tags)]
        longest = max((len(rest) for rest, _ in found), default=0)
        yield from ((token, kind) for rest, kind in found if len(rest) == longest)
        token += longest + 1


def _stands(body: Body, token: int, rest: tuple[str, ...], tags: tuple[str, ...]) -> bool:
    return body.tags[token].startswith(tags) and body.lower[token + 1 : token + 1 + len(rest)] == rest


def _core(body: Body, ground: Range) -> frozenset[int]:
    """The head of a ground, and its objects and predicates."""
    heads = [t for t in range(*ground) if body.heads[t] == t or not ground[0] <= body.heads[t] < ground[1]]
    taken = [c for t in heads for c in body.dependents(t, *_TAKEN)]
    return frozenset((*heads, *taken, *(c for t in (*heads, *taken) for c in body.dependents(t, "conj"))))
