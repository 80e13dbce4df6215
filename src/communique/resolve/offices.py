"""For whom the holder of an office speaks, where the article says so elsewhere.

"Latvia's foreign minister" here is "Foreign Minister Ozols" there, and "the Latvian Foreign Ministry" says whose minister he is.
"""

from typing import NamedTuple

from communique.model import Range
from communique.resolve.actors import Actor, Persons
from communique.resolve.bodies import Bodies
from communique.resolve.descriptions import Description, describe
from communique.resolve.marked import Marked
from communique.resolve.names import fold

_LONGEST_TITLE = 10
_NEXT_SENTENCES = 3


class Office(NamedTuple):
    """An office named without its holder: its tokens and what they say."""

    span: Range
    about: Description


def find_offices(marked: Marked, persons: Persons, bodies: Bodies) -> tuple[Office, ...]:
    """Single offices of the body that stand in no person's title or apposition and have a country, and those of its ministries."""
    taken: set[int] = set()
    for named in persons.names:
        taken.update(range(named.first, named.end))
        taken.update(range(*named.evidence) if named.evidence else ())
    found = [office for _, body in bodies.named if (office := _minister_of(marked, body))]
    for label in marked.labels_in(0, len(marked.labels)):
        if label.sense.is_name or label.sense.plural or label.end - 1 in taken:
            continue
        first = _phrase_start(marked, label.first)
        about = describe(marked, first, label.end)
        if about.country and about.office:
            found.append(Office((first, label.end), about))
    return tuple(found)


def _minister_of(marked: Marked, body: Actor) -> Office | None:
    """ "the Russian Foreign Ministry" says for whom the foreign minister speaks."""
    if not body.country or not body.about.office or body.about.office[0] not in marked.index.among("ministries"):
        return None
    first, end = body.mentions[0]
    words = [marked.body.lower[i] for i in range(first, end - 1) if marked.labels[i] is None and marked.body.tags[i][:2] in ("NN", "JJ")]
    heads = sorted(marked.index.among("ministers"))
    return Office((first, end), Description(body.country, "GOV", office=(*words, heads[0]))) if words and heads else None


def _phrase_start(marked: Marked, head: int) -> int:
    """Where the noun phrase before an office's last word begins."""
    body, start = marked.body, head
    lowest = max(body.sentences[body.sentence_of[head]][0], head - _LONGEST_TITLE)
    while start > lowest and (marked.labels[start - 1] is not None or body.tags[start - 1][:2] in ("NN", "JJ", "PO", "HY")):
        start -= 1
    return start


def holders(persons: Persons, offices: tuple[Office, ...], marked: Marked) -> dict[Actor, Office]:
    """Persons without a country whose office the article gives to exactly one country."""
    held = {(office[-1], actor.country) for actor in persons.actors for office in actor.offices if actor.role != "ELI"}
    found = {}
    for actor in persons.actors:
        if actor.country or not actor.offices:
            continue
        fits = [
            office for office in offices if _is_same(marked, actor, office) and (office.about.office[-1], office.about.country) not in held
        ]
        if fits and len({office.about.country for office in fits}) == 1:
            found[actor] = fits[0]
    return found


def heads_of_administrations(persons: Persons, offices: tuple[Office, ...], marked: Marked) -> dict[Actor, Office]:
    """Who is known by a surname alone and leads a government: "the N. administration" beside "the Ruritanian president" without a name.

    Only where one such surname and one such chief office stand in the article.
    """
    index = marked.index
    leading = {
        n.words[-1] for n in persons.modifiers if n.end < len(marked.body) and marked.body.lower[n.end] in index.among("governments")
    }
    bare = [a for a in persons.actors if a.sort == "name" and not a.offices and not a.country and fold(a.name or "") in leading]
    chiefs = {o.about.country: o for o in reversed(offices) if " ".join(o.about.office) in index.among("chief_offices")}
    taken = {actor.country for actor in persons.actors if any(" ".join(o) in index.among("chief_offices") for o in actor.offices)}
    free = [office for country, office in chiefs.items() if country not in taken]
    return {bare[0]: free[0]} if len(bare) == 1 and len(free) == 1 else {}


def _is_same(marked: Marked, actor: Actor, office: Office) -> bool:
    """The very same office; one that describes many ("spokesman") only where the person is named in the next sentences."""
    if office.about.office not in actor.offices and not any(office.about.office[-1] == held[-1] for held in actor.offices):
        return False
    if not office.about.generic:
        return office.about.office in actor.offices
    body = marked.body
    between = body.sentence_of[actor.mentions[0][0]] - body.sentence_of[office.span[0]] if actor.mentions else -1
    return 0 <= between <= _NEXT_SENTENCES
