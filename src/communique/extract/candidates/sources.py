"""Source candidates of an anchor: every mention near it that may be who says it."""

from collections.abc import Iterator
from itertools import islice

from communique.extract.candidates.shape import Ranges
from communique.extract.scene import Scene
from communique.extract.sources import Source, subject_of
from communique.extract.tree import RELATIVES, governors, is_punctuation, is_verb, noun_phrase, own_subject, paragraph, sentence
from communique.model import Body, Range

MOST = 14  # mentions of an anchor
_NOMINAL = ("NN", "PR", "CD", "WP")
_NAMING = ("NN", "JJ", "PRP", "CD", "DT", "WP")
_AUXILIARY = frozenset({"MD", "RB", "VBZ", "VBD", "VBP", "HYPH", ","})
_INSIDE = frozenset({"compound", "npadvmod", "expl", "nummod", "quantmod", "amod", "nmod"})
_HOLDERS = frozenset({"by", "from", "of", "among", "to", "for", "with", "per", "in"})


def _is_nominal(body: Body, token: int) -> bool:
    tag = body.tags[token]
    return tag.startswith(_NOMINAL) or (tag in ("DT", "JJ", "WDT") and body.deps[token] in ("nsubj", "nsubjpass", "pobj", "dobj"))


def _subjects(body: Body, anchor: int) -> Iterator[int]:
    """Who does what the anchor says: its own subject, the one it shares, those of the verbs above it."""
    for token in (anchor, *governors(body, anchor)[:3]):
        subject = own_subject(body, token)
        if subject is not None:
            yield subject
        if is_verb(body, token):
            shared = subject_of(body, token)
            if shared is not None:
                yield shared


def _owners(body: Body, anchor: int) -> Iterator[int]:
    """The possessor of a cue noun or of the object of a cue verb: the minister's call, made his case."""
    for token in (anchor, *body.children[anchor], body.heads[anchor]):
        yield from body.dependents(token, "poss")


def _holders(body: Body, anchor: int) -> Iterator[int]:
    """Objects of the prepositions at the anchor: according to X, a call by X, word from X, anger among X."""
    for token in (anchor, anchor + 1, *body.children[anchor]):
        if token < len(body) and body.lower[token] in _HOLDERS:
            yield from body.dependents(token, "pobj")


def _antecedents(body: Body, anchor: int) -> Iterator[int]:
    """The noun a relative clause or participle describes, and its pronoun: officials who said ..., a letter saying ..."""
    for token in (anchor, body.heads[anchor]):
        if body.deps[token] in ("relcl", "acl"):
            yield body.heads[token]
        yield from (c for c in body.children[token] if body.lower[c] in RELATIVES)


def _by_distance(body: Body, anchor: int) -> Iterator[int]:
    """Heads of all other noun phrases of the sentence, the nearest first."""
    heads = (t for t in range(*sentence(body, anchor)) if _is_nominal(body, t) and body.deps[t] not in _INSIDE)
    return iter(sorted(heads, key=lambda t: abs(t - anchor)))


def _earlier(body: Body, anchor: int) -> Iterator[int]:
    """Subjects of the main verbs of the two sentences before, and the first noun phrase of the paragraph."""
    number = body.sentence_of[anchor]
    for low, high in reversed(body.sentences[max(0, number - 2) : number]):
        roots = (t for t in range(low, high) if body.heads[t] == t)
        yield from (s for s in (own_subject(body, r) for r in roots) if s is not None)
    yield from islice((t for t in range(*paragraph(body, anchor)) if _is_nominal(body, t) and body.deps[t] not in _INSIDE), 1)


def _modifiers(body: Body, anchor: int) -> Iterator[int]:
    """Names and adjectives before a cue noun: the ministry demand, a Ruritanian warning."""
    return (c for c in body.dependents(anchor, "compound", "amod", "nmod", "npadvmod") if c < anchor)


def _touching(body: Body, anchor: int) -> Range | None:
    """The names and nouns right before the anchor and its auxiliaries, however they were parsed: [Jon Barr] Slams Plan."""
    end = anchor
    while end > 0 and body.tags[end - 1] in _AUXILIARY and body.sentence_of[end - 1] == body.sentence_of[anchor]:
        end -= 1
    first = end
    while first > 0 and body.tags[first - 1].startswith(_NAMING) and body.sentence_of[first - 1] == body.sentence_of[anchor]:
        first -= 1
    return (first, end) if first < end and body.lower[end - 1] not in ("the", "a", "an") else None


def _label(body: Body, anchor: int) -> Range | None:
    """The words before a colon or dash: [Karimov]: ..."""
    low, _ = sentence(body, anchor)
    return (low, anchor) if low < anchor <= low + 8 and is_punctuation(body, anchor) else None


def _mention(body: Body, head: int, anchor: int, content: Ranges) -> Range:
    """The noun phrase of a head, without the anchor and without the content where they hang on it."""
    first, end = noun_phrase(body, head, anchor)
    for start, stop in content:
        if head < start < end:
            end = start
        elif first < stop <= head:
            first = stop
    while end > head + 1 and (body.tags[end - 1] in ("POS", "CC", "IN", "TO") or is_punctuation(body, end - 1)):
        end -= 1
    return first, end


def _heads(body: Body, anchor: int) -> Iterator[int]:
    for family in (_subjects, _owners, _holders, _antecedents, _modifiers, _by_distance):
        yield from family(body, anchor)


def mentions(scene: Scene, anchor: int, content: Ranges) -> tuple[Source | None, ...]:
    """Who may have said it, the likeliest kinds of mention first, the last of them None: nobody is named."""
    body = scene.body
    flat = [Source(span[1] - 1, span) for span in (_label(body, anchor), _touching(body, anchor)) if span]
    heads = [h for h in dict.fromkeys(_heads(body, anchor)) if h != anchor][: MOST - 3]
    earlier = [h for h in dict.fromkeys(_earlier(body, anchor)) if h != anchor and h not in heads][:3]
    found = [*flat, *(Source(h, _mention(body, h, anchor, content)) for h in (*heads, *earlier))]
    distinct: dict[Range, Source] = {}
    for source in found:
        distinct.setdefault(source.words, source)
    return (*distinct.values(), None)


def sources(scene: Scene, anchor: int, content: Ranges) -> tuple[Range | None, ...]:
    """The words of the mentions."""
    return tuple(source.words if source else None for source in mentions(scene, anchor, content))
