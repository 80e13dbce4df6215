"""Chinese names in pinyin, Wade-Giles and characters; a hyphen marks the bound of two syllables."""

import re
from functools import lru_cache
from itertools import product

from communique.resolve.romanisation.letters import ascii_of, plain

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

# Wade-Giles: initials (aspirated where an apostrophe follows, which newspapers drop) and finals.
_INITIALS = (
    ("hs", ("x",), ("x",)), ("sh", ("sh",), ("sh",)), ("ch", ("zh", "j"), ("ch", "q")), ("tz", ("z",), ("c",)), ("ts", ("z",), ("c",)),
    ("ss", ("s",), ("s",)), ("sz", ("s",), ("s",)), ("p", ("b",), ("p",)), ("t", ("d",), ("t",)), ("k", ("g",), ("k",)), ("j", ("r",), ("r",)),
)  # fmt: skip
_FINALS = (
    (r"^iung$", "iong"), (r"ung$", "ong"), (r"ieh$", "ie"), (r"ien$", "ian"), (r"ueh$", "ue"), (r"ih$", "i"), (r"uei$", "ui"), (r"^erh$", "er"),
    (r"eh$", "e"), (r"^yen$", "yan"), (r"^yu$", "you"), (r"^i$", "yi"), (r"^in(g?)$", r"yin\1"), (r"^o$", "e"), (r"^jeou$", "jiu"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def chinese(word: str) -> tuple[str, ...]:
    """Readings in pinyin without bounds between syllables; empty where the word is not Chinese. A hyphen, even a lone one before the word,
    allows for Wade-Giles beside pinyin."""
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
    aspirated, bare = "'" in syllable, syllable.replace("'", "")
    for initial, plainly, breathed in _INITIALS:
        if bare.startswith(initial):
            starts = breathed if aspirated else plainly if is_marked else (*plainly, *breathed)
            final = _final(bare[len(initial) :] or "i", initial)
            return tuple(found for start in starts if _ONE.fullmatch(found := start + final))
    found = _final(bare, "")
    return (found,) if _ONE.fullmatch(found) else ()


def _final(final: str, initial: str) -> str:
    if initial in ("ts", "tz", "ss", "sz") and final in ("u", "e", "ze"):
        return "i" if final == "u" and initial != "ts" else "e" if final == "e" and initial == "ts" else "i" if initial != "ts" else final
    for pattern, into in _FINALS:
        if (changed := re.sub(pattern, into, final)) != final and (initial == "" or not pattern.startswith("^") or pattern == "^o$"):
            return changed
    return final
