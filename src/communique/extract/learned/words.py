"""Words as features see them: stems, the lexicon's classes of a form, and what kind of mention a token is."""

from functools import cache, lru_cache
from typing import NamedTuple

from communique.extract.scene import Scene
from communique.lexicon import Cue, Lexicon
from communique.lexicon.inflection import forms_of

_KEPT = ("ll", "ss", "ff", "zz")
_SIBILANTS = ("ches", "shes", "sses", "xes", "zzes")


class Forms(NamedTuple):
    """What the lexicon knows of a word.

    lemma    written form, whatever its part of speech -> first word of the lemma
    entries  written form -> the cues
    hints    stem and part of speech ("VB", "NN", "JJ") -> classes of words that are no cues by themselves
    """

    lemma: dict[str, str]
    entries: dict[str, tuple[Cue, ...]]
    hints: dict[tuple[str, str], str]


@cache
def forms_in(lexicon: Lexicon) -> Forms:
    """The lexicon's cues by their written forms."""
    lemma: dict[str, str] = {}
    entries: dict[str, tuple[Cue, ...]] = {}
    for cue in lexicon.cues:
        for form in forms_of(cue.lemma, cue.pos, cue.forms):
            lemma.setdefault(form, cue.lemma.split()[0])
            entries[form] = (*entries.get(form, ()), cue)
    return Forms(lemma, entries, _hints(lexicon))


_HINTED = {"hint_verbs": "VB", "hint_nouns": "NN", "hint_adjectives": "JJ"}


def _hints(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The word lists that are there to be hints, by stem and part of speech."""
    lists = [(name, tag, words) for name, words in lexicon.words.items() for prefix, tag in _HINTED.items() if name.startswith(prefix)]
    return {(stem(word), tag): name.removeprefix("hint_") for name, tag, words in lists for word in sorted(words)}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word in small letters without its regular inflection; rough, and the same for all forms of most verbs and nouns."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return _bare(word[: -len(ending)] + put)
    if word.endswith(_SIBILANTS):
        return _bare(word[:-2])
    return _bare(word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word)


def _bare(base: str) -> str:
    """Without a doubled last consonant and a last "e"."""
    if len(base) > 3 and base[-1] == base[-2] and base[-2:] not in _KEPT:
        return base[:-1]
    return base[:-1] if base.endswith("e") else base


def kind_of(scene: Scene, token: int | None) -> str:
    """The class of a mention by its head: a pronoun itself, "I" and "you" apart, name, number, one who speaks, other noun; "-" for none."""
    if token is None:
        return "-"
    body = scene.body
    tag, word = body.tags[token], body.lower[token]
    if tag.startswith(("PRP", "W", "DT", "EX")):
        return "first" if word in scene.words["first_person"] else word
    if tag.startswith("NNP"):
        return "name"
    if word in scene.words["times"] or word in scene.words["weekdays"]:
        return "time"
    return "speaker" if word in scene.speaking else tag[:2]
