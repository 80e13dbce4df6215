"""Arabic names, and the Persian, Kurdish, Pashto and Urdu ones written like them, in English, French and scholarly spellings.

In a reading C is چ, S ش, X خ, k any of ق ك گ غ (which spellings mix), j any of ج ژ; vowels are a i u and the diphthongs ai au.
"""

import re
import unicodedata
from functools import lru_cache

from communique.resolve.romanisation.letters import plain
from communique.resolve.romanisation.rules import rewrite, rules

_FRENCH = re.compile(r"ou|dj|[éèïç]|[aiou]ne$|^ch|(?<=[aeiou])ch(?=[aeiou])(?!i$)")
_CON = "[^aeiou]"
_FRENCH_RULES = rules(("tch", "C"), ("ch", "S"), ("(?<=[aiou]n)e$", ""))
_RULES = rules(
    ("^ben(?=[a-z]{4})", ""),  # as "Ben" written apart is left out
    ("^[ae]l(?=[^aeioul][a-z]{3})", ""),  # the article grown to the word: ElBaradei
    ("dsch", "j"), ("tsch", "C"), ("sch", "S"),  # German
    ("tch|ch", "C"), ("sh", "S"), ("kh", "X"), ("gh|q|g|ck|c", "k"), ("zh|dj", "j"), ("ph", "f"), ("th", "t"), ("v", "w"),
    ("dh", "d", "z"),  # Kadhafi, Nadhim
    (f"^abd[aeou]l(?=..)|^abd[aeou](?={_CON}{_CON}?[aeiou])", "abd"),  # Abdulrahman, Abderrahmane, Abd al-Rahman
    ("^ab(?:ou|u|o)l?(?=[^aeiou])", "abu"),  # Abu al-, Aboul-
    ("[aeiu]d?d(?:in|een|ine)$", "din"), (f"(?<={_CON})[aou]l+ah?$", "ulah"),  # -al-Din, -allah
    ("ou(?=[aeio])", "w"), ("ou|oo", "u"), ("o(?=w)", "a"), ("o", "u"), ("(?<=n)eh(?=i$)", "e"),
    ("ee|ie(?=[^aeiou])|ie$", "i"), ("aa", "a"), ("awu|aw(?![aeiou])|au", "au"),
    ("ae(?=[^aeiou])|aei|ei|ey(?![aeiou])|ay(?![aeiou])", "ai"),
    ("(?<=[aeu])i(?=[aeu])", "y"), ("i?y(?![aeiou])|iy+(?=[aeiou])", "i"), ("i+", "i"), ("u+", "u"),
    ("(?<=[^aiu])uw(?=[aiu])", "w"),
    ("(.)\\1", "\\1"),  # doubled letters are heard, not always written
    ("uh$", "u"), ("[ae]h?$", "a"),  # -a, -ah, -eh, -e
    (f"(?<=a{_CON})e(?={_CON}$)|(?<=u{_CON})e(?={_CON}$)|(?<=u{_CON}{_CON})e(?={_CON}$)", "i"),  # Khaled, Mohsen
    ("e", "a"),
)  # fmt: skip


def arabic(word: str) -> tuple[str, ...]:
    """Readings of a name word in the Latin alphabet."""
    written = unicodedata.normalize("NFC", word).lower()
    letters = rewrite([plain(word)], _FRENCH_RULES) if _FRENCH.search(written) else (plain(word),)
    return rewrite(letters, _RULES)


# What each letter of the script may be in a reading; short vowels are not written.
_SCRIPT = {
    "ا": "a", "أ": "[aiu]", "إ": "[ia]", "آ": "a", "ى": "a", "ة": "a?", "ء": "", "ؤ": "u?", "ئ": "i?", "ب": "b",
    "پ": "p", "ت": "t", "ث": "[ts]", "ج": "[jk]", "چ": "C", "ح": "h", "خ": "X", "د": "d", "ذ": "[dz]", "ر": "r",
    "ز": "z", "ژ": "j", "س": "s", "ش": "S", "ص": "s", "ض": "[dz]", "ط": "t", "ظ": "[dz]", "ع": "", "غ": "k", "ف": "f",
    "ق": "k", "ك": "k", "ک": "k", "گ": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "(?:w|au|u)",
    "ي": "(?:y|ai|i)", "ی": "(?:y|ai|i)",
}  # fmt: skip


@lru_cache(maxsize=4096)
def script_pattern(word: str) -> re.Pattern[str] | None:
    """What the readings of a word in Arabic script look like; None where a letter is unknown."""
    bare = re.sub(r"[\u064b-\u0652\u0640\u200c]", "", word)
    bare = re.sub("([يی])[يی]", r"\1", bare)
    bare = bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare
    if not bare or any(letter not in _SCRIPT for letter in bare):
        return None
    if bare.endswith("الله"):
        return re.compile("[aiu]?".join([*(_SCRIPT[letter] for letter in bare[:-4]), "ula"]))
    parts = [_SCRIPT[letter] for letter in bare]
    if bare[0] == "ا":
        parts[0] = "[aiu]"
    if bare[-1] == "ه":
        parts[-1] = "(?:h|a)?"
    return re.compile("[aiu]?".join(parts))
