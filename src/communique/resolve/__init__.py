"""Who says it and when: from a source mention to its speaker, from words of time to days; one person's names across articles."""

from communique.resolve.article_date import article_date, dated
from communique.resolve.calendar import Interval
from communique.resolve.dates import find_dates
from communique.resolve.identity import Judgement, actor_id, person_key, same_person
from communique.resolve.speakers import Resolution, Told, resolve_speakers

__all__ = [
    "Interval", "Judgement", "Resolution", "Told", "actor_id", "article_date", "dated", "find_dates", "person_key", "resolve_speakers",
    "same_person",
]  # fmt: skip
