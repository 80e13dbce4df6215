"""Where holders stand on issues, and on what grounds: stance words in the text, each followed to the thing judged and to whose stance it is."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.extract.grounds import reasons_near, said_of, tidy
from communique.extract.holders import Cast, Floor, Holder, cast_of, floor_of, holder_at, holder_of
from communique.extract.issues import Named, codes_in, fullest, known_issue, phrase_of, plain_words
from communique.extract.moods import is_open
from communique.extract.stance import Judged, is_negated, judged, proposal
from communique.extract.stance_words import Stancer, stancers, subject_of
from communique.extract.tree import hull, own_subject, sentence
from communique.lexicon import Lexicon
from communique.model import Article, Body, Mention, Position, Range, Said, Stance

_EMPTY = frozenset({"it", "this", "that", "them", "these", "those", "which", "what", "who", "him", "her", "us", "me", "you", "everything",
                    "something", "anything", "nothing", "one", "ones", "so", "such"})  # fmt: skip


class Reading(NamedTuple):
    """One sign of a stance: the holder, the thing judged, the tokens that show it, the statement it stands in, the case of its rule."""

    holder: Holder
    judged: Judged
    evidence: Range
    statement: int | None
    case: str
    confidence: float


class Stage(NamedTuple):
    """What all steps look at."""

    body: Body
    found: dict[int, Stancer]
    floor: Floor
    cast: Cast
    lexicon: Lexicon


def find_positions(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Position, ...]:
    """The positions an article reports, in the order of their evidence, without ids: one for each holder and issue."""
    stage = Stage(body, stancers(body, lexicon), floor_of(body, said), cast_of(mentions, lexicon), lexicon)
    named = [(reading, name) for reading in readings(stage) if (name := _named(stage, reading)) is not None]
    return tuple(_position(stage, group) for group in _together(named))


def readings(stage: Stage) -> Iterator[Reading]:
    """Every sign of a stance with a known holder."""
    for token, stancer in stage.found.items():
        effect = stancer.word.effect
        if effect in ("for", "against", "refuses"):
            yield from _attitude(stage, token, stancer)
        elif effect in ("good", "bad"):
            yield from _verdict(stage, token, stancer)


def _attitude(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    body, found = stage.body, stage.found
    number = stage.floor.cued.get(token)
    verb = _verb_of(body, stancer)
    if number is None and is_open(body, verb, stage.lexicon.words):
        return
    denied = is_negated(body, verb) and number is None
    if denied and stancer.word.denied == "nothing":
        return
    start = _start(stage, stancer, number)
    holder, statement = _holder(stage, verb, stancer, number)
    if start is None or not holder:
        return
    sign = (-1 if denied else 1) * stancer.turn
    thing = judged(body, found, start, sign)
    if thing is not None and not _is_empty(body, thing.head):
        evidence = _evidence(body, (min(token, verb), stancer.last + 1), phrase_of(body, thing.head))
        yield Reading(holder, thing, evidence, statement, stancer.word.case or "attitude", 0.8 if number is not None else 0.7)


def _verb_of(body: Body, stancer: Stancer) -> int:
    """The verb that carries tense and negation: of "is opposed to" the copula."""
    head = body.heads[stancer.head]
    return head if stancer.word.pos == "adjective" and body.tags[head].startswith("VB") else stancer.head


def _start(stage: Stage, stancer: Stancer, number: int | None) -> int | None:
    """Where the thing judged begins: what the word takes, else the content of the statement it opens."""
    start = proposal(stage.body, stancer)
    if start is not None or number is None:
        return start
    first, end = stage.floor.ranges[number][0]
    roots = [t for t in range(first, end) if not first <= stage.body.heads[t] < end or stage.body.heads[t] == t]
    return next(iter(roots), None) if "object" in stancer.word.takes else None


def _holder(stage: Stage, verb: int, stancer: Stancer, number: int | None) -> tuple[Holder, int | None]:
    """Whose stance it is, and the statement that carries it."""
    floor, body = stage.floor, stage.body
    if number is not None:
        return holder_of(floor.said[number].speaker), number
    inside = floor.inside.get(stancer.head)
    subject = _owner(body, stancer) if stancer.word.pos == "noun" else subject_of(body, verb)
    if subject is None:
        return (), None
    if inside is None:
        return holder_at(body, stage.cast, subject), None
    speaker = holder_of(floor.said[inside].speaker)
    return (speaker, inside) if _is_own(stage, subject, speaker, inside) else ((), None)


def _owner(body: Body, stancer: Stancer) -> int | None:
    """Whose call, rejection, support it is: "its", "Moscow's", or the subject of the verb whose object it is."""
    owner = next(iter(body.dependents(stancer.head, "poss")), None)
    if owner is not None:
        return owner
    verb = body.heads[stancer.head]
    expressed = body.deps[stancer.head] == "dobj" and body.tags[verb].startswith("VB")
    return subject_of(body, verb) if expressed else None


def _is_own(stage: Stage, subject: int, speaker: Holder, number: int) -> bool:
    """True where a subject inside somebody's words is the speaker: "we", "our country", the country by name, "it" in reported words."""
    body, words = stage.body, stage.lexicon.words
    if body.lower[subject] in words["first_person"]:
        return True
    if any(body.lower[c] in words["first_person"] for c in body.dependents(subject, "poss")):
        return body.lower[subject] in stage.cast.governments or body.lower[subject] in words["stance_own"]
    if body.lower[subject] in words["pronouns"]:
        return stage.floor.said[number].attribution.manner != "direct" and body.quotation_of[subject] < 0 and _is_first(stage, subject, number)
    return bool(speaker) and holder_at(body, stage.cast, subject) == speaker


