"""Who held which office when, as coded articles tell it: the makings of a user's table of actors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from communique.model import Coding, Role, Speaker
from communique.resolve.holding import day_of
from communique.resolve.names import name_words

_KEPT = 5  # articles named as evidence of one office
_INFERRED = "-home"  # ends the rules by which a country was concluded from the rest of an article

Person = tuple[str, ...]


class Office(NamedTuple):
    """A person in an office, as articles name them.

    name, aliases          the spelling seen most, and the others
    country, role, title   as the articles give them; the title seen most
    first_seen, last_seen  days of the first and the last dated article; None where none is dated
    articles               how many name the person so
    evidence               the earliest of them: "article id[start,end]"
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    role: Role | None
    title: str
    first_seen: str | None
    last_seen: str | None
    articles: int
    evidence: tuple[str, ...]


@dataclass
class _Seen:
    """All that is told of one person in one role of one country."""

    names: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    places: dict[tuple[str, str], str] = field(default_factory=dict)  # by day ("" where unknown) and article id

    def add(self, day: str | None, article: str, speaker: Speaker) -> None:
        self.names[str(speaker.name)] += 1
        self.titles[str(speaker.title)] += 1
        spans = "".join(f"[{span.start},{span.end}]" for span in speaker.evidence)
        self.places.setdefault((day or "", article), f"{article}{spans}")


class Learned(NamedTuple):
    """The offices, sorted by name, country and first day, and persons left out because articles give them to two countries."""

    offices: tuple[Office, ...]
    conflicts: tuple[str, ...]


def learn(codings: Iterable[Coding], least: int = 1) -> Learned:
    """The persons that codings name in full, with an office and its country, in at least `least` articles each."""
    seen: dict[Person, dict[tuple[str, Role | None], _Seen]] = {}
    for coding in codings:
        day = day_of(coding.article)
        for speaker in (statement.speaker for statement in coding.statements):
            if speaker is not None and (person := _person(speaker)):
                key = (str(speaker.country), speaker.role)
                seen.setdefault(person, {}).setdefault(key, _Seen()).add(day, coding.article.id, speaker)
    clear = {person: held for person, held in seen.items() if len({country for country, _ in held}) == 1}
    offices = [_office(key, told) for held in clear.values() for key, told in held.items() if len(told.places) >= least]
    conflicts = [_conflict(held) for person, held in seen.items() if person not in clear]
    return Learned(tuple(sorted(offices, key=_order)), tuple(sorted(conflicts)))


def _person(speaker: Speaker) -> Person | None:
    """What tells the person from others; None where the article gives no full name, no office, no country, or only concludes it."""
    if not (isinstance(speaker.name, str) and isinstance(speaker.country, str) and speaker.title) or speaker.rule.endswith(_INFERRED):
        return None
    words = name_words(speaker.name.replace("-", " - ").split(), frozenset())
    return words if len(words) > 1 else None


def _office(key: tuple[str, Role | None], told: _Seen) -> Office:
    name, *others = (name for name, _ in sorted(told.names.items(), key=lambda item: (-item[1], item[0])))
    title = min(told.titles, key=lambda title: (-told.titles[title], title))
    days = sorted(day for day, _ in told.places if day)
    evidence = tuple(told.places[place] for place in sorted(told.places)[:_KEPT])
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(name, tuple(sorted(others)), *key, title, first, last, len(told.places), evidence)


def _conflict(held: dict[tuple[str, Role | None], _Seen]) -> str:
    """ "Ada Brandvold: NOR in article 1, SWE in article 2"."""
    names: Counter[str] = Counter()
    for told in held.values():
        names.update(told.names)
    places = {country: min(told.places)[1] for (country, _), told in sorted(held.items(), key=lambda item: str(item[0]))}
    return f"{names.most_common(1)[0][0]}: {', '.join(f'{country} in {article}' for country, article in places.items())}"


def _order(office: Office) -> tuple[str, ...]:
    return (office.name.casefold(), office.name, office.country, office.first_seen or "", office.role or "")
