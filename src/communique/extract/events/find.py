"""Events: who did what to whom, read off verbs, nouns and the acts of statements, sentence by sentence."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.extract.events.auxiliaries import PLANNED, auxiliary_of
from communique.extract.events.contexts import contexts_of
from communique.extract.events.deeds import HOSTILE, KIND, Deed
from communique.extract.events.nominal import read_noun
from communique.extract.events.once import once
from communique.extract.events.parties import Parties, armed, parties
from communique.extract.events.spoken import ACTS, does, is_reported, plain_cues, speakers, targets_of
from communique.extract.events.stage import Stage, Who, named
from communique.extract.events.surroundings import clause_of, date_of, is_historical, location_of
from communique.extract.events.verbal import read_adjective, read_verb
from communique.extract.events.vocabulary import vocabulary_of
from communique.extract.holders import floor_of, tokens_of
from communique.extract.referents import country_words, referents_of
from communique.lexicon import Lexicon
from communique.model import Article, Body, DateExpression, Direction, Event, Mention, Participant, Said, Span

DatesIn = Callable[[Span, Direction], tuple[DateExpression, ...]]
Targets = tuple[tuple[str, ...], ...]

EVENTS = {
    "en.event.verb": "A verb of the lexicon whose subject does something to its object or to whom a preposition names.",
    "en.event.passive": "The same in the passive, with or without an agent.",
    "en.event.nominal": "A noun that names an event, with its own actor: an attack by, the arrest of, talks between.",
    "en.event.light": "A verb that does what its object names: launch an attack, hold talks, impose sanctions.",
    "en.event.suffered": "The subject has something done to it: came under attack, received aid.",
    "en.event.ended": "Something is ended: aid is halted, talks are suspended, a siege lifted.",
    "en.event.agree": "Somebody binds himself to a deed.",
    "en.event.intend": "Somebody means to do a deed for somebody, or is ready for it.",
    "en.event.refuse": "A deed, talks or a request are turned down.",
    "en.event.threaten": "A deed to somebody's harm is threatened.",
    "en.event.warn": "Somebody is warned.",
    "en.event.demand": "A deed is asked of somebody.",
    "en.event.allowed": "Somebody is let do something.",
    "en.event.statement": "What a statement does to those at whom it is directed.",
}
_SURE = {"verb": 0.75, "passive": 0.75, "light": 0.7, "nominal": 0.55, "statement": 0.6, "agree": 0.65}
# Types that are nothing without somebody they are directed at, those that can be without any recipient, those a noun alone may tell.
_AT_SOMEBODY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_ALONE = frozenset({"ACCUSE", "REJECT", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "CONCEDE", "AGREE"})
_NOUNS = frozenset({"ASSAULT", "CONSULT", "RETREAT"})
_TRUCE = "0356"
_ACTS_OF_FORCE = frozenset({"arrest", "deport", "expel", "seize"})


class Told(NamedTuple):
    """A deed with its sides and mood."""

    deed: Deed
    actor: Parties
    recipient: Parties
    auxiliary: frozenset[str]
    said: Said | None


def find_events(
    article: Article, body: Body, said: tuple[Said, ...], targets: Targets, mentions: tuple[Mention, ...], who: Who,
    lexicon: Lexicon, dates_in: DatesIn,
) -> tuple[Event, ...]:  # fmt: skip
    """The events an article reports, in the order of their triggers, without ids; `targets` are those of each statement, `who` tells whom a
    noun phrase means, `dates_in` the times in a stretch of text."""
    stage = _stage(body, said, targets, mentions, who, lexicon)
    plain = plain_cues(lexicon)
    worded = tuple(_worded(stage, plain))
    told = [*worded, *_spoken(stage, _coded(worded), plain)]
    events = [_event(article, stage, one, lexicon, dates_in) for one in told]
    return once(stage, events)


def _stage(body: Body, said: tuple[Said, ...], targets: Targets, mentions: tuple[Mention, ...], who: Who, lexicon: Lexicon) -> Stage:
    longest_first = sorted(mentions, key=lambda m: m.tokens[0] - m.tokens[1])
    at = {t: m for m in longest_first for t in range(*m.tokens)}
    aimed = {one.id: codes for one, codes in zip(said, targets, strict=True)}
    return Stage(
        body,
        vocabulary_of(lexicon),
        lexicon.words,
        at,
        floor_of(body, said),
        aimed,
        referents_of(body, mentions, lexicon),
        who,
        country_words(lexicon),
    )


def _worded(stage: Stage, plain: frozenset[str]) -> Iterator[Told]:
    """The events of verbs, adjectives and nouns; what one has used up codes nothing more."""
    used: set[int] = set()
    deeds = []
    for read in (_verbs, _nouns):
        for deed in read(stage, used):
            if _tells_again(stage, deed):
                continue
            used.update(deed.used)
            deeds.append(_by_means(stage, deed))
    for deed in _one_act(stage, deeds):
        if (told := _told(stage, deed, plain)) is not None:
            yield told


def _verbs(stage: Stage, used: set[int]) -> Iterator[Deed]:
    body = stage.body
    for token, tag in enumerate(body.tags):
        if token in used:
            continue
        if tag.startswith("VB"):
            deed = read_verb(stage, token)
        elif body.lower[token] in stage.vocabulary.adjectives:
            deed = read_adjective(stage, token)
        else:
            continue
        if deed is not None:
            yield deed


def _nouns(stage: Stage, used: set[int]) -> Iterator[Deed]:
    for token, word in enumerate(stage.body.lower):
        if token not in used and word in stage.vocabulary.nouns and (deed := read_noun(stage, token)) is not None:
            yield deed


def _tells_again(stage: Stage, deed: Deed) -> bool:
    """True for "killed" in "the raid on the camp that killed ten": the raid is told with its own sides."""
    if deed.event != "ASSAULT" or deed.case == "nominal":
        return False
    raids = (read_noun(stage, h) for h in deed.actors if stage.body.tags[h].startswith("NN"))
    return any(raid is not None and raid.event == "ASSAULT" and raid.actors and raid.recipients for raid in raids)


def _by_means(stage: Stage, deed: Deed) -> Deed:
    """ "A drone strike killed ten": how it was done is told by its subject."""
    raids = [read_noun(stage, h) for h in deed.actors if stage.body.tags[h].startswith("NN")] if deed.event == "ASSAULT" else []
    raid = next((one for one in raids if one is not None and one.event == "ASSAULT" and one.mode), None)
    return deed._replace(mode=raid.mode, cameo=raid.cameo) if raid and deed.case != "nominal" else deed


def _one_act(stage: Stage, deeds: list[Deed]) -> list[Deed]:
    """The deeds, those killed or wounded by an act among its recipients: bombed the camp, killing ten."""
    body, by_verb = stage.body, {deed.verb: n for n, deed in enumerate(deeds) if deed.event == "ASSAULT" and deed.case != "nominal"}
    merged = list(deeds)
    for number, deed in enumerate(deeds):
        act = by_verb.get(body.heads[deed.verb])
        if (
            act is None
            or act == number
            or deed.cameo != "180"
            or body.deps[deed.verb] not in ("advcl", "conj")
            or number not in by_verb.values()
        ):
            continue
        merged[act] = merged[act]._replace(recipients=(*merged[act].recipients, *deed.recipients))
        merged[number] = merged[number]._replace(recipients=(), actors=())
    return merged


def _told(stage: Stage, deed: Deed, plain: frozenset[str]) -> Told | None:
    """The deed with its sides; None where it is not told to have happened, or nobody takes part."""
    auxiliary = auxiliary_of(stage.body, deed.verb, stage.words)
    if auxiliary is None or (deed.case == "nominal" and auxiliary) or (PLANNED in auxiliary and deed.event == "CONSULT"):
        return None  # mere plans of meetings are no events (ruling 29)
    auxiliary -= {PLANNED}
    number = stage.floor.cued.get(deed.head if deed.case == "nominal" else deed.verb)
    said = stage.floor.said[number] if number is not None else None
    turned = _by_mood(stage, deed, auxiliary)
    told = _with_sides(stage, turned, said, auxiliary)
    return told if is_reported(stage, deed, auxiliary, told.actor, plain) and _is_complete(stage, told) else None


def _with_sides(stage: Stage, deed: Deed, said: Said | None, auxiliary: frozenset[str]) -> Told:
    """Who takes part; `said` is the statement that the deed's word opens."""
    is_source = said is not None and _is_source(said, deed)
    actor = armed(stage, speakers(stage, said), deed.event) if said and is_source else parties(stage, deed.actors, deed.event, acting=True)
    recipient = _foreign(stage, deed, actor, parties(stage, deed.recipients, deed.event, acting=False))
    around = stage.floor.inside.get(deed.verb)
    owner = said or (stage.floor.said[around] if around is not None else None)
    if owner is not None and (said or does(owner) == deed.event) and _is_verbal(deed) and not any(one.country for one in recipient):
        recipient = targets_of(stage, owner, stage.targets.get(owner.id, ())) or recipient
    if deed.mutual:
        actor, recipient = _together(actor, recipient), ()
    if deed.event == "CONSULT":
        actor = tuple(one for one in actor if _is_somebody(stage, one))
    return Told(_abroad(deed, actor, recipient), actor, _others(actor, recipient), auxiliary, owner)


