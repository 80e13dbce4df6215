"""Events: who did what to whom, read off verbs, nouns and the acts of statements, sentence by sentence."""

from collections.abc import Iterator

from communique.extract.deadlines import DatesIn
from communique.extract.events.auxiliaries import ATTEMPTED, PLANNED, auxiliary_of
from communique.extract.events.contexts import contexts_of
from communique.extract.events.deeds import Deed
from communique.extract.events.fiction import is_fiction
from communique.extract.events.games import is_game
from communique.extract.events.mood import by_mood
from communique.extract.events.once import once
from communique.extract.events.sides import Told, is_complete, with_sides
from communique.extract.events.spoken import ACTS, charged, does, is_reported, plain_cues, speakers, targets_of
from communique.extract.events.stage import Stage, Who
from communique.extract.events.surroundings import clause_of, date_of, is_historical, is_of_an_era, location_of
from communique.extract.events.vocabulary import vocabulary_of
from communique.extract.events.worded import read_deeds
from communique.extract.holders import floor_of, tokens_of
from communique.extract.referents import country_words, referents_of
from communique.lexicon import Lexicon
from communique.model import Article, Body, Direction, Event, Mention, Said

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
_WILL = frozenset({"REJECT", "THREATEN", "AGREE"})
_KILLING, _ATTEMPT = "186", "185"  # CAMEO: a chosen person killed, and the try
_SURE = {"verb": 0.75, "passive": 0.75, "light": 0.7, "nominal": 0.55, "statement": 0.6, "agree": 0.65}


def find_events(
    article: Article, body: Body, said: tuple[Said, ...], targets: Targets, mentions: tuple[Mention, ...], who: Who,
    lexicon: Lexicon, dates_in: DatesIn,
) -> tuple[Event, ...]:  # fmt: skip
    """The events an article reports, in the order of their triggers, without ids; `targets` are those of each statement, `who` tells whom a
    noun phrase means, `dates_in` the times in a stretch of text."""
    stage = _stage(body, said, targets, mentions, who, lexicon)
    plain = plain_cues(lexicon)
    worded = tuple(_worded(stage, plain))
    told = [*worded, *_spoken(stage, _coded(worded), _bound(stage, worded), plain)]
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
    """The events of verbs, adjectives and nouns."""
    for deed in read_deeds(stage):
        if (told := _told(stage, deed, plain)) is not None:
            yield told


def _told(stage: Stage, deed: Deed, plain: frozenset[str]) -> Told | None:
    """The deed with its sides; None where it is not told to have happened, or nobody takes part."""
    auxiliary = auxiliary_of(stage.body, deed.verb, stage.words)
    if (
        auxiliary is None
        or is_fiction(stage, deed.verb)
        or (deed.case == "nominal" and auxiliary)
        or (PLANNED in auxiliary and deed.event == "CONSULT")
    ):
        return None  # mere plans of meetings are no events (ruling 29)
    if ATTEMPTED in auxiliary:
        if deed.cameo != _KILLING:
            return None
        deed = deed._replace(cameo=_ATTEMPT)
    auxiliary -= {PLANNED, ATTEMPTED}
    number = stage.floor.cued.get(deed.head if deed.case == "nominal" else deed.verb)
    said = stage.floor.said[number] if number is not None else None
    turned = by_mood(stage, deed, auxiliary)
    is_turned_down = turned.event == "REJECT" != deed.event  # what one would not do, or not let others do, is refused now
    told = with_sides(stage, turned, said, auxiliary - {"future", "negation"} if is_turned_down else auxiliary)
    if is_game(stage, turned, told.actor):
        return None
    if is_reported(stage, deed, auxiliary, told.actor, plain):
        return told if is_complete(stage, told) else None
    claim = None if auxiliary or not is_complete(stage, told) else charged(stage, deed, told.actor)
    return Told(claim[0], claim[1], claim[2], frozenset(), claim[3]) if claim and claim[1] else None


def _coded(worded: tuple[Told, ...]) -> set[int]:
    """The verbs that code an event, and the cues of statements whose own act has been read off their words."""
    acts = (one.said.attribution.cue_head for one in worded if one.said is not None and does(one.said) == one.deed.event)
    return {one.deed.verb for one in worded} | {cue for cue in acts if cue is not None}


def _bound(stage: Stage, worded: tuple[Told, ...]) -> frozenset[str]:
    """The statements whose own will has been read off the deed in them: said that it would veto."""
    inside = (
        stage.floor.inside.get(one.deed.verb)
        for one in worded
        if one.deed.event == "REJECT" or (one.deed.event in _WILL and "future" in one.auxiliary)
    )
    return frozenset(stage.floor.said[number].id for number in inside if number is not None)


def _spoken(stage: Stage, coded: set[int], bound: frozenset[str], plain: frozenset[str]) -> Iterator[Told]:
    """The events that statements are, where no word of the lexicon has told them. A plain "said" praises nobody for sure."""
    for said in stage.floor.said:
        found, codes = said.attribution, stage.targets.get(said.id, ())
        outcome = ACTS.get(found.act) if found.act and found.kind == "speech" else None
        if (
            outcome is None
            or not codes
            or found.cue_head in coded
            or (outcome[0] in _WILL and said.id in bound)
            or (outcome[0] == "SUPPORT" and found.lemma in plain)
        ):
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
    when = date_of(deed, clause, stage, dates_in(body.span(*sentence), None, ahead))
    past = {"historical"} if is_historical(when, article.published) or is_of_an_era(stage, deed) else set()
    return Event(
        id="", event=deed.event, mode=deed.mode, context=contexts_of(body, sentence, lexicon), cameo=deed.cameo,
        trigger=body.span(*deed.trigger), actor=told.actor, recipient=told.recipient, date=when, location=location_of(stage, deed),
        auxiliary=tuple(sorted(told.auxiliary | past)), statement=told.said.id if told.said else None,
        rule=f"{lexicon.language}.event.{deed.case}", confidence=_SURE.get(deed.case, 0.65),
    )  # fmt: skip
