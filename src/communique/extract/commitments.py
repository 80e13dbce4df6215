"""What somebody binds themselves to do, on what condition and by when."""

from collections.abc import Callable

from communique.lexicon import Lexicon
from communique.model import Article, Body, Commitment, DateExpression, Mention, Said, Span

DatesIn = Callable[[Span], tuple[DateExpression, ...]]


def find_commitments(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon, dates_in: DatesIn
) -> tuple[Commitment, ...]:
    """The commitments an article reports, in the order of their actions, without ids; `dates_in` gives the times in a stretch of text."""
    return ()
