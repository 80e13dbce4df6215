"""Stance by composition: from a word that shows one down to the thing judged, turned round by every word that ends, negates or opposes."""

from typing import NamedTuple

from communique.extract.stance_words import Stancer, clauses_of, has_addressee, taken
from communique.extract.tree import own_subject
from communique.model import Body

_DEEPEST = 8
_PARTS = frozenset({"some", "many", "any", "all", "most", "part", "parts", "aspects", "kind", "form", "forms", "kinds", "type"})
_NEVER = frozenset({"never", "neither", "nor", "hardly", "no"})


class Judged(NamedTuple):
    """A thing judged: the head of its phrase, 1 for favoured and -1 for opposed, and whether "lifting" it is what was turned."""

    head: int
    sign: int
    lifted: bool = False


def is_negated(body: Body, token: int) -> bool:
    """ "does not", "never", "no longer", "cannot", "without" before a gerund, "neither"."""
    children = body.children[token]
    if any(body.deps[c] == "neg" for c in children):
        return True
    if any(c < token and body.lower[c] in _NEVER and body.deps[c] in ("advmod", "preconj", "cc") for c in children):
        return True
    if body.deps[token] == "conj" and any(body.lower[c] == "nor" for c in body.dependents(body.heads[token], "cc")):
        return True
    if body.tags[token].startswith("NN") and any(body.lower[c] == "no" for c in body.dependents(token, "det")):
        return True
    if any(body.lower[c] == "longer" and body.lower[c - 1] == "no" for c in children if c):
        return True
    if body.deps[token] in ("pcomp", "pobj") and body.lower[body.heads[token]] == "without":
        return True
    return any(body.lower[t] == "no" for c in body.dependents(token, "nsubj", "nsubjpass") for t in (c, body.lefts[c]))


def judged(body: Body, found: dict[int, Stancer], start: int, sign: int) -> Judged | None:
    """The thing at the end of the chain that begins at a token, None where the chain leaves the stance open."""
    token, lifted = start, False
    for _ in range(_DEEPEST):
        token = _part(body, token)
        stancer = found.get(token)
        denied = body.tags[token].startswith("VB") and is_negated(body, token)
        if stancer is None or stancer.word.effect in ("good", "bad"):
            return Judged(token, -sign if denied else sign, lifted)
        inner = _inner(body, found, stancer)
        if inner is None:
            return Judged(token, -sign if denied else sign, lifted)
        if (denied or sign < 0) and _is_left_open(body, stancer):
            return None
        lifted = stancer.word.lifts
        sign *= stancer.turn * (-1 if denied else 1)
        token = inner
    return None


def _is_left_open(body: Body, stancer: Stancer) -> bool:
    """True for an attitude that is not taken: refuses [to rule out]; a resolution [condemning] is a content."""
    attitude = stancer.word.denied == "nothing" and stancer.word.effect in ("for", "against")
    return attitude and stancer.word.pos == "verb" and body.tags[stancer.head] == "VB"


def _part(body: Body, token: int) -> int:
    """The whole behind "some of", "all of"; the noun before a participle that the parser took for the head: the embargo [imposed]."""
    misread = body.tags[token] == "VBN" and body.deps[token] in ("pobj", "pcomp", "dobj", "conj") and body.tags[token - 1].startswith("NN")
    if misread and body.lefts[token] < token:
        return token - 1
    if any(body.lower[c] == "such" for c in body.dependents(token, "amod", "det", "predet")):
        named = (p for c in body.dependents(token, "prep") if body.lower[c] == "as" for p in body.dependents(c, "pobj"))
        return next(named, token)  # such measures as [the embargo]
    if body.lower[token] not in _PARTS:
        return token
    of = (p for c in body.dependents(token, "prep") if body.lower[c] == "of" for p in body.dependents(c, "pobj"))
    return next(of, token)


def _inner(body: Body, found: dict[int, Stancer], stancer: Stancer) -> int | None:
    """What the word takes; a text that only names its topic keeps it ("the agreement on fishing")."""
    inner = taken(body, stancer)
    effect = stancer.word.effect
    if inner is None and effect in ("ends", "keeps") and stancer.word.pos == "verb":
        return own_subject(body, stancer.head)
    if effect == "carries" and inner is not None and _part(body, inner) not in found:
        return None
    if inner is not None and found.get(inner) and found[inner].word.effect in ("good", "bad") and effect == "carries":
        return None
    return inner


def proposal(body: Body, stancer: Stancer) -> int | None:
    """Head of what an attitude or request is about; the clause of an addressee before the object."""
    if "addressee" in stancer.word.takes:
        clause = next(clauses_of(body, stancer.head, stancer.last), None)
        if clause is not None and ("infinitive" in stancer.word.takes or has_addressee(body, stancer, clause)):
            return clause
    return taken(body, stancer)
