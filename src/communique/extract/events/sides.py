"""The sides of a deed, and whether it is an event with them."""

from typing import NamedTuple

from msgspec.structs import replace

from communique.extract.events.deeds import Deed
from communique.extract.events.parties import Parties, armed, parties
from communique.extract.events.slots import slots_of_verb
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
_WORDS_ONLY = frozenset({"051", "052", "120"})  # praise and refusal are told by who says them
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
    meant = (_unbound(stage, deed, h, actor) for h in deed.recipients)
    recipient = _foreign(stage, deed, actor, tuple(dict.fromkeys(one for found in meant for one in found)))
    around = stage.floor.inside.get(deed.verb)
    owner = said or (stage.floor.said[around] if around is not None else None)
    if owner is not None and (said or does(owner) == deed.event) and _is_verbal(deed) and not any(one.country for one in recipient):
        recipient = targets_of(stage, owner, stage.targets.get(owner.id, ())) or recipient
    if deed.mutual:
        actor, recipient = _together(stage, actor, recipient), ()
    if deed.event == "CONSULT":
        actor = tuple(one for one in actor if _is_somebody(stage, one))
    others = tuple(_apart(stage, one, actor) for one in _others(actor, recipient))
    actor = tuple(_apart(stage, one, others) for one in actor)
    return Told(_gathered(stage, _abroad(deed, actor, recipient), actor), actor, others, auxiliary, owner)


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
    others = (one for one in recipient if one.name not in names and one.span.of(stage.body.text).lower() not in words)
    return (*actor, *(one for one in others if not _is_again(stage, one, actor)))


def _is_again(stage: Stage, one: Participant, others: Parties) -> bool:
    """True for a pronoun that means one of the others: agreed to resume their talks."""
    at = tokens_of(stage.body, one.span.start, one.span.end)[0]
    known = {(other.name, other.country, other.sector) for other in others}
    return stage.body.tags[at] in ("PRP", "PRP$") and (one.name, one.country, one.sector) in known


def _gathered(stage: Stage, deed: Deed, actor: Parties) -> Deed:
    """A meeting of three or more is multilateral."""
    is_open = deed.event == "CONSULT" and not deed.mode
    return deed._replace(mode=("multilateral",)) if is_open and (len({one.span for one in actor}) > 2 or _is_many(stage, deed)) else deed


def _is_many(stage: Stage, deed: Deed) -> bool:
    """ "The ministers of the seven states met"."""
    body, few = stage.body, ("two", "2", "one", "1")
    many = (h for h in deed.actors if body.tags[h] == "NNS")
    return any(body.tags[t] == "CD" and body.lower[t] not in few for h in many for t in range(*stage.phrase(h)))


def _others(actor: Parties, recipient: Parties) -> Parties:
    spans = {one.span for one in actor}
    return tuple(one for one in recipient if one.span not in spans)


def _apart(stage: Stage, one: Participant, actor: Parties) -> Participant:
    """The recipient without an agent behind it: of "the arrest of a bishop by police" the bishop."""
    starts = [a.span.start for a in actor if one.span.start < a.span.start and a.span.end <= one.span.end]
    if not starts:
        return one
    (first, _), (agent, _) = (tokens_of(stage.body, at, at + 1) for at in (one.span.start, min(starts)))
    is_agent = agent - 1 > first and stage.body.lower[agent - 1] in ("by", "against")
    return replace(one, span=stage.body.span(first, agent - 1)) if is_agent else one


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
    if deed.actors and all(_is_nature(stage, h) for h in deed.actors):
        return False
    if deed.case == "nominal":
        return _is_own_event(stage, told)
    if deed.mode == ("multilateral",) and len(actor) == 1:
        return actor[0].sector == "IGO" or _is_many(stage, deed)
    if deed.event in _AT_SOMEBODY | {"MOBILIZE"} and deed.actors and all(_is_lifeless(stage, h) for h in deed.actors):
        return False  # the war threatens supplies
    if deed.event in _BY_FORCE and _is_of_markets(stage, deed):
        return False  # shares retreat, cars invade the streets, a currency comes under fire
    if deed.case in ("intend", "agree") and not any(_is_somebody(stage, one) for one in (*recipient, *actor[1:])):
        return deed.case == "agree" and deed.event == "AGREE"
    if deed.mutual or deed.event == "COOPERATE":
        return len(actor) >= 2 or deed.event == "AGREE" or (bool(recipient) and not deed.mutual)
    if deed.event in _AT_SOMEBODY and not _is_about_things(stage, told):
        is_told = deed.event == "THREATEN" and bool(deed.mode)
        return any(_is_somebody(stage, one, acting=is_told) for one in recipient)
    if deed.event == "ASSAULT" and not any(one.country or one.name for one in (*actor, *recipient)):
        armed_men = any(one.sector in _ARMED for one in actor) and bool(recipient)
        return armed_men or any(_is_somebody(stage, one) for one in recipient)  # markets attack a currency
    return bool(recipient) or deed.event in _ALONE