def _is_verbal(deed: Deed) -> bool:
    return deed.event in _AT_SOMEBODY or (deed.event == "AGREE" and not deed.mutual)


def _is_source(said: Said, deed: Deed) -> bool:
    return said.attribution.source_head in deed.actors or not deed.actors


def _by_mood(stage: Stage, deed: Deed, auxiliary: frozenset[str]) -> Deed:
    """Future kindness is an agreement to it, what will not be done is turned down, future harm by the speaker a threat (PLOVER)."""
    if "future" not in auxiliary:
        return deed
    own = deed.head in stage.floor.inside
    if "negation" in auxiliary:
        others = deed.recipients or named(stage, deed.verb)
        return (
            deed
            if deed.event in ("REJECT", "ACCUSE")
            else deed._replace(event="REJECT", mode=(), cameo="120", recipients=others, mutual=False)
        )
    if deed.event in KIND or (own and deed.event in ("RETREAT", "CONCEDE")):
        return deed._replace(event="AGREE", mode=(), cameo="030")
    if own and deed.event in HOSTILE - {"REJECT", "ACCUSE", "THREATEN"}:
        return deed._replace(event="THREATEN", mode=(), cameo="130")
    return deed


def _together(actor: Parties, recipient: Parties) -> Parties:
    spans = {one.span for one in actor}
    codes = {(one.name, one.country) for one in actor if one.name or one.country}
    return (*actor, *(one for one in recipient if one.span not in spans and (one.name, one.country) not in codes))


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
    """The recipients of words, without things of the speaker's own side: a government that welcomes its own pact speaks to nobody."""
    own = {one.country for one in actor if one.sector == "GOV"} - {None}
    things = {stage.body.span(*stage.phrase(h)) for h in deed.recipients if stage.body.tags[h] in ("NN", "NNS") and not stage.is_someone(h)}
    is_own = deed.event in _AT_SOMEBODY and len(own) == 1
    return tuple(one for one in recipient if not (is_own and one.country in own and one.span in things))


