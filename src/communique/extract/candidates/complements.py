"""Contents that hang on the anchor: its complements, what stands below them, and runs of them."""

from collections.abc import Iterator

from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene
from communique.extract.tree import SUBJECTS, sentence
from communique.model import Body, Range

PREPOSITIONS = ("prep", "agent", "dative")
_CLAUSAL = ("acl", "relcl", "ccomp", "xcomp", "prep", "advcl", "pcomp", "appos", "dobj", "attr", "acomp", "oprd")
_VERBAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl", "pcomp"})
_FUNCTION = frozenset(
    {"aux", "auxpass", "det", "neg", "cc", "prt", "mark", "poss", "punct", "preconj", "expl", "predet", "case", "nummod", "conj"}
)
_MOST = 6  # right children that a run is made of


def complements(body: Body, token: int) -> list[int]:
    """Children of a token that may hold words of somebody: all but function words and coordinated heads."""
    return [c for c in body.children[token] if body.deps[c] not in _FUNCTION]


def after(body: Body, token: int) -> list[int]:
    """Those to its right."""
    return [c for c in complements(body, token) if c > token]


def objects(body: Body, preposition: int) -> Iterator[int]:
    """What a preposition governs: on [the archive], for [leaving], as [safe]."""
    return (k for k in body.children[preposition] if body.deps[k] in ("pobj", "pcomp", "amod"))


def coordinates(body: Body, token: int) -> list[int]:
    """Heads coordinated with a token, its kind of word: "welcomed and supported", "warnings and pleas"."""
    above = [body.heads[token]] if body.deps[token] == "conj" else []
    near = [*above, *(c for t in (token, *above) for c in body.children[t] if body.deps[c] == "conj" and c != token)]
    return [t for t in near if body.tags[t][:2] == body.tags[token][:2]]


def child(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """A complement with all that hangs on it: The envoy said [the talks would go on]."""
    body = scene.body
    return ((body.subtree(c),) for c in complements(body, anchor))


def prepositional_object(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The object of the anchor's preposition: The envoy insisted on [a quick return of the archive]."""
    body = scene.body
    prepositions = [anchor, *(c for c in body.children[anchor] if body.deps[c] in PREPOSITIONS)]
    return ((body.subtree(k),) for c in prepositions for k in objects(body, c))


def coordinate(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """A complement of a word coordinated with the anchor: The envoy welcomed and supported [the plan]."""
    body = scene.body
    for other in coordinates(body, anchor):
        for c in complements(body, other):
            if body.deps[c] not in SUBJECTS and not body.lefts[c] <= anchor <= body.rights[c]:
                yield (body.subtree(c),)
                yield from ((body.subtree(k),) for k in objects(body, c) if body.deps[c] in PREPOSITIONS)


def _below(body: Body, token: int) -> Iterator[int]:
    """Clausal and prepositional dependents of a complement or of the object of its preposition."""
    for k in body.children[token]:
        if k > token and body.deps[k] in _CLAUSAL:
            yield k
        if body.deps[k] in ("pobj", "pcomp"):
            yield from (m for m in body.children[k] if m > k and body.deps[m] in _CLAUSAL)


def grandchild(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """What completes a complement: The envoy repeated a warning that [the bridge was closed]; gave support for [the plan]."""
    body = scene.body
    for c in complements(body, anchor):
        for k in _below(body, c):
            yield (body.subtree(k),)
            yield from ((body.subtree(m),) for m in objects(body, k) if body.deps[k] == "prep")


def great_grandchild(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """What completes a clause that completes a complement: The envoy took the floor to say [the talks would go on]."""
    body = scene.body
    for c in complements(body, anchor):
        for k in _below(body, c) if body.deps[c] not in _VERBAL else (c, *_below(body, c)):
            if body.deps[k] in _VERBAL:
                yield from ((body.subtree(m),) for m in body.children[k] if m > k and body.deps[m] in ("ccomp", "xcomp", "dobj"))


def run(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """Complements that follow one another: The envoy urged [both sides to leave the valley]."""
    body = scene.body
    right = after(body, anchor)[:_MOST]
    for i, c in enumerate(right):
        yield from (((body.lefts[c], body.rights[d] + 1),) for d in right[i + 1 :])


def run_to_end(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """From a complement, or the object of its preposition, to the end of the sentence or of the anchor's clause.

    The envoy warned of [a new war in the valley if the talks fail, and not only there].
    """
    body = scene.body
    right, ends = after(body, anchor)[:_MOST], (sentence(body, anchor)[1], body.rights[anchor] + 1)
    starts = [body.lefts[c] for c in right] + [body.lefts[k] for c in right[:3] if body.deps[c] in PREPOSITIONS for k in objects(body, c)]
    return (((first, end),) for first in starts for end in ends if first < end)


def fronted(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """From the start of the sentence to the end of a complement before the anchor: [Now the talks can go on], said the envoy."""
    body = scene.body
    low, _ = sentence(body, anchor)
    left = (c for c in complements(body, anchor) if c < anchor and body.rights[c] < anchor)
    return (((low, body.rights[c] + 1),) for c in left)


def _spine(body: Body, token: int) -> Iterator[int]:
    """Down the right edge of a subtree: the last dependent, its last dependent, and so on."""
    for _ in range(4):
        right = [c for c in body.children[token] if c > token and body.deps[c] != "punct"]
        if not right:
            return
        token = right[-1]
        yield token


def _cuts(body: Body, top: int, span: Range) -> Iterator[int]:
    """Where a complement may end early: before one of its last dependents, or before a phrase on its right edge."""
    last = [k for k in body.children[top] if k > top and body.deps[k] != "punct"][-3:]
    return (body.lefts[k] for k in (*last, *_spine(body, top)) if span[0] < body.lefts[k] < span[1])


def cut_short(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """A complement, with those before it or alone, without its last phrases: The envoy said [the talks would go on] in Geneva on Monday."""
    body = scene.body
    right = after(body, anchor)
    for c in complements(body, anchor):
        first, end = body.subtree(c)
        starts = dict.fromkeys((first, body.lefts[right[0]])) if c in right[1:_MOST] else (first,)
        yield from (((start, cut),) for cut in _cuts(body, c, (first, end)) for start in starts if end - first > 4)
