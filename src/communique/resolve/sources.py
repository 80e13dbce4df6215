"""Who a source names by its own words: a person, a state, a body, an outlet, unnamed people; or what the rest of the article must tell."""

from itertools import pairwise
from typing import Literal, NamedTuple

from communique.model import Attribution, Range
from communique.resolve.actors import Actor, Persons
from communique.resolve.bodies import Bodies, body_actor, body_name
from communique.resolve.descriptions import PREPOSITIONS, Description, affiliated_role, describe, first_country, fitting
from communique.resolve.index import Label
from communique.resolve.marked import Marked
from communique.resolve.names import fold
from communique.resolve.people import Named

_NOUNS = ("NN", "PR")


class Cast(NamedTuple):
    """Everybody an article names."""

    marked: Marked
    persons: Persons
    bodies: Bodies


class Part(NamedTuple):
    """One member of a source ("X" and "Y" in "X and Y said"): its tokens and their head."""

    first: int
    end: int
    head: int


Form = Literal[
    "pronoun", "full-name", "surname", "shared-name", "state", "seat", "body", "outlet", "office", "people", "document", "nobody"
]


class Reading(NamedTuple):
    """What a part of a source is.

    form   how it names somebody; "pronoun", "office", "body" and "document" may need the rest of the article
    part   where it stands
    actor  who it is, as far as its own words tell
    """

    form: Form
    part: Part
    actor: Actor | None = None


def parts_of(cast: Cast, attribution: Attribution) -> tuple[Part, ...]:
    """The members of a source."""
    marked = cast.marked
    source, head = attribution.source, attribution.source_head
    tokens = marked.tokens_of(source.start, source.end) if source else None
    if tokens is None:
        return ()
    first, end = tokens
    end = _without_brackets(marked, first, end)
    return parts_between(cast, first, end, head if head is not None and first <= head < end else end - 1)


def parts_between(cast: Cast, first: int, end: int, head: int) -> tuple[Part, ...]:
    """The members of the noun phrase first..end-1 with that head."""
    marked = cast.marked
    heads = [head, *_conjuncts(marked, head, end)]
    if len(heads) == 1:
        return _split_at_names(cast, Part(first, end, head))
    edges = [first, *(marked.body.lefts[h] for h in heads[1:]), end]
    return tuple(Part(a, _trimmed(marked, a, b), h) for a, b, h in zip(edges, edges[1:], heads, strict=False) if a < b)


def _split_at_names(cast: Cast, part: Part) -> tuple[Part, ...]:
    """A list of names that the parse took for one phrase, cut between them; else the part as it is."""
    words, names = cast.marked.body.words, _names_in(cast, part)
    owner = any(cast.marked.body.tags[n.name[1] : n.name[1] + 1] == ("POS",) for n in names[1:])  # "N. N., somebody's mother"
    gaps = [words[a.end : b.first] for a, b in pairwise(names)]
    if not gaps or owner or names[0].first > part.first + 1 or not all(map(_is_list_gap, gaps)):
        return (part,)
    starts = [part.first, *(named.first for named in names[1:])]
    ends = [*(named.end for named in names[:-1]), part.end]
    return tuple(Part(first, end, named.end - 1) for first, end, named in zip(starts, ends, names, strict=True))


def _is_list_gap(words: tuple[str, ...]) -> bool:
    return words in ((",",), ("and",), (",", "and"))


def _without_brackets(marked: Marked, first: int, end: int) -> int:
    """End of the source before an acronym in brackets at its end."""
    words = marked.body.words
    return end - 3 if end - first > 3 and words[end - 1] == ")" and words[end - 3] == "(" else end


def _conjuncts(marked: Marked, head: int, end: int) -> list[int]:
    """The heads that a head is coordinated with, in a chain; none inside an institution's name ("Centre for Trade and Transit")."""
    found: list[int] = []
    at: int | None = head
    while at is not None:
        at = next((c for c in marked.body.dependents(at, "conj") if at < c < end and marked.body.tags[c][:2] in _NOUNS), None)
        if at is not None:
            found.append(at)
    in_name = marked.index.institution(marked.body.lower[head]) and len(found) == 1 and marked.body.lefts[found[0]] == found[0] == end - 1
    return [] if in_name and marked.body.words[end - 1][0].isupper() else found


