"""Whom an outlet cites: in "the Herald reported a truce, citing two officials" the officials speak, and the Herald passes it on."""

from communique.model import Attribution, Range
from communique.resolve.sources import Part, parts_between, parts_of, read_part
from communique.resolve.story import Story

_SPEAKING = ("people", "office", "full-name", "surname", "body", "document", "state", "seat")


def cited(story: Story) -> dict[int, int]:
    """For statements of an outlet that cites somebody: the number of the statement that names them, which is none of its own."""
    found = {}
    for number, attribution in enumerate(story.found):
        if attribution.lemma in story.cast.marked.index.among("citing") and who(story, attribution):
            said = [n for n, other in enumerate(story.found) if n != number and _is_beside(story, attribution, other)]
            found.update(dict.fromkeys(said, number))
    return found


def who(story: Story, citing: Attribution) -> tuple[Part, ...]:
    """The members of what is cited; none where it is no one who speaks ("citing lower prices")."""
    marked = story.cast.marked
    tokens = marked.tokens_of(citing.content[0].start, citing.content[-1].end)
    if tokens is None:
        return ()
    parts = parts_between(story.cast, *tokens, _head(story, tokens))
    readings = [read_part(story.cast, part) for part in parts]
    speaks = [r.form in _SPEAKING and (r.form != "people" or bool(r.actor and (r.actor.about.office or r.actor.role))) for r in readings]
    return parts if all(speaks) else ()


def _head(story: Story, tokens: Range) -> int:
    """The token of a range that hangs on one outside it."""
    heads = story.cast.marked.body.heads
    return next((i for i in range(*tokens) if not tokens[0] <= heads[i] < tokens[1]), tokens[1] - 1)


def _is_beside(story: Story, citing: Attribution, other: Attribution) -> bool:
    """True for another statement of the same outlet in the same sentence."""
    marked = story.cast.marked
    if not (citing.cue and other.cue and other.source) or other.parent != citing.parent or other.source != citing.source:
        return False
    at = [marked.tokens_of(cue.start, cue.end) for cue in (citing.cue, other.cue)]
    sentences = {marked.body.sentence_of[tokens[0]] for tokens in at if tokens}
    forms = {read_part(story.cast, part).form for part in parts_of(story.cast, other)}
    return len(sentences) == 1 and forms == {"outlet"}
