"""What is said and meant: statements and, once their speakers are known, acts, targets, positions, commitments.

Read statements.py first, rules.py for the registry.
"""

from communique.extract.acts import find_acts
from communique.extract.candidates import FINDERS
from communique.extract.commitments import COMMITMENTS, find_commitments
from communique.extract.events import EVENTS, find_events
from communique.extract.learned import Weights, load_weights
from communique.extract.positions import find_positions
from communique.extract.rules import CONTINUATIONS, RULES
from communique.extract.stance_cases import STANCES
from communique.extract.statements import Choice, Found, decisions, find_statements
from communique.extract.targets import find_targets

__all__ = [
    "COMMITMENTS", "CONTINUATIONS", "EVENTS", "FINDERS", "RULES", "STANCES", "Choice", "Found", "Weights", "decisions", "find_acts",
    "find_commitments", "find_events", "find_positions", "find_statements", "find_targets", "load_weights",
]  # fmt: skip
