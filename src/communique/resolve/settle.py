"""From the reading of a source to the actors it means: by its own words, else by the rest of the article."""

from itertools import pairwise

from communique.resolve import coreference
from communique.resolve.sources import Reading
from communique.resolve.story import Actors, Story

Resolved = tuple[Actors, str]
_BETWEEN = (("and",), (",",), (",", "and"))
NOBODY: Resolved = ((), "")


def settle(story: Story, reading: Reading, parent: int | None) -> Resolved:
    """Ask the rest of the article where the source's own words do not tell."""
    part, actor = reading.part, reading.actor
    if actor is None:
        return (coreference.document(story, part, parent), "document-again") if reading.form == "document" else NOBODY
    if reading.form == "office":
        return _office(story, reading, parent)
    if reading.form in ("people", "body") and (several := _of_several_countries(story, reading)):
        return several, "joint"
    if reading.form == "people" and actor.about.office and actor.about.plural:
        known = coreference.offices(story, part, actor, parent)
        return (known, "joint-description" if len(known) > 1 else "sloppy-number") if known else ((actor,), "people")
    if actor.sort == "body" and not actor.country and reading.form in ("document", "body"):
        head = part._replace(head=part.head - 1) if reading.form == "document" else part
        known = coreference.institution(story, head, actor, parent)
        return (known, "institution") if known else ((actor,), reading.form)
    return (actor,), reading.form


def _office(story: Story, reading: Reading, parent: int | None) -> Resolved:
    """The holder of an office, else whoever holds it without a name; nobody where two may be meant."""
    actor = reading.actor
    assert actor is not None
    holder = coreference.office(story, reading.part, actor, parent)
    if holder is None and actor.country is None:
        return NOBODY
    return (holder, "role-description") if holder else ((actor,), "unnamed")


def _of_several_countries(story: Story, reading: Reading) -> Actors:
    """One actor a country for "Polish and Czech officials": the same people of each."""
    marked, part, actor = story.cast.marked, reading.part, reading.actor
    before = [label for label in marked.labels_in(part.first, part.head) if label.sense.sort in ("country", "adjective")]
    gaps = [marked.body.lower[a.end : b.first] for a, b in pairwise(before)]
    codes = [marked.code_of(label) for label in before]
    if len(codes) < 2 or not all(gap in _BETWEEN for gap in gaps) or actor is None:
        return ()
    return tuple(actor.speaking_for(code)._replace(name=None) for code in codes if code) if all(codes) else ()