def _is_nature(stage: Stage, head: int) -> bool:
    """True for weather, disasters and animals; not for ICE."""
    return stage.body.lower[head] in stage.words["event_nature"] and not stage.body.words[head].isupper()


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


def _is_about_things(stage: Stage, told: Told) -> bool:
    """True for what is investigated or vetoed, what courts and votes decide, what is not yielded, and proposals that states turn down."""
    deed = told.deed
    by_rule = deed.event == "REJECT" and any(one.sector in ("JUD", "LEG") for one in told.actor)
    goes_on = deed.event == "REJECT" and "future" in told.auxiliary and all(one.sector not in _STATE for one in told.actor)
    stays = deed.case == "refuse" and deed.mode in (("yield",), ("change",))
    return "investigate" in deed.mode or deed.cameo == _VETO or by_rule or goes_on or stays or _is_turned_down(stage, told)


def _is_turned_down(stage: Stage, told: Told) -> bool:
    """ "The proposal was rejected by Ruritania"."""
    objects = slots_of_verb(stage.body, told.deed.verb).places.get("object", ())
    is_word = told.deed.event == "REJECT" and any(stage.is_of(h, ("demands",)) for h in objects)
    return is_word and any(one.country for one in told.actor)


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
    if _is_told_first(stage, deed):
        return _is_act_alone(stage, told)
    sides = (actor[:1], actor[1:]) if deed.mutual else (actor, recipient)
    is_act = deed.event in _NOUNS or deed.cameo == _TRUCE or bool(_ACTS_OF_FORCE & set(deed.mode))
    return is_act and all(any(one.country or one.name for one in side) for side in sides)


def _is_told_first(stage: Stage, deed: Deed) -> bool:
    """True where the noun is the subject of its sentence's own verb: what happened is told by it."""
    body, verb = stage.body, stage.body.heads[deed.head]
    is_subject = body.deps[deed.head] in ("nsubj", "nsubjpass") and deed.head < verb
    return is_subject and body.deps[verb] == "ROOT" and deed.head not in stage.floor.inside


def _is_act_alone(stage: Stage, told: Told) -> bool:
    """True for acts, not words, whose sides are somebody: the arrest of a bishop by police, a march by pensioners."""
    deed = told.deed
    sides = (told.actor[:1], told.actor[1:]) if deed.mutual and deed.event != "CONSULT" else (told.actor, told.recipient)
    by_one = deed.event in _ALONE or _is_together(stage, told)
    is_act = deed.event not in ("ACCUSE", "REQUEST", "THREATEN", "AGREE") and deed.cameo not in _WORDS_ONLY
    needed_sides = sides[:1] if by_one else sides
    return is_act and all(any(_is_somebody(stage, one) for one in side) for side in needed_sides)


def _is_pair(actor: Parties) -> bool:
    """Two who stand apart: A and B; not the two words of "Syrian regime"."""
    return len(actor) > 1 and actor[1].span.start - actor[0].span.end > 1


def _is_together(stage: Stage, told: Told) -> bool:
    """A meeting of several, or between two."""
    plural = any(stage.body.tags[h] in ("NNS", "NNPS") for h in told.deed.actors)
    return told.deed.event in ("CONSULT", "COOPERATE", "SUPPORT", "ASSAULT") and (
        _is_pair(told.actor) or (plural and told.deed.event == "CONSULT")
    )
