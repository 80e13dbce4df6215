"""What stands beside a file of events: by which ontologies, and how many were left out. Most formats have no room for it."""

import json

from communique.lexicon.ontology import cameo, plover


def versions() -> dict[str, str]:
    """The versions of the ontologies, in every export."""
    return {"plover": plover().version, "cameo": cameo().version, "cameo_to_plover": cameo().map_version}


def about(name: str, *, written: int, left_out: int, one_a_day: bool, program: str) -> bytes:
    """The JSON of a file beside an export; `program` is the version of communique."""
    told = {"format": name, "communique": program, **versions(), "events": written, "left_out": left_out, "one_a_day": one_a_day}
    return json.dumps(told, indent=2).encode() + b"\n"
