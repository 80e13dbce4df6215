"""What those are concerned with who are described by a word that fits anyone: "a medical team", "drug syndicates", "a school official"."""

from communique.model import Role
from communique.resolve.marked import Marked

_LEFT: frozenset[Role | None] = frozenset(
    (None, "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "IGO")
)  # posts that make an elite, once left
_LASTING: frozenset[Role | None] = frozenset(("OPP", "REF"))  # of whatever ordinary people it is said
_PUBLIC: frozenset[Role | None] = frozenset(("COP", "SPY", "MIL", "LEG", "JUD", "JRN", "PRE", "OPP", "PTY"))  # that offices may be of
_ARMED: frozenset[Role | None] = frozenset(("COP", "REB", "PRM", "UAF", "SPY", "CRM", "PRE"))  # whose forces and commands are no army


def concern(marked: Marked, first: int, end: int) -> Role | None:
    """The role told by the last phrase of a range that says what people are concerned with, a preposition behind one ends the range."""
    found, i = None, first
    while i < end and not (found and marked.body.tags[i] in ("IN", "TO")):
        at = marked.index.kind_at(marked.body.lower[:end], i)
        if at and not (found in _LASTING and at[0] == "CVL"):
            found = at[0]
        i += at[1] if at else 1
    return found


def public_concern(marked: Marked, first: int, end: int) -> Role | None:
    """The same for officials: "parliamentary officials" belong to a parliament, "health officials" are a government's."""
    told = concern(marked, first, end)
    return told if told in _PUBLIC else None


def task(marked: Marked, first: int, head: int, role: Role | None) -> Role | None:
    """The role of a body whose noun fits any ("aid agency"); a public one stays so whatever its business ("health office")."""
    for i in range(first, head):
        at = marked.index.kind_at(marked.body.lower, i)
        if at and i + at[1] == head + 1:
            return at[0]
    told = concern(marked, first, head)
    return told if told in _PUBLIC or "GOV" not in (role, told) else None


def thing(marked: Marked, first: int, end: int) -> Role | None:
    """The role of those whose thing a phrase names by its last word before a preposition ("two warplanes over the gulf")."""
    tags = marked.body.tags
    stop = next((i for i in range(first, end) if tags[i] in ("IN", "TO", ",")), end)
    for i in range(first, stop):
        at = marked.index.kind_at(marked.body.lower, i)
        if at and i + at[1] == stop:
            return at[0]
    return None


def armed(marked: Marked, first: int, end: int) -> Role | None:
    """The role of forces, where the words before say that they are no army's ("rebel forces", "police force")."""
    role = concern(marked, first, end)
    return role if role in _ARMED else None


def plight(marked: Marked, first: int, end: int) -> Role | None:
    """The role of ordinary people where the words before say that they oppose or fled: "antiwar protesters", "displaced children"."""
    if any(marked.is_in(i, "against") for i in range(first, end)):
        return "OPP"
    role = concern(marked, first, end)
    return role if role in _LASTING else None


def is_former_holder(marked: Marked, first: int, head: int, role: Role | None) -> bool:
    """True where the words before a head say that an office is no longer held: "former", "ex-"; a former farmer is no elite."""
    return role in _LEFT and any(marked.is_in(i, "former") for i in range(first, head))
