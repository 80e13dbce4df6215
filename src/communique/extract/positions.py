"""Where holders stand on issues, and on what grounds: stance words, each followed to the thing judged and to whose stance it is."""

from collections.abc import Iterator

from communique.extract.attitudes import attitude
from communique.extract.confidence import confidence_of
from communique.extract.ground_kinds import kind_of
from communique.extract.grounds import Link, further_verdicts, named_as, reasons_near, said_of, tidy
from communique.extract.holders import cast_of, floor_of, holder_of
from communique.extract.issue_names import Named, named, settled_heads
from communique.extract.readings import Reading, Stage
from communique.extract.stance_words import stancers
from communique.extract.verdicts import modal, verdict
from communique.lexicon import Lexicon
from communique.model import Article, Body, Mention, Position, Range, Said, Stance

Group = list[tuple[Reading, Named]]


def find_positions(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Position, ...]:
    """The positions an article reports, in the order of their evidence, without ids: one for each holder and issue."""
    stage = Stage(body, stancers(body, lexicon), floor_of(body, said), cast_of(mentions, lexicon), lexicon)
    stage = stage._replace(settled=settled_heads(stage))
    pairs = [(reading, name) for reading in readings(stage) if (name := named(stage, reading)) is not None]
    groups = _together(_lifting(_referred(stage, pairs)))
    return tuple(sorted((_position(stage, group, groups) for group in groups), key=lambda position: position.evidence))


def readings(stage: Stage) -> Iterator[Reading]:
    """Every sign of a stance with a known holder."""
    for token, stancer in stage.found.items():
        effect, number = stancer.word.effect, stage.floor.inside.get(token)
        if number is not None and stage.floor.said[number].attribution.lemma in stage.lexicon.words["stance_doubts"]:
            continue
        if effect in ("for", "against", "refuses"):
            yield from attitude(stage, token, stancer)
        elif effect in ("good", "bad"):
            yield from verdict(stage, token, stancer)
        elif stancer.word.pos == "verb":
            yield from modal(stage, token, stancer)


def _referred(stage: Stage, pairs: Group) -> Group:
    """Where a stance is on "the move", "this decision", the issue of the reading right before it, turned as that was."""
    body, found = stage.body, list[tuple[Reading, Named]]()
    for reading, name in sorted(pairs, key=lambda pair: pair[0].evidence):
        before = found[-1] if found else None
        if before and _refers(stage, reading, name) and _follows(body, reading, before[0]):
            turned = before[0].judged._replace(sign=before[0].judged.sign * reading.judged.sign)
            reading, name = reading._replace(judged=turned), before[1]
        found.append((reading, name))
    return found


def _refers(stage: Stage, reading: Reading, name: Named) -> bool:
    head = reading.judged.head
    return head in stage.found and stage.found[head].word.effect == "carries" and len(name.key) < 2


def _follows(body: Body, reading: Reading, before: Reading) -> bool:
    """True for somebody else's stance in the same sentence or the next."""
    apart = body.sentence_of[reading.judged.head] - body.sentence_of[before.evidence[0]]
    return 0 <= apart <= 1 and before.holder != reading.holder


def _lifting(pairs: Group) -> Group:
    """Where several speak of lifting a measure, or one refuses to, the issue is the lifting, for all who judge the measure."""
    lifted = [pair for pair in pairs if pair[0].judged.lifted and not pair[1].known]
    holders = {pair[0].holder for pair in lifted}
    if len(holders) < 2 and not any(reading.case == "refusal" for reading, _ in lifted):
        return pairs
    keys = frozenset[str]().union(*(name.key for _, name in lifted))
    full = max((name for _, name in lifted), key=lambda name: len(name.name))
    return [_as_lifting(*pair, full) if not pair[1].known and pair[1].key & keys else pair for pair in pairs]


def _as_lifting(reading: Reading, name: Named, full: Named) -> tuple[Reading, Named]:
    """The reading turned round, under the fullest name where its own says no more than "the ban"."""
    turned = reading.judged._replace(sign=-reading.judged.sign)
    best = full if len(name.name.split()) < 2 else name
    return reading._replace(judged=turned), best._replace(name=f"lifting of {best.name}")


def _together(pairs: Group) -> list[Group]:
    """Readings of one holder on one issue, put together; the strongest first."""
    groups: list[Group] = []
    for one in sorted(pairs, key=lambda pair: pair[0].evidence):
        group = next((g for g in groups if _is_same(g[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return [sorted(group, key=lambda pair: (-pair[0].weight, pair[0].evidence)) for group in groups]


def _is_same(a: tuple[Reading, Named], b: tuple[Reading, Named]) -> bool:
    """True for one holder and one issue, by its name or by half of the words that tell it."""
    if a[0].holder != b[0].holder:
        return False
    shared = len(a[1].key & b[1].key)
    alike = 2 * shared >= min(len(a[1].key), len(b[1].key)) > 0
    return a[1].name == b[1].name or (alike and a[0].judged.sign == b[0].judged.sign)


def _position(stage: Stage, group: Group, groups: list[Group]) -> Position:
    body, (first, name) = stage.body, group[0]
    signs = {reading.judged.sign for reading, _ in group if reading.weight >= first.weight - 0.1}
    stance: Stance = "mixed" if len(signs) > 1 else "support" if first.judged.sign > 0 else "oppose"
    grounds = tidy(body, _grounds(stage, group, groups))
    statement = None if first.statement is None else stage.floor.said[first.statement].id
    rule = f"en.stance.{first.case}"
    return Position(
        id="", holder=first.holder, issue=name.name, stance=stance, evidence=body.span(*first.evidence),
        grounds=tuple(body.span(*g) for g in grounds), ground_kinds=tuple(kind_of(body, g, stage.lexicon) for g in grounds),
        statement=statement, rule=rule, confidence=confidence_of(rule, stage.lexicon),
    )  # fmt: skip


def _grounds(stage: Stage, group: Group, groups: list[Group]) -> Iterator[Range]:
    """The reasons given with any reading of a position, and what its holder says of the thing judged in other statements."""
    body, (first, name) = stage.body, group[0]
    shown = [(reading.evidence[0], reading.statement) for other in groups for reading, _ in other if reading.holder == first.holder]
    until = min((start for start, _ in shown if start >= first.evidence[1]), default=len(body))
    numbers = {number for _, number in shown}
    alone = sum(other[0][0].holder == first.holder for other in groups) == 1
    mine = [n for n, one in enumerate(stage.floor.said) if n not in numbers and holder_of(one.speaker) == first.holder]
    names = frozenset(body.lower[t] for _, one in group for t in range(*one.range) if t in stage.cast.at)
    for reading, _ in group:
        yield from _beside(stage, reading)
    yield from said_of(body, stage.floor, mine, Link(first.evidence, name.key, names, until, alone))


def _beside(stage: Stage, reading: Reading) -> Iterator[Range]:
    """The reasons that stand with a reading: clauses, names it gives the thing, the law it sees broken, further verdicts."""
    body = stage.body
    yield from reasons_near(body, reading.evidence, stage.verdicts, stage.lexicon.words)
    yield from named_as(body, (t for t in range(*reading.evidence) if t in stage.found))
    if reading.verb is not None:
        if reading.case == "law":
            yield reading.word or reading.verb, body.rights[reading.word or reading.verb] + 1
        yield from further_verdicts(body, reading.verb, reading.verb)
