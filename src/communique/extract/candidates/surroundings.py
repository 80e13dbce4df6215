"""Contents around the anchor: the clause it stands in, the phrase it describes, the subject it shares, the stretches between commas."""

from collections.abc import Iterator

from communique.extract.candidates.anchors import MARKS
from communique.extract.candidates.complements import PREPOSITIONS, after, objects
from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene
from communique.extract.tree import RELATIVES, governors, hull, is_verb, minus, sentence
from communique.model import Body, Range

_BREAKS = MARKS | {",", ";", '"'}
_NEAR = 18  # tokens from the anchor within which a break is looked for


def _phrase(body: Body, anchor: int) -> Range:
    """The anchor with all that hangs on it; "according" has its "to" beside it."""
    following = [body.subtree(anchor + 1)] if body.lower[anchor] == "according" and anchor + 1 < len(body) else []
    return hull([body.subtree(anchor), *following])


def ancestor(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The clause in which the anchor's phrase stands, or its part before or behind: [The talks], according to the envoy, [will go on]."""
    body = scene.body
    own = _phrase(body, anchor)
    for number, above in enumerate(governors(body, anchor)[:4]):
        if number == 0 or is_verb(body, above):
            around = minus(body.subtree(above), own)
            if around:
                yield around
            if len(around) > 1:
                yield from ((part,) for part in around)


def _described(body: Body, clause: int) -> Range:
    """What stands before a relative clause or participle in the noun phrase it describes."""
    first, end = body.lefts[body.heads[clause]], body.lefts[clause]
    return first, end - (body.lower[end - 1] in RELATIVES and end - 1 > first)


def antecedent(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The noun phrase that a relative clause or participle describes: [the plan] the envoy condemned."""
    body = scene.body
    for token in (anchor, body.heads[anchor]):
        if body.deps[token] in ("relcl", "acl"):
            yield (_described(body, token),)
            yield (body.subtree(body.heads[token]),)


def relative_raised(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The noun phrase that a relative clause describes, with what completes its verb: [the documents] the envoy says [are forged]."""
    body = scene.body
    for token in (anchor, body.heads[anchor]):
        if body.deps[token] == "relcl":
            described = _described(body, token)
            yield from ((described, (max(body.lefts[c], anchor + 1), body.rights[c] + 1)) for c in after(body, anchor)[:3])


def rest_of_sentence(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The sentence or the anchor's clause without the anchor's own words: [The talks], the envoy said, [will go on]."""
    body = scene.body
    whole = sentence(body, anchor)
    yield minus(whole, _phrase(body, anchor))
    yield (whole,)
    yield (body.subtree(anchor),)


def raised_subject(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """The subject with a complement or all of them: [The road] is said [to be open]; [the road] is described as [safe]."""
    body = scene.body
    right = [c for c in after(body, anchor)[:4] if body.deps[c] != "agent"]
    subjects = [body.subtree(c) for c in body.dependents(anchor, "nsubj", "nsubjpass") if c < anchor]
    for subject in subjects:
        yield from ((subject, body.subtree(c)) for c in right)
        yield from ((subject, body.subtree(k)) for c in right if body.deps[c] in PREPOSITIONS for k in objects(body, c))
        if right:
            yield (subject, (body.lefts[right[0]], body.rights[anchor] + 1))


def _breaks(body: Body, first: int, end: int) -> list[int]:
    return [t for t in range(first, end) if body.words[t] in _BREAKS]


def linear(scene: Scene, anchor: int) -> Iterator[Ranges]:
    """From the start of the sentence to a mark before the anchor, from the anchor or a mark behind it to the end, or both.

    [The talks will go on], said the envoy, [but not today].
    """
    body = scene.body
    low, high = sentence(body, anchor)
    before = [(low, t) for t in _breaks(body, max(low, anchor - _NEAR), anchor)[-3:] if t > low]
    behind = [(t + 1, high) for t in _breaks(body, anchor + 1, min(high, anchor + _NEAR))[:3] if t + 1 < high]
    yield from ((part,) for part in before)
    if anchor + 1 < high:
        yield ((anchor + 1, high),)
    yield from ((part,) for part in behind)
    yield from ((left, right) for left in before[-2:] for right in behind)
    openers = (t for t in range(anchor + 2, min(high, anchor + _NEAR)) if body.lower[t] in ("that", "to"))
    yield from (((t, high),) for t in list(openers)[:2])
