"""The key of a full name: one readable spelling of surname and first given name."""

from communique.lexicon import Tradition
from communique.resolve.full_names import FullName
from communique.resolve.known_names import SYLLABIC, KnownNames
from communique.resolve.romanisation import readings, script_of, spelled
from communique.resolve.written_names import is_initial


def family_keys(word: str, tradition: Tradition | None, known: KnownNames) -> frozenset[str]:
    """What a surname may be: a known name ("=salman") or its readings.

    Arabic surnames are given names as a rule, Korean ones are few and spelled at will: there a known name counts before the letters."""
    if tradition == "arabic" and (names := known.given_names(word, tradition)):
        return frozenset(f"={name}" for name in names)
    if tradition == "korean" and (names := known.family_names(word, tradition)):
        return frozenset(f"={name}" for name in names)
    return frozenset(readings(word, tradition))


def person_key_of(name: FullName, tradition: Tradition | None, known: KnownNames) -> tuple[str, str] | None:
    """(surname, given name), None where either may be two."""
    family = _only(family_keys(name.family[0], tradition, known), name.family[0], tradition)
    given = _given_key(name.given[0], tradition, known)
    return (family, given) if family and given else None


def _given_key(word: str, tradition: Tradition | None, known: KnownNames) -> str | None:
    if is_initial(word):
        return None
    if tradition not in SYLLABIC and (names := known.given_names(word, tradition)):
        return next(iter(names)) if len(names) == 1 else None
    return _only(frozenset(readings(word, tradition)), word, tradition)


def _only(keys: frozenset[str], word: str, tradition: Tradition | None) -> str | None:
    """The one key, spelled plainly; None where there are several, or the word is in a script that hides its vowels."""
    if len(keys) != 1:
        return None
    key = next(iter(keys))
    if key.startswith("="):
        return key[1:]
    return spelled(key, tradition) if script_of(word) != "arabic" and key else None
