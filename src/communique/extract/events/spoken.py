"""Verbal events: what statements do to those at whom they are directed, and which words of a statement report an event at all."""

from functools import cache

from communique.extract.events.deeds import Deed
from communique.extract.events.parties import Parties, of_speaker
from communique.extract.events.stage import Stage
from communique.extract.holders import tokens_of
from communique.extract.tree import governors
from communique.lexicon import EventMode, EventType, Lexicon
from communique.model import Act, Participant, Said

ACTS: dict[Act, tuple[EventType, tuple[EventMode, ...], str]] = {
    "condemn": ("ACCUSE", ("disapprove",), "111"), "accuse": ("ACCUSE", ("allege",), "112"), "reject": ("REJECT", (), "120"),
    "deny": ("REJECT", (), "120"), "demand": ("REQUEST", (), "100"), "request": ("REQUEST", (), "100"), "threaten": ("THREATEN", (), "130"),
    "promise": ("AGREE", (), "030"), "propose": ("AGREE", (), "036"), "praise": ("SUPPORT", (), "051"),
    "accept": ("SUPPORT", (), "051"), "congratulate": ("SUPPORT", (), "051"), "thank": ("SUPPORT", (), "051"),
    "condole": ("SUPPORT", (), "051"), "apologize": ("SUPPORT", (), "055"),
}  # fmt: skip
_OWN: frozenset[Act | None] = frozenset({"promise", "threaten", "reject", "announce", "propose"})
_HARM = frozenset({"ASSAULT", "COERCE"})
_STATE = frozenset({"GOV", "MIL"})
_CLAIMS: frozenset[Act | None] = frozenset({"accuse", "deny"})
_VERDICTS: frozenset[Act | None] = frozenset({"reject", "praise", "condemn"})
_WISHES: frozenset[Act | None] = frozenset({"demand", "request", "propose", "threaten", "warn", "promise", "question"})


def does(said: Said) -> EventType | None:
    """The type of what a statement does; None where that is no event."""
    act = said.attribution.act
    return ACTS[act][0] if act in ACTS else None


@cache
def plain_cues(lexicon: Lexicon) -> frozenset[str]:
    """The lemmas of cues that only report: their act is the content's, as far as it can be told."""
    return frozenset(c.lemma for c in lexicon.cues if c.act in (None, "assert", "announce"))


def is_reported(stage: Stage, deed: Deed, auxiliary: frozenset[str], actor: Parties, plain: frozenset[str]) -> bool:
    """True where a deed in somebody's words is told as done, or as what the speaker's side will do or does by saying it: not in an
    accusation, a denial, a demand, a belief. `plain` are the cues that only report."""
    token = deed.head if deed.case == "nominal" else deed.verb
    number = stage.floor.inside.get(token)
    if number is None or stage.floor.cued.get(token) == number:
        return True
    said = stage.floor.said[number]
    act = said.attribution.act
    if said.attribution.kind == "attitude" or act == "question":
        return "hypothetical" in auxiliary
    if act in _OWN and "future" in auxiliary:
        return True  # "will release", "will not lift"
    if act == "warn" and "future" in auxiliary and any(one.span == said.attribution.source for one in actor):
        return True  # warned that it would shoot
    if does(said) == deed.event and deed.case != "nominal":
        return True  # "we reject", "is ready to": what the statement does
    if act in _CLAIMS:
        return not auxiliary and act != "deny" and _is_own(said, actor)
    if act in _WISHES:
        return (deed.case == "nominal" and bool(deed.actors)) or (said.attribution.lemma in plain and not auxiliary)
    if act in _VERDICTS:
        return (deed.case == "nominal" and bool(deed.actors)) or _is_described(stage, deed, said)
    return not _is_claimed(said, deed, actor)


def charged(stage: Stage, deed: Deed, actor: Parties) -> tuple[Deed, Parties, Parties, Said] | None:
    """The accusation that a claimed deed is, by the one who speaks against the one who is said to have done it."""
    number = stage.floor.inside.get(deed.head if deed.case == "nominal" else deed.verb)
    said = stage.floor.said[number] if number is not None else None
    found = said.attribution if said is not None else None
    if said is None or found is None or found.cue_head is None or found.act != "assert" or not _is_claimed(said, deed, actor):
        return None
    cue = found.cue_head
    accused = deed._replace(event="ACCUSE", mode=("allege",), cameo="112", head=cue, trigger=(cue, cue + 1), verb=cue, case="statement")
    return accused, speakers(stage, said), actor, said


def _is_claimed(said: Said, deed: Deed, actor: Parties) -> bool:
    """True for what one state says that another has done to somebody's harm: Ruritania said that Graustark had shelled its posts."""
    speaker = said.speaker
    if deed.event not in _HARM or speaker is None or speaker.role not in _STATE or not isinstance(speaker.country, str):
        return False
    others = {one.country for one in actor}
    return None not in others and speaker.country not in others


def _is_described(stage: Stage, deed: Deed, said: Said) -> bool:
    """True in a relative clause of what is judged: condemned the pact in which the two agreed on borders."""
    body, first = stage.body, tokens_of(stage.body, said.attribution.content[0].start, said.attribution.content[0].end)[0]
    line = [t for t in (deed.verb, *governors(body, deed.verb)) if t >= first]
    return any(body.deps[t] == "relcl" for t in line)


def _is_own(said: Said, actor: Parties) -> bool:
    """True where a deed is the speaker's side's."""
    country = said.speaker.country if said.speaker else None
    return country is not None and any(one.country == country for one in actor)


def targets_of(stage: Stage, said: Said, codes: tuple[str, ...]) -> Parties:
    """Those at whom a statement is directed, each at its mention in the content, else the one last before."""
    spans = [tokens_of(stage.body, c.start, c.end) for c in said.attribution.content]
    inside = [t for first, end in spans for t in range(first, end)]
    found = []
    for code in codes:
        named = [t for t in inside if t in stage.mentions and stage.mentions[t].country == code]
        last = spans[0][0] if spans else 0
        earlier = [t for t in range(last) if t in stage.mentions and stage.mentions[t].country == code]
        at = named[0] if named else earlier[-1] if earlier else None
        if at is not None:
            found.append(_named(stage, at, code))
    return tuple(found)


def _named(stage: Stage, token: int, code: str) -> Participant:
    """The participant with a code that a mention names; an adjective stands for the noun phrase it belongs to, if that is somebody."""
    body, mention, head = stage.body, stage.mentions[token], token
    while body.deps[head] in ("amod", "compound", "nmod", "poss") and body.heads[head] != head:
        head = body.heads[head]
    person = stage.mentions.get(head)
    if head != token and person is not None and person.country == code:
        return Participant(body.span(*stage.phrase(head)), person.name, code, person.role or "GOV")
    if head != token and person is None and stage.is_someone(head):
        described = next((one for one in stage.who(stage.phrase(head), head) if one.country == code), None)
        return Participant(body.span(*stage.phrase(head)), None, code, (described.sector if described else mention.role) or "GOV")
    return Participant(body.span(*mention.tokens), mention.name, code, mention.role or "GOV")


def speakers(stage: Stage, said: Said) -> Parties:
    """Who makes a statement."""
    return of_speaker(stage, said, said.attribution.source_head)
