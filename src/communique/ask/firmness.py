"""How firmly a stance is put, and whether it is taken back, as far as the words settle it. The words are the lexicon's."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple

from communique.lexicon import Lexicon, load
from communique.lexicon.inflection import noun_forms, verb_forms

_WORD = re.compile(r"[\w’'-]+|[.,;:!?“”\"()—–]")
NEAR = 3  # words before the evidence that may bear on it
Stance = Literal["support", "oppose"]


class Firmness(NamedTuple):
    """The rank of the word that shows a stance (1 mild, 2 plain, 3 strong), and of what strengthens (1) or weakens (-1) it."""

    rank: int
    degree: int

    def towards(self, other: "Firmness") -> Literal["softened", "hardened"] | None:
        """What it is to go from this to the other; None where they are as firm, or rank and degree tell different tales."""
        steps = {_sign(other.rank - self.rank), _sign(other.degree - self.degree)} - {0}
        if len(steps) != 1:
            return None
        return "hardened" if steps == {1} else "softened"


class Words(NamedTuple):
    """The forms of the lexicon's words that count here."""

    ranks: dict[str, int]
    degrees: dict[str, int]
    dropping: frozenset[str]
    unsettled: frozenset[str]
    nouns: dict[str, Stance]
    ceased: frozenset[str]


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The lexicon's words by what they do."""
    ranks = {form: rank for rank, name in enumerate(("mild", "plain", "strong"), 1) for form in _forms(lexicon.words[f"stance_{name}"])}
    degrees = {word: degree for degree, name in ((1, "firmer"), (-1, "softer")) for word in lexicon.words[f"stance_{name}"]}
    sides: tuple[tuple[Stance, str], ...] = (("oppose", "opposition"), ("support", "backing"))
    nouns = {form: stance for stance, name in sides for noun in lexicon.words[f"stance_{name}"] for form in noun_forms(noun)}
    return Words(ranks, degrees, lexicon.words["taking_back"], lexicon.words["not_done"], nouns, lexicon.words["no_longer"])


def firmness_of(lead: str, evidence: str) -> Firmness | None:
    """How firm a stance is by its evidence and the words right before it; None where no word, or words of several ranks, tell."""
    known, words = words_of(load()), _words(evidence)
    near = [*_clause_end(lead)[-NEAR:], *words]
    ranked = [place for place, word in enumerate(near) if word in known.ranks]
    ranks = {known.ranks[near[place]] for place in ranked}
    beside = {
        near[n]
        for place in ranked
        for n in range(max(place - NEAR, 0), min(place + NEAR + 1, len(near)))
        if near[n + 1 : n + 2] != ["than"]
    }
    degrees = {known.degrees.get(word, 0) for word in beside} - {0}
    return Firmness(ranks.pop(), degrees.pop() if degrees else 0) if len(ranks) == 1 and len(degrees) < 2 else None


def is_taken_back(lead: str, evidence: str) -> bool:
    """True where the stance that the evidence shows is given up by the words around it: "dropped its objection", "no longer opposes"."""
    known, before = words_of(load()), _clause_end(lead)
    if any(" ".join(before[-len(phrase.split()) :]) == phrase for phrase in known.ceased):
        return True
    whole = [*before, *_words(evidence)]
    return any(word in known.nouns and _is_dropped(whole[:place], known) for place, word in enumerate(whole) if place >= len(before) - 1)


def taken_back(words: str) -> tuple[str, Stance, str] | None:
    """Of a statement such as "we have dropped our objection to the ban": who, the stance given up, on what; None where nothing is."""
    known, said = words_of(load()), _words(words)
    for place, word in enumerate(said):
        verb = _dropping_at(said[:place], known)
        if word in known.nouns and verb is not None and place + 2 < len(said):
            return " ".join(said[:verb]), known.nouns[word], " ".join(said[place + 2 :])
    return None


def pattern() -> str:
    """A regular expression that finds whatever `taken_back` may find something in."""
    return rf"\b({'|'.join(sorted(words_of(load()).dropping))})\b"


def _is_dropped(before: list[str], known: Words) -> bool:
    return _dropping_at(before, known) is not None


def _dropping_at(before: list[str], known: Words) -> int | None:
    """Where the verb stands that takes back the noun behind these words, if it is said to have been done."""
    places = [place for place, word in enumerate(before) if word in known.dropping and place >= len(before) - NEAR]
    if not places or known.unsettled & set(before[max(places[-1] - NEAR, 0) : places[-1]]):
        return None
    return places[-1]


def _clause_end(lead: str) -> list[str]:
    """The words since the last mark of punctuation."""
    marks = _WORD.findall(lead.casefold())
    return list(takewhile(lambda mark: mark[0].isalnum(), reversed(marks)))[::-1]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word[0].isalnum()]


def _forms(verbs: Iterable[str]) -> set[str]:
    return {form for verb in verbs for form in verb_forms(verb)}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
