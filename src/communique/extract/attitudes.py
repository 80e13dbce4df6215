"""Stances shown by words for being for or against: verbs, nouns, adjectives, votes and deeds."""

from collections.abc import Iterator
from math import prod
from typing import NamedTuple

from communique.extract.bearers import whose
from communique.extract.holders import Holder
from communique.extract.issues import phrase_of
from communique.extract.moods import is_open
from communique.extract.readings import Reading, Stage, evidence_of, is_empty, reach
from communique.extract.stance import Judged, is_negated, judged, proposal
from communique.extract.stance_words import Stancer
from communique.extract.tree import governors, own_subject
from communique.model import Body


def attitude(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """What a word for being for or against tells; nothing where it is asked, supposed, denied, or nobody known holds it."""
    body = stage.body
    number, verb = _cued(stage, stancer), _verb_of(body, stancer)
    if stancer.word.pos == "adjective" and not _is_predicate(stage, stancer, verb):
        return
    if stancer.word.case == "stress" and not _is_stressed(stage, stancer):
        return
    if is_open(body, verb, stage.lexicon.words, reach(stage, token)):
        return
    denied = is_negated(body, verb) or is_negated(body, token)
    if denied and stancer.word.denied == "nothing":
        return
    start = _start(stage, stancer, number)
    holder, statement = whose(stage, verb, stancer, number)
    if start is None or not holder:
        return
    sign = (-1 if denied else 1) * stancer.turn
    yield from _read(stage, stancer, start, sign, Bearer(holder, statement, number is not None))


class Bearer(NamedTuple):
    """Whose stance it is, the statement that carries it, and whether the stance word is what opens that statement."""

    holder: Holder
    statement: int | None
    opens: bool


def _read(stage: Stage, stancer: Stancer, start: int, sign: int, bearer: Bearer) -> Iterator[Reading]:
    """The reading of a stance word whose bearer is known: of a settled issue deeper down, else of the thing judged."""
    body, trigger = stage.body, (min(stancer.head, _verb_of(stage.body, stancer)), stancer.last + 1)
    thing = judged(body, stage.found, start, sign)
    far = _deeper(stage, stancer, thing, sign)
    if far is not None:
        evidence = evidence_of(body, trigger, (far.head, far.head + 1))
        yield Reading(bearer.holder, far, evidence, bearer.statement, "within", 0.5)
    elif thing is not None and not is_empty(stage, thing.head) and not _is_silence(stage, stancer, start, thing):
        evidence = evidence_of(body, trigger, phrase_of(body, thing.head, stage.lexicon.words))
        case, sure = stancer.word.case or "attitude", 0.8 if bearer.opens else 0.7
        yield Reading(bearer.holder, thing, evidence, bearer.statement, case, sure, stancer.word.named)


def _cued(stage: Stage, stancer: Stancer) -> int | None:
    """Number of the statement the word opens, itself or as the object of its cue: stressed [the need for]."""
    cued, body = stage.floor.cued, stage.body
    if stancer.word.case == "stress":
        return cued.get(body.heads[stancer.head]) if _is_stressed(stage, stancer) else None
    return cued.get(stancer.head)


def _is_stressed(stage: Stage, stancer: Stancer) -> bool:
    """True for the object of "stressed", "recalled": [the need] for."""
    body, verb = stage.body, stage.body.heads[stancer.head]
    return body.deps[stancer.head] == "dobj" and body.lower[verb] in stage.lexicon.words["stance_stressing"]


def _is_predicate(stage: Stage, stancer: Stancer, verb: int) -> bool:
    """True for "is opposed to", not for "a war against"."""
    body, words = stage.body, stage.lexicon.words
    passive = bool(body.dependents(stancer.head, "auxpass"))
    held = body.lower[body.heads[stancer.head]] in words["stance_positions"]
    return passive or held or (verb != stancer.head and body.lower[verb] in words["stance_copulas"])


def _deeper(stage: Stage, stancer: Stancer, thing: Judged | None, sign: int) -> Judged | None:
    """A settled issue deeper in what a stance word takes, turned by every word on the way: urged them to act by [lifting] the embargo."""
    body, trigger = stage.body, stancer.head
    verb = _verb_of(body, stancer)
    near = next((h for h in stage.settled if trigger < h <= body.rights[verb]), None)
    above = governors(body, near) if near is not None else []
    if near is None or verb not in above or (thing is not None and thing.head in stage.settled):
        return None
    way = [t for t in above[: above.index(verb)] if t != trigger]
    if any(_is_barred(stage, t) or _is_beside(stage, t, trigger) for t in way):
        return None
    turns = [stage.found[t].turn for t in way if t in stage.found and stage.found[t].word.effect not in ("good", "bad")]
    evils = any(t in stage.found and stage.found[t].word.effect == "bad" for t in way)  # condemn the crime of [the embargo]
    return Judged(near, sign * prod(turns)) if any(turn < 0 for turn in turns) or (evils and sign < 0) else None


def _is_beside(stage: Stage, token: int, trigger: int) -> bool:
    """True for a word of the same kind that stands beside the trigger, and takes what follows itself: denounce and [condemn]."""
    return token in stage.found and stage.body.deps[token] == "conj" and stage.body.heads[token] == trigger


def _is_barred(stage: Stage, token: int) -> bool:
    """True on the way for the stance of somebody else, a condition, a negation, a struggle against."""
    body, stancer = stage.body, stage.found.get(token)
    attitude = stancer is not None and stancer.word.effect in ("for", "against")
    others = attitude and stancer is not None and (stancer.word.pos == "adjective" or own_subject(body, token) is not None)
    supposed = any(body.lower[c] in ("if", "unless", "until") for c in body.children[token])
    return others or supposed or (body.tags[token].startswith("VB") and is_negated(body, token))


def _verb_of(body: Body, stancer: Stancer) -> int:
    """The verb that carries tense and negation: of "is opposed to" the copula."""
    head = body.heads[stancer.head]
    return head if stancer.word.pos == "adjective" and body.tags[head].startswith("VB") else stancer.head


def _is_silence(stage: Stage, stancer: Stancer, start: int, thing: Judged) -> bool:
    """ "declined to comment", "rejected the claim", "asked whether it was open"; an offer is one of talks."""
    body, words = stage.body, stage.lexicon.words
    if _is_question(body, stancer.last, thing.head):
        return True
    if stancer.word.case == "offer":
        return words["stance_talks"].isdisjoint(body.lower[slice(*phrase_of(body, thing.head, words))])
    if stancer.word.case == "wish" and thing.head == start:
        return True
    if stancer.word.case == "leaving":
        return body.lower[thing.head] not in words["stance_pacts"]
    if _is_asked(stage, stancer, thing.head) or _is_praised(stage, stancer, thing.head):
        return True
    silent = body.tags[thing.head].startswith("VB") and body.lower[thing.head] in words["stance_sayings"]
    return silent or body.lower[thing.head] in words["stance_claims"]


def _is_question(body: Body, trigger: int, head: int) -> bool:
    """True where what follows is asked: asked if it is open, asked what they had."""
    line = [t for t in (head, *governors(body, head)) if t > trigger and body.deps[t] in ("ccomp", "pcomp", "advcl")]
    inner = [t for clause in line for t in range(max(body.lefts[clause], trigger + 1), clause)]
    return any(body.lower[t] in ("if", "whether") or (body.tags[t] in ("WP", "WDT", "WRB") and body.deps[t] != "mark") for t in inner)


def _is_asked(stage: Stage, stancer: Stancer, head: int) -> bool:
    """True for the addressee of a request whose content was not found: urged [the council]."""
    bare = "addressee" in stancer.word.takes and stancer.last == stancer.head
    known = stage.body.lower[head] in stage.cast.governments or stage.body.lower[head] in stage.lexicon.words["stance_asked"]
    return bare and (known or (head in stage.cast.at and stage.cast.at[head].sort != "adjective"))


def _is_praised(stage: Stage, stancer: Stancer, head: int) -> bool:
    """True for people, and for states and bodies that are merely praised or blamed: no issue."""
    named = stage.cast.at.get(head)
    if named is None or head != named.tokens[1] - 1:
        return False
    courtesy = stancer.word.denied == "nothing" and stancer.word.case == "attitude"
    praised = ("state", "body") if stancer.word.effect == "for" else ("state",)
    return named.sort in ("person", "people") or (courtesy and named.sort in praised)


def _start(stage: Stage, stancer: Stancer, number: int | None) -> int | None:
    """Where the thing judged begins: what the word takes, else the content of the statement it opens."""
    start = proposal(stage.body, stancer)
    if start is not None or number is None:
        return start
    first, end = stage.floor.ranges[number][0]
    roots = [t for t in range(first, end) if not first <= stage.body.heads[t] < end or stage.body.heads[t] == t]
    return next(iter(roots), None) if "object" in stancer.word.takes else None