def _trimmed(marked: Marked, first: int, end: int) -> int:
    """Without the comma or conjunction before the next member."""
    while end > first + 1 and marked.body.tags[end - 1] in ("CC", ",", "``", "''"):
        end -= 1
    return end


def read_part(cast: Cast, part: Part) -> Reading:
    """Tell what a part of a source is by its own words."""
    if cast.marked.body.tags[part.head][:3] == "PRP" and cast.marked.is_in(part.head, "pronouns"):
        return Reading("pronoun", part)
    acronym = cast.bodies.acronyms.get(cast.marked.body.words[part.head])
    if acronym:
        return Reading("body", part, acronym)
    named = _person_in(cast, part)
    if cast.marked.is_in(part.head, "documents") and not (named and named.is_person):
        return _read_document(cast, part)
    if named is not None:
        return _read_person(cast, part, named)
    return _read_label(cast, part) or _read_body(cast, part) or _read_known_word(cast, part) or _read_people(cast, part)


def _read_known_word(cast: Cast, part: Part) -> Reading | None:
    """A surname that the tagger took for another word, as it does at the start of a sentence."""
    body = cast.marked.body
    if not body.words[part.head][0].isupper() or cast.marked.is_role(part.head) or body.tags[part.head][:2] == "PR":
        return None
    bearer = _bearer_of(cast, body.words[part.head])
    return Reading("surname", part, bearer) if bearer else None


def _person_in(cast: Cast, part: Part) -> Named | None:
    """The name that the part is about: not a possessor ("Trump's tweet"), not the object of a preposition ("sources close to Peres")."""
    tags = cast.marked.body.tags
    for named in _names_in(cast, part):
        if named.name[1] < part.end - 1 and tags[named.name[1]] == "POS":
            continue
        before = range(part.first, min(named.first, named.name[0]))
        prepositions = not named.name[0] <= part.head < named.name[1] and any(tags[i] in PREPOSITIONS or tags[i] == "VBG" for i in before)
        return named if not prepositions or tags[named.first - 1] == "," else None
    return None


def _names_in(cast: Cast, part: Part) -> list[Named]:
    """Names of a part, without those that stand in the title of a later one."""
    inside = [n for n in cast.persons.named_in(part.first, part.end) if n.name[1] <= part.end]
    return [n for n in inside if not any(other.first <= n.name[0] < other.name[0] for other in inside)]


def _read_person(cast: Cast, part: Part, named: Named) -> Reading:
    actor = cast.persons.by_token[named.name[0]]
    if actor is None:
        return Reading("shared-name", part)
    if actor.sort == "body":
        return Reading("body", part, actor)
    return Reading("full-name" if len(named.words) > 1 else "surname", part, actor)


def _read_document(cast: Cast, part: Part) -> Reading:
    """A report, a statement: whose it is ("Trump's", "by the ministry", "Turkish")."""
    tags = cast.marked.body.tags
    if tags[part.first] == "PRP$":
        return Reading("pronoun", Part(part.first, part.first + 1, part.first))
    return Reading("document", part, _inside(cast, part) or _owner_before(cast, part))


def _owner_before(cast: Cast, part: Part) -> Actor | None:
    """The institution whose noun qualifies the document: "a foreign ministry statement"."""
    for i in range(part.head - 1, part.first - 1, -1):
        if cast.marked.index.institution(cast.marked.body.lower[i]) and cast.marked.body.deps[i] in ("compound", "poss", "nmod"):
            reading = _read_body(cast, Part(part.first, i + 1, i))
            return reading.actor if reading else None
    return None


def _inside(cast: Cast, part: Part) -> Actor | None:
    """The first actor named inside a part."""
    marked = cast.marked
    found: list[tuple[int, Actor]] = []
    found += [(span[0], actor) for span, actor in cast.bodies.named if part.first <= span[0] and span[1] <= part.end]
    found += [(n.first, a) for n in _names_in(cast, part) if (a := cast.persons.by_token[n.name[0]])]
    for label in marked.labels_in(part.first, part.end):
        actor = labelled_actor(cast.marked, label)
        if actor and label.sense.sort != "place":
            found.append((label.first, actor))
    return min(found, key=lambda item: item[0])[1] if found else None  # of two that begin together the one with more words


