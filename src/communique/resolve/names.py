"""Names of persons within one article: what their words are, and when two spellings may be one person."""

import unicodedata
from collections.abc import Iterable

_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def fold(word: str) -> str:
    """Lower case without accents ("Brudziński" -> "brudzinski"); letters are never swapped: Ryabkov is not Rybakov."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word.translate(_SPECIAL)) if not unicodedata.combining(c))


def name_words(words: Iterable[str], dropped: frozenset[str]) -> tuple[str, ...]:
    """The words that tell one bearer from another: hyphenated parts joined, particles and suffixes ("al", "Jr.") left out."""
    kept = [_bare(fold(word), dropped) for word in _joined(list(words))]
    return tuple(word for word in kept if word and word not in dropped)


def _joined(words: list[str]) -> list[str]:
    """Hyphenated parts made one word again."""
    if "-" not in words:
        return words
    joined: list[str] = []
    for word in words:
        if joined and (word == "-" or joined[-1].endswith("-")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _bare(word: str, dropped: frozenset[str]) -> str:
    """Without a particle that is tied to it ("al-kaabi" -> "kaabi")."""
    head, hyphen, rest = word.partition("-")
    return rest if hyphen and rest and head in dropped else word


def is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True where every word of `short` stands in `full` in the same order, an initial for any word it begins."""
    at = 0
    for word in short:
        while at < len(full) and not _same(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    initial = word.rstrip(".")
    return len(initial) == 1 and len(other) > 1 and other.startswith(initial)


def may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where the shorter name is short for the longer and both end in the same word or the longer has a second surname."""
    short, full = sorted((a, b), key=len)
    return bool(short) and is_short_for(short, full) and (len(short) > 1 or short[0] in full)
