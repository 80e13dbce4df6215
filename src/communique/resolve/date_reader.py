"""A reader of dates: the tokens of a text, the words of time, the day they are seen from, and what tells past from future."""

from datetime import date
from typing import NamedTuple

from communique.lexicon.entries import DateSort
from communique.model import Direction
from communique.resolve.calendar import Interval
from communique.resolve.date_words import DateWords, Taken, Tokens

SOMEWHERE = date(2001, 1, 1)  # stands for the unknown day of an article; what is counted from it is never told
ANCHOR = "the article's date"
NOT = "'t"
FAR = 25  # tokens in which a verb may stand


class Partial(NamedTuple):
    """What is written of a day or month; the rest has to be inferred."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Named(NamedTuple):
    """A time read off the tokens.

    end          the token behind it
    rule         how it was read, without the language ("weekday.next")
    when         the interval named; None where a bound is unknown
    earliest     known bound of a time that has no `when`
    latest       the same
    assumed      estimate of the latest day
    floats       True where it was counted from the article's date
    open         what would have to be known where a bound is missing
    is_duration  how long, not when
    partial      what was written, where a range may have to complete it
    """

    end: int
    rule: str
    when: Interval | None = None
    earliest: date | None = None
    latest: date | None = None
    assumed: date | None = None
    floats: bool = False
    open: str | None = None
    is_duration: bool = False
    partial: Partial | None = None


class Reader:
    """Reads phrases at token indices; holds no state but what it was made with."""

    def __init__(self, tokens: Tokens, words: DateWords, anchor: date | None, hint: Direction | None = None) -> None:
        self.tokens, self.words, self.hint = tokens, words, hint
        self.lower, self.count = tokens.lower, len(tokens.lower)
        self.is_anchored, self.today = anchor is not None, anchor or SOMEWHERE

    def word(self, i: int) -> str:
        """The token in small letters, "" outside."""
        return self.lower[i] if 0 <= i < self.count else ""

    def value(self, sort: DateSort, i: int) -> str | None:
        """What a single word counts for in a sort."""
        return self.words.values[sort].get(self.word(i))

    def take(self, sort: DateSort, i: int) -> Taken | None:
        """The longest phrase of a sort that begins at a token."""
        for phrase, value in self.words.tables[sort].get(self.word(i), ()):
            if len(phrase) == 1 or tuple(self.lower[i : i + len(phrase)]) == phrase:
                return Taken(value, i + len(phrase))
        return None

    def before(self, sort: DateSort, end: int) -> Taken | None:
        """The longest phrase of a sort that ends before a token; `end` of the result is where it begins."""
        for phrase, value in self.words.closing[sort].get(self.word(end - 1), ()):
            if end >= len(phrase) and tuple(self.lower[end - len(phrase) : end]) == phrase:
                return Taken(value, end - len(phrase))
        return None

    def is_capital(self, i: int) -> bool:
        """True where a token begins with a capital."""
        return i < len(self.lower) and self.tokens.raw(i)[0].isupper()

    def is_in_capitals(self, i: int) -> bool:
        """True where all letters of a token are capitals."""
        return i < len(self.lower) and self.tokens.raw(i).isupper()

    def skip(self, i: int, *words: str) -> int:
        """The token behind one of these words, the same token where there is none."""
        return i + 1 if self.word(i) in words else i

    def number(self, i: int) -> Taken | None:
        """A number in words or in digits ("1,500"), not a part of one."""
        if taken := self.take("number", i):
            return taken
        word = self.word(i)
        if not word.isdecimal() or not word.isascii() or self.is_cut(i):
            return None
        digits, end = word, i + 1
        while self.word(end) == "," and self.tokens.touches(end) and len(self.word(end + 1)) == 3 and self.word(end + 1).isdecimal():
            digits, end = digits + self.word(end + 1), end + 2
        return Taken(digits, end)

    def is_cut(self, i: int) -> bool:
        """True where digits go on from a number before them ("1.5", "10:30", "20-30") or count money."""
        if not self.tokens.touches(i):
            return False
        mark = self.word(i - 1)
        return mark in "$€£¥#" or (mark in ".,:-–" and self.word(i - 2).isdecimal() and self.tokens.touches(i - 1))

    def direction(self, i: int) -> Direction | None:
        """Whether the time at a token is past or to come: by its preposition, the caller's hint, the nearest verb before, or after."""
        preposition = self.before("preposition", self.skip_back(i))
        if preposition and preposition.value == "since":
            return "past"
        if self.hint is None and preposition and preposition.value == "by":
            return "future"
        return self.hint or self._told_before(i) or self._told_behind(i)

    def skip_back(self, i: int) -> int:
        """The token before which a preposition would stand: an article and words such as "nearly" left out."""
        while i > 0 and (self.word(i - 1) in ("the", "a") or self.value("nearly", i - 1)):
            i -= 1
        return i

    def _told_before(self, i: int) -> Direction | None:
        """What the nearest verb before tells."""
        is_aim, cues = False, self.words.cues
        for at in range(i - 1, max(i - FAR, -1), -1):
            word = self.lower[at]
            if word < "a" and self.ends_sentence(at):
                return None
            if word == "to":
                is_aim = is_aim or self._is_infinitive(at)
            elif (word in cues or word[-2:] == "ed") and (told := self._told_by(at, is_aim)):
                return told
        return None

    def _told_behind(self, i: int) -> Direction | None:
        """What the first verb behind tells."""
        cues = self.words.cues
        for at in range(i, min(i + FAR, self.count)):
            word = self.lower[at]
            if word < "a" and self.ends_sentence(at):
                return None
            if (word in cues or word[-2:] == "ed") and (told := self._told_by(at, False)):
                return told
        return None

    def _told_by(self, at: int, is_aim: bool) -> Direction | None:
        """What one word tells; promises tell of what is to come where "to" and a verb follow."""
        word = self.lower[at] + (NOT if self.word(at + 1) == NOT else "")
        values = self.words.cues.get(word, frozenset())
        if "future" in values or (is_aim and "promise" in values):
            return "future"
        if "past" in values or (len(word) > 4 and word.endswith("ed")):
            return None if self.value("passive", at - 1) else "past"
        return None

    def tells_past(self, i: int) -> bool:
        """True at a verb of the past."""
        return self._told_by(i, False) == "past"

    def _is_infinitive(self, at: int) -> bool:
        """True at a "to" before a verb, as far as the words tell."""
        if self.lower[at] != "to" or not self.word(at + 1).isalpha() or self.value("determiner", at + 1):
            return False
        return not self.is_capital(at + 1) or self.is_in_capitals(at)

    def ends_sentence(self, i: int) -> bool:
        """True at a mark that ends a sentence, not at the point of an abbreviation, and at an empty line."""
        word = self.lower[i]
        if word in ("!", "?", ";") or word[0] == "\n":
            return True
        return word == "." and not (self.tokens.touches(i) and (len(self.word(i - 1)) == 1 or self.value("point", i - 1) is not None))
