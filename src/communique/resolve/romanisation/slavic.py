"""Names written in Cyrillic somewhere: English, French, German, Polish, Dutch, Spanish and scholarly spellings of them.

In a reading C is ч, S ш, SC щ, Z ж, X х, c ц, i any of и ы і ї й ь before a vowel, e any of е ё э є; the rest stand for themselves.
"""

import re
import unicodedata

from communique.resolve.romanisation.letters import plain, script_of
from communique.resolve.romanisation.rules import Rule, rewrite, rules

# Letters that would lose what they say in ASCII.
_MARKED = str.maketrans({
    "č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "ż": "zh", "đ": "dj", "ě": "e", "ё": "e", "ћ": "ch", "ђ": "dj", "џ": "dzh", "љ": "lj",
    "њ": "nj", "ј": "j", "ґ": "g", "x": "ks",
})  # fmt: skip
_LATIN_SLAV = re.compile("[čšž]")  # scholarly, or of a language that is so written and loses its marks in the press: Šojgu, Babiš
_BULGARIAN_A = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[бвгджзклмнпрстфхцчшщ])")

_VOWEL = "[aeiouy]"
GERMAN = rules(
    ("schtsch", "SC"), ("dsch", "dZ"), ("tsch", "C"),
    ("sch", "S", "Z"),  # Schoigu, Schirinowski
    ("sh", "S", "Z"),
    ("ch", "X"), ("t[sz]", "c"), ("ss", "0"),
    ("z", "c", "z"),  # Kusnezow; in Polish without marks z
    (f"^s(?={_VOWEL}|j)|(?<={_VOWEL})s(?={_VOWEL}|j)|(?<=[rln])s(?={_VOWEL})|s(?=[bdgmnlrvw])", "s", "z"),  # Selenskyj, Sergejew
    ("0", "s"), ("j", "i"), ("w", "v"),
)  # fmt: skip
POLISH = rules(("szcz", "SC"), ("sz", "S"), ("cz", "C"), ("ch", "X"), ("j", "i"), ("w", "v"))
FRENCH = rules(
    ("chtch", "SC"), ("tch", "C"), ("dj", "dZ"), ("ch", "S"), ("j", "Z"), ("ouine$", "uin"), ("ine$", "in"), ("c(?=[eiy])", "s"),
)  # fmt: skip
DUTCH = rules(("sjtsj", "SC"), ("tsj", "C"), ("sj", "S"), ("zj", "Z"), ("ch", "X"), ("oe", "u"), ("j", "i"))
SPANISH = rules(("j", "X"))
ENGLISH = rules(
    ("dj", "dZ"),
    ("j", "i"),
)
INITIAL_J = rules(("dj", "dZ"), (f"^j(?={_VOWEL})", "i", "Z"), ("^j", "Z", "X"), ("j", "i"), ("z", "z", "c"))  # Jelzin, Jirinovski, Jdanov

# What tells a spelling; the first that fits. Without any of them it is read as English or scholarly.
_SCHEMES: tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...] = (
    (re.compile(r"sz|cz|[łż]"), POLISH),
    (re.compile(r"[čšžćđ]"), ENGLISH),
    (re.compile(r"w|sch|[iy]j$"), GERMAN),
    (re.compile(r"tsj|[zs]j(?=[aeiou])|oe"), DUTCH),
    (re.compile(r"ou(?!sk)|tch|dj|[iï]ne$|aï"), FRENCH),
    (re.compile(r"[áéíóú]"), SPANISH),
    (re.compile(r"^j"), INITIAL_J),
)

COMMON = rules(
    ("shch", "SC"), ("sh", "S"), ("t?ch", "C"), ("zh", "Z"), ("kh", "X"), ("t[sz]", "c"), ("x", "ks"), ("ph", "f"), ("gh", "g"),
    ("c?k", "k"), ("ct", "kt"), ("gu(?=[eiy])", "g"), ("qu?", "k"), ("w", "v"), ("ff$", "v"),
    ("ousk", "ovsk"), ("ou", "u"),  # Belarusian -ouski; French ou
    ("h(?=.*(?:[oe]va?|ina?|i[cC]h?)$)", "X"), ("h", "g"),  # Bulgarian, Serbian and careless h is х, Ukrainian h is г
    ("[yj]", "i"), ("i+", "i"),
    ("^io|(?<=[^aeiou])io", "e"), ("ie", "e"),  # ё, and е with and without its glide
    ("(?<=[CSZ])o(?=va?$)", "e"),  # Gorbachov
    ("enka$", "enko"), ("([^aeiou])\\1", "\\1"),
    ("ic$", "iC"),
)  # fmt: skip
_SOUTHERN = str.maketrans({"C": "c", "S": "s", "Z": "z"})  # Milošević, Milosevic: surnames in -ić are mostly written without their marks


def slavic(word: str) -> tuple[str, ...]:
    """Readings of a name word in Cyrillic or in any romanisation of it."""
    written = unicodedata.normalize("NFC", word).lower()
    is_cyrillic = script_of(word) == "cyrillic"
    if _LATIN_SLAV.search(written):
        written = written.replace("ch", "kh")
    letters = plain(_BULGARIAN_A.sub("а", written).translate(_MARKED))
    spellings = (letters, plain(word)) if _LATIN_SLAV.search(written) else (letters,)
    scheme = ENGLISH if is_cyrillic else next((found for mark, found in _SCHEMES if mark.search(written)), ENGLISH)
    return tuple(dict.fromkeys(_levelled(reading) for reading in rewrite(rewrite(spellings, scheme), COMMON)))


def _levelled(reading: str) -> str:
    return reading.translate(_SOUTHERN) if reading.endswith("iC") else reading
