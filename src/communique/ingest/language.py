"""Which language a text is in: by its script, else by whose small words it uses most."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from communique.ingest.language_codes import CODES, LONGER_CODES
from communique.ingest.scripts import SCRIPTS, TELLING_LETTERS

SMALL_WORDS = Path(__file__).with_name("small_words.txt")
LOOKED_AT = 2_000  # characters of a text that settle its language
FEWEST_WORDS = 3
CLEARLY_ENGLISH = 0.25  # share of English small words that no text in another language reaches: then nothing else is counted
ENOUGH_WORDS = 100  # words from which that holds
FOREIGN_SHARE = 0.08  # share of small words that another language must reach, English having fewer
FOREIGN_WORDS, FOREIGN_USES = 2, 4  # different ones of its small words that must occur, or uses of one
FEW_WORDS = 20  # in shorter texts a lead of one small word is chance, and a few accents are those of names
# share of letters outside ASCII that speaks against English where none of its small words occurs
FOREIGN_LETTERS, FOREIGN_LETTERS_IN_FEW = 0.02, 0.15

# "Russia's" is one word and "U.S." none: alone, "s" and "u" are Slavic prepositions
WORD = re.compile(r"(?<![.\w])[^\W\d_]+(?:['’][^\W\d_]+)*(?!\.\w)")
NOT_LATIN = re.compile(r"[\u0370-\u1fff\u3040-\ud7ff]")


def language_code(given: str) -> str | None:
    """ISO 639-1 code of a language tag or name ("en", "eng", "en-US", "English"), None where it is none known."""
    primary = re.split(r"[-_]", given.strip().lower())[0]
    return primary if primary in CODES else LONGER_CODES.get(primary)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language a text is mostly in, None where it could not be told.

    Short texts and tables without any sign of another language count as English.
    """
    sample = text[:LOOKED_AT]
    foreign = NOT_LATIN.findall(sample)
    if foreign:
        letters = sum(map(str.isalpha, sample))
        if 2 * len(foreign) > letters:
            return _language_of_script(foreign)
    words = WORD.findall(sample.lower())
    codes_of, english_words = _small_words()
    english = sum(word in english_words for word in words)
    if english >= CLEARLY_ENGLISH * len(words) and len(words) >= ENOUGH_WORDS:
        return "en"
    known = [word for word in words if word in codes_of]
    votes = Counter(code for word in known for code in codes_of[word])
    del votes["en"]
    (best, most), *others = votes.most_common(2) or [("", 0)]
    is_varied = most >= FOREIGN_USES or len({word for word in known if best in codes_of[word]}) >= FOREIGN_WORDS
    lead = 1 if len(words) >= FEW_WORDS else 2
    if most >= max(english + lead, FOREIGN_SHARE * len(words)) and is_varied and len(words) >= FEWEST_WORDS:
        return None if others and others[0][1] == most else best
    return "en" if english or not _has_foreign_letters(sample, len(words)) else None


def is_clearly_english(text: str) -> bool:
    """True where so many words are English small words that the text can be in no other language."""
    words = WORD.findall(text[:LOOKED_AT].lower())
    english = sum(word in _small_words()[1] for word in words)
    return english >= CLEARLY_ENGLISH * len(words) and len(words) >= ENOUGH_WORDS


@cache
def _small_words() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The codes under which each small word stands in small_words.txt, and the English ones."""
    codes_of: dict[str, tuple[str, ...]] = {}
    for line in SMALL_WORDS.read_text(encoding="utf-8").splitlines():
        code, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            for word in set(words.split()):
                codes_of[word] = (*codes_of.get(word, ()), code)
    return codes_of, frozenset(word for word, codes in codes_of.items() if "en" in codes)


def _has_foreign_letters(sample: str, words: int) -> bool:
    """True where letters outside ASCII speak against English."""
    letters = [c for c in sample if c.isalpha()]
    share = FOREIGN_LETTERS if words >= FEW_WORDS else FOREIGN_LETTERS_IN_FEW
    return sum(not c.isascii() for c in letters) > share * len(letters)


def _language_of_script(letters: list[str]) -> str | None:
    """The language whose script most of the letters are in."""
    counts = Counter(code for letter in letters for code, first, last in SCRIPTS if first <= ord(letter) <= last)
    if not counts:
        return None
    main = counts.most_common(1)[0][0]
    seen = Counter(letters)
    for code, of, telling in TELLING_LETTERS:
        if of == main and 100 * sum(seen[letter] for letter in telling) > len(letters):
            return code
    return main
