"""The words of events turned round for reading: from the forms met in a text to what they may code."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from communique.lexicon import EventWord, Lexicon
from communique.lexicon.inflection import noun_forms, verb_forms

Words = dict[str, tuple[EventWord, ...]]
_PER_WORD, _PER_CONDITION = 16, 4
_TURNS = {None: 0, "nothing": 5, "light": 2, "suffer": 2}


class Vocabulary(NamedTuple):
    """The entries by every form of the word that carries them: a verb's first, a noun's last; those with most conditions first.

    classes  the phrases of each class of nouns, by their last word
    people   nouns for persons and institutions
    """

    verbs: Words
    nouns: Words
    adjectives: Words
    classes: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    people: frozenset[str]


@cache
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon."""
    verbs = _turned(w for w in lexicon.events if w.pos == "verb")
    nouns = _turned(w for w in lexicon.events if w.pos == "noun")
    adjectives = _turned(w for w in lexicon.events if w.pos == "adjective")
    classes = {c.name: _by_last(c.words) for c in lexicon.event_classes}
    return Vocabulary(verbs, nouns, adjectives, classes, _people(lexicon))


def _people(lexicon: Lexicon) -> frozenset[str]:
    """The last words of offices and roles, the nouns for institutions, those who act by their kind."""
    roles = {form for role in lexicon.roles for form in noun_forms(role.phrase.split()[-1])}
    institutions = {word for name, words in lexicon.words.items() if name.startswith("institution_") for word in words}
    plurals = {form for word in institutions for form in noun_forms(word)}
    others = ("governments", "event_agents", "event_people")
    return frozenset(roles | plurals).union(*(lexicon.words[name] for name in others))


def _turned(words: Iterable[EventWord]) -> Words:
    found: defaultdict[str, list[EventWord]] = defaultdict(list)
    for word in words:
        for form in _forms(word):
            found[form].append(word)
    return {form: tuple(sorted(entries, key=lambda e: -_weight(e))) for form, entries in found.items()}


def _forms(word: EventWord) -> frozenset[str]:
    if word.pos == "noun":
        return noun_forms(word.lemma.split()[-1], word.forms)
    first = word.lemma.split()[0]
    return verb_forms(first, word.forms) if word.pos == "verb" else frozenset({first})


def _weight(word: EventWord) -> int:
    """How much an entry asks for: the more, the earlier it is tried; of two alike a word that turns another comes first."""
    conditions = bool(word.object) + bool(word.subject) + bool(word.needs)
    return _PER_WORD * len(word.lemma.split()) + _PER_CONDITION * conditions + _TURNS.get(word.does, 1)


def _by_last(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        *before, last = phrase.split()
        for form in noun_forms(last):
            found[form].append((*before, form))
    return {last: tuple(forms) for last, forms in found.items()}
