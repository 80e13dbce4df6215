"""An event as its words give it, before anyone asks who its heads are and whether it took place."""

from typing import NamedTuple

from communique.extract.events.slots import Heads
from communique.lexicon import EventMode, EventType
from communique.model import Range

HOSTILE: frozenset[str] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE", "REJECT"})
KIND: frozenset[str] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


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