def _is_complete(stage: Stage, told: Told) -> bool:
    """True where an event has its sides: an actor who is somebody, and a recipient where the type asks for one; both known for nouns."""
    deed, actor, recipient = told.deed, told.actor, told.recipient
    if not any(_is_somebody(stage, one, acting=True) for one in actor):
        return False
    if deed.case == "nominal":
        sides = (actor[:1], actor[1:]) if deed.mutual else (actor, recipient)
        if any(stage.body.tags[h] == "PRP$" for h in deed.actors):
            return False  # "its raid": whose is seldom sure
        return _is_own_event(deed) and all(any(one.country or one.name for one in side) for side in sides)
    if deed.case in ("intend", "agree") and not any(_is_somebody(stage, one) for one in (*recipient, *actor[1:])):
        return deed.case == "agree"
    if deed.mutual:
        return len(actor) >= 2 or deed.event == "AGREE"
    if (
        deed.event == "ASSAULT"
        and not any(one.country or one.name for one in (*actor, *recipient))
        and not any(_is_somebody(stage, one) for one in recipient)
    ):
        return False  # markets attack a currency
    if deed.event == "COOPERATE" and len(actor) > 1:
        return True
    rules = (
        deed.cameo == "129" or deed.event == "REJECT" and any(one.sector in ("JUD", "LEG") for one in actor)
    )  # courts and votes decide on things
    if deed.event in _AT_SOMEBODY and "investigate" not in deed.mode and not rules:
        return any(_is_somebody(stage, one) for one in recipient)
    return bool(recipient) or deed.event in _ALONE


