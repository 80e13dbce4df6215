"""The records of the lexicon: one class a file, in the order a reader meets them."""

from typing import Literal

from communique.lexicon.event_words import ContextWords, EventWord, NounClass
from communique.model import Act, GroundKind, Kind, Record, Role, Strength

Frame = Literal[
    "clause",  # finite complement, with or without "that": said (that) ..., asked whether ...; nouns: the claim that ...
    "quote",  # words it is put behind, before or into: "...", said X; ..., X said, ...
    "object",  # the object phrase holds the verdict: condemned the raid; called for talks is "for"
    "infinitive",  # of the subject: pledged to leave; nouns: its pledge to leave
    "gerund",  # denied leaving, suggested leaving
    "object+infinitive",  # addressee and infinitive: urged Ruritania to leave
    "object+complement",  # called the raid a crime
    "object+of", "object+for", "object+as", "object+against", "object+about", "object+with", "object+on", "object+to", "object+in",
    "for", "on", "of", "against", "about", "to", "with", "as", "in", "at", "over",  # the preposition's object: called for talks
    "addressee",  # beside "clause": the hearer may stand between, told the guests that ...
    "any-noun",  # beside "noun": any noun will do, voiced alarm at ...
    "noun",  # takes a cue noun as its object: reiterated its rejection of, issued a warning that
]  # fmt: skip


Tradition = Literal[
    "slavic", "arabic", "turkish", "chinese", "korean", "japanese", "vietnamese", "hungarian", "spanish", "portuguese",
]  # fmt: skip


class Cue(Record, frozen=True):
    """A word that attributes: lemma (further words must follow the verb: "call on"), part of speech, group, frames, and the act it
    usually performs; a lemma whose frames differ in act has an entry for each act."""

    lemma: str
    pos: Literal["verb", "noun", "adjective", "phrase"]
    group: str
    frames: tuple[Frame, ...]
    act: Act | None = None
    kind: Kind = "speech"
    forms: tuple[str, ...] = ()  # irregular inflections; regular ones are made


class Marks(Record, frozen=True):
    """A pair of quotation marks of one style: opening and closing mark, as written."""

    open: str
    close: str


