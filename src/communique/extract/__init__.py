"""Statements: who is reported to have said what, in which words of the text. Read statements.py first, rules.py for the registry."""

from communique.extract.candidates import FINDERS
from communique.extract.learned import Weights, load_weights
from communique.extract.rules import CONTINUATIONS, RULES
from communique.extract.statements import Choice, Found, decisions, find_statements

__all__ = ["CONTINUATIONS", "FINDERS", "RULES", "Choice", "Found", "Weights", "decisions", "find_statements", "load_weights"]