def _is_somebody(stage: Stage, one: Participant, *, acting: bool = False) -> bool:
    """True for those of whom something is known, and for proper names."""
    body, tokens = stage.body, range(*tokens_of(stage.body, one.span.start, one.span.end))
    if body.lower[tokens[0]] in ("any", "no", "every", "each", "whoever"):
        return False
    people = stage.words["event_people"] if acting else frozenset[str]()
    last = next((t for t in tokens if body.deps[t] == "prep"), tokens[-1] + 1) - 1
    known = bool(one.country or one.name or one.sector) or any(t in stage.mentions or body.lower[t] in people for t in tokens)
    known |= body.lower[last] in stage.vocabulary.people - (stage.words["event_people"] - people)
    return known or any(body.tags[t] in ("NNP", "NNPS") or (len(body.words[t]) > 1 and body.words[t].isupper()) for t in tokens)


def _is_own_event(deed: Deed) -> bool:
    """True for nouns that tell of an act, not of a measure that stands or of words."""
    return deed.event in _NOUNS or deed.cameo == _TRUCE or bool(_ACTS_OF_FORCE & set(deed.mode))


def _coded(worded: tuple[Told, ...]) -> set[int]:
    """The verbs that code an event, and the cues of statements whose own act has been read off their words."""
    acts = (one.said.attribution.cue_head for one in worded if one.said is not None and does(one.said) == one.deed.event)
    return {one.deed.verb for one in worded} | {cue for cue in acts if cue is not None}


def _spoken(stage: Stage, coded: set[int], plain: frozenset[str]) -> Iterator[Told]:
    """The events that statements are, where no word of the lexicon has told them. A plain "said" praises nobody for sure."""
    for said in stage.floor.said:
        found, codes = said.attribution, stage.targets.get(said.id, ())
        outcome = ACTS.get(found.act) if found.act and found.kind == "speech" else None
        if outcome is None or not codes or found.cue_head in coded or (outcome[0] == "SUPPORT" and found.lemma in plain):
            continue
        actor, recipient = speakers(stage, said), targets_of(stage, said, codes)
        if not any(one.country for one in actor) or not recipient:
            continue
        event, mode, cameo = outcome
        span = found.cue or found.content[0]
        first, end = tokens_of(stage.body, span.start, span.end)
        head = found.cue_head if found.cue_head is not None else first
        deed = Deed(event, mode, cameo, head, (first, max(end, first + 1)), head, (), (), False, "statement")
        yield Told(deed, actor, recipient, frozenset(), said)


def _event(article: Article, stage: Stage, told: Told, lexicon: Lexicon, dates_in: DatesIn) -> Event:
    deed, body = told.deed, stage.body
    clause = clause_of(stage, deed)
    sentence = body.sentences[body.sentence_of[deed.head]]
    ahead: Direction = "future" if "future" in told.auxiliary or deed.event in ("AGREE", "THREATEN") else "past"
    when = date_of(deed, clause, stage, dates_in(body.span(*sentence), ahead))
    past = {"historical"} if is_historical(when, article.published) else set()
    return Event(
        id="", event=deed.event, mode=deed.mode, context=contexts_of(body, sentence, lexicon), cameo=deed.cameo,
        trigger=body.span(*deed.trigger), actor=told.actor, recipient=told.recipient, date=when, location=location_of(stage, deed),
        auxiliary=tuple(sorted(told.auxiliary | past)), statement=told.said.id if told.said else None,
        rule=f"{lexicon.language}.event.{deed.case}", confidence=_SURE.get(deed.case, 0.65),
    )  # fmt: skip
