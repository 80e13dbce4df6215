"""The lexicon's names, ready to look up: by any spelling, by what a spelling may be read as, by country."""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from communique.lexicon import GivenName, Lexicon, NameTradition, Tradition
from communique.resolve.romanisation import plain, readings, script_of

_SERVANT = re.compile("abd[a-z]{4}")  # of one of the names of God
SYLLABIC: tuple[Tradition, ...] = ("chinese", "korean", "vietnamese")  # given names of free syllables
# a given name that only its reading gives away tells of these
_TELLING: tuple[Tradition, ...] = ("slavic", "arabic")


class KnownNames(NamedTuple):
    """The names of a lexicon.

    given       entries by spelling
    readings    of each tradition (None: the Latin alphabet): names of entries by reading
    family      names of surnames by tradition and spelling
    by_country  tradition of a country
    orders      what names of a tradition begin with
    endings     of surnames, folded, and the tradition each shows, the longest first
    particles   words between names, and the tradition each shows
    articles    what may be tied to a word
    """

    given: dict[str, tuple[GivenName, ...]]
    readings: dict[Tradition | None, dict[str, frozenset[str]]]
    family: dict[tuple[Tradition, str], frozenset[str]]
    by_country: dict[str, Tradition]
    orders: dict[Tradition, str]
    endings: tuple[tuple[str, Tradition], ...]
    particles: dict[str, Tradition]
    articles: frozenset[str]

    def given_names(self, word: str, tradition: Tradition | None) -> frozenset[str]:
        """Names of the entries that a word may be, by its spelling, else by what its tradition reads in it."""
        if entries := self.given.get(spelling(word)):
            return frozenset(entry.name for entry in entries)
        known = self.readings.get(tradition, {})
        return frozenset(name for reading in readings(word, tradition) for name in known.get(reading, ()))

    def family_names(self, word: str, tradition: Tradition) -> frozenset[str]:
        """Names of the surnames of a tradition that a word may be."""
        return self.family.get((tradition, spelling(word)), frozenset())

    def told_by(self, word: str) -> tuple[Tradition, ...]:
        """Traditions that a given name tells of."""
        if entries := self.given.get(spelling(word)):
            return tuple(dict.fromkeys(tradition for entry in entries for tradition in entry.traditions))
        parts = word.split("-")
        if len(parts) > 1:
            return next((told for part in parts if (told := self.told_by(part))), ())
        if _SERVANT.match(plain(word)):
            return ("arabic",)
        return tuple(tradition for tradition in _TELLING if len(word) > 3 and self.given_names(word, tradition))[:1]

    def is_western(self, word: str) -> bool:
        """True for a given name of the Latin alphabet that tells of no tradition."""
        entries = self.given.get(spelling(word), ())
        return bool(entries) and not any(entry.traditions for entry in entries)

    def told_by_in(self, word: str, tradition: Tradition) -> bool:
        """True for a given name of a tradition."""
        return tradition in self.told_by(word)

    def is_family(self, word: str, tradition: Tradition) -> bool:
        """True for a surname of a tradition, in any spelling of it."""
        if self.family_names(word, tradition):
            return True
        read = f"-{word}" if tradition == "chinese" else word
        return tradition in ("chinese", "japanese") and any((tradition, reading) in self.family for reading in readings(read, tradition))

    def is_listed(self, folded: str) -> bool:
        """True for a given name or surname, as folded by `spelling`."""
        return folded in self.given or any((tradition, folded) in self.family for tradition in self.orders)

    def ending_tradition(self, word: str) -> Tradition | None:
        """The tradition that the end of a surname shows."""
        written = (plain(word), unicodedata.normalize("NFC", word).lower())
        return next(
            (
                tradition
                for ending, tradition in self.endings
                if len(word) > len(ending) + 1 and any(form.endswith(ending) for form in written)
            ),
            None,
        )


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A word as it is looked up: letters a to z, or as written in a script that does not write its vowels or syllables."""
    if script_of(word) in ("arabic", "han", "hangul"):
        return word[2:] if word.startswith("ال") and len(word) > 4 else word
    return plain(word)


@lru_cache(maxsize=4)
def known_names(lexicon: Lexicon) -> KnownNames:
    """The names of a lexicon, made once."""
    return KnownNames(
        _given(lexicon), _readings(lexicon), _family(lexicon),
        {country: tradition.name for tradition in lexicon.name_traditions for country in tradition.countries},
        {tradition.name: tradition.order for tradition in lexicon.name_traditions},
        _endings(lexicon.name_traditions),
        {particle: tradition.name for tradition in lexicon.name_traditions for particle in tradition.particles},
        frozenset(article for tradition in lexicon.name_traditions for article in tradition.articles),
    )  # fmt: skip


def _endings(traditions: tuple[NameTradition, ...]) -> tuple[tuple[str, Tradition], ...]:
    found = {ending: tradition.name for tradition in traditions for ending in tradition.endings}
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


def _given(lexicon: Lexicon) -> dict[str, tuple[GivenName, ...]]:
    found: defaultdict[str, dict[GivenName, None]] = defaultdict(dict)
    for entry in lexicon.given_names:
        for form in entry.forms:
            found[spelling(form)][entry] = None
    return {form: tuple(entries) for form, entries in found.items()}


def _readings(lexicon: Lexicon) -> dict[Tradition | None, dict[str, frozenset[str]]]:
    found: defaultdict[Tradition | None, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in lexicon.given_names:
        for tradition in (None, *entry.traditions):
            for form in entry.forms:
                if script_of(form) == "latin":
                    for reading in readings(form, tradition):
                        found[tradition][reading].add(entry.name)
    return {tradition: {reading: frozenset(names) for reading, names in known.items()} for tradition, known in found.items()}


def _family(lexicon: Lexicon) -> dict[tuple[Tradition, str], frozenset[str]]:
    found: defaultdict[tuple[Tradition, str], set[str]] = defaultdict(set)
    for entry in lexicon.family_names:
        for form in entry.forms:
            for key in {spelling(form), *(readings(form, entry.tradition) if entry.tradition == "japanese" else ())}:
                found[entry.tradition, key].add(entry.name)
    return {key: frozenset(names) for key, names in found.items()}
