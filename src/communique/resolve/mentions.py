"""Everybody the body names, token range by token range, for the steps that come after the speakers."""

from communique.model import Mention, Range
from communique.resolve.actors import Actor
from communique.resolve.members import mentioned
from communique.resolve.story import Story


def find_mentions(story: Story) -> tuple[Mention, ...]:
    """The mentions of a body from left to right, none inside another; adjectives of a country among them."""
    found = {tokens: _mention(actor, tokens) for actor, tokens in mentioned(story)}
    marked = story.cast.marked
    taken = {token for tokens in found for token in range(*tokens)}
    for label in marked.labels_in(0, len(marked.labels)):
        code = marked.code_of(label) if label.sense.sort == "adjective" and label.first not in taken else None
        if code:
            tokens = (label.first, label.end)
            found[tokens] = Mention(tokens, "people" if label.sense.plural else "adjective", None, code, None)
    return tuple(found[tokens] for tokens in sorted(found))


def _mention(actor: Actor, tokens: Range) -> Mention:
    return Mention(tokens, actor.sort, actor.name, actor.country, actor.role)
