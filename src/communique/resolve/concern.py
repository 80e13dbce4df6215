"""What those are concerned with who are described by a word that fits anyone: "a medical team", "drug syndicates", "a school official"."""

from communique.model import Role
from communique.resolve.marked import Marked

OFFICES: frozenset[Role | None] = frozenset((None, "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "IGO"))  # left, they make an elite


def concern(marked: Marked, first: int, end: int) -> Role | None:
    """The role that the last word of a range gives which says what people are concerned with; a preposition ends the range."""
    found = None
    for i in range(first, end):
        if found and marked.body.tags[i] in ("IN", "TO"):
            break
        found = marked.index.kind(marked.body.lower[i]) or found
    return found


def is_former_holder(marked: Marked, first: int, head: int, role: Role | None) -> bool:
    """True where the words before a head say that an office is no longer held: "former", "ex-"."""
    return role in OFFICES and any(marked.is_in(i, "former") for i in range(first, head))
