"""What rules do: the docstrings of the functions that find statements, the meaning of the cases that name speakers."""

import inspect
from difflib import get_close_matches

from communique.extract import COMMITMENTS, CONTINUATIONS, EVENTS, RULES, STANCES
from communique.extract import FINDERS as OPEN_CLASS
from communique.resolve.cases import CASES

SPEAKERS = {f"en.resolve.{case}": words for case, words in CASES.items()}
MEANINGS = {**SPEAKERS, **STANCES, **COMMITMENTS, **EVENTS}
FINDERS: dict[str, object] = {rule.name: rule.find for rule in RULES} | {rule.name: rule.find for rule in CONTINUATIONS} | OPEN_CLASS


def rule_named(name: str) -> str | None:
    """The full name of a rule; the part after the last dot is enough. None where there is no such rule."""
    return next((rule for rule in (*FINDERS, *MEANINGS) if name in (rule, rule.rpartition(".")[2])), None)


def documentation(rule: str) -> str:
    """A rule's name and its function's docstring; for a rule that names speakers or finds positions, commitments or events its meaning."""
    if rule in MEANINGS:
        return f"{rule}\n\n{MEANINGS[rule]}"
    return f"{rule}\n\n{inspect.getdoc(FINDERS[rule]) or 'Not documented.'}"


def summary(rule: str) -> str:
    """The first line of a rule's documentation; "" for what is no rule of ours (a coding may come from another version)."""
    return documentation(rule).split("\n")[2] if rule in FINDERS else ""


def nearest(rule: str) -> str:
    """What to do about the name of no rule."""
    near = get_close_matches(rule, FINDERS, n=2)
    return f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(FINDERS)}"
