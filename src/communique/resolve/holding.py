"""Which of the user's actors hold on the day of an article."""

from datetime import date
from functools import lru_cache

import msgspec

from communique.lexicon.entries import KnownActor, Lexicon
from communique.model import Article


def holding(lexicon: Lexicon, article: Article) -> Lexicon:
    """The lexicon with only those of the user's actors who are what their entry says on the article's day."""
    return holding_on(lexicon, day_of(article)) if lexicon.actors else lexicon


def day_of(article: Article) -> str | None:
    """The day an article is of, YYYY-MM-DD: its dateline's, else that of its publication; None where neither is known."""
    written = (article.dateline.date if article.dateline else None) or article.published
    return written[:10] if written and is_day(written[:10]) else None


def is_day(text: str) -> bool:
    """True for a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def holding_on(lexicon: Lexicon, day: str | None) -> Lexicon:
    """The same for a day (YYYY-MM-DD); entries with bounds hold on no unknown day."""
    return _with(lexicon, tuple(actor for actor in lexicon.actors if _holds(actor, day)))


def _holds(actor: KnownActor, day: str | None) -> bool:
    if day is None:
        return actor.since is None and actor.until is None
    return (actor.since or day) <= day <= (actor.until or day)


@lru_cache(maxsize=64)
def _with(lexicon: Lexicon, actors: tuple[KnownActor, ...]) -> Lexicon:
    """Always the same object for the same actors, so that its index is built once."""
    return msgspec.structs.replace(lexicon, actors=actors)
