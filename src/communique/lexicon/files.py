"""Which files make up a lexicon, what an entry of each is, and where they lie."""

from pathlib import Path

from communique.errors import LexiconError
from communique.lexicon.entries import (
    CommittingWord,
    Country,
    Cue,
    DatedTerm,
    DateWord,
    Domain,
    FamilyName,
    GivenName,
    GroundWords,
    Issue,
    KnownActor,
    Language,
    Marks,
    NameTradition,
    Organisation,
    Outlet,
    RoleWord,
    RulePrecision,
    SignWords,
    StanceWord,
    WordList,
)
from communique.lexicon.event_words import ContextWords, EventWord, NounClass
from communique.model import Record

SHIPPED = Path(__file__).parent


class Table(Record, frozen=True):
    """One kind of lexicon file.

    name    file name, the same in every language and in a user's folder
    list    the one key at the top of the file; its entries stand below it
    entry   the record each entry becomes
    key     the fields that together tell one entry from another
    world   True where the file serves all languages
    """

    name: str
    list: str
    entry: type[Record]
    key: tuple[str, ...]
    world: bool = False


LANGUAGES = Table("languages.yaml", "languages", Language, ("code",))
CUES = Table("cues.yaml", "cues", Cue, ("lemma", "pos", "act"))
MARKS = Table("quotes.yaml", "marks", Marks, ("open", "close"))
ROLES = Table("roles.yaml", "roles", RoleWord, ("phrase",))
WORDS = Table("words.yaml", "words", WordList, ("name",))
SIGNS = Table("signs.yaml", "signs", SignWords, ("name", "pos"))
DATES = Table("dates.yaml", "dates", DateWord, ("sort", "value"))
STANCES = Table("stance.yaml", "stances", StanceWord, ("lemma", "pos"))
GROUNDS = Table("grounds.yaml", "grounds", GroundWords, ("kind", "pos", "words"))  # a user's are added
PRECISION = Table("precision.yaml", "precision", RulePrecision, ("rule",))
ISSUES = Table("issues.yaml", "issues", Issue, ("issue",))
EVENTS = Table("events.yaml", "events", EventWord, ("lemma", "pos", "does", "object", "needs", "subject"))
EVENT_CLASSES = Table("event_classes.yaml", "classes", NounClass, ("name",))
CONTEXTS = Table("contexts.yaml", "contexts", ContextWords, ("context",))
COUNTRIES = Table("countries.yaml", "countries", Country, ("code",), world=True)
ORGANISATIONS = Table("organisations.yaml", "organisations", Organisation, ("name",), world=True)
OUTLETS = Table("outlets.yaml", "outlets", Outlet, ("name",), world=True)
ACTORS = Table("actors.yaml", "actors", KnownActor, ("name", "country", "role", "from", "to"), world=True)
COMMITMENTS = Table("commitments.yaml", "commitments", CommittingWord, ("lemma", "pos"))
DATED_TERMS = Table("dated_terms.yaml", "dated_terms", DatedTerm, ("since",), world=True)
DOMAINS = Table("domains.yaml", "domains", Domain, ("code",), world=True)
GIVEN_NAMES = Table("given_names.yaml", "given_names", GivenName, ("name",), world=True)
FAMILY_NAMES = Table("family_names.yaml", "family_names", FamilyName, ("tradition", "name"), world=True)
NAME_TRADITIONS = Table("name_traditions.yaml", "name_traditions", NameTradition, ("name",), world=True)

ACTORS_CSV = "actors.csv"  # the same entries, a row each; what `communique actors learn` writes
NAMES = (GIVEN_NAMES, FAMILY_NAMES, NAME_TRADITIONS)
TABLES = (
    *(CUES, MARKS, ROLES, WORDS, SIGNS, DATES, COUNTRIES, ORGANISATIONS, OUTLETS, DATED_TERMS, DOMAINS),
    *NAMES,
    COMMITMENTS,
    ACTORS,
    *(STANCES, ISSUES, GROUNDS, PRECISION),
    *(EVENTS, EVENT_CLASSES, CONTEXTS),
)  # in the order the hash takes them


class Source(Record, frozen=True):
    """A file to read: its table, its path, and whether it is the user's (only there may entries be removed)."""

    table: Table
    path: Path
    users: bool = False


def sources_of(table: Table, language: Language, folder: Path | None) -> tuple[Source, ...]:
    """The files that make up one table: ours, then the user's where there is one."""
    ours = Source(table, SHIPPED / ("world" if table.world else language.folder) / table.name)
    names = (table.name, ACTORS_CSV) if table is ACTORS else (table.name,)
    theirs = [folder / name for name in names] if folder else []
    return (ours, *(Source(table, path, users=True) for path in theirs if path.is_file()))


def check_folder(folder: Path) -> None:
    """Refuse a user's folder that does not exist or holds a YAML or CSV file no table reads (a slip in the name would go unseen)."""
    names = [*(table.name for table in TABLES), ACTORS_CSV]
    allowed = ", ".join(names)
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; give one that holds any of {allowed}")
    strays = sorted(path.name for path in folder.iterdir() if path.suffix in {".yaml", ".yml", ".csv"} and path.name not in names)
    if strays:
        raise LexiconError(f"{folder / strays[0]}: not a file of the lexicon; rename or move it; allowed names: {allowed}")
