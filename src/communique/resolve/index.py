"""The lexicon turned round for reading: from the words of a text to what they can mean."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from communique.lexicon.entries import Country, Lexicon, Organisation, Outlet, RoleWord
from communique.model import Body, Role
from communique.resolve.names import fold

Sort = Literal["country", "adjective", "seat", "organisation", "outlet", "role", "place", "other"]
Words = tuple[str, ...]
PLACES = "places_"  # word lists of regions and towns end in their country: places_USA
INSTITUTION = "institution_"  # those of nouns for institutions in the role of their people: institution_GOV


class Sense(NamedTuple):
    """What a phrase of the lexicon means.

    sort     which list it stands in; "adjective" covers demonyms, "seat" capitals and palaces, "place" regions and
             towns, "other" phrases that look like a country's ("Latin American")
    codes    countries or organisations of states it may stand for; several where it is ambiguous
    role     the role it gives to whoever bears it
    name     the speaker's name where the phrase alone is the source; None for states, capitals and organisations of states as a whole
    generic  a role word that describes anyone
    sex      of whoever bears it, where the word tells
    plural   several people
    base     of a role word, its words in the singular
    written  the spelling an acronym must have ("WHO", never "who"), else None
    """

    sort: Sort
    codes: tuple[str, ...] = ()
    role: Role | None = None
    name: str | None = None
    generic: bool = False
    sex: Literal["f", "m"] | None = None
    plural: bool = False
    base: Words = ()
    written: str | None = None

    @property
    def is_name(self) -> bool:
        """True for all but role words."""
        return self.sort != "role"


class Label(NamedTuple):
    """A phrase of the lexicon found in a body: token range and meaning."""

    first: int
    end: int
    sense: Sense


Labels = tuple[Label | None, ...]


class Index:
    """What the phrases of one lexicon mean, how many words those have that begin with a word, and its closed word classes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.language = lexicon.language
        self.words = defaultdict(frozenset[str], lexicon.words)
        self.institutions = dict(_institutions(lexicon))
        self.particles = self.among("name_particles")
        self.not_in_names = self.particles | self.among("name_suffixes")
        self.dates = self.among("weekdays") | self.among("months")
        self.sexes = _sexes(lexicon)
        self.given = frozenset(fold(form) for entry in lexicon.given_names for form in entry.forms)
        self.no_names = self.dates | self.among("honorifics") | self.among("former")
        phrases: dict[Words, Sense] = {}
        for phrase, sense in _senses(lexicon):
            words = _tokens(phrase.lower())
            phrases[words] = _joined(phrases.get(words), sense)
        self.phrases = phrases
        lengths: dict[str, set[int]] = {}
        for words in phrases:
            lengths.setdefault(words[0], set()).add(len(words))
        self.lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    def institution(self, word: str) -> Role | None:
        """The role that a noun for an institution gives to it and its people, None for other words."""
        return self.institutions.get(word)

    def among(self, name: str) -> frozenset[str]:
        """The closed class of words with that name; empty where the language has none."""
        return self.words[name]


def _sexes(lexicon: Lexicon) -> dict[str, Literal["f", "m"]]:
    """The given names that only women or only men bear, folded."""
    told: defaultdict[str, set[Literal["f", "m"] | None]] = defaultdict(set)
    for entry in lexicon.given_names:
        for form in entry.forms:
            told[fold(form)].add(entry.sex)
    return {form: sex for form, sexes in told.items() if len(sexes) == 1 and (sex := next(iter(sexes)))}


def _joined(known: Sense | None, sense: Sense) -> Sense:
    """The first list wins; two countries that share a word make it ambiguous."""
    if known is None:
        return sense
    if known.written != sense.written:
        known = known._replace(written=None)  # "TASS" and "Tass"
    if known.sort == sense.sort and known.codes and known.codes != sense.codes:
        return known._replace(codes=(*known.codes, *sense.codes))
    return known


def _tokens(phrase: str) -> Words:
    """The phrase as the tokenizer would cut it."""
    for mark in ("-", ",", "(", ")"):
        phrase = phrase.replace(mark, f" {mark} ")
    return tuple(phrase.replace("’", "'").replace("'s ", " 's ").split())


def _acronym(phrase: str) -> str | None:
    return phrase if phrase.isupper() and phrase.isalpha() else None


