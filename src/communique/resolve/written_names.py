"""A name as it stands in running text -> its words, without honorifics, particles, articles and suffixes."""

import re
import unicodedata
from collections.abc import Container
from typing import NamedTuple

from communique.lexicon import Lexicon
from communique.resolve.known_names import known_names, spelling
from communique.resolve.romanisation import ascii_of, plain, script_of

_ASIDE = re.compile(r"[\"“(«„].*?[\"”)»“]")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")
_SPACES = re.compile(r"[\s・·]+")
_MARKS = " ,;:"
_DASHES = str.maketrans("‐‑‒–", "----")
_ABD = re.compile(r"abd(?:[aeou][lrsntdz]?|[aeou]sh)?|abu|abou|abu?oul|abul|عبد|أبو|ابو", re.IGNORECASE)
_DIN = re.compile(r"(?:[aeiu]d[- ]?)?d(?:in|een|ine)|الدين", re.IGNORECASE)
_ALLAH = re.compile(r"(?:[aou]l)?l+ah?|allah|ullah|الله", re.IGNORECASE)


class WrittenName(NamedTuple):
    """The words of a name.

    words     in their order; hyphens and apostrophes kept
    suffix    "jr", "sr", "ii" ...; None without
    script    see `script_of`
    particles particles and articles left out, folded; they tell of a tradition
    last      that which stands before the last word, empty where none does
    """

    words: tuple[str, ...]
    suffix: str | None
    script: str
    particles: tuple[str, ...]
    last: str


def written_name(name: str, lexicon: Lexicon) -> WrittenName:
    """The words that a name is made of; no words where nothing but titles and particles stands."""
    text = _ASIDE.sub(" ", unicodedata.normalize("NFC", name)).translate(_DASHES).strip(_MARKS)
    words, suffix = _without_suffix(_turned(_words(text), lexicon), lexicon)
    while _begins_with_title(words, lexicon):
        words = words[1:]
    kept, before = _without_particles(_glued(words, known_names(lexicon).articles), lexicon)
    return WrittenName(_in_script(kept), suffix, script_of(text), tuple(filter(None, before)), before[-1] if before else "")


def _begins_with_title(words: list[str], lexicon: Lexicon) -> bool:
    """ "Mr.", or before two more words "Sheikh", "King"."""
    first = words[0].lower() if words else ""
    rank = first in lexicon.words["male_words"] or first in lexicon.words["female_words"]
    return (len(words) > 1 and first in lexicon.words["honorifics"]) or (len(words) > 2 and rank)


def _words(text: str) -> list[str]:
    found: list[str] = []
    for word in _SPACES.split(_POSSESSIVE.sub("", text).replace(" -", "-").replace("- ", "-")):
        found += [f"{letter}." for letter in word.replace("-", "").split(".") if letter] if _INITIALS.fullmatch(word) else [word]
    return [word for word in found if word.strip(".-'’")]


def _turned(words: list[str], lexicon: Lexicon) -> list[str]:
    """ "Ryabkov, Sergei" the right way round; a comma before a suffix is only dropped."""
    at = next((n for n, word in enumerate(words) if word.endswith(",")), None)
    if at is None:
        return words
    before, after = [*words[:at], words[at].rstrip(",")], words[at + 1 :]
    return before + after if after and _suffix(after[0], lexicon) else after + before


def _without_suffix(words: list[str], lexicon: Lexicon) -> tuple[list[str], str | None]:
    if len(words) > 1 and (suffix := _suffix(words[-1], lexicon)):
        return words[:-1], suffix
    return words, None


def _suffix(word: str, lexicon: Lexicon) -> str | None:
    bare = word.lower().rstrip(".")
    return bare if bare in lexicon.words["name_suffixes"] else None


def _glued(words: list[str], articles: Container[str]) -> list[str]:
    """ "Abd al-Rahman", "Salah al-Din" and "Nasr Allah" as one word each."""
    found: list[str] = []
    for word in words:
        bare = without_article(word, articles)
        before = spelling(found[-1]) if found else ""
        if _ABD.fullmatch(before):
            found[-1] += bare
        elif before in articles and len(found) > 1 and _ABD.fullmatch(plain(found[-2])):
            found[-2:] = [found[-2] + word]
        elif len(before) > 2 and (_DIN.fullmatch(bare) or _ALLAH.fullmatch(bare)):
            found[-1] += bare if not bare.isascii() or _ALLAH.fullmatch(bare) else "uddin"
        else:
            found.append(word)
    return found


def without_article(word: str, articles: Container[str]) -> str:
    """Without what is tied to its front: "al-", or an article whose consonant is that of the word ("ar-Rahman", "ash-Sharif")."""
    head, hyphen, rest = word.partition("-")
    folded = plain(head)
    if not (hyphen and rest and folded in articles):
        return word
    return rest if folded.endswith("l") or plain(rest).startswith(folded[1:]) else word


def _without_particles(words: list[str], lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The words without particles and articles, and what stood before each."""
    known = known_names(lexicon)
    kept: list[str] = []
    before = [""]
    for n, word in enumerate(words):
        bare = without_article(word, known.articles)
        if bare == word and _is_particle(word, n, len(words), lexicon):
            before[-1] = spelling(word)
            continue
        if bare != word:
            before[-1] = before[-1] or plain(word.partition("-")[0])
        kept.append(bare)
        before.append("")
    return kept, before[:-1]


def _is_particle(word: str, at: int, length: int, lexicon: Lexicon) -> bool:
    """A particle that is no name: the last word always is one, and a capitalised first one may be ("Al Gore", "Le Duc Tho")."""
    folded = spelling(word)
    if folded not in lexicon.words["name_particles"] or at + 1 == length:
        return False
    return not (at == 0 and word[0].isupper() and known_names(lexicon).is_listed(folded))


def _in_script(words: list[str]) -> tuple[str, ...]:
    """A name in characters or Hangul written without spaces gets its surname apart."""
    if len(words) == 1 and script_of(words[0]) in ("han", "hangul") and 2 <= len(words[0]) <= 4:
        at = 2 if len(words[0]) == 4 else 1
        return (words[0][:at], words[0][at:])
    return tuple(words)


def is_initial(word: str) -> bool:
    """ "S.", "J", "Yu."."""
    bare = word.rstrip(".")
    if script_of(bare) in ("han", "hangul", "kana"):
        return False
    return len(bare) == 1 or (word.endswith(".") and len(plain(bare)) < 4 and len(ascii_of(bare)) < 4)
