"""Whom a commitment serves: the one country or organisation of states that gains by the deed."""

from communique.extract.burdens import eased, laid_on, stem_of
from communique.extract.referents import Codes, Referents
from communique.model import Range


def beneficiary_of(referents: Referents, deed: Range, own: tuple[str, ...]) -> str | None:
    """The code of whom a deed serves; None where there are several, or it helps nobody or does harm.

    Lifting a burden helps, giving and supporting help where no burden is named; what is not done helps nobody.
    """
    words, inside = referents.words, referents.body.lower[slice(*deed)]
    stems = {stem_of(word) for word in inside}
    burdened = not stems.isdisjoint(words["burdens"])
    if stems.isdisjoint(words["easing"] if burdened else words["serving"]):
        return None
    if inside[0] in words["refusing"] | words["pressing"] or not words["opposing"].isdisjoint(inside):
        return None
    found = _served(referents, deed, frozenset(own)) or (_relieved(referents, deed) if burdened else frozenset())
    others = found - frozenset(own)
    return next(iter(others)) if len(others) == 1 else None


def _served(referents: Referents, deed: Range, own: Codes) -> Codes:
    """Those that a deed's words name, or mean by "the island" or "bilateral ties"."""
    meant = (referents.island(t) | (referents.sides(t, own) if len(own) == 1 else frozenset()) for t in range(*deed))
    body = referents.body
    doing = [t for t in range(*deed) if body.deps[t] == "nsubj" and body.deps[body.heads[t]] == "relcl"]  # a bill that [Ruritania] will pay
    named = frozenset(referents.codes[t] for t in range(*deed) if t in referents.codes and t not in doing) - own
    return named or frozenset(code for codes in meant for code in codes)


def _relieved(referents: Referents, deed: Range) -> Codes:
    """Those on whom the burdens lie that are eased."""
    body, words = referents.body, referents.words
    return frozenset(code for t in eased(body, range(*deed), words) for code in laid_on(body, t, referents.codes, words))
