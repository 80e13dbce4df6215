"""The lexicon's words of time turned round for reading, and the tokens of a text that dates are read from."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from communique.lexicon.entries import DateSort, DateWord, Lexicon

Phrase = tuple[str, ...]

TOKEN = re.compile(r"(fy(?=\d)|[a-z]+\d*|[^\W\d_]+\d*|[^\w\s']|\d+[^\W\d_]*|'\w*|\n\s*\n|_)")
# every time holds a word of these sorts (of a phrase the last one), or a number that may be a year
TELLING: tuple[DateSort, ...] = (
    "month", "short month", "weekday", "short weekday", "named day", "elsewhere", "unit", "short unit", "season", "quarter code",
    "half code", "decade", "fiscal", "soon", "holiday", "movable", "fixed",
)  # fmt: skip


class Taken(NamedTuple):
    """A phrase of the lexicon found at a token: what it counts for, and the token behind it."""

    value: str
    end: int


class DateWords:
    """What words of time count for: by sort and first word, longest phrase first; prepositions by their last word."""

    def __init__(self, entries: tuple[DateWord, ...]) -> None:
        self.tables: dict[str, dict[str, tuple[tuple[Phrase, str], ...]]] = {}
        self.values: dict[str, dict[str, str]] = {}
        self.closing: dict[str, dict[str, tuple[tuple[Phrase, str], ...]]] = {}
        for entry in entries:
            phrases = [(tuple(tokens(word).lower), entry.value) for word in entry.words]
            self.values.setdefault(entry.sort, {}).update({phrase[0]: value for phrase, value in phrases if len(phrase) == 1})
            self._add(self.tables, entry.sort, phrases, 0)
            self._add(self.closing, entry.sort, phrases, -1)
        self.cues: dict[str, frozenset[str]] = {}  # what verbs tell of past and future; some words tell either
        for entry in entries:
            if entry.sort == "direction":
                self.cues.update({word: self.cues.get(word, frozenset()) | {entry.value} for word in entry.words})
        self.telling = frozenset(word for sort in TELLING for word in self.closing.get(sort, ()))

    @staticmethod
    def _add(tables: dict[str, dict[str, tuple[tuple[Phrase, str], ...]]], sort: str, phrases: list[tuple[Phrase, str]], key: int) -> None:
        table = tables.setdefault(sort, {})
        for phrase, value in phrases:
            table[phrase[key]] = tuple(sorted((*table.get(phrase[key], ()), (phrase, value)), key=lambda p: -len(p[0])))


class Tokens:
    """Words, numbers and marks of a stretch of text; an empty line is one, too (it begins with a line feed).

    lower   in small letters with straight apostrophes
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        pieces = TOKEN.split(lowered(text[start:end]))  # gap, token, gap, token ..., gap: much faster than matches
        self.text, self.lower = text, pieces[1::2]
        self.bounds = list(accumulate(map(len, pieces), initial=start))

    def start(self, i: int) -> int:
        """Where a token begins in the text."""
        return self.bounds[2 * i + 1]

    def end(self, i: int) -> int:
        """Where a token ends in the text."""
        return self.bounds[2 * i + 2]

    def raw(self, i: int) -> str:
        """The token as written."""
        return self.text[self.start(i) : self.end(i)]

    def touches(self, i: int) -> bool:
        """True where no space stands between a token and the one before."""
        return 0 < i < len(self.lower) and self.end(i - 1) == self.start(i)


def lowered(text: str) -> str:
    """In small letters with straight apostrophes, as long as before."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow: "İ"
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.replace("’", "'")


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`."""
    return Tokens(text, start, len(text) if end is None else end)


class _Same:
    """A lexicon that is equal to another where their hashes are."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return hash(self.lexicon.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.lexicon.sha256 == other.lexicon.sha256


@lru_cache(maxsize=8)
def _date_words(key: _Same) -> DateWords:
    return DateWords(key.lexicon.dates)


def date_words_of(lexicon: Lexicon) -> DateWords:
    """The lexicon's words of time, built once for each lexicon."""
    return _date_words(_Same(lexicon))
