"""What a romanisation's rules are made of: a pattern, and what may be read where it stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

_MOST = 32  # readings of one word: beyond that it is left as the first few


class Rule(NamedTuple):
    """A pattern and its readings; several where the letters do not tell, each occurrence then being read each way."""

    pattern: re.Pattern[str]
    into: tuple[str, ...]


def rules(*pairs: tuple[str, ...]) -> tuple[Rule, ...]:
    """Rules from (pattern, reading, ...), in the order they apply."""
    return tuple(Rule(re.compile(pattern), into) for pattern, *rest in pairs if (into := tuple(rest)))


def rewrite(words: Iterable[str], ordered: tuple[Rule, ...]) -> tuple[str, ...]:
    """All readings of the words once every rule has been applied, the likeliest first."""
    found = tuple(words)
    for rule in ordered:
        found = tuple(dict.fromkeys(reading for word in found for reading in _read(word, rule)))[:_MOST]
    return found


def _read(word: str, rule: Rule) -> Iterator[str]:
    if len(rule.into) == 1:
        yield rule.pattern.sub(rule.into[0], word)
        return
    places = list(rule.pattern.finditer(word))
    for choice in product(rule.into, repeat=min(len(places), 4)):
        yield _filled(word, places, choice)


def _filled(word: str, places: list[re.Match[str]], choice: tuple[str, ...]) -> str:
    parts, end = [], 0
    for place, text in zip(places, choice, strict=False):
        parts += [word[end : place.start()], text]
        end = place.end()
    return "".join([*parts, word[end:]])
