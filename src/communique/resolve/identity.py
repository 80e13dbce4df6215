"""Whether two names are one person's, and the key that finds a person again in other articles.

A word is compared by its readings (resolve/romanisation) and by the given names it may be (lexicon), in the tradition of the names.
Where letters, order or length leave a doubt the judgement is open: None.
"""

from functools import lru_cache
from typing import NamedTuple

from communique.lexicon import Lexicon, Tradition
from communique.resolve.full_names import FullName, parsed, traditions_of
from communique.resolve.given_names import same_given
from communique.resolve.known_names import KnownNames, known_names
from communique.resolve.name_keys import family_keys, person_key_of
from communique.resolve.romanisation import plain, script_of, script_pattern
from communique.resolve.written_names import WrittenName, written_name

_UNKNOWN_COUNTRY = "und"
Pair = tuple[str | None, str | None]


class Judgement(NamedTuple):
    """Whether two names are one person's.

    same   True where sure, False where they differ, None where it is open
    rule   what decided: "name.equal", "name.given", "name.family", "name.surname-only" ...
    """

    same: bool | None
    rule: str


def same_person(a: str, b: str, lexicon: Lexicon, *, countries: Pair = (None, None), titles: Pair = (None, None)) -> Judgement:
    """Whether two names, as written in running text, are one person's.

    `countries` (codes as in the lexicon) and `titles` of the two: agreeing, both decide for a surname alone; countries that differ leave
    equal names open; neither ever joins different names.
    """
    judged = _judged(a, b, countries, lexicon)
    if judged.same and _differ(countries):
        return Judgement(None, "name.countries")
    if judged.rule == "name.surname-only" and _agree(countries) and _agree(titles):
        return Judgement(True, "name.office")
    return judged


def person_key(name: str, lexicon: Lexicon, country: str | None = None) -> tuple[str, ...] | None:
    """(surname, first given name) in ASCII and lower case, then "jr" or the like where it is written.

    Equal for all spellings of one name; middle names, patronymics and second Spanish surnames are left out. None for a single word, an
    initial in place of the given name, and where spelling or order leave two keys: single s in German spellings of Russian ("Selenskyj"),
    Wade-Giles without apostrophes ("Chou En-lai"), surnames in Arabic script that are not given names too.
    """
    return _key(name, country, lexicon)


def actor_id(name: str, country: str | None, lexicon: Lexicon) -> str | None:
    """The person's id across articles: "rus.ryabkov.sergei"; "und" stands for an unknown country. None where `person_key` is None.

    It tells names apart, not bearers: two persons of one name and country share it.
    """
    key = _key(name, country, lexicon)
    return ".".join(((country or _UNKNOWN_COUNTRY).lower().replace(":", "-"), *key)) if key else None


