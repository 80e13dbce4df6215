"""The sides of a deed, and whether it is an event with them."""

from typing import NamedTuple

from communique.extract.events.deeds import Deed
from communique.extract.events.parties import Parties, armed, parties
from communique.extract.events.spoken import does, speakers, targets_of
from communique.extract.events.stage import Stage
from communique.extract.holders import tokens_of
from communique.model import Participant, Said

# Types that are nothing without somebody they are directed at, those that can be without any recipient, those a noun alone may tell.
_AT_SOMEBODY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_ALONE = frozenset({"ACCUSE", "REJECT", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "CONCEDE", "AGREE"})
_STATE: frozenset[str | None] = frozenset({"GOV", "MIL", "IGO", None})
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "CRM"})
_NOUNS = frozenset({"ASSAULT", "CONSULT", "RETREAT"})
_BY_FORCE = frozenset({"ASSAULT", "RETREAT", "PROTEST"})
_TRUCE, _VETO = "0356", "129"
_ACTS_OF_FORCE = frozenset({"arrest", "deport", "expel", "seize"})


class Told(NamedTuple):
    """A deed with its sides and mood."""

    deed: Deed
    actor: Parties
    recipient: Parties
    auxiliary: frozenset[str]
    said: Said | None


def with_sides(stage: Stage, deed: Deed, said: Said | None, auxiliary: frozenset[str]) -> Told:
    """Who takes part; `said` is the statement that the deed's word opens."""
    deed = _each_other(stage, deed)
    is_source = said is not None and _is_source(said, deed) and len(deed.actors) < 2
    actor = armed(stage, speakers(stage, said), deed.event) if said and is_source else parties(stage, deed.actors, deed.event, acting=True)
    others = (_unbound(stage, deed, h, actor) for h in deed.recipients)
    recipient = _foreign(stage, deed, actor, tuple(dict.fromkeys(one for found in others for one in found)))
    around = stage.floor.inside.get(deed.verb)
    owner = said or (stage.floor.said[around] if around is not None else None)
    if owner is not None and (said or does(owner) == deed.event) and _is_verbal(deed) and not any(one.country for one in recipient):
        recipient = targets_of(stage, owner, stage.targets.get(owner.id, ())) or recipient
    if deed.mutual:
        actor, recipient = _together(stage, actor, recipient), ()
    if deed.event == "CONSULT":
        actor = tuple(one for one in actor if _is_somebody(stage, one))
    return Told(_abroad(deed, actor, recipient), actor, _others(actor, recipient), auxiliary, owner)


def _each_other(stage: Stage, deed: Deed) -> Deed:
    """What two do to each other, or to each other's people, has both for actors."""
    body = stage.body
    words = {h for r in deed.recipients for h in (r, *body.dependents(r, "poss"))}
    is_mutual = any((body.lower[h - 1], body.lower[h]) in (("each", "other"), ("one", "another")) for h in words if h)
    return deed._replace(mutual=True, recipients=()) if is_mutual else deed


def _unbound(stage: Stage, deed: Deed, head: int, actor: Parties) -> Parties:
    """Whom a recipient's head means; a pronoun never means who does it to him: of "gunmen seized them" nobody is known."""
    found = parties(stage, (head,), deed.event, acting=False)
    is_bound = stage.body.tags[head] == "PRP" and stage.body.lower[head] not in stage.words["reflexives"]
    if is_bound and not deed.mutual and any(one.span in {a.span for a in actor} for one in found):
        return (Participant(stage.body.span(head, head + 1), None, None, None),)
    return found


def _is_verbal(deed: Deed) -> bool:
    return deed.event in _AT_SOMEBODY or (deed.event == "AGREE" and not deed.mutual)


def _is_source(said: Said, deed: Deed) -> bool:
    return said.attribution.source_head in deed.actors or not deed.actors


def _together(stage: Stage, actor: Parties, recipient: Parties) -> Parties:
    """Everybody once: nobody by the same name or the same words."""
    names, words = {one.name for one in actor if one.name}, {one.span.of(stage.body.text).lower() for one in actor}
    return (*actor, *(one for one in recipient if one.name not in names and one.span.of(stage.body.text).lower() not in words))


def _others(actor: Parties, recipient: Parties) -> Parties:
    spans = {one.span for one in actor}
    return tuple(one for one in recipient if one.span not in spans)


def _abroad(deed: Deed, actor: Parties, recipient: Parties) -> Deed:
    """A ban on another country's people or firms is a sanction, one's own are coerced."""
    ours, theirs = ({one.country for one in side} - {None} for side in (actor, recipient))
    if deed.event == "COERCE" and deed.cameo == "172" and ours and theirs and not ours & theirs:
        return deed._replace(event="SANCTION", mode=(), cameo="163")
    return deed


def _foreign(stage: Stage, deed: Deed, actor: Parties, recipient: Parties) -> Parties:
    """The recipients of words, without the speaker's own state and its things: a government that welcomes its own pact speaks to nobody."""
    own = {one.country for one in actor if one.sector == "GOV"} - {None}
    if deed.event not in _AT_SOMEBODY or len(own) != 1:
        return recipient
    ours = {stage.body.span(*stage.phrase(h)) for h in deed.recipients if _is_state_or_thing(stage, h)}
    return tuple(one for one in recipient if one.country not in own or one.span not in ours)


