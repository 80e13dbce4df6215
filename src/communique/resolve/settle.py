"""From the reading of a source to the actors it means: by its own words, else by the rest of the article."""

from communique.resolve import coreference
from communique.resolve.sources import Reading
from communique.resolve.story import Actors, Story

Resolved = tuple[Actors, str]
NOBODY: Resolved = ((), "")


def settle(story: Story, reading: Reading, parent: int | None) -> Resolved:
    """Ask the rest of the article where the source's own words do not tell."""
    part, actor = reading.part, reading.actor
    if reading.form == "office" and actor is not None:
        holder = coreference.office(story, part, actor, parent)
        if holder is None and actor.country is None:
            return NOBODY
        return (holder, "role-description") if holder else ((actor,), "unnamed")
    if reading.form == "people" and actor is not None and actor.about.office and actor.about.plural:
        known = coreference.offices(story, part, actor, parent)
        return (known, "joint-description" if len(known) > 1 else "sloppy-number") if known else ((actor,), "people")
    if reading.form == "document" and actor is None:
        return coreference.document(story, part, parent), "document-again"
    if reading.form == "body" and actor is not None and actor.name is None and not actor.country:
        known = coreference.institution(story, part, actor, parent)
        return (known, "institution") if known else ((actor,), "body")
    return ((actor,), reading.form) if actor else NOBODY
