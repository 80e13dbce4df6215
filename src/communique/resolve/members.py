"""Everybody an article speaks of, each once: the persons, states, bodies and outlets, with all their mentions and what they say."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.model import Member, Range, Span, Speaker
from communique.resolve.actors import Actor
from communique.resolve.marked import Marked
from communique.resolve.sources import labelled_actor
from communique.resolve.story import Story

Key = tuple[str | None, str | None]
_STATES = ("country", "seat")


class _Entry(NamedTuple):
    """What is gathered of a member: who it is, its mentions, the numbers of its statements."""

    speaker: Speaker
    mentions: set[Span]
    statements: list[int]


def members_of(story: Story, speakers: tuple[Speaker | None, ...], ids: tuple[str, ...]) -> tuple[Member, ...]:
    """The members in the order of their first mention; `ids` names the statements, in the order of `speakers`."""
    entries: dict[Key, _Entry] = {}
    for actor, mention in mentioned(story):
        known = Speaker(actor.name, actor.country, actor.role, actor.about.title)
        entry = entries.setdefault((actor.name, None if actor.name else actor.country), _Entry(known, set(), []))
        entry.mentions.add(story.cast.marked.body.span(*mention))
    for number, speaker in enumerate(speakers):
        for one in _each(speaker):
            key = _key(one, number, entries)
            entry = entries[key] = _better(entries.get(key), one)
            entry.statements.append(number)
            source = story.found[number].source
            entry.mentions.update({source} if source and speaker is one else ())
    made = [_member(entry, ids) for entry in entries.values()]
    return tuple(sorted(made, key=lambda member: (member.mentions[:1], member.name or "")))


def mentioned(story: Story) -> Iterator[tuple[Actor, Range]]:
    """Every mention by name: persons, bodies and outlets, states and their seats."""
    marked, persons, taken = story.cast.marked, story.cast.persons, set[int]()
    for named in persons.names:
        if actor := persons.by_token.get(named.name[0]):
            yield actor, named.name
            taken.update(range(*named.name))
    for span, actor in story.cast.bodies.named:
        if (actor.name or actor.country) and taken.isdisjoint(range(*span)):
            yield actor, span
            taken.update(range(*span))
    for label in marked.labels_in(0, len(marked.labels)):
        actor = _labelled(marked, label.first) if taken.isdisjoint(range(label.first, label.end)) else None
        if actor:
            yield actor, (label.first, label.end)


def _labelled(marked: Marked, token: int) -> Actor | None:
    """The state, organisation or outlet that a phrase of the lexicon names."""
    label = marked.labels[token]
    if label is None or label.sense.sort not in (*_STATES, "organisation", "outlet"):
        return None
    return labelled_actor(marked, label)


def _each(speaker: Speaker | None) -> Iterator[Speaker]:
    """A speaker, or each of those who speak jointly."""
    if speaker is None:
        return
    if not isinstance(speaker.name, tuple) and not isinstance(speaker.country, tuple):
        yield speaker
        return
    size = max(len(value) for value in (speaker.name, speaker.country) if isinstance(value, tuple))
    names = speaker.name if isinstance(speaker.name, tuple) else (None,) * size
    countries = speaker.country if isinstance(speaker.country, tuple) else (None,) * size
    for name, country in zip(names, countries, strict=True):
        yield Speaker(name, country, speaker.role)


def _key(speaker: Speaker, number: int, entries: dict[Key, _Entry]) -> Key:
    """The entry a speaker belongs to; people without a name have one for each kind of people of a country."""
    name, country = speaker.name, speaker.country
    assert not isinstance(name, tuple)
    assert not isinstance(country, tuple)
    if name is None and speaker.title:
        return f"\0{speaker.title}", country
    return name, None if name else country or f"\0{number}"


def _better(entry: _Entry | None, speaker: Speaker) -> _Entry:
    """The entry, what is unknown in it filled by a speaker's record, which also knows the home country."""
    if entry is None:
        return _Entry(speaker, set(), [])
    known = entry.speaker
    filled = Speaker(
        known.name, known.country or speaker.country, known.role or speaker.role, known.title or speaker.title, speaker.actor_id
    )
    return entry._replace(speaker=filled)


def _member(entry: _Entry, ids: tuple[str, ...]) -> Member:
    speaker, mentions = entry.speaker, entry.mentions
    outer = {span for span in mentions if not any(other != span and other.covers(span) for other in mentions)}
    statements = tuple(ids[number] for number in entry.statements)
    assert not isinstance(speaker.name, tuple)
    assert not isinstance(speaker.country, tuple)
    return Member(speaker.name, speaker.country, speaker.role, speaker.title, speaker.actor_id, tuple(sorted(outer)), statements)
