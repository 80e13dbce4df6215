"""Arbitrary valid codings: any text, spans that lie in it, every field with and without a value."""

from typing import get_args

from hypothesis import strategies as st

from communique.model import (
    Act,
    Article,
    Coder,
    Coding,
    Commitment,
    Dateline,
    Deadline,
    Event,
    EventDate,
    GroundKind,
    Kind,
    Layout,
    Location,
    Manner,
    Participant,
    Position,
    Problem,
    Relay,
    Role,
    Span,
    Speaker,
    Stage,
    Stance,
    Statement,
    Strength,
    sha256_of,
)

words = st.text(max_size=12)
maybe = st.none() | words
confidence = st.floats(0, 1)
codes = st.lists(words, max_size=3).map(tuple)
days = st.none() | st.dates().map(lambda day: day.isoformat())


def one_of(literal):
    return st.sampled_from(get_args(literal))


def spans_in(text):
    """One span of a text."""
    return st.integers(0, len(text) - 1).flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))


def few(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def joint(values):
    """A value, none, or the values of joint speakers."""
    return st.none() | words | st.lists(values, min_size=2, max_size=3).map(tuple)


def articles(text):
    span = spans_in(text)
    return st.builds(
        Article,
        id=words,
        text_sha256=st.just(sha256_of(text)),
        text=st.just(text),
        url=maybe,
        title=maybe,
        outlet=maybe,
        byline=maybe,
        published=days,
        language=maybe,
        dateline=st.none() | st.builds(Dateline, span, maybe, maybe, days),
        layout=st.builds(Layout, *[few(span)] * 7),
        problems=few(problems(text)),
    )


def problems(text):
    return st.builds(Problem, one_of(Stage), words, st.none() | spans_in(text))


def statements(text):
    span = spans_in(text)
    speaker = st.builds(Speaker, joint(maybe), joint(maybe), st.none() | one_of(Role), maybe, maybe, words, few(span))
    return st.builds(
        Statement,
        id=words,
        source=st.none() | span,
        cue=st.none() | span,
        content=few(span),
        kind=one_of(Kind),
        manner=one_of(Manner),
        speaker=st.none() | speaker,
        via=few(st.builds(Relay, words, span)),
        act=st.none() | one_of(Act),
        targets=codes,
        addressee=st.none() | span,
        parent=maybe,
        rule=words,
        confidence=confidence,
    )


def positions(text):
    span = spans_in(text)
    return st.builds(
        Position, words, codes, words, one_of(Stance), span, few(span), few(st.none() | one_of(GroundKind)), maybe, words, confidence
    )


def commitments(text):
    span = spans_in(text)
    deadline = st.none() | st.builds(Deadline, span, days, days, days, words)
    return st.builds(Commitment, words, codes, span, maybe, st.none() | span, deadline, one_of(Strength), maybe, words, confidence)


def events(text):
    span = spans_in(text)
    sides = few(st.builds(Participant, span, maybe, maybe, st.none() | one_of(Role)))
    date = st.none() | st.builds(EventDate, days, days, words)
    location = st.none() | st.builds(Location, span, words, maybe)
    return st.builds(Event, words, maybe, codes, codes, maybe, span, sides, sides, date, location, codes, maybe, words, confidence)


@st.composite
def codings(draw):
    text = draw(st.text(min_size=1, max_size=80))
    return Coding(
        article=draw(articles(text)),
        statements=draw(few(statements(text))),
        positions=draw(few(positions(text))),
        commitments=draw(few(commitments(text))),
        events=draw(few(events(text))),
        problems=draw(few(problems(text))),
        coder=draw(st.builds(Coder, words, words, words, words, words)),
    )
