"""Where holders stand on issues, and on what grounds."""

from communique.lexicon import Lexicon
from communique.model import Article, Body, Mention, Position, Said


def find_positions(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Position, ...]:
    """The positions an article reports, in the order of their evidence, without ids."""
    return ()
