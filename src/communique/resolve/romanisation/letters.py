"""Any script -> the letters a to z. The only importer of anyascii."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_NO_LETTER = re.compile(r"[^a-z]")
_SAID = str.maketrans("əƏ", "aA")  # as the press writes what anyascii renders by its looks
_SCRIPTS = (
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("hangul", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("han", re.compile(r"[\u3400-\u9fff]")),
    ("other", re.compile(r"[\u0370-\u03ff\u0530-\u05ff\u0700-\u074f\u0780-\u10ff]")),
)


def script_of(text: str) -> str:
    """ "latin", "cyrillic", "arabic", "kana", "hangul", "han" or "other"."""
    return "latin" if text.isascii() else next((name for name, letters in _SCRIPTS if letters.search(text)), "latin")


def ascii_of(text: str) -> str:
    """The text in ASCII, case and marks kept ("习近平" -> "XiJinPing", "Chŏng'ŭn" -> "Chong'un")."""
    return text if text.isascii() else anyascii(unicodedata.normalize("NFC", text).translate(_SAID))


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Letters a to z alone, nothing swapped ("al-Ṣadr" -> "alsadr")."""
    return _NO_LETTER.sub("", ascii_of(word).lower())
