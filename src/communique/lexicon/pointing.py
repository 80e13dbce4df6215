"""Nouns that tell an issue within their article only."""

from functools import cache

from communique.lexicon.entries import Lexicon
from communique.lexicon.inflection import noun_forms


@cache
def nouns_within(lexicon: Lexicon) -> frozenset[str]:
    """Such nouns, in singular and plural, small: "move", "talks"."""
    return frozenset(form for word in lexicon.words["issue_within"] for form in noun_forms(word))
