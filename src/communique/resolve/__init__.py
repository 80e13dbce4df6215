"""Who says it and when: from a source mention to its speaker, from words of time to days, within one article."""

from communique.resolve.article_date import article_date, dated
from communique.resolve.calendar import Interval
from communique.resolve.dates import find_dates
from communique.resolve.speakers import Resolution, Told, resolve_speakers

__all__ = ["Interval", "Resolution", "Told", "article_date", "dated", "find_dates", "resolve_speakers"]
