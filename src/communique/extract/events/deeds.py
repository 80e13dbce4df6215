"""An event as its words give it, before anyone asks who its heads are and whether it took place."""

from typing import NamedTuple

from communique.extract.events.slots import Heads
from communique.lexicon import EventMode, EventType
from communique.model import Range

HOSTILE: frozenset[str] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE", "REJECT"})
KIND: frozenset[str] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})

Outcome = tuple[EventType, tuple[EventMode, ...], str]
# What a type becomes when what it names is ended: type, mode, CAMEO.
ENDED: dict[str, Outcome] = {
    "AID": ("SANCTION", ("discontinue",), "162"), "COOPERATE": ("SANCTION", ("discontinue",), "160"),
    "CONSULT": ("SANCTION", ("withdraw",), "164"),
    "SUPPORT": ("SANCTION", ("discontinue",), "160"), "AGREE": ("SANCTION", ("withdraw",), "160"),
    "ASSAULT": ("RETREAT", ("ceasefire",), "0871"), "SANCTION": ("RETREAT", (), "085"), "COERCE": ("CONCEDE", (), "081"),
    "MOBILIZE": ("RETREAT", ("withdraw",), "0874"), "PROTEST": ("CONCEDE", (), "082"), "ACCUSE": ("CONCEDE", (), "081"),
}  # fmt: skip


class Deed(NamedTuple):
    """What a word codes.

    head        the token that carries it; trigger: the words that show it
    verb        the verb whose mood and time are the deed's; the head itself where it has none
    actors, recipients   heads of noun phrases
    mutual      everybody takes part
    case        how it was read; the last part of the rule's name
    used        tokens that are part of it and code nothing of their own
    """

    event: EventType
    mode: tuple[EventMode, ...]
    cameo: str | None
    head: int
    trigger: Range
    verb: int
    actors: Heads
    recipients: Heads
    mutual: bool
    case: str
    used: Heads = ()