@lru_cache(maxsize=1 << 16)
def _key(name: str, country: str | None, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The key all traditions of the name agree on."""
    known, written = known_names(lexicon), written_name(name, lexicon)
    keys = {_key_in(written, tradition, known) for tradition in traditions_of(written, country, known) or (None,)}
    return keys.pop() if len(keys) == 1 else None


def _key_in(written: WrittenName, tradition: Tradition | None, known: KnownNames) -> tuple[str, ...] | None:
    full = parsed(written, tradition, known)
    if full is None or full.is_open:
        return None
    key = person_key_of(full, tradition, known)
    return (*key, written.suffix) if key and written.suffix else key


@lru_cache(maxsize=1 << 14)
def _judged(a: str, b: str, countries: Pair, lexicon: Lexicon) -> Judgement:
    known = known_names(lexicon)
    one, other = written_name(a, lexicon), written_name(b, lexicon)
    if not one.words or not other.words:
        return Judgement(False if one.words or other.words else None, "name.empty")
    shared = _shared(one, other, countries, known)
    verdicts = [_judged_in(one, other, tradition, known) for tradition in shared]
    firm = {verdict.same for verdict in verdicts}
    return _with_suffixes(verdicts[0] if len(firm) == 1 else Judgement(None, "name.traditions"), one, other)


def _shared(a: WrittenName, b: WrittenName, countries: Pair, known: KnownNames) -> tuple[Tradition | None, ...]:
    """The traditions to compare in: those of both, those of the one where the other tells none, those of a script before all."""
    ours, theirs = traditions_of(a, countries[0], known), traditions_of(b, countries[1], known)
    if (a.script == "latin") != (b.script == "latin"):
        return (ours if b.script == "latin" else theirs) or (None,)
    return tuple(tradition for tradition in ours if tradition in theirs) or (None,) if ours and theirs else ours or theirs or (None,)


def _judged_in(a: WrittenName, b: WrittenName, tradition: Tradition | None, known: KnownNames) -> Judgement:
    one, other = parsed(a, tradition, known), parsed(b, tradition, known)
    if one is None or other is None:
        return _short(a, b, tradition, known)
    judged = Judgement(True, "name.equal") if _folded(a) == _folded(b) else _compared(one, other, tradition, known)
    if judged.same and _son_and_clan(a, b, known):
        return Judgement(None, "name.clan")
    if judged.same is False and (one.is_open or other.is_open) and _compared(_turned(one), other, tradition, known).same:
        return Judgement(None, "name.order")
    if judged.same is False and judged.rule == "name.family" and _is_within(a, b, tradition, known):
        return Judgement(None, "name.part")
    if judged.same is False and _characters_of_another(a, b, known):
        return Judgement(None, "name.characters")
    return judged


def _compared(a: FullName, b: FullName, tradition: Tradition | None, known: KnownNames) -> Judgement:
    """Surnames, then given names, of two full names."""
    if not _same_family(a, b, tradition, known):
        return Judgement(False, "name.family")
    return Judgement(same_given(a.given, b.given, tradition, known), "name.given")


def _same_family(a: FullName, b: FullName, tradition: Tradition | None, known: KnownNames) -> bool:
    """The surname that counts is one; a second one may be missing but not differ."""
    return all(is_one_word(x, y, tradition, known) for x, y in zip(a.family, b.family, strict=False))


def is_one_word(a: str, b: str, tradition: Tradition | None, known: KnownNames) -> bool:
    """True where two words may be spellings of one surname."""
    if script_of(a) == "arabic" != script_of(b):
        a, b = b, a
    ours = family_keys(a, tradition, known)
    if not ours.isdisjoint(family_keys(b, tradition, known)):
        return True
    if script_of(b) != "arabic" or script_of(a) == "arabic":
        return False
    pattern = script_pattern(b)
    return pattern is not None and any(pattern.fullmatch(key.lstrip("=")) for key in ours)


def _short(a: WrittenName, b: WrittenName, tradition: Tradition | None, known: KnownNames) -> Judgement:
    """A single word against a name: it may be short for it, and differs where no word of the name is it."""
    short, full = sorted((a, b), key=lambda name: (len(name.words), len(name.words[0])))
    if not _is_among(short.words[0], (*full.words, *_parts(full)), tradition, known):
        return Judgement(False, "name.family")
    whole = parsed(full, tradition, known)
    is_surname = whole is None or _is_among(short.words[0], whole.family, tradition, known)
    return Judgement(None, "name.surname-only" if is_surname else "name.part")


def _is_within(a: WrittenName, b: WrittenName, tradition: Tradition | None, known: KnownNames) -> bool:
    """True where every word of the shorter name stands in the longer one, hyphenated parts counting as words."""
    short, full = sorted((_parts(a), _parts(b)), key=len)
    return len(short) < len(full) and all(_is_among(word, full, tradition, known) for word in short)


def _is_among(word: str, words: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> bool:
    return any(is_one_word(word, other, tradition, known) or same_given((word,), (other,), tradition, known) is True for other in words)


def _parts(name: WrittenName) -> tuple[str, ...]:
    return tuple(part for word in name.words for part in word.split("-") if part)


def _son_and_clan(a: WrittenName, b: WrittenName, known: KnownNames) -> bool:
    """ "Hamad bin Khalifa" is Khalifa's son, "Hamad Al Khalifa" of a house of that name."""
    return (a.last in known.particles and b.last in known.articles) or (b.last in known.particles and a.last in known.articles)


def _folded(name: WrittenName) -> str:
    return "".join(name.words) if name.script == "arabic" else plain("".join(name.words))


def _turned(name: FullName) -> FullName:
    return FullName(name.family, name.given)


def _characters_of_another(a: WrittenName, b: WrittenName, known: KnownNames) -> bool:
    """Characters are read in Chinese, Japanese and Korean; a name that is no Chinese one may be another reading of them."""
    if "han" not in (a.script, b.script) or a.script == b.script:
        return False
    return "chinese" not in traditions_of(b if a.script == "han" else a, None, known)


def _with_suffixes(judged: Judgement, a: WrittenName, b: WrittenName) -> Judgement:
    """ "Jr." against "Sr." are two persons; against nothing it is open."""
    if judged.same is False or a.suffix == b.suffix:
        return judged
    return Judgement(False if a.suffix and b.suffix else None, "name.suffix")


def _agree(pair: Pair) -> bool:
    return pair[0] is not None and pair[1] is not None and pair[0].casefold() == pair[1].casefold()


def _differ(pair: Pair) -> bool:
    return pair[0] is not None and pair[1] is not None and pair[0] != pair[1]
