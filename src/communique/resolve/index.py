"""The lexicon turned round for reading: from the words of a text to what they can mean."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from communique.lexicon.entries import Country, KnownActor, Lexicon, Organisation, Outlet, RoleWord
from communique.model import Body, Role
from communique.resolve.names import fold, name_words

Sort = Literal["country", "adjective", "seat", "organisation", "outlet", "role", "place", "other", "actor"]
Words = tuple[str, ...]
PEOPLES = "peoples_"  # those of peoples of one country: peoples_MMR
PLACES = "places_"  # word lists of regions and towns end in their country: places_USA
KIND = "kind_"  # those of words that tell what a group, an office or a worker is concerned with: kind_MED
INSTITUTION = "institution_"  # those of nouns for institutions in the role of their people: institution_GOV


class Sense(NamedTuple):
    """What a phrase of the lexicon means.

    sort     which list it stands in; "adjective" covers demonyms, "seat" capitals and palaces, "place" regions and
             towns, "other" phrases that look like a country's ("Latin American"), "actor" names of the user's table
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
        self.kinds = dict(_kinds(lexicon))
        self.longest_kind = max(map(len, self.kinds), default=0)
        listed = [body for body in lexicon.organisations if body.plover]
        self.plover = {code: body.plover for code, body in _wholes(lexicon).items() if body.plover}
        self.organs = {_tokens(name.lower()): body.plover for body in listed for name in (body.name, *body.aliases)}
        self.particles = self.among("name_particles")
        self.not_in_names = self.particles | self.among("name_suffixes")
        self.dates = self.among("weekdays") | self.among("months")
        self.known = _known(lexicon, self.not_in_names)
        self.sexes = _sexes(lexicon)
        self.given = frozenset(fold(form) for entry in lexicon.given_names for form in entry.forms)
        self.no_names = self.dates | self.among("honorifics") | self.among("former")
        phrases: dict[Words, Sense] = {}
        for phrase, sense in _senses(lexicon):
            words = _tokens(phrase.lower())
            for form in (words, _points_apart(words)) if "." in phrase else (words,):
                phrases[form] = _joined(phrases.get(form), sense)
        self.phrases = phrases
        lengths: dict[str, set[int]] = {}
        for words in phrases:
            lengths.setdefault(words[0], set()).add(len(words))
        self.lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    def institution(self, word: str) -> Role | None:
        """The role that a noun for an institution gives to it and its people, None for other words."""
        return self.institutions.get(word)

    def kind_at(self, lower: Words, i: int) -> tuple[Role, int] | None:
        """The role that a phrase at a token, which says what people are concerned with, gives to them, and its length: the longest."""
        for length in range(min(self.longest_kind, len(lower) - i), 0, -1):
            role = self.kinds.get(lower[i : i + length])
            if role:
                return role, length
        return None

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
    if known.sort == sense.sort == "actor":
        codes = known.codes if known.codes == sense.codes else ("", "")  # two of the user's entries differ: open
        return known._replace(codes=codes, role=known.role if known.role == sense.role else None)
    if known.sort == sense.sort and known.codes and known.codes != sense.codes:
        return known._replace(codes=(*known.codes, *sense.codes))
    return known


def _tokens(phrase: str) -> Words:
    """The phrase as the tokenizer would cut it, in small letters."""
    return _written_tokens(phrase.lower())


def _written_tokens(phrase: str) -> Words:
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    for mark in ("-", ",", "(", ")"):
        phrase = phrase.replace(mark, f" {mark} ")
    return tuple(phrase.replace("’", "'").replace("'s ", " 's ").split())


def _points_apart(words: Words) -> Words:
    """The words with a final point as a token of its own, as the tokenizer has it behind abbreviations that it does not know ("Col.")."""
    return tuple(part for word in words for part in ((word[:-1], ".") if len(word) > 2 and word.find(".") == len(word) - 1 else (word,)))


def _acronym(phrase: str) -> str | None:
    return phrase if phrase.isupper() and phrase.isalpha() else None


def _senses(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    """All phrases; where one stands in two lists the first meaning given here holds."""
    for actor in lexicon.actors:
        yield from _actor(actor)
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
        elif name.startswith(PEOPLES):
            code = name.removeprefix(PEOPLES)
            yield from ((form, Sense("adjective", (code,), plural=form != word)) for word in sorted(phrases) for form in (word, word + "s"))
    for phrase in sorted(lexicon.words.get("no_country", ())):
        yield phrase, Sense("other")
    for role in lexicon.roles:
        yield from _role(role)


def _actor(actor: KnownActor) -> Iterator[tuple[str, Sense]]:
    for name in (actor.name, *actor.aliases):
        codes = (actor.country,) if actor.country else ()
        yield name, Sense("actor", codes, actor.role, actor.name, written=_acronym(name))


def _known(lexicon: Lexicon, dropped: frozenset[str]) -> dict[Words, tuple[KnownActor, ...]]:
    """The user's actors by the words of their names, folded."""
    known: defaultdict[Words, tuple[KnownActor, ...]] = defaultdict(tuple)
    for actor in lexicon.actors:
        for words in {name_words(_written_tokens(name), dropped) for name in (actor.name, *actor.aliases)}:
            known[words] += (actor,)
    return dict(known)


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


def _wholes(lexicon: Lexicon) -> dict[str, Organisation]:
    """By code the organisation of states as a whole: the first entry that bears it."""
    return {body.code: body for body in reversed(lexicon.organisations) if body.code}


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


_PLURALS = (
    ("woman", "women"), ("human", "humans"), ("man", "men"), ("person", "people"), ("child", "children"), ("wife", "wives"),
    ("thief", "thieves"), ("ay", "ays"), ("ey", "eys"), ("oy", "oys"), ("y", "ies"), ("s", "ses"), ("ch", "ches"), ("sh", "shes"),
    ("x", "xes"), ("", "s"),
)  # fmt: skip


def _plural(phrase: str) -> str:
    singular, plural = next(pair for pair in _PLURALS if phrase.endswith(pair[0]))
    return phrase[: len(phrase) - len(singular)] + plural


def _institutions(lexicon: Lexicon) -> Iterator[tuple[str, Role]]:
    """Nouns for institutions, with the role of their people: the word lists named institution_GOV, institution_JUD ..."""
    for name, words in lexicon.words.items():
        if name.startswith(INSTITUTION):
            role: Role = name.removeprefix(INSTITUTION)  # type: ignore[assignment]
            yield from ((form, role) for word in words for form in (_plural(word), word))


def _kinds(lexicon: Lexicon) -> Iterator[tuple[Words, Role]]:
    """Words for what people are concerned with, with the role of such people: the word lists named kind_MED, kind_CRM ..."""
    for name, words in lexicon.words.items():
        if name.startswith(KIND):
            role: Role = name.removeprefix(KIND)  # type: ignore[assignment]
            yield from ((_tokens(form), role) for word in sorted(words) for form in (_plural(word), word))


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
        last, several = body.tags[end - 2 if end - first > 1 and body.words[end - 1] == "." else end - 1], end - first > 1
        return last[0] == "N" or (last == "JJ" and (several or (bool(sense.codes) and body.words[first][0].isupper())))
    if sense.written:
        return sense.written == body.words[first]
    if not body.words[first][0].isupper():
        return False
    return any(tag[:2] in ("NN", "JJ") for tag in body.tags[first:end])
