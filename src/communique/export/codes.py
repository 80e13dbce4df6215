"""Participants in the codes of other data sets: where they keep organisations, what they call Kosovo, media and dependencies."""

from communique.export.found import Side
from communique.lexicon.ontology import ForeignCode, countries, foreign_codes, sectors

NO_CODES = ForeignCode("")


def plover_country(side: Side) -> str | None:
    """PLOVER's country field: a state (a dependency is its sovereign's, Kosovo is KOS), UNO, EUR, IGO, or NGO where no country is known."""
    if side is None:
        return None
    if side.country is None:
        return side.sector if side.sector in ("IGO", "NGO") else None
    return plover_place(side.country)


def plover_place(code: str | None) -> str | None:
    """A country or organisation of states as PLOVER writes it."""
    foreign = foreign_codes().get(code or "", NO_CODES)
    return foreign.sovereign or foreign.plover or ("IGO" if code and code.startswith("IGO:") else code)


def plover_sector(side: Side) -> str | None:
    """PLOVER's sector; IGO and NGO are none: they stand in the country field, and a country's own NGO is civil society."""
    if side is None or side.sector == "IGO":
        return None
    return ("SOC" if side.country else None) if side.sector == "NGO" else side.sector


def cow_number(side: Side) -> int | None:
    """The number of a state, or of a dependency's sovereign, in the Correlates of War's list."""
    foreign = foreign_codes().get((side and side.country) or "", NO_CODES)
    return foreign_codes()[foreign.sovereign].cow if foreign.sovereign else foreign.cow


def cameo_actor(side: Side) -> str | None:
    """CAMEO's actor code, country and role in one ("RUSGOV"); None where neither is known."""
    if side is None:
        return None
    sector = sectors().get(side.sector or "")
    role = side.sector if side.sector == "NGO" else sector.cameo if sector else None
    return f"{_cameo_country(side)}{role or ''}" or None


def _cameo_country(side: Side) -> str:
    if side is None or side.country is None:
        return "IGO" if side and side.sector == "IGO" else ""
    foreign = foreign_codes().get(side.country, NO_CODES)
    return foreign.cameo or ("IGO" if side.country.startswith("IGO:") else side.country)


def icews_name(side: Side, words: str | None) -> str | None:
    """The participant's name, a state's or organisation's own, else as ICEWS calls people it cannot name: "Military (Fiji)"."""
    place, sector = _icews_place(side.country if side else None), icews_sector(side)
    if side is None or side.name:
        return side.name if side else None
    if is_whole(side, words):
        return place
    return f"{sector} ({place})" if sector and place else sector or place


def is_whole(side: Side, words: str | None) -> bool:
    """True for a state or an organisation of states as a whole ("Fiji", "Suva's"), False for people of it."""
    if side is None or side.sector not in (None, "GOV", "IGO"):
        return False
    country = countries().get(side.country or "")
    return side.sector != "GOV" or (country is not None and bare(words or "") in {country.name, *country.names, *country.seats})


def bare(words: str) -> str:
    """A name without article and possessive ending: "the Sudan's" is Sudan."""
    return words.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")


def polecat_name(side: Side) -> str | None:
    """The participant's name; that of the state or organisation where it, its government or somebody unnamed of that acts."""
    is_official = side is not None and side.sector in (None, "GOV", "IGO")
    return (side.name or (_icews_place(side.country) if is_official else None)) if side else None


def icews_country(code: str | None) -> str | None:
    """The country's name as ICEWS writes it; organisations have none."""
    return None if code is None or code.startswith("IGO:") else _icews_place(code)


def icews_sector(side: Side) -> str | None:
    """The sector in the words of ICEWS."""
    sector = sectors().get((side and side.sector) or "")
    return sector.icews if sector else None


def _icews_place(code: str | None) -> str | None:
    country = countries().get(code or "")
    return foreign_codes().get(code or "", NO_CODES).icews or (country.name if country else None)


def own_code(side: Side) -> str | None:
    """Country and sector as our records write them, in one: two participants with the same are one side of a dyad. None: neither known."""
    return f"{side.country or ''}/{side.sector or ''}" if side and (side.country or side.sector) else None