class Country(Record, frozen=True):
    """A state or territory.

    code        ISO 3166-1 alpha-3 (Kosovo XKX)
    name        common English name
    names       further names and abbreviations ("U.S.", "Burma")
    adjectives  "Russian"
    demonyms    words for its people where they differ from the adjective ("Finn", "Finns")
    capital     None where there is none
    seats       words that stand for its government: the capital where that is usual, palaces, ministries' streets ("Kremlin")
    cities      those of the seats that are towns, beside `capital` itself: other spellings, other towns ("Peking", "Bonn");
                the rest are institutions
    ambiguous   those of the words above that may mean something else ("Georgian", "Dominican"): never resolved alone
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class Organisation(Record, frozen=True):
    """A body that speaks: its name, other names and acronyms, `code` ("IGO:UN") for organisations of states, else `country` and `role`.

    plover  what PLOVER writes where it differs: the country field ("UNO", "EUR"; of a state nobody recognises that of its sovereign),
            and after a space the sector of an organ ("UNO JUD")
    """

    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    country: str | None = None
    role: Role | None = None
    plover: str | None = None


class Outlet(Record, frozen=True):
    """A medium or news agency: names as they stand in text, `country` only for state media (it speaks for that state)."""

    name: str
    aliases: tuple[str, ...] = ()
    agency: bool = False
    country: str | None = None


class RoleWord(Record, frozen=True):
    """A word or phrase for an office or kind of person ("deputy foreign minister", "spokeswoman"), its role; `generic` where it
    describes anyone ("diplomat", "official"); `sex` where the word itself tells; `country` where only one has the office ("taoiseach")."""

    phrase: str
    role: Role | None
    generic: bool = False
    sex: Literal["f", "m"] | None = None
    country: str | None = None


class KnownActor(Record, frozen=True, rename={"since": "from", "until": "to"}):
    """Somebody the user knows, who wins over all that the words say: a name as it stands in text, other spellings, country and role.

    since, until  ISO dates of the first and the last day on which that is so ("from", "to" in the file); None for no bound
    """

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    role: Role | None = None
    since: str | None = None
    until: str | None = None


class StanceWord(Record, frozen=True):
    """A word by which a stance is shown or turned: stance.yaml explains the fields."""

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    effect: Literal["for", "against", "refuses", "ends", "keeps", "carries", "good", "bad"]
    case: str | None = None
    takes: tuple[Literal["object", "infinitive", "clause", "addressee"], ...] = ("object",)
    denied: Literal["nothing", "other"] = "other"
    named: str | None = None  # put before a bare name: "recognition of"
    lifts: bool = False  # "lifting the embargo" is an issue where several speak of it
    forms: tuple[str, ...] = ()


class Issue(Record, frozen=True):
    """An issue with a settled name: `aliases` are phrases for it, `parties` the codes of which one must be named with them.

    others  codes that may be named beside the parties; any further one makes it another issue
    """

    issue: str
    aliases: tuple[str, ...]
    parties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class WordList(Record, frozen=True):
    """A small closed class of words: the name the program asks for it by ("first_person"), and its members."""

    name: str
    words: tuple[str, ...]


class SignWords(Record, frozen=True):
    """Words that show what is done by saying something: their class ("wrong", "help"), the part of speech under which they count (a
    phrase under any), irregular inflections in `forms`; regular ones are made."""

    name: str
    pos: Literal["verb", "noun", "adjective", "phrase"]
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()


class GroundWords(Record, frozen=True):
    """Words that tell what sort of reason is given: `kind`, and as in `SignWords` the part of speech and irregular inflections."""

    kind: GroundKind
    pos: Literal["verb", "noun", "adjective", "phrase"]
    words: tuple[str, ...]
    forms: tuple[str, ...] = ()


class RulePrecision(Record, frozen=True):
    """How often a rule was right among its finds that were judged: "34 of 43"."""

    rule: str
    judged: str

    @property
    def counts(self) -> tuple[int, int]:
        """How many were right, and how many were judged."""
        right, of = self.judged.split(" of ")
        return int(right), int(of)


DateSort = Literal[
    "month", "short month", "homonym", "weekday", "short weekday", "named day", "elsewhere", "unit", "short unit", "season",
    "quarter code", "half code", "decade", "fiscal", "modifier", "stretch", "few", "ending", "part", "early", "rest", "number",
    "ordinal", "preposition", "range", "ago", "hence", "ahead", "ranking", "more", "nearly", "soon", "no soon", "assumed", "holiday",
    "movable", "fixed", "no date", "direction", "passive", "determiner", "point",
]  # fmt: skip


class DateWord(Record, frozen=True):
    """Words of time: what they count for ("3" for March) in the sort that resolve/dates.py asks for."""

    sort: DateSort
    value: str
    words: tuple[str, ...]


CommittingFrame = Literal[
    "infinitive",  # pledged to leave; its pledge to leave; ready to leave
    "clause",  # promised that it will leave: the clause's own "will" takes the word's strength
    "reflexive",  # committed itself to leave, to leaving
    "to",  # the noun of a deed: agreed to a truce
    "to-gerund", "of-gerund", "for-gerund", "on-gerund", "in-gerund",  # committed to leaving, its plans for leaving
]  # fmt: skip


class CommittingWord(Record, frozen=True):
    """A word by which somebody binds himself: lemma (further words must follow the verb), part of speech ("agenda": what others have set
    for him), how firmly, and how the deed stands beside it."""

    lemma: str
    pos: Literal["verb", "noun", "adjective", "agenda"]
    strength: Strength
    frames: tuple[CommittingFrame, ...]
    forms: tuple[str, ...] = ()  # irregular inflections; regular ones are made


class DatedTerm(Record, frozen=True):
    """Terms that no text uses before a day, month or year ("2020-02-11", "2020-03", "2020"), spelled as in running text."""

    since: str
    terms: tuple[str, ...]


class Domain(Record, frozen=True):
    """Endings of the web addresses of a country's publishers: `endings` anyone's there, `governments` those of the state alone."""

    code: str
    endings: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()


class GivenName(Record, frozen=True):
    """A given name: `forms` are its spellings, any may stand for one bearer; `sex` where it is sure; `traditions` it tells of."""

    name: str
    forms: tuple[str, ...]
    sex: Literal["f", "m"] | None = None
    traditions: tuple[Tradition, ...] = ()


class FamilyName(Record, frozen=True):
    """A surname of a tradition that puts it first: `forms` are its spellings."""

    name: str
    tradition: Tradition
    forms: tuple[str, ...]


class NameTradition(Record, frozen=True):
    """How names of a part of the world are built.

    name       the tradition
    order      what comes first; "double": two surnames end the name, the first of them used alone
    countries  whose people bear such names as a rule
    endings    of surnames that show the tradition
    particles  between words of a name that show the tradition ("bin")
    articles   tied to a word by a hyphen, and often left out ("al")
    """

    name: Tradition
    order: Literal["given", "family", "double"]
    countries: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Language(Record, frozen=True):
    """A language that can be coded: ISO 639-1 code, English name, folder of its files beside languages.yaml."""

    code: str
    name: str
    folder: str


class Lexicon(Record, frozen=True):
    """All words of one language and the world's names. `sha256` covers every file read, in order."""

    language: str
    cues: tuple[Cue, ...]
    marks: tuple[Marks, ...]
    roles: tuple[RoleWord, ...]
    countries: tuple[Country, ...]
    organisations: tuple[Organisation, ...]
    outlets: tuple[Outlet, ...]
    words: dict[str, frozenset[str]]  # small closed classes by name: words.yaml
    signs: tuple[SignWords, ...]
    dates: tuple[DateWord, ...]
    dated_terms: tuple[DatedTerm, ...]
    domains: tuple[Domain, ...]
    given_names: tuple[GivenName, ...]
    family_names: tuple[FamilyName, ...]
    name_traditions: tuple[NameTradition, ...]
    sha256: str
    commitments: tuple[CommittingWord, ...] = ()
    actors: tuple[KnownActor, ...] = ()  # the user's alone
    stances: tuple[StanceWord, ...] = ()
    issues: tuple[Issue, ...] = ()
    grounds: tuple[GroundWords, ...] = ()
    precision: tuple[RulePrecision, ...] = ()
    events: tuple[EventWord, ...] = ()
    event_classes: tuple[NounClass, ...] = ()
    contexts: tuple[ContextWords, ...] = ()

    def __repr__(self) -> str:
        return f"<Lexicon {self.language}: {len(self.cues)} cues, {len(self.countries)} countries>"

    def __hash__(self) -> int:
        return hash(self.sha256)
