"""What the things in a deed tell of it: with what it was done (a drone strike, killed with a bomb), what was given or sent."""

from collections.abc import Iterator

from communique.extract.events.deeds import Deed
from communique.extract.events.slots import Heads, slots_of_verb
from communique.extract.events.stage import Stage
from communique.lexicon import EventMode

# Mode and CAMEO of what is done with a thing of a class.
MEANS: dict[str, tuple[EventMode, str]] = {
    "means_drone": ("drone", "1952"), "means_suicide": ("suicide-attack", "1831"), "means_car_bomb": ("explosives", "1832"),
    "means_road_bomb": ("explosives", "1833"), "means_explosives": ("explosives", "183"), "means_gas": ("unconventional", "2041"),
    "means_aerial": ("aerial", "195"), "means_heavy": ("heavy-weapons", "194"), "means_firearms": ("firearms", "193"),
    "means_primitive": ("primitive", "180"),
}  # fmt: skip
GIVEN = {"weapons": "072", "relief": "073", "money": "071"}
SENT: dict[str, tuple[EventMode, str]] = {
    "police": ("police", "153"), "militias": ("militia", "154"), "weapons": ("weapons", "154"), "reservists": ("troops", "154"),
}  # fmt: skip
_OPEN_MODES = ((), ("aerial",), ("heavy-weapons",), ("explosives",))
_HOLDING = ("with", "in", "using")


def by_means(stage: Stage, deed: Deed) -> Deed:
    """The deed with the mode and code its means or its goods tell; as it was where they tell nothing."""
    if deed.case == "nominal":
        return deed
    match deed.event:
        case "ASSAULT" if deed.mode in _OPEN_MODES and deed.cameo != "196":
            return _told(stage, deed, _instruments(stage, deed), MEANS)
        case "AID" if deed.cameo == "070":
            heads = _goods(stage, deed)
            code = next((code for name, code in GIVEN.items() if any(stage.is_of(h, (name,)) for h in heads)), "070")
            return deed._replace(cameo=code)
        case "MOBILIZE" if deed.mode == ("troops",) and deed.cameo == "154":
            return _told(stage, deed, _goods(stage, deed), SENT)
    return deed


def _told(stage: Stage, deed: Deed, heads: Heads, table: dict[str, tuple[EventMode, str]]) -> Deed:
    found = next((told for name, told in table.items() if any(stage.is_of(h, (name,)) for h in heads)), None)
    return deed._replace(mode=(found[0],), cameo=found[1]) if found else deed


def _instruments(stage: Stage, deed: Deed) -> Heads:
    """Who acts, what it was done with, what was set off, what those who act hold or wear."""
    places = slots_of_verb(stage.body, deed.verb).places
    objects = places.get("object", ()) if deed.mode == ("explosives",) else ()
    held = (h for at in (deed.verb, *deed.actors) for h in _held(stage, at))
    return (*deed.actors, *places.get("with", ()), *objects, *held)


def _held(stage: Stage, head: int) -> Iterator[int]:
    """What a participle beside a word is about: armed with machetes, wearing a vest, using drones."""
    body = stage.body
    for clause in body.dependents(head, "acl", "advcl"):
        yield from body.dependents(clause, "dobj")
        yield from stage.governed(clause, _HOLDING)


def _goods(stage: Stage, deed: Deed) -> Heads:
    places = slots_of_verb(stage.body, deed.verb).places
    return (*places.get("object", ()), *(h for h in places.get("with", ()) if deed.event == "AID"))