def _read_label(cast: Cast, part: Part) -> Reading | None:
    """A head that the lexicon knows by name."""
    label = cast.marked.labels[part.head]
    if label is None or not label.sense.is_name or label.sense.sort == "other":
        return None
    if label.end - label.first == 1 and label.sense.sort in ("country", "seat", "place"):
        bearer = _bearer_of(cast, cast.marked.body.words[label.first])  # "Amman said", where the article names a man of that surname
        if bearer and " " in (bearer.name or ""):
            return Reading("surname", part, bearer)
    actor = labelled_actor(cast.marked, label)
    code = first_country(cast.marked, part.first, label.first)
    if actor and code and label.sense.sort in ("organisation", "outlet"):
        actor = actor.speaking_for(code)
    if actor is None:
        return Reading("nobody", part)
    if label.sense.sort == "seat":
        return Reading("seat", part, actor)
    if actor.sort == "people":
        return Reading("people", part, actor)
    return Reading("outlet" if actor.sort == "outlet" else "state" if actor.sort == "state" else "body", part, actor)


def _bearer_of(cast: Cast, word: str) -> Actor | None:
    """The one person of the article with that surname."""
    surname, persons = fold(word), cast.persons
    bearers = {persons.by_token[n.name[0]] for n in persons.names if n.words[-1] == surname}
    return bearers.pop() if len(bearers) == 1 else None


def labelled_actor(marked: Marked, label: Label) -> Actor | None:
    """The actor a phrase of the lexicon names by itself; None where it is open which."""
    sense = label.sense
    code = marked.code_of(label)
    if not sense.is_name or sense.sort == "other" or (sense.codes and code is None):
        return None
    mention = (label.first, label.end)
    about = Description(code, fitting(sense.role, code))
    if sense.sort == "adjective":
        return Actor("people", None, about._replace(plural=True), (), (mention,))
    if sense.name is None:
        return Actor("state", None, about, (), (mention,))
    return Actor("outlet" if sense.sort == "outlet" else "body", marked.written(*mention), about, (), (mention,))


def _read_body(cast: Cast, part: Part) -> Reading | None:
    """A head that is a noun for an institution."""
    marked, head = cast.marked, part.head
    if marked.index.institution(marked.body.lower[head]) is None:
        return None
    label = marked.labels[head + 1] if head + 1 < len(marked.labels) else None
    if label is not None and label.first == head + 1 and label.sense.sort in ("outlet", "organisation"):
        return _read_label(cast, Part(part.first, max(part.end, label.end), head + 1))  # "the news agency Tass"
    first, end = body_name(marked, part.first, head, part.end)
    person = _person_inside(cast, part)
    country = first_country(marked, part.first, part.end) or (person and person.country)
    actor = body_actor(marked, first, end, head, country)
    return Reading("outlet" if actor.sort == "outlet" else "body", part, actor)


def _person_inside(cast: Cast, part: Part) -> Actor | None:
    """The first person named inside a part who has a country ("a spokesman for Mr Blair", "the Trump administration")."""
    actors = [cast.persons.by_token[n.name[0]] for n in _names_in(cast, part)]
    inside = [n for n in cast.persons.modifiers if part.first <= n.name[0] < part.end]
    actors += [_bearer_of(cast, cast.marked.body.words[n.name[1] - 1]) for n in inside]
    return next((actor for actor in actors if actor and actor.country), None)


def _read_people(cast: Cast, part: Part) -> Reading:
    """An office, or people described."""
    marked = cast.marked
    about = describe(marked, part.first, part.end)
    person = _person_inside(cast, part) if about.country is None else None
    if person:
        about = about._replace(country=person.country, role=about.role or person.role)
    mention: Range = (part.first, part.end)
    if about.office and not about.plural and marked.is_role(part.head):
        return Reading("office", part, Actor("people", None, about, (about.office,), (mention,)))
    plural = about.plural or marked.body.tags[part.head] in ("NNS", "NNPS")
    role = about.role or affiliated_role(marked, part.first, part.end)
    return Reading("people", part, Actor("people", None, about._replace(plural=plural, role=role), (), (mention,)))