def _is_first(stage: Stage, subject: int, number: int) -> bool:
    """True for a pronoun before which no other is spoken of in the content."""
    first, _ = stage.floor.ranges[number][0]
    return not any(t in stage.cast.at and stage.cast.at[t].sort != "adjective" for t in range(first, subject))


def _verdict(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """ "The embargo is illegal", "a violation of", "must be lifted": said of a thing by whoever speaks."""
    body, number = stage.body, stage.floor.inside.get(token)
    if number is None:
        return
    verb = token if stancer.word.pos == "verb" else body.heads[token]
    subject = _judged_subject(body, token, verb)
    if subject is None or is_open(body, verb, stage.lexicon.words) or stage.floor.inside.get(subject) != number:
        return
    denied = is_negated(body, verb)
    holder = holder_of(stage.floor.said[number].speaker)
    if not holder or (denied and stancer.word.denied == "nothing") or _is_empty(body, subject) or subject in stage.cast.at:
        return
    thing = judged(body, stage.found, subject, stancer.turn * (-1 if denied else 1))
    if thing is not None:
        evidence = _evidence(body, (verb, stancer.last + 1), phrase_of(body, thing.head))
        yield Reading(holder, thing, evidence, number, "verdict", 0.6)


def _judged_subject(body: Body, token: int, verb: int) -> int | None:
    """What a verdict is passed on: the subject of its copula or verb; of "called the raid a crime" the object."""
    if body.deps[token] in ("acomp", "attr", "conj", "ROOT", "ccomp", "relcl", "dobj") or body.deps[token] == "oprd":
        if body.deps[token] == "conj":
            token, verb = body.heads[token], body.heads[body.heads[token]]
        if body.deps[token] == "oprd":
            return next(iter(body.dependents(verb, "dobj", "nsubjpass", "nsubj")), None)
        return own_subject(body, verb)
    return None


def _is_empty(body: Body, head: int) -> bool:
    return body.lower[head] in _EMPTY or body.tags[head] in ("PRP", "WDT", "WP", "EX", "CD")


def _evidence(body: Body, trigger: Range, phrase: Range) -> Range:
    """The shortest stretch with the word and the thing judged, in one sentence."""
    first, end = hull((trigger, phrase))
    low, high = sentence(body, trigger[0])
    return max(first, low), min(end, high)


def _named(stage: Stage, reading: Reading) -> Named | None:
    """The name of the issue a reading is about."""
    body, cast, head = stage.body, stage.cast, reading.judged.head
    span = phrase_of(body, head)
    near = sentence(body, head)
    known = known_issue(body, cast, head, span, near, stage.lexicon)
    others = [] if known or codes_in(cast, span) else list(fullest(body, cast, head))
    if known is None and others:
        known = known_issue(body, cast, head, others[0], near, stage.lexicon)
    if known is not None:
        return Named(known.issue, frozenset({known.issue}), True, span)
    words = plain_words(body, cast, others[0] if others else span, stage.lexicon)
    key = frozenset(w.lower() for w in words if len(w) > 3)
    return Named(" ".join(words), key, False, span) if key else None


def _together(named: list[tuple[Reading, Named]]) -> list[list[tuple[Reading, Named]]]:
    """Readings of one holder on one issue, put together; the strongest first."""
    groups: list[list[tuple[Reading, Named]]] = []
    for one in sorted(named, key=lambda pair: pair[0].evidence):
        group = next((g for g in groups if _is_same(g[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return [sorted(group, key=lambda pair: (-pair[0].confidence, pair[0].evidence)) for group in groups]


def _is_same(a: tuple[Reading, Named], b: tuple[Reading, Named]) -> bool:
    """True for one holder and one issue, by its name or by half of the words that tell it."""
    if a[0].holder != b[0].holder:
        return False
    shared = a[1].key & b[1].key
    return a[1].name == b[1].name or 2 * len(shared) >= min(len(a[1].key), len(b[1].key)) > 0


def _position(stage: Stage, group: list[tuple[Reading, Named]]) -> Position:
    body, (first, name) = stage.body, group[0]
    signs = {reading.judged.sign for reading, _ in group}
    stance: Stance = "mixed" if len(signs) > 1 else "support" if first.judged.sign > 0 else "oppose"
    mine = tuple(n for n, one in enumerate(stage.floor.said) if holder_of(one.speaker) == first.holder)
    grounds = [r for reading, _ in group for r in reasons_near(body, reading.evidence)]
    grounds += said_of(body, stage.floor, mine, first.evidence, name.key)
    statement = None if first.statement is None else stage.floor.said[first.statement].id
    return Position(
        id="", holder=first.holder, issue=name.name, stance=stance, evidence=body.span(*first.evidence),
        grounds=tuple(body.span(*g) for g in tidy(body, iter(grounds))), statement=statement,
        rule=f"en.stance.{first.case}", confidence=first.confidence,
    )  # fmt: skip


