"""News in capitals, as teleprinters and FBIS wrote it: lowered for the parser, which takes capitals for names.

Sentence openings, abbreviations with points, "I" and the names the lexicon knows keep their capital. One character stays one character.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}")
_OPENING = re.compile(r"(?:^|(?<!\b[A-Z])[.?!][\"'”’)\]]*\s+|[\[“\"])[\"'“‘(\[]*([^\W\d_])")


def is_capitals(text: str, least: int = 20) -> bool:
    """True where nine in ten letters, of at least `least`, are capitals."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper >= least and upper >= 9 * lower


def behind_headings(words: Sequence[str], least: int = 4) -> Iterator[int]:
    """Places of words in mixed case right behind a run of `least` or more words in capitals: a heading left in the text ends there."""
    run = 0
    for place, word in enumerate(words):
        if run >= least and word[:1].isupper() and not word.isupper():
            yield place
        if any(map(str.isalpha, word)):
            run = run + 1 if word.isupper() else 0


@cache
def names_of(lexicon: Lexicon) -> re.Pattern[str]:
    """Every proper name of the lexicon, longest first, as one pattern over lowered text."""
    names = {name for c in lexicon.countries for name in (c.name, *c.names, *c.adjectives, *c.demonyms, c.capital or "", *c.seats)}
    names |= {name for body in lexicon.organisations for name in (body.name, *body.aliases)}
    names |= {name for outlet in lexicon.outlets for name in (outlet.name, *outlet.aliases)}
    names |= {word.capitalize() for kind in ("weekdays", "months") for word in lexicon.words[kind]}
    lowered = sorted({n.lower() for n in names if n[:1].isupper() and len(n) > 3}, key=lambda n: (-len(n), n))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lowered))})\b")


def _lowered(text: str) -> list[str]:
    return [low if len(low := c.lower()) == 1 else c for c in text]


def mixed_case(text: str, lexicon: Lexicon) -> str:
    """The text in mixed case, of the same length."""
    letters = _lowered(text)
    lowered = "".join(letters)
    for match in names_of(lexicon).finditer(lowered):
        for word in _WORD.finditer(lowered, *match.span()):
            if len(word.group()) > 3 or word.start() == match.start():
                letters[word.start()] = text[word.start()]
    for match in _OPENING.finditer(text):
        letters[match.start(1)] = text[match.start(1)]
    for match in _ABBREVIATION.finditer(text):
        letters[match.start() : match.end()] = match.group()
    for match in re.finditer(r"\bi\b", lowered):
        letters[match.start()] = "I"
    return "".join(letters)
