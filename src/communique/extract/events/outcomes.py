"""What an event becomes when it is bound to, turned down, asked for or threatened: type, modes, CAMEO."""

from communique.extract.events.deeds import Deed, Outcome
from communique.lexicon import EventMode

# What a type becomes when it is bound to, turned down, threatened, asked for or ended: type, mode, CAMEO.
AGREED: dict[str, str] = {
    "CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033", "CONCEDE": "035", "RETREAT": "035", "AGREE": "030",
    "MOBILIZE": "0312",
}  # fmt: skip
REFUSED: dict[str, tuple[tuple[EventMode, ...], str]] = {
    "CONSULT": (("meet",), "125"), "AID": (("assist",), "122"), "COOPERATE": (("assist",), "121"), "SUPPORT": (("assist",), "121"),
    "RETREAT": (("yield",), "124"), "CONCEDE": (("yield",), "124"), "AGREE": ((), "127"), "REQUEST": ((), "120"),
}  # fmt: skip
ASKED: dict[str, tuple[tuple[EventMode, ...], str]] = {
    "CONSULT": (("meet",), "106"), "AID": (("assist",), "103"), "COOPERATE": (("assist",), "101"), "SUPPORT": (("assist",), "102"),
    "RETREAT": (("yield",), "105"), "CONCEDE": (("yield",), "105"), "AGREE": (("meet",), "107"),
}  # fmt: skip
THREATENED: dict[str, tuple[tuple[EventMode, ...], str]] = {
    "ASSAULT": (("violence",), "138"), "SANCTION": (("relations",), "131"), "COERCE": (("restrict",), "132"),
    "MOBILIZE": (("violence",), "138"),
    "PROTEST": ((), "133"), "REJECT": (("relations",), "134"),
}  # fmt: skip
_REQUESTS = {"assist": "122", "change": "123", "yield": "124", "meet": "125"}  # a request turned down
_OCCUPIED = "192"


def agreed(deed: Deed) -> Outcome | None:
    """Bound to: None for what is to somebody's harm."""
    if "third-party" in deed.mode:
        return "AGREE", (), "039"
    return ("AGREE", (), AGREED[deed.event]) if deed.event in AGREED else None


def refused(deed: Deed) -> Outcome | None:
    """Turned down; None where the deed says nothing about how."""
    if "resign" in deed.mode:
        return "REJECT", ("change",), "1231"
    if deed.event == "REQUEST" and deed.mode:
        return "REJECT", deed.mode, _REQUESTS[deed.mode[0]]
    return ("REJECT", *REFUSED[deed.event]) if deed.event in REFUSED else None


def asked(deed: Deed) -> Outcome | None:
    """Asked for; None where the deed says nothing about how."""
    if "resign" in deed.mode:
        return "REQUEST", ("change",), "1041"
    return ("REQUEST", *ASKED[deed.event]) if deed.event in ASKED else None


def threatened(deed: Deed) -> Outcome:
    """Threatened, whatever it is."""
    if deed.event == "SANCTION" and deed.cameo == "163":
        return "THREATEN", ("restrict",), "1312"
    mode, cameo = THREATENED.get(deed.event, ((), "130"))
    own = tuple(m for m in deed.mode if m in ("expel", "arrest"))
    if "seize" in deed.mode and deed.cameo == _OCCUPIED:
        return "THREATEN", ("territory",), "1382"
    return "THREATEN", own or mode, cameo
