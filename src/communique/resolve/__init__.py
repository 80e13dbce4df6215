"""Who says it and when: from a source mention to its speaker, from words of time to days; one person's names across articles."""

from communique.resolve.article_date import article_date, dated
from communique.resolve.calendar import Interval
from communique.resolve.dates import find_dates
from communique.resolve.holding import day_of, holding, holding_on
from communique.resolve.home import beside_text
from communique.resolve.identity import Judgement, actor_id, person_key, same_person
from communique.resolve.phrase import PhraseActor, carried, resolve_phrase
from communique.resolve.plover import in_plover
from communique.resolve.speakers import Resolution, Told, resolve_speakers

__all__ = [
    "Interval", "Judgement", "PhraseActor", "Resolution", "Told", "actor_id", "article_date", "beside_text", "carried", "dated", "day_of",
    "find_dates", "holding", "holding_on", "in_plover", "person_key", "resolve_phrase", "resolve_speakers", "same_person",
]  # fmt: skip