def _is_state_or_thing(stage: Stage, head: int) -> bool:
    mention = stage.mentions.get(head)
    return mention.sort == "state" if mention else stage.body.tags[head] in ("NN", "NNS") and not stage.is_someone(head)


def is_complete(stage: Stage, told: Told) -> bool:
    """True where an event has its sides: an actor who is somebody, and a recipient where the type asks for one; both known for nouns."""
    deed, actor, recipient = told.deed, told.actor, told.recipient
    if not any(_is_somebody(stage, one, acting=True) for one in actor):
        return False
    if deed.case == "nominal":
        return _is_own_event(stage, told)
    if deed.event in _AT_SOMEBODY | {"MOBILIZE"} and deed.actors and all(_is_lifeless(stage, h) for h in deed.actors):
        return False  # the war threatens supplies
    if deed.event in _BY_FORCE and _is_of_markets(stage, deed):
        return False  # shares retreat, cars invade the streets, a currency comes under fire
    if deed.case in ("intend", "agree") and not any(_is_somebody(stage, one) for one in (*recipient, *actor[1:])):
        return deed.case == "agree" and deed.event == "AGREE"
    if deed.mutual or deed.event == "COOPERATE":
        return len(actor) >= 2 or deed.event == "AGREE" or (bool(recipient) and not deed.mutual)
    if deed.event in _AT_SOMEBODY and not _is_about_things(told):
        is_told = deed.event == "THREATEN" and bool(deed.mode)
        return any(_is_somebody(stage, one, acting=is_told) for one in recipient)
    if deed.event == "ASSAULT" and not any(one.country or one.name for one in (*actor, *recipient)):
        armed_men = any(one.sector in _ARMED for one in actor) and bool(recipient)
        return armed_men or any(_is_somebody(stage, one) for one in recipient)  # markets attack a currency
    return bool(recipient) or deed.event in _ALONE


def _is_lifeless(stage: Stage, head: int) -> bool:
    """True for a common noun that is neither people nor a paper somebody speaks by."""
    word, tag = stage.body.lower[head], stage.body.tags[head]
    speaks = (
        word in stage.words["country_words"]
        or word in stage.words["event_papers"] | stage.words["documents"] | stage.words["event_decisions"]
    )
    return tag in ("NN", "NNS") and not speaks and head not in stage.mentions and not stage.is_someone(head)


def _is_of_markets(stage: Stage, deed: Deed) -> bool:
    """True where all who act are goods or markets, or all who suffer are currencies and the like."""
    acts = bool(deed.actors) and all(stage.is_of(h, ("traded",)) for h in deed.actors)
    return acts or (bool(deed.recipients) and all(stage.is_of(h, ("currency",)) for h in deed.recipients))


def _is_about_things(told: Told) -> bool:
    """True for what is investigated or vetoed, what courts and votes decide, for refusals to yield, strikers who go on."""
    deed = told.deed
    by_rule = deed.event == "REJECT" and any(one.sector in ("JUD", "LEG") for one in told.actor)
    goes_on = deed.event == "REJECT" and "future" in told.auxiliary and all(one.sector not in _STATE for one in told.actor)
    stays = deed.case == "refuse" and deed.mode in (("yield",), ("change",))
    return "investigate" in deed.mode or deed.cameo == _VETO or by_rule or goes_on or stays


def _is_somebody(stage: Stage, one: Participant, *, acting: bool = False) -> bool:
    """True for those of whom something is known, for proper names, and for people by their kind."""
    body, (first, end) = stage.body, tokens_of(stage.body, one.span.start, one.span.end)
    if one.country or one.name or one.sector:
        return first == end or body.lower[first] not in stage.words["event_nobody"]
    if first == end or body.lower[first] in stage.words["event_nobody"]:
        return False
    last = next((t for t in range(first, end) if body.deps[t] == "prep"), end) - 1
    is_kind = body.lower[last] in stage.vocabulary.people and (acting or body.lower[last] not in stage.words["event_people"])
    return is_kind or any(_is_proper(stage, t) or (acting and body.lower[t] in stage.words["event_people"]) for t in range(first, end))


def _is_proper(stage: Stage, token: int) -> bool:
    word = stage.body.words[token]
    return token in stage.mentions or stage.body.tags[token] in ("NNP", "NNPS") or (len(word) > 1 and word.isupper())


def _is_own_event(stage: Stage, told: Told) -> bool:
    """True for nouns that tell of an act, not of a measure that stands or of words, with both sides known by name or code."""
    deed, actor, recipient = told.deed, told.actor, told.recipient
    if any(stage.body.tags[h] == "PRP$" for h in deed.actors):
        return False  # "its raid": whose is seldom sure
    sides = (actor[:1], actor[1:]) if deed.mutual else (actor, recipient)
    is_act = deed.event in _NOUNS or deed.cameo == _TRUCE or bool(_ACTS_OF_FORCE & set(deed.mode))
    return is_act and all(any(one.country or one.name for one in side) for side in sides)
