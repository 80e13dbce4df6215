"""The country of an official that "its" tells: Kestria rejects the plan, [its minister Faisal Harbi] said."""

from communique.model import Attribution, Range
from communique.resolve.actors import Actor
from communique.resolve.home import OFFICIAL
from communique.resolve.marked import Marked

OWNING = ("nsubj", "nsubjpass")


def owned(marked: Marked, attribution: Attribution, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The official with the country of the state that the "its" before the office goes back to; unchanged where two may be meant."""
    body, source = marked.body, attribution.source
    tokens = marked.tokens_of(source.start, source.end) if source else None
    if tokens is None or len(actors) != 1 or actors[0].country is not None or actors[0].role not in OFFICIAL:
        return actors
    first = tokens[0]
    if body.tags[first] != "PRP$" or not marked.is_in(first, "pronouns_it"):
        return actors
    number = body.sentence_of[first]
    here = (body.sentences[number][0], first)
    code = _subject(marked, here) or (_subject(marked, body.sentences[number - 1]) if number and not _named(marked, here) else None)
    return (actors[0].speaking_for(code),) if code else actors


def _subject(marked: Marked, within: Range) -> str | None:
    """The one state that is the subject of a verb in a stretch, alone."""
    body = marked.body
    subjects = [label for label in marked.labels_in(*within) if label.sense.sort == "country" and body.deps[label.end - 1] in OWNING]
    codes = {None if body.dependents(label.end - 1, "conj") else marked.code_of(label) for label in subjects}
    return codes.pop() if len(codes) == 1 else None


def _named(marked: Marked, within: Range) -> bool:
    return any(label.sense.sort == "country" for label in marked.labels_in(*within))
