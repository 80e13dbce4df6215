"""What a deed becomes by its mood (PLOVER): to come it is an agreement or a threat, denied for the future it is turned down."""

from communique.extract.events.deeds import HOSTILE, KIND, Deed
from communique.extract.events.outcomes import agreed, refused, threatened
from communique.extract.events.stage import Stage, named
from communique.extract.tree import own_subject

_CONDITIONS = frozenset({"if", "unless", "should"})
_WORDS = frozenset({"REJECT", "ACCUSE", "THREATEN"})


def provoker(stage: Stage, deed: Deed) -> tuple[int, ...]:
    """Who is told not to: retaliate if they cross the line, strike unless they leave."""
    body = stage.body
    clauses = [c for c in body.dependents(deed.verb, "advcl") if any(body.lower[m] in _CONDITIONS for m in body.dependents(c, "mark"))]
    subjects = (own_subject(body, c) for c in clauses)
    return tuple(s for s in subjects if s is not None and s not in deed.actors and stage.is_named(s))


def by_mood(stage: Stage, deed: Deed, auxiliary: frozenset[str]) -> Deed:
    """Future kindness is an agreement to it, what will not be done is turned down, future harm by the speaker a threat."""
    if deed.case == "allowed" and "negation" in auxiliary:
        return deed._replace(event="REJECT", mode=("yield",), cameo="124")
    if deed.event in ("ASSAULT", "THREATEN") and not deed.recipients and auxiliary & {"future", "hypothetical"}:
        deed = deed._replace(recipients=provoker(stage, deed))
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
