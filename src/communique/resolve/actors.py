"""Who the names of an article belong to: every person once, with all mentions, by surname and given names."""

from bisect import bisect_left
from collections import defaultdict
from typing import Literal, NamedTuple

from communique.model import Range, Role, Spans
from communique.resolve.descriptions import NOTHING, Description
from communique.resolve.marked import Marked
from communique.resolve.names import fold, may_be_one
from communique.resolve.people import Named

Group = list[Named]


class Groups(NamedTuple):
    """Mentions of one bearer each, and by each word of the full names those who bear it."""

    all: list[Group]
    by_word: defaultdict[str, list[Group]]

    def add(self, group: Group) -> None:
        """Take in a new bearer."""
        self.all.append(group)
        for word in set(group[0].words):
            self.by_word[word].append(group)


class Actor(NamedTuple):
    """Somebody an article speaks of.

    sort      what kind of actor it is; a "name" may be a person or a body, "people" are unnamed persons
    name      fullest form of the name, None where there is none
    about     all that titles and appositions say
    offices   every office the article gives them, in lower-case words
    mentions  token ranges that the above rests on
    told      captions that it rests on
    """

    sort: Literal["person", "name", "state", "body", "outlet", "people"]
    name: str | None
    about: Description
    offices: tuple[tuple[str, ...], ...] = ()
    mentions: tuple[Range, ...] = ()
    told: Spans = ()

    @property
    def country(self) -> str | None:
        """For whom they speak."""
        return self.about.country

    @property
    def role(self) -> Role | None:
        """Their PLOVER sector."""
        return self.about.role

    @property
    def is_person(self) -> bool:
        """One human being, named or not."""
        return (self.sort in ("person", "name") or (self.sort == "people" and bool(self.offices))) and not self.about.plural

    def speaking_for(self, country: str) -> "Actor":
        """The same actor with a country that was told elsewhere."""
        return self._replace(about=self.about._replace(country=country))


class Persons(NamedTuple):
    """The persons of an article.

    actors     each once
    names      where they are named, from left to right
    modifiers  names that only qualify a noun ("the Trump campaign")
    by_token   from the first token of a name to its bearer, None where it fits two
    """

    actors: tuple[Actor, ...]
    names: tuple[Named, ...]
    modifiers: tuple[Named, ...]
    by_token: dict[int, Actor | None]

    def named_in(self, first: int, end: int) -> tuple[Named, ...]:
        """The names that begin in a token range."""
        start = bisect_left(self.names, first, key=_name_start)
        return self.names[start : bisect_left(self.names, end, lo=start, key=_name_start)]


def _name_start(named: Named) -> int:
    return named.name[0]


def with_told(persons: Persons, told: dict[Actor, tuple[Description, Range]]) -> Persons:
    """The persons, the gaps of some filled by what another mention of their office tells."""
    new = {
        actor: actor._replace(
            sort="person",
            about=actor.about.filled(about),
            offices=actor.offices or ((about.office,) if about.office else ()),
            mentions=(*actor.mentions, span),
        )
        for actor, (about, span) in told.items()
    }
    return replaced(persons, new)


def replaced(persons: Persons, new: dict[Actor, Actor]) -> Persons:
    """The persons, some of them exchanged for what is known better now."""
    by_token = {token: new.get(actor, actor) if actor else None for token, actor in persons.by_token.items()}
    return Persons(tuple(new.get(actor, actor) for actor in persons.actors), persons.names, persons.modifiers, by_token)


def find_persons(marked: Marked, names: tuple[Named, ...]) -> Persons:
    """Group the names of a body into persons."""
    bearing = [named for named in names if not named.is_modifier]
    groups = _group_full_names(bearing)
    open_names = _add_short_names(marked, groups, [named for named in bearing if len(named.words) == 1])
    actors = tuple(_actor(marked, group) for group in groups.all)
    by_token: dict[int, Actor | None] = {named.name[0]: None for named in open_names}
    for actor, group in zip(actors, groups.all, strict=True):
        by_token.update({named.name[0]: actor for named in group})
    return Persons(actors, tuple(bearing), tuple(named for named in names if named.is_modifier), by_token)


