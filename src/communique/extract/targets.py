"""At whom a statement is directed, or on whom it passes judgement."""

from communique.lexicon import Lexicon
from communique.model import Body, Mention, Said


def find_targets(body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Codes of the targets of each statement, in the order given."""
    return tuple(() for _ in said)
