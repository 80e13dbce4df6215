"""Chinese names in pinyin, Wade-Giles and characters; a hyphen marks the bound of two syllables."""

import re
from functools import lru_cache
from itertools import product

from communique.resolve.romanisation.letters import ascii_of, plain
from communique.resolve.romanisation.rules import rewrite, rules

_I = "iang|iong|ian|iao|ing|ang|ia|ie|in|iu|i"
SYLLABLE = (
    rf"(?:(?:[jqx](?:{_I}|uan|ue|un|u))|(?:[zcs]h?|r)(?:uang|uan|uai|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)"
    r"|[bpm](?:iang|ian|iao|ing|ang|eng|ai|ei|ao|ou|an|en|ie|in|iu|a|o|i|u)|f(?:ang|eng|ei|ou|an|en|a|o|u)"
    r"|[dtnl](?:iang|iao|ian|ing|ang|eng|ong|uan|ai|ei|ao|ou|an|en|ie|in|iu|ia|uo|ui|un|ue|a|e|i|u|v)"
    r"|[gkh](?:uang|uan|uai|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|u)"
    r"|y(?:ang|ing|ong|uan|ao|an|ou|in|ue|un|a|e|i|o|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)|ang|eng|ai|ei|ao|ou|an|en|er|a|e|o)"
)
_SYLLABLES = re.compile(f"{SYLLABLE}(?:(?![aeo]){SYLLABLE})?")  # a vowel begins a syllable only behind an apostrophe or hyphen
_ONE = re.compile(SYLLABLE)
_BOUND = re.compile(r"[-\s]+")
_CHUNK = re.compile(r"[-\s']+")

# Wade-Giles: its finals as in pinyin, then its initials, plain and aspirated (an apostrophe, which newspapers drop).
_FINALS = rules(
    ("^(tz|ss|sz)[uez]*$", "\\1i"), ("^erh$", "er"), ("^yen$", "yan"), ("^yu$", "you", "yu"), ("^i(?=ng?$|$)", "yi"),
    ("ung$", "ong"), ("ieh$", "ie"), ("ien$", "ian"), ("ueh$", "ue"), ("uei$", "ui"), ("ih$", "i"), ("eh$", "e"),
    ("^([kh]?)o$", "\\1e"), ("^(t|l|n|ts|s|j|ch|sh)o$", "\\1uo"),
)  # fmt: skip
_INITIALS = (
    ("hs", ("x",), ("x",)), ("sh", ("sh",), ("sh",)), ("ch", ("zh", "j"), ("ch", "q")), ("tz", ("z",), ("c",)), ("ts", ("z",), ("c",)),
    ("ss", ("s",), ("s",)), ("sz", ("s",), ("s",)),
    ("p", ("b",), ("p",)), ("t", ("d",), ("t",)), ("k", ("g",), ("k",)), ("j", ("r",), ("r",)), ("", ("",), ("",)),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def chinese(word: str) -> tuple[str, ...]:
    """Readings in pinyin without bounds between syllables; empty where the word is not Chinese.

    A hyphen, even a lone one before the word, allows for Wade-Giles beside pinyin.
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "" if word.isascii() else " ", ascii_of(word.replace("’", "'").replace("‘", "'")))
    text = re.sub("(?<=[ln])v", "u", spaced.lower())
    pinyin = (_CHUNK.sub("", text),) if all(_SYLLABLES.fullmatch(chunk) for chunk in _CHUNK.split(text) if chunk) else ()
    if pinyin and "-" not in text and not _is_marked(text):
        return pinyin
    older = product(*(_from_wade(part, _is_marked(text)) for part in _BOUND.split(text) if part))
    return tuple(dict.fromkeys([*pinyin, *("".join(found) for found in older)]))[:16]


def is_pinyin(word: str) -> bool:
    """True for a word of pinyin or of characters; a hyphen or an aspirate's apostrophe is a sign of Wade-Giles."""
    return len(chinese(word)) == 1 and "-" not in word and not _is_marked(word.lower()) and chinese(word)[0] == plain(word)


def _is_marked(text: str) -> bool:
    """True where an apostrophe marks an aspirate: then its absence means something too."""
    return bool(re.search(r"(?:ch|ts|tz|[ptk])'", text))


def _from_wade(syllable: str, is_marked: bool) -> tuple[str, ...]:
    """What one syllable of Wade-Giles is in pinyin."""
    bare = syllable.replace("'", "")
    initial, plainly, breathed = next(row for row in _INITIALS if bare.startswith(row[0]))
    starts = breathed if "'" in syllable else plainly if is_marked else (*plainly, *breathed)
    found = (start + whole.removeprefix(initial) for whole in rewrite([bare], _FINALS) for start in starts)
    return tuple(dict.fromkeys(reading for reading in found if _ONE.fullmatch(reading)))
