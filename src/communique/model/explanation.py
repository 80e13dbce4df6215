"""Why a coding is as it is: every candidate with its verdict, over the parse it rests on."""

from communique.model.base import Record
from communique.model.body import Body
from communique.model.coding import Coding, Role
from communique.model.span import Span, Spans


class Feature(Record, frozen=True):
    """Something a score was read from, and what it added (less than nothing: took away)."""

    name: str
    weight: float


class Decision(Record, frozen=True):
    """A candidate statement and what became of it.

    rule, cue, source, content   as in Statement
    score      0..1; candidates below the threshold of extract/accept.py are dropped
    kept       True where it became a statement
    reason     why it was dropped, "" where kept
    statement  id of the statement it became, None where dropped
    features   what weighed most in the learned scorer, the heaviest first; () where the rules chose
    """

    rule: str
    cue: Span | None
    source: Span | None
    content: Spans
    score: float
    kept: bool
    reason: str
    statement: str | None = None
    features: tuple[Feature, ...] = ()


class Member(Record, frozen=True):
    """Somebody an article speaks of, in one entry whatever the article calls them.

    name, country, role, title, actor_id   as in Speaker, of one actor
    mentions    where they are named, described or meant by a pronoun
    statements  ids of what they say, alone or jointly
    """

    name: str | None
    country: str | None
    role: Role | None
    title: str | None
    actor_id: str | None
    mentions: Spans
    statements: tuple[str, ...]


class Explanation(Record, frozen=True):
    """A coding, the decisions behind it in the order of the text, everybody the article speaks of, and the parsed body."""

    coding: Coding
    decisions: tuple[Decision, ...]
    members: tuple[Member, ...]
    body: Body

    def parse_of(self, span: Span) -> tuple[tuple[str, str, str, str], ...]:
        """The sentences that `span` touches, a row a token: word, Penn tag, dependency label, head word."""
        body = self.body
        rows = []
        for first, end in body.sentences:
            if body.span(first, end).overlaps(span):
                rows += [(body.words[t], body.tags[t], body.deps[t], body.words[body.heads[t]]) for t in range(first, end)]
        return tuple(rows)
