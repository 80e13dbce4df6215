"""Who holds a position: the state or body a speaker or a subject stands for; who speaks for none, by name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.extract.tree import noun_phrase
from communique.lexicon import Lexicon
from communique.model import Body, Mention, Range, Role, Said, Speaker

Holder = tuple[str, ...]
_STATE: frozenset[Role | None] = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "IGO", None})
_OWN: frozenset[Role | None] = frozenset({"OPP", "REB", "PTY", "NGO", "LEG", "BUS", "REL", "LAB", "CVL", "EDU", "ELI", "CRM", "UAF", "PRM"})


class Floor(NamedTuple):
    """Whose words stand where: for each statement its token ranges, and by cue head the statement it opens.

    inside  number of the innermost statement whose content a token lies in, by token
    cued    number of the statement whose cue has its head, or a word of it, at a token
    """

    said: tuple[Said, ...]
    ranges: tuple[tuple[Range, ...], ...]
    inside: dict[int, int]
    cued: dict[int, int]


def tokens_of(body: Body, start: int, end: int) -> Range:
    """The tokens that begin between two offsets."""
    return bisect_left(body.starts, start), bisect_left(body.starts, end)


def floor_of(body: Body, said: tuple[Said, ...]) -> Floor:
    """Where everybody's words stand."""
    ranges = tuple(tuple(tokens_of(body, s.start, s.end) for s in one.attribution.content) for one in said)
    sizes = [sum(end - first for first, end in parts) for parts in ranges]
    inside = {t: n for n in sorted(range(len(said)), key=lambda n: -sizes[n]) for first, end in ranges[n] for t in range(first, end)}
    cued = {}
    for n, one in enumerate(said):
        if one.attribution.cue is not None:
            first, end = tokens_of(body, one.attribution.cue.start, one.attribution.cue.end)
            cued.update(dict.fromkeys(range(first, end), n))
    return Floor(said, ranges, inside, cued)


def holder_of(speaker: Speaker | None) -> Holder:
    """The codes or names of a speaker; empty where nobody known stands behind the words."""
    if speaker is None:
        return ()
    names, countries = _listed(speaker.name), _listed(speaker.country)
    pairs = zip(names + (None,) * (len(countries) - len(names)), countries + (None,) * (len(names) - len(countries)), strict=True)
    return _known(_of(name, country, speaker.role) for name, country in pairs)


def _known(every: Iterable[str | None]) -> Holder:
    """Each holder once; where some are known by a code, those without are left out; none where one is unknown and no code is known."""
    distinct = tuple(dict.fromkeys(every))
    codes = tuple(one for one in distinct if one and _is_code(one))
    return codes or (tuple(one for one in distinct if one) if all(distinct) else ())


def _is_code(holder: str) -> bool:
    return holder.startswith("IGO:") or (len(holder) == 3 and holder.isupper())


def _listed(value: str | tuple[str | None, ...] | None) -> tuple[str | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def _of(name: str | None, country: str | None, role: Role | None) -> str | None:
    """A state's code for those who act for it; a name for those who speak for themselves; state media speak for their state."""
    if country and (role in _STATE or country.startswith("IGO:")):
        return country
    if role == "JRN":
        return country
    return name if role in _OWN else None


class Cast(NamedTuple):
    """The mentions of a body by the token of their head, and the nouns that stand for a state's government."""

    at: dict[int, Mention]
    governments: frozenset[str]


def cast_of(mentions: tuple[Mention, ...], lexicon: Lexicon) -> Cast:
    """Who can be found where."""
    longest_first = sorted(mentions, key=lambda m: m.tokens[0] - m.tokens[1])
    at = {t: m for m in longest_first for t in range(*m.tokens) if m.sort != "outlet" or m.country}
    return Cast(at, lexicon.words["governments"] | lexicon.words["institution_GOV"])


def holder_at(body: Body, cast: Cast, head: int) -> Holder:
    """Who a subject names, all of its coordinated members; empty where one of them is nobody known."""
    members = [head, *_coordinated(body, head)]
    return _known(_member(body, cast, one) for one in members)


def _coordinated(body: Body, head: int) -> Iterator[int]:
    for child in body.dependents(head, "conj"):
        yield child
        yield from _coordinated(body, child)


def _member(body: Body, cast: Cast, head: int) -> str | None:
    mention = cast.at.get(head)
    if mention is not None and mention.sort != "adjective":
        return _of(mention.name, mention.country, mention.role)
    if body.lower[head] not in cast.governments:
        return None
    first, _ = noun_phrase(body, head)
    owners = {m.country for t in range(first, head) if (m := cast.at.get(t)) is not None and m.country}
    of = {m.country for c in body.dependents(head, "prep") for p in body.dependents(c, "pobj") if (m := cast.at.get(p)) and m.country}
    return next(iter(owners or of)) if len(owners or of) == 1 else None
