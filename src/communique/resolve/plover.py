"""Actors of phrases in the codes of PLOVER, which keeps organisations of states in its country field and has sectors for people only."""

from communique.model import Role
from communique.resolve.phrase import PhraseActor

ANY_ORGANISATION = "IGO"


def in_plover(actor: PhraseActor) -> tuple[str | None, str | None]:
    """Country and sector as PLOVER writes them: UNO, EUR, IGO for organisations of states; no sector for a state as such; UNK where
    somebody is meant whose sector the words do not tell; towns are their people; media that are a state's speak for its government."""
    speaker = actor.speaker
    if speaker is None:
        return None, "UNK" if actor.form in ("pronoun", "people") else None
    country = speaker.country if isinstance(speaker.country, str) else None
    sovereign, _, organ = (actor.plover or "").partition(" ")
    if country and country.startswith("IGO:"):
        return sovereign or ANY_ORGANISATION, organ or (speaker.role if speaker.role != "IGO" else _own(actor))
    return country or sovereign or None, organ or _sector(actor, speaker.role, country)


def _own(actor: PhraseActor) -> Role | None:
    """The sector of a person who speaks for an organisation of states; the organisation itself has none."""
    return None if actor.own_role == "IGO" else actor.own_role


def _sector(actor: PhraseActor, role: Role | None, country: str | None) -> Role | None:
    if actor.sort == "place" or (actor.form == "state" and actor.sort == "country"):
        return "CVL" if actor.sort == "place" else None
    if role == "JRN" and actor.is_state_run:
        return "GOV"
    if role == "NGO" and country:
        return "SOC"  # a country's own: civil society; NGO is kept for those of no country
    return role or ("UNK" if actor.form in ("people", "pronoun") else None)
