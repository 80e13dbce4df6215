"""Deeds that are moves in a game: a striker who shoots, teams that meet in a final. Politics on the sports page stays politics."""

from communique.extract.events.deeds import Deed
from communique.extract.events.parties import Parties
from communique.extract.events.slots import slots_of_verb
from communique.extract.events.stage import Stage

_MOVES = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONSULT", "THREATEN", "CONCEDE", "REJECT"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "IGO", "REB", "CRM"})


def is_game(stage: Stage, deed: Deed, actor: Parties) -> bool:
    """True where players act or are acted on by nobody in office, and where countries do it in a contest."""
    if deed.event not in _MOVES:
        return False
    lower, players = stage.body.lower, stage.words["event_players"]
    if any(lower[h] in players for h in deed.actors):
        return True
    if any(lower[h] in players for h in deed.recipients) and not any(one.sector in _OFFICIAL for one in actor):
        return True
    is_country = bool(deed.actors) and all(_is_country(stage, h) for h in deed.actors)
    return is_country and any(lower[h] in stage.words["event_contests"] for h in _around(stage, deed))


def _is_country(stage: Stage, head: int) -> bool:
    mention = stage.mentions.get(head)
    return mention is not None and mention.sort in ("state", "people")


def _around(stage: Stage, deed: Deed) -> tuple[int, ...]:
    """The heads of what stands beside the verb, at any place."""
    return tuple(h for heads in slots_of_verb(stage.body, deed.verb).places.values() for h in heads)
