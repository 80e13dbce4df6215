"""What a deed becomes by its mood (PLOVER): to come it is an agreement or a threat, denied for the future it is turned down."""

from communique.extract.events.deeds import HOSTILE, KIND, Deed
from communique.extract.events.outcomes import agreed, refused, threatened
from communique.extract.events.stage import Stage, named

_WORDS = frozenset({"REJECT", "ACCUSE", "THREATEN"})


def by_mood(stage: Stage, deed: Deed, auxiliary: frozenset[str]) -> Deed:
    """Future kindness is an agreement to it, what will not be done is turned down, future harm by the speaker a threat."""
    if "future" not in auxiliary or deed.event in ("REJECT", "ACCUSE"):
        return deed
    own = deed.head in stage.floor.inside
    if "negation" in auxiliary:
        event, mode, cameo = refused(deed) or ("REJECT", (), "120")
        others = deed.recipients or named(stage, deed.verb)
        return deed._replace(event=event, mode=mode, cameo=cameo, recipients=others, mutual=False)
    told = None
    if deed.event in KIND or (own and deed.event in ("RETREAT", "CONCEDE")):
        told = agreed(deed)
    elif own and deed.event in HOSTILE - _WORDS:
        told = threatened(deed)
    return deed._replace(event=told[0], mode=told[1], cameo=told[2]) if told else deed
