"""What a deed becomes by its mood (PLOVER): to come it is an agreement or a threat, denied for the future it is turned down."""

from communique.extract.events.deeds import HOSTILE, KIND, Deed
from communique.extract.events.stage import Stage, named

_WORDS = frozenset({"REJECT", "ACCUSE", "THREATEN"})


def by_mood(stage: Stage, deed: Deed, auxiliary: frozenset[str]) -> Deed:
    """Future kindness is an agreement to it, what will not be done is turned down, future harm by the speaker a threat."""
    if "future" not in auxiliary or deed.event in ("REJECT", "ACCUSE"):
        return deed
    own = deed.head in stage.floor.inside
    if "negation" in auxiliary:
        return deed._replace(event="REJECT", mode=(), cameo="120", recipients=deed.recipients or named(stage, deed.verb), mutual=False)
    if deed.event in KIND or (own and deed.event in ("RETREAT", "CONCEDE")):
        return deed._replace(event="AGREE", mode=(), cameo="030")
    return deed._replace(event="THREATEN", mode=(), cameo="130") if own and deed.event in HOSTILE - _WORDS else deed
