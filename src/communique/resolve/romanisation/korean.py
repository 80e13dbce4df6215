"""Korean names in the revised and the McCune-Reischauer romanisation, in the spellings of the press and in Hangul.

In a reading k t p c stand for both kinds of their consonants, o for 오 and 어, u for 우 and 으; a hyphen bounds syllables while it is read.
"""

import re
from functools import lru_cache

from communique.resolve.romanisation.letters import ascii_of
from communique.resolve.romanisation.rules import rewrite, rules

_RULES = rules(
    ("'", ""), ("wh", "hw"), ("ng", "N"), ("sh", "s"), ("ch|jj|j", "c"), ("uck", "ok"),
    ("kk|gg|ck|g", "k"), ("tt|dd|d", "t"), ("pp|bb|b", "p"), ("ss", "s"), ("l|rr", "r"), ("(?<=[tpk])h", ""),
    ("youN|yeoN", "yoN"), ("you", "yU"), ("yeo", "yo"), ("weo", "wo"), ("eo", "o"), ("e?ui", "i"), ("eu|oo|ou", "U"), ("ae|ai|ay", "e"),
    ("ee|ea|ie", "i"), ("oe|oi", "we"),
    ("ah(?![aeiouwy])", "a"), ("[ou]h(?![aeiouwy])", "o"), ("^r(?=[iy])|(?<=-)r(?=[iy])", ""), ("^wU|(?<=-)wU|^wu|(?<=-)wu", "U"),
    ("(?<=[cs])uN|(?<=[khmp]y)uN|(?<=^y)uN|(?<=-y)uN", "oN"), ("(?<=[hk]y)u(?=[nk])", "o"), ("(?<=s)uk", "ok", "uk"), ("U", "u"),
    ("^yi(?=-|$)|^i(?=-|$)", "i"),
    ("-", ""), ("(.)\\1", "\\1"),
)  # fmt: skip
_BREVES = str.maketrans({"ŏ": "eo", "ŭ": "eu", "Ŏ": "Eo", "Ŭ": "Eu", "’": "'"})  # without its breves a u may be either
_FOREIGN = re.compile("[qxzvf]|ian|iao")
_SYLLABLES = re.compile(r"(?:(?:[kch]?w[aeiou]|[kntprmsch]?(?:y[aeou]|[aeiou]))[kntprmN]?){1,2}")


@lru_cache(maxsize=1 << 14)
def korean(word: str) -> tuple[str, ...]:
    """Readings of a surname or of a given name with its syllables joined; empty where the word is not Korean."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", ascii_of(word.translate(_BREVES))).lower().replace(" ", "-")
    if _FOREIGN.search(text):
        return ()
    return tuple(reading for reading in rewrite([text], _RULES) if _SYLLABLES.fullmatch(reading))
