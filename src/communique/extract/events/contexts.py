"""PLOVER's contexts of an event, by the words of its sentence."""

from functools import cache

from communique.lexicon import Lexicon
from communique.lexicon.inflection import noun_forms
from communique.model import Body, Range

_Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def contexts_of(body: Body, tokens: Range, lexicon: Lexicon) -> tuple[str, ...]:
    """The contexts that words of a token range show, in the order of the lexicon."""
    phrases, lower = _phrases(lexicon), body.lower
    found = {
        context
        for t in range(*tokens)
        for phrase, context in phrases.get(lower[t], ())
        if lower[t + 1 - len(phrase) : t + 1] == phrase and t + 1 - len(phrase) >= tokens[0]
    }
    return tuple(entry.context for entry in lexicon.contexts if entry.context in found)


@cache
def _phrases(lexicon: Lexicon) -> _Phrases:
    """The phrases by every form of their last word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in lexicon.contexts:
        for phrase in entry.words:
            *before, last = phrase.replace("-", " - ").split()
            for form in noun_forms(last):
                found.setdefault(form, []).append(((*before, form), entry.context))
    return {last: tuple(phrases) for last, phrases in found.items()}
