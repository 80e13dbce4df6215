"""Whether a stance word tells of a stance that is held: not asked, supposed, denied, ascribed by hearsay or merely possible."""

from itertools import pairwise

from communique.extract.stance_words import is_infinitive, is_passive
from communique.extract.tree import governors, own_subject, sentence
from communique.model import Body, Range

_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ca"})
_WANTED = frozenset({"should", "must"})
_SUPPOSED = frozenset({"if", "unless", "whether", "in"})
Words = dict[str, frozenset[str]]


def is_open(body: Body, token: int, words: Words, reach: Range | None = None, *, prescribes: bool = False) -> bool:
    """True where nothing is held: a question, a condition, a bare possibility, a plan, hearsay, something that was denied.

    reach       the words of the statement the token stands in: what governs that is known to have been said
    prescribes  True where "should" and "must" tell what is wanted
    """
    chain = tuple(t for t in (token, *governors(body, token)) if reach is None or reach[0] <= t < reach[1])
    _, end = sentence(body, token)
    if "?" in body.words[max(end - 3, 0) : end]:
        return True
    if any(_is_supposed(body, t, words) for t in chain if body.tags[t].startswith(("VB", "JJ"))):
        return True
    if any(_denies(body, above, below) for below, above in pairwise(chain)):
        return True
    possible = _POSSIBLE - _WANTED if prescribes else _POSSIBLE
    doubted = any(body.lower[t] in words["stance_doubts"] for t in chain[1:])
    return doubted or _is_possible(body, token, possible) or _is_unreal(body, token, words)


def _denies(body: Body, verb: int, clause: int) -> bool:
    """ "it is not true that", "it was rumoured that"."""
    subject = own_subject(body, verb)
    impersonal = is_passive(body, verb) and subject is not None and body.lower[subject] == "it"
    negated = any(body.deps[c] == "neg" for t in (verb, body.heads[verb]) for c in body.children[t] if body.tags[t].startswith("VB"))
    return clause > verb and body.deps[clause] == "ccomp" and (impersonal or negated)


def _is_supposed(body: Body, verb: int, words: Words) -> bool:
    marks = {body.lower[c] for c in body.dependents(verb, "mark")}
    subject = own_subject(body, verb)
    if subject is not None and any(c < subject and body.lower[c] in ("had", "should", "were") for c in body.dependents(verb, "aux")):
        return True  # had they supported it
    if marks & words["conditionals"] or marks & _SUPPOSED:
        return True
    return any(body.lower[c] in words["hearsay"] for c in body.children[verb])


def _is_possible(body: Body, verb: int, possible: frozenset[str]) -> bool:
    """ "may support", "could back", "would support ... if ...", "would have backed"; "cannot support" is a refusal."""
    modals = {body.lower[c] for c in body.dependents(verb, "aux") if body.tags[c] == "MD"}
    negated = any(body.deps[c] == "neg" for c in body.children[verb])
    if modals & possible and not (negated and modals <= {"can", "ca", "could"}):
        return True
    would = modals & {"would", "'d"}
    conditional = any(body.lower[m] in ("if", "unless", "provided") for c in body.dependents(verb, "advcl") for m in body.children[c])
    return bool(modals and conditional) or bool(would and any(body.lower[c] == "have" for c in body.dependents(verb, "aux")))


def _is_unreal(body: Body, verb: int, words: Words) -> bool:
    """ "to support" under a word that does not tell it happened; a passive of nobody."""
    purpose = body.deps[verb] == "advcl" and own_subject(body, verb) is None
    if is_infinitive(body, verb) and not purpose and body.lower[body.heads[verb]] not in words["stance_performing"]:
        return True
    subject = own_subject(body, verb)
    return is_passive(body, verb) and subject is not None and body.lower[subject] == "it"
