"""The fold key of one name word: equal for the spellings of one name in any script or romanisation of its tradition."""

from collections.abc import Callable
from functools import lru_cache

from communique.lexicon import Tradition
from communique.resolve.romanisation.arabic import arabic, script_pattern
from communique.resolve.romanisation.chinese import chinese, is_pinyin
from communique.resolve.romanisation.japanese import japanese
from communique.resolve.romanisation.korean import korean
from communique.resolve.romanisation.latin import latin, turkish
from communique.resolve.romanisation.letters import ascii_of, plain, script_of
from communique.resolve.romanisation.slavic import slavic

__all__ = ["ascii_of", "is_pinyin", "plain", "readings", "script_of", "script_pattern", "spelled"]

_READERS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "slavic": slavic, "arabic": arabic, "chinese": chinese, "korean": korean, "japanese": japanese, "turkish": turkish,
}  # fmt: skip

# How the capitals of readings, and letters that stand for a class, are written where people read them.
_SPELLED: dict[str, tuple[tuple[str, str], ...]] = {
    "slavic": (("c", "ts"), ("C", "ch"), ("S", "sh"), ("Z", "zh"), ("X", "kh"), ("ia", "ya"), ("iu", "yu")),
    "arabic": (("C", "ch"), ("S", "sh"), ("X", "kh")),
    "korean": (("c", "j"), ("N", "ng")),
}


def spelled(reading: str, tradition: Tradition | None) -> str:
    """A reading in lower-case ASCII that people can read ("zaXarova" -> "zakharova"); different readings stay different."""
    for letters, plainly in _SPELLED.get(tradition or "", ()):
        reading = reading.replace(letters, plainly)
    return reading


@lru_cache(maxsize=1 << 16)
def readings(word: str, tradition: Tradition | None) -> tuple[str, ...]:
    """What a word may be, the likeliest first: one reading where its letters leave no doubt, none where it is no name of the tradition.

    Two spellings may be one name where they share a reading. `tradition` None reads the Latin alphabet as it stands.
    """
    return _READERS.get(tradition or "", latin)(word)
