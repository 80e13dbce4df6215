"""What things are: frozen records, no logic but arithmetic on spans."""

from communique.model.article import Article, Dateline, Layout, Unread, sha256_of
from communique.model.attribution import Attribution, Said
from communique.model.base import Record
from communique.model.body import Body, Quotation, Range
from communique.model.coding import (
    Act,
    Coder,
    Coding,
    Commitment,
    Deadline,
    Event,
    EventDate,
    GroundKind,
    Kind,
    Location,
    Manner,
    Participant,
    Position,
    Relay,
    Role,
    Speaker,
    Stance,
    Statement,
    Strength,
    Texts,
)
from communique.model.dates import ArticleDate, DateExpression, Direction
from communique.model.explanation import Decision, Explanation, Feature, Member
from communique.model.mention import Mention, MentionSort
from communique.model.problem import Problem, Stage
from communique.model.span import Span, Spans
from communique.model.vote import Vote, VoteCast

__all__ = [
    "Act", "Article", "ArticleDate", "Attribution", "Body", "Coder", "Coding", "Commitment", "DateExpression", "Dateline", "Deadline",
    "Decision", "Direction", "Event", "EventDate", "Explanation", "Feature", "GroundKind", "Kind", "Layout", "Location", "Manner", "Member",
    "Mention", "MentionSort", "Participant", "Position", "Problem", "Quotation", "Range", "Record", "Relay", "Role", "Said", "Span",
    "Spans", "Speaker", "Stage", "Stance", "Statement", "Strength", "Texts", "Unread", "Vote", "VoteCast",
    "sha256_of",
]  # fmt: skip