def _senses(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    """All phrases; where one stands in two lists the first meaning given here holds."""
    wholes: set[str] = set()
    for organisation in lexicon.organisations:
        yield from _organisation(organisation, organisation.code is not None and organisation.code not in wholes)
        wholes.add(organisation.code or "")
    for outlet in lexicon.outlets:
        yield from _outlet(outlet)
    for country in lexicon.countries:
        yield from _country(country)
    for name, phrases in sorted(lexicon.words.items()):
        if name.startswith(PLACES):
            yield from ((phrase, Sense("place", (name.removeprefix(PLACES),), "GOV", phrase)) for phrase in sorted(phrases))
    for phrase in sorted(lexicon.words.get("no_country", ())):
        yield phrase, Sense("other")
    for role in lexicon.roles:
        yield from _role(role)


def _country(country: Country) -> Iterator[tuple[str, Sense]]:
    for name in (country.name, *country.names):
        yield name, Sense("country", _codes(country, name), "GOV", written=_acronym(name))
    for word in (*country.adjectives, *country.demonyms):
        yield word, Sense("adjective", _codes(country, word))
        yield word + "s", Sense("adjective", _codes(country, word), plural=True)
    towns = {*country.cities, *((country.capital,) if country.capital else ())}
    for seat in sorted(towns.union(country.seats)):
        yield seat, Sense("seat", _codes(country, seat), "GOV", name=None if seat in towns else seat)


def _codes(country: Country, word: str) -> tuple[str, ...]:
    """An ambiguous word also stands for something that is no country: the empty code."""
    return (country.code, "") if word in country.ambiguous else (country.code,)


def _organisation(organisation: Organisation, whole: bool) -> Iterator[tuple[str, Sense]]:
    """The first entry with a code is the organisation of states as a whole and speaks without a name; others are its organs."""
    code = organisation.code or organisation.country
    role: Role | None = "IGO" if organisation.code else organisation.role
    for name in (organisation.name, *organisation.aliases):
        yield name, Sense("organisation", (code,) if code else (), role, None if whole else organisation.name, written=_acronym(name))


def _outlet(outlet: Outlet) -> Iterator[tuple[str, Sense]]:
    for name in (outlet.name, *outlet.aliases):
        codes = (outlet.country,) if outlet.country else ()
        yield name, Sense("outlet", codes, "JRN", outlet.name, written=_acronym(name))


def _role(role: RoleWord) -> Iterator[tuple[str, Sense]]:
    sense = Sense(
        "role", (role.country,) if role.country else (), role.role, None, role.generic, role.sex, base=_tokens(role.phrase.lower())
    )
    yield role.phrase, sense
    yield _plural(role.phrase), sense._replace(plural=True)


_PLURALS = (("woman", "women"), ("man", "men"), ("person", "people"), ("y", "ies"), ("s", "ses"), ("ch", "ches"), ("", "s"))


def _plural(phrase: str) -> str:
    singular, plural = next(pair for pair in _PLURALS if phrase.endswith(pair[0]))
    return phrase[: len(phrase) - len(singular)] + plural


def _institutions(lexicon: Lexicon) -> Iterator[tuple[str, Role]]:
    """Nouns for institutions, with the role of their people: the word lists named institution_GOV, institution_JUD ..."""
    for name, words in lexicon.words.items():
        if name.startswith(INSTITUTION):
            role: Role = name.removeprefix(INSTITUTION)  # type: ignore[assignment]
            yield from ((form, role) for word in words for form in (_plural(word), word))


class _Same:
    """A lexicon as a key: the very same object."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.lexicon is other.lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)


@lru_cache(maxsize=8)
def _index(key: _Same) -> Index:
    return Index(key.lexicon)


def index_of(lexicon: Lexicon) -> Index:
    """The lexicon's index, built once for each lexicon."""
    return _index(_Same(lexicon))


def find_labels(body: Body, index: Index) -> Labels:
    """For each token the phrase of the lexicon it belongs to: leftmost first, longest there."""
    labels: list[Label | None] = [None] * len(body.words)
    lower, lengths, stances, free = body.lower, index.lengths, index.among("stance_prefixes"), 0
    for i, word in enumerate(lower):
        if word in lengths and i >= free and not (i > 1 and lower[i - 1] == "-" and lower[i - 2] in stances):
            label = _longest(body, i, lengths[word], index.phrases)
            if label:
                free = label.end
                labels[i:free] = [label] * (free - i)
    return tuple(labels)


def _longest(body: Body, i: int, lengths: tuple[int, ...], phrases: dict[Words, Sense]) -> Label | None:
    for length in lengths:
        words = body.lower[i : i + length]
        sense = phrases.get(words) if len(words) == length else None
        if sense and _is_meant(body, i, i + length, sense):
            return Label(i, i + length, sense)
    return None


def _is_meant(body: Body, first: int, end: int, sense: Sense) -> bool:
    """Names are capitalised and hold a proper noun or adjective; role words are nouns, or adjectives that name a party."""
    if sense.sort == "role":
        last, several = body.tags[end - 1], end - first > 1
        return last[0] == "N" or (last == "JJ" and (several or (bool(sense.codes) and body.words[first][0].isupper())))
    if sense.written:
        return sense.written == body.words[first]
    if not body.words[first][0].isupper():
        return False
    return any(tag[:2] in ("NN", "JJ") for tag in body.tags[first:end])