def _group_full_names(names: list[Named]) -> Groups:
    """Names of several words, the longest first, so that shorter forms find the full one."""
    groups = Groups([], defaultdict(list))
    for named in sorted((n for n in names if len(n.words) > 1), key=lambda n: -len(n.words)):
        fits = [group for group in groups.by_word[named.words[-1]] if may_be_one(named.words, group[0].words)]
        same = [group for group in fits if group[0].words == named.words]
        if len(fits) == 1 or same:
            (same or fits)[0].append(named)
        else:
            groups.add([named])
    return groups


def _add_short_names(marked: Marked, groups: Groups, names: list[Named]) -> list[Named]:
    """Put single names to the one bearer they fit, or make a bearer of their own; returns those that fit several."""
    open_names = []
    lone: dict[str, Group] = {}
    first_alone = {named.words[0]: named.name[0] for named in reversed(names)}
    for named in names:
        fits = _principals(marked, _bearers(groups, named), first_alone[named.words[0]])
        if len(fits) == 1:
            fits[0].append(named)
        elif fits:
            open_names.append(named)
        else:
            lone.setdefault(named.words[0], []).append(named)
    groups.all.extend(lone.values())
    return open_names


def _bearers(groups: Groups, named: Named) -> list[Group]:
    """Whom a single name may mean: bearers of the surname, else of any other part of the name; titles decide between several."""
    word = named.words[0]
    bearers = groups.by_word.get(word, [])
    fits = [g for g in bearers if g[0].words[-1] == word]
    fits = fits or [g for g in bearers if named.is_person or any(other.is_person for other in g)]
    if len(fits) > 1:
        agreeing = [g for g in fits if all(_agree(named.about, other.about) for other in g)]
        titled = [g for g in agreeing if named.about.office and any(named.about.office == other.about.office for other in g)]
        return titled or agreeing or fits
    return fits


def _principals(marked: Marked, fits: list[Group], first_alone: int) -> list[Group]:
    """Those a bare surname can mean: a relative ("his son N. N.") bears it where nobody else does and it did not stand there before."""
    kin = [g for g in fits if any(n.about.office and n.about.office[-1] in marked.index.among("kin") for n in g)]
    others = [g for g in fits if g not in kin]
    return others or [g for g in kin if min(n.name[0] for n in g) < first_alone]


def _agree(a: Description, b: Description) -> bool:
    return not (a.sex and b.sex and a.sex != b.sex) and not (a.country and b.country and a.country != b.country)


def _actor(marked: Marked, group: Group) -> Actor:
    """All that the mentions of a group say together, the earliest first."""
    members = sorted(group, key=lambda named: named.first)
    about = NOTHING
    for named in members:
        about = about.filled(named.about)
    fullest = max(members, key=lambda named: len(named.words))
    if about.sex is None and len(fullest.words) > 1:
        about = about._replace(sex=marked.index.sexes.get(fold(marked.body.words[fullest.name[0]])))
    offices = tuple({named.about.office: None for named in members if named.about.office})
    telling = [(named.first, named.end) for named in members if named is fullest or named.about is not NOTHING]
    sort: Literal["person", "name", "body"] = "name"
    if any(named.is_person for named in members):
        sort = "person"
    elif any(named.is_thing for named in members):
        sort = "body"
    about = _known(marked, members, about)
    return Actor(sort, marked.written(*fullest.name), about, offices, tuple(telling[:2]))


def _known(marked: Marked, members: Group, about: Description) -> Description:
    """The description, country and role as the user's table gives them; what two of its entries say differently stays open."""
    entries = {entry for named in members for entry in marked.index.known.get(named.words, ())}
    countries, roles = {entry.country for entry in entries}, {entry.role for entry in entries}
    if countries - {None}:
        about = about._replace(country=countries.pop() if len(countries) == 1 else None)
    if roles - {None}:
        about = about._replace(role=roles.pop() if len(roles) == 1 else None)
    return about
