"""Statements: who is reported to have said what, in which words of the text. Read statements.py first, rules.py for the registry."""

from communique.extract.commitments import COMMITMENTS, find_commitments
from communique.extract.positions import find_positions
from communique.extract.rules import CONTINUATIONS, RULES
from communique.extract.statements import Found, decisions, find_statements
from communique.extract.targets import find_targets

__all__ = [
    "COMMITMENTS",
    "CONTINUATIONS",
    "RULES",
    "Found",
    "decisions",
    "find_commitments",
    "find_positions",
    "find_statements",
    "find_targets",
]
