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
    "RETREAT": (("yield",), "124"), "CONCEDE": (("yield",), "124"), "AGREE": (("meet",), "127"), "REQUEST": ((), "120"),
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
_CUT_OFF = {"162": "1311", "160": "1313", "161": "1313", "164": "1313", "169": "1313"}
_YIELDED: dict[str, str] = {"withdraw": "6", "ceasefire": "6", "disarm": "6", "access": "5", "release": "3"}  # last digit of 105 and 124
# What is asked for or turned down, by the class of the word that names it: mode, CAMEO where it is asked for, where it is turned down.
MATTERS: dict[str, tuple[EventMode, str, str]] = {
    "matter_law": ("assist", "1013", "1213"), "matter_mediator": ("meet", "108", "126"), "matter_settlement": ("meet", "107", "127"),
    "matter_talks": ("meet", "106", "125"), "matter_entry": ("yield", "1055", "1245"), "matter_arms": ("yield", "1056", "1246"),
    "matter_freedom": ("yield", "1053", "1243"), "matter_reform": ("change", "104", "123"), "matter_policy": ("change", "1042", "1232"),
    "matter_relief": ("assist", "1033", "1223"), "matter_ending": ("yield", "105", "124"), "matter_prison": ("arrest", "132", "132"),
}  # fmt: skip
PRISON = "matter_prison"


def by_matter(does: str, matter: str) -> tuple[tuple[EventMode, ...], str]:
    """Mode and code of what a word names that is asked for or turned down."""
    mode, if_asked, if_refused = MATTERS[matter]
    return (mode,), if_refused if does == "refuse" else if_asked


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
    return ("REJECT", *_yielded(deed, *REFUSED[deed.event])) if deed.event in REFUSED else None


def asked(deed: Deed) -> Outcome | None:
    """Asked for; None where the deed says nothing about how."""
    if "resign" in deed.mode:
        return "REQUEST", ("change",), "1041"
    return ("REQUEST", *_yielded(deed, *ASKED[deed.event])) if deed.event in ASKED else None


def _yielded(deed: Deed, mode: tuple[EventMode, ...], cameo: str) -> tuple[tuple[EventMode, ...], str]:
    """The code by what is to be given up: arms, prisoners, the closed door, sanctions."""
    digit = next((_YIELDED[m] for m in deed.mode if m in _YIELDED), "4" if deed.cameo == "085" else "")
    return mode, cameo + digit if mode == ("yield",) else cameo


def threatened(deed: Deed) -> Outcome:
    """Threatened, whatever it is."""
    if deed.event == "SANCTION" and deed.cameo == "163":
        return "THREATEN", ("restrict",), "1312"
    if deed.event == "SANCTION" and deed.cameo in _CUT_OFF and deed.mode[:1] != ("expel",):
        return "THREATEN", ("relations",), _CUT_OFF[deed.cameo]
    mode, cameo = THREATENED.get(deed.event, ((), "130"))
    own = tuple(m for m in deed.mode if m in ("expel", "arrest"))
    if "seize" in deed.mode and deed.cameo == _OCCUPIED:
        return "THREATEN", ("territory",), "1382"
    return "THREATEN", own or mode, cameo
