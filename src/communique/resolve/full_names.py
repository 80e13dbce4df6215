"""The words of a name -> given names and surname, by the tradition it belongs to."""

from typing import NamedTuple

from communique.lexicon import Tradition
from communique.resolve.known_names import SYLLABIC, KnownNames
from communique.resolve.romanisation import is_pinyin, readings, script_of
from communique.resolve.written_names import WrittenName

_BY_SCRIPT: dict[str, tuple[Tradition, ...]] = {
    "cyrillic": ("slavic",), "arabic": ("arabic",), "hangul": ("korean",), "kana": ("japanese",),
}  # fmt: skip
_IN_CHARACTERS: tuple[Tradition, ...] = ("chinese", "japanese", "korean")


class FullName(NamedTuple):
    """A name taken apart.

    given      given names, then middle names and patronymics; one word of joined syllables where they are free
    family     surnames, the one that counts first
    is_open    which end is the surname is not sure
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    is_open: bool = False


def traditions_of(name: WrittenName, country: str | None, known: KnownNames) -> tuple[Tradition, ...]:
    """The traditions a name may belong to by the strongest evidence: script, ending, country, articles, surname in front, given names."""
    if name.script in _BY_SCRIPT:
        return _BY_SCRIPT[name.script]
    home = known.by_country.get(country or "")
    if name.script == "han":
        return (home,) if home in _IN_CHARACTERS else ("chinese",)
    told = next((told for word in name.words if (told := _told(word, name.words, known))), ())
    if len(name.words) > 1 and (ending := _ending(name.words, known)) and (len(told) != 1 or known.orders[told[0]] != "double"):
        return (ending,)
    if home and (home not in SYLLABIC or _fits(name.words, home, known)):
        return (home,)
    if home is None and (shown := _shown_by_particles(name, known)):
        return (shown,)
    if len(name.words) > 1 and (fitting := tuple(tradition for tradition in SYLLABIC if _fits(name.words, tradition, known))):
        return fitting
    return told


def _shown_by_particles(name: WrittenName, known: KnownNames) -> Tradition | None:
    shown = (known.particles.get(word, "arabic" if word in known.articles else None) for word in name.particles)
    return next((tradition for tradition in shown if tradition), None)


def _ending(words: tuple[str, ...], known: KnownNames) -> Tradition | None:
    shown = known.ending_tradition(words[-1]) or (known.ending_tradition(words[0]) if known.told_by(words[-1]) else None)
    return shown or (known.ending_tradition(words[-2]) if len(words) > 2 else None)


def _told(word: str, words: tuple[str, ...], known: KnownNames) -> tuple[Tradition, ...]:
    """What a given name tells of, or a Japanese surname; the last word only of traditions that put the surname first."""
    told = known.told_by(word)
    if known.is_family(word, "japanese"):
        return ("japanese", *told)
    return told if word != words[-1] else tuple(tradition for tradition in told if known.orders[tradition] == "family")


def _fits(words: tuple[str, ...], tradition: Tradition, known: KnownNames) -> bool:
    """True where a surname of the tradition stands at one end and syllables of it make up the rest."""
    if tradition != "vietnamese" and any(known.is_western(word) for word in words):
        return False
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if known.is_family(family, tradition) and (tradition == "vietnamese" or all(readings(word, tradition) for word in rest)):
            return tradition != "vietnamese" or len(words) > 2
    return False


def parsed(name: WrittenName, tradition: Tradition | None, known: KnownNames) -> FullName | None:
    """Given names and surname; None for a single word."""
    words = name.words
    if len(words) < 2:
        return None
    if tradition in SYLLABIC:
        return _syllabic(words, tradition, known)
    order = known.orders[tradition] if tradition else "given"
    if order == "family":
        return _either_order(words, tradition, known)
    if order == "double":
        return _doubled(words, tradition, known)
    if tradition == "arabic":
        words = (*(part for word in words[:-1] for part in _apart(word, known)), words[-1])
    if _is_turned(words, tradition, known):
        return FullName(words[1:], words[:1])
    return FullName(words[:-1], words[-1:])


def _syllabic(words: tuple[str, ...], tradition: Tradition, known: KnownNames) -> FullName:
    """ "Xi Jinping" and "Jinping Xi": the surname is known, and the given name is never in two parts behind it where it stands in front."""
    first, last = known.is_family(words[0], tradition), known.is_family(words[-1], tradition)
    is_western = last and (not first or "-" in words[0])
    given, family = (words[:-1], words[-1]) if is_western else (words[1:], words[0])
    both = first and last and len(words) == 2 and "-" not in "".join(words)
    older = "-" if tradition == "chinese" and not all(is_pinyin(word) for word in words) else ""
    joined = ("-" if script_of(given[0]) == "latin" and tradition != "chinese" else "").join(given)
    return FullName((older + ("-".join(given) if older else joined),), (older + family,), both or not (first or last))


def _either_order(words: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> FullName:
    """Japanese and Hungarian: the end that is known as a surname or the other one as a given name."""
    front = known.is_family(words[0], tradition) + known.told_by_in(words[-1], tradition) if tradition else 0
    back = known.is_family(words[-1], tradition) + known.told_by_in(words[0], tradition) if tradition else 0
    if front > back:
        return FullName(words[1:], words[:1])
    return FullName(words[:-1], words[-1:], front == back)


def _doubled(words: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> FullName:
    """Spanish: given names as far as they are known, then one or two surnames."""
    ahead = 1
    while ahead < len(words) - 1 and known.given_names(words[ahead], tradition):
        ahead += 1
    start = min(max(ahead, len(words) - 2), len(words) - 1)
    return FullName(words[:start], words[start:])


def _apart(word: str, known: KnownNames) -> list[str]:
    """Ali-Akbar is Ali Akbar, unless it is written as one word too (Alireza)."""
    return [word] if "-" not in word or known.given_names(word, None) else [part for part in word.split("-") if part]


def _is_turned(words: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> bool:
    """ "Lavrov Sergei": a surname by its ending, no given name, before a given name of its tradition."""
    if tradition is None or known.given_names(words[0], tradition) or not known.given_names(words[1], tradition):
        return False
    return known.ending_tradition(words[0]) == tradition
