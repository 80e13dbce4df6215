"""The country an article is about, for those whose country it need not say: "the health minister" in a report from Warsaw."""

from collections import Counter
from typing import NamedTuple

from communique.model import Role
from communique.resolve.actors import Actor, Persons
from communique.resolve.index import Index
from communique.resolve.marked import Marked

LEAST_MENTIONS = 3
SHARE_FOR_OFFICIALS = 0.7
SHARE_FOR_OTHERS = 0.8
OFFICIAL: frozenset[Role | None] = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "SPY"))


class Home(NamedTuple):
    """The country an article is about.

    country  that most of the article's country words name
    share    of the country words
    held     offices that the article gives to a person of that country, by their last word
    chief    whether it names the country with one of its chiefs: it would do so with the other, too
    """

    country: str
    share: float
    held: frozenset[str]
    chief: bool


def find_home(marked: Marked, persons: Persons) -> Home | None:
    """The country an article is about; None where several share it."""
    labels = marked.labels_in(0, len(marked.labels))
    codes = Counter(code for label in labels if (code := marked.code_of(label)) and not code.startswith("IGO:"))
    if not codes:
        return None
    country, mentions = codes.most_common(1)[0]
    share = mentions / codes.total()
    if mentions < LEAST_MENTIONS or share < SHARE_FOR_OFFICIALS:
        return None
    natives = [actor for actor in persons.actors if actor.country == country and actor.role != "ELI"]
    held = frozenset(office[-1] for actor in natives for office in actor.offices)
    return Home(country, share, held, any(is_chief(actor, marked.index) for actor in natives))


def at_home(actors: tuple[Actor, ...], home: Home, index: Index) -> tuple[Actor, ...]:
    """The actors, the home country given to those without one who can only be its."""
    return tuple(actor.speaking_for(home.country) if _is_native(actor, home, index) else actor for actor in actors)


def _is_native(actor: Actor, home: Home, index: Index) -> bool:
    """Officials, and named persons where the country is the only one that counts; nobody whose office there is another's."""
    if actor.country is not None or actor.role in ("JRN", "IGO"):
        return False
    official = actor.role in OFFICIAL and actor.sort in ("person", "people", "body")
    person = actor.sort == "person" or (actor.sort == "name" and actor.name is not None and " " in actor.name)
    if not official and not (person and home.share >= SHARE_FOR_OTHERS):
        return False
    return not any(office[-1] in home.held for office in actor.offices) and not (home.chief and is_chief(actor, index))


def is_chief(actor: Actor, index: Index) -> bool:
    """A head of state or government."""
    chiefs, lesser = index.among("chief_offices"), index.among("lesser_office")
    return any((office[-1] in chiefs or " ".join(office[-2:]) in chiefs) and not lesser & set(office) for office in actor.offices)
