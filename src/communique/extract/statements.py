"""Statements found: cue candidates -> contents -> sources -> scores -> acceptance. Nobody is named yet; that is `resolve`'s work."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from communique.extract.accept import THRESHOLD, Candidate, Verdict, settle, too_low
from communique.extract.boundaries import finished, manner_of, rectified, stripped
from communique.extract.candidates import LOOSE
from communique.extract.content_edges import edged
from communique.extract.learned.scorer import Scorer
from communique.extract.learned.weights import Weights
from communique.extract.mention_edges import bounded, named
from communique.extract.proposal import Content
from communique.extract.proposals import proposals_of
from communique.extract.rules import CONTINUATIONS
from communique.extract.scene import Scene, scene_of
from communique.extract.sources import Source, addressee_of
from communique.extract.tree import is_verb, noun_phrase, paragraph
from communique.lexicon import Lexicon
from communique.model import Attribution, Body, Decision, Span, Spans

NESTING = frozenset(
    f"en.indirect.{case}" for case in ("that-clause", "bare-clause", "infinitive", "object-complement", "owned-noun", "verb-noun")
)

PLAINLY_NESTED = 0.7  # confidence that somebody else's proposition needs within a statement; what only may be one needs more


class Choice(NamedTuple):
    """How statements are chosen.

    without    names of rules and generators that are off
    weights    the learned scorer's, None: the rules with their hand weights choose
    threshold  the least confidence of a statement, None: the scorer's own
    """

    without: Collection[str] = ()
    weights: Weights | None = None
    threshold: float | None = None


class Found(NamedTuple):
    """The attributions in the order of the text, the verdict on every candidate, and the learned scorer where it gave them."""

    attributions: tuple[Attribution, ...]
    verdicts: tuple[Verdict, ...]
    scene: Scene
    scorer: Scorer | None = None


def find_statements(body: Body, lexicon: Lexicon, choice: Choice = Choice()) -> Found:  # noqa: B008 - frozen
    """Every statement of a parsed body."""
    scene = scene_of(body, lexicon)
    scorer = Scorer(scene, lexicon, proposals_of(scene, choice.without), choice.weights) if choice.weights else None
    verdicts = tuple(_by_weights(scorer, choice) if scorer else _by_rules(scene, choice))
    return Found(_in_order(scene, verdicts), verdicts, scene, scorer)


def _by_rules(scene: Scene, choice: Choice) -> list[Verdict]:
    """Verdicts where the rules' own reliability is the confidence."""
    proposals = proposals_of(scene, choice.without)
    candidates = [
        Candidate(p.rule, scene.cues[head], p.content, p.source, p.score, p.flaw, p.content.entry.kind if p.content.entry else "speech")
        for head, found in proposals.items()
        for p in found
    ]
    least = THRESHOLD if choice.threshold is None else choice.threshold
    verdicts = list(settle(candidates, _may_nest(scene), lambda candidate: least))
    for _, found in uncued_by_rule(scene, verdicts, choice):
        verdicts += [Verdict(c, too_low(c, least)) for c in found]
    return verdicts


def _by_weights(scorer: Scorer, choice: Choice) -> list[Verdict]:
    """Verdicts by trained confidence."""
    least = scorer.weights.threshold if choice.threshold is None else choice.threshold
    loose = scorer.weights.loose if choice.threshold is None else choice.threshold
    stands = _may_nest(scorer.look.scene)

    def least_of(candidate: Candidate) -> float:
        return loose if candidate.rule in LOOSE else least

    def may_nest(inner: Candidate, outer: Candidate) -> bool:
        return inner.score >= (PLAINLY_NESTED if stands(inner, outer) else scorer.weights.nested)

    verdicts = list(settle(scorer.candidates(choice.without), may_nest, least_of))
    for kept, found in uncued_by_rule(scorer.look.scene, verdicts, choice):
        verdicts += [Verdict(c, too_low(c, least)) for c in scorer.uncued(found, kept)]
    return verdicts


def uncued_by_rule(scene: Scene, verdicts: list[Verdict], choice: Choice) -> Iterator[tuple[list[Candidate], list[Candidate]]]:
    """By rule, what is kept so far and what is proposed without a cue in the words left over; verdicts given meanwhile count."""
    for rule in CONTINUATIONS:
        if rule.name not in choice.without:
            kept = [v.candidate for v in verdicts if v.kept]
            found = rule.find(scene, [r for c in kept for r in (*c.ranges, *([c.words] if c.words else []))])
            yield kept, [Candidate(rule.name, None, content, _label_of(scene, content), content.score) for content in found]


def _label_of(scene: Scene, content: Content) -> Source | None:
    """The source that a rule without cue names: the label before a colon, from the paragraph's start or a dash on, or its noun phrase."""
    body, head = scene.body, content.source
    if head is None:
        return None
    start = paragraph(body, head)[0]
    is_label = body.words[head + 1] == ":" and head - start < 8 and not any(is_verb(body, t) for t in range(start, head))
    if is_label:
        dash = next((t for t in range(head, start, -1) if body.words[t] in ("-", "–", "—")), start - 1)
        return Source(head, (max(dash + 1, start), head + 1))
    first, end = noun_phrase(body, head)
    return Source(head, (first, next((t for t in range(head + 1, end) if is_verb(body, t) or body.words[t] == ":"), end)))


def _attribution(scene: Scene, candidate: Candidate) -> Attribution | None:
    body, cue, entry = scene.body, candidate.cue, candidate.content.entry
    head = cue.head if cue else None
    words = candidate.source.words if candidate.source else None
    ranges = candidate.ranges if head is None else edged(scene, rectified(body, candidate.ranges, head, words), head)
    parts = stripped(body, ranges) if candidate.is_done else finished(body, ranges, head)
    content = tuple(body.span(*part) for part in parts)
    if not content:
        return None
    source = bounded(scene, candidate.source) if candidate.source else None
    source = named(scene, source, head) if source and head is not None else source
    hearer = addressee_of(scene, cue, candidate.content) if cue else None
    return Attribution(
        source=body.span(*source.words) if source else None,
        source_head=source.head if source else None,
        cue=body.span(*candidate.words) if candidate.words else None,
        cue_head=head,
        lemma=entry.lemma if entry else None,
        content=content,
        kind=candidate.kind,
        manner=manner_of(scene, candidate.ranges, candidate.rule, head),
        act=entry.act if entry else None,
        rule=candidate.rule,
        confidence=round(candidate.score, 3),
        addressee=body.span(*hearer) if hearer else None,
    )


def _in_order(scene: Scene, verdicts: Sequence[Verdict]) -> tuple[Attribution, ...]:
    """The attributions of the kept candidates in the order of the text, each with its parent's place in that order."""
    shaped = [(v, a) for v in verdicts if v.kept for a in [_attribution(scene, v.candidate)] if a]
    shaped.sort(key=lambda pair: (pair[1].content, pair[1].cue or pair[1].content[0]))
    place = {id(v.candidate): n for n, (v, _) in enumerate(shaped)}
    return tuple(replace(a, parent=place.get(id(v.parent))) if v.parent else a for v, a in shaped)


def _may_nest(scene: Scene) -> Callable[[Candidate, Candidate], bool]:
    """Whether a statement inside another's content stands on its own: only somebody else's proposition that is not itself quoted."""
    body = scene.body

    def stands(inner: Candidate, outer: Candidate) -> bool:
        head = inner.source.head if inner.source else None
        if head is None or inner.rule not in NESTING or body.tags[head].startswith("PRP") or body.quotation_of[head] >= 0:
            return False
        return outer.source is None or body.lower[outer.source.head] != body.lower[head]

    return stands


def decisions(found: Found, ids: dict[Attribution, str]) -> tuple[Decision, ...]:
    """The verdicts as records, in the order of the text; `ids` names the statement each attribution became."""
    named = {(a.rule, a.content, a.cue): id for a, id in ids.items()}
    rows = [_decision(found, v, a, named) for v in found.verdicts for a in [_attribution(found.scene, v.candidate)] if a]
    return tuple(sorted(rows, key=lambda d: (d.content, -d.score)))


def _decision(found: Found, verdict: Verdict, shape: Attribution, named: dict[tuple[str, Spans, Span | None], str]) -> Decision:
    statement = named.get((shape.rule, shape.content, shape.cue)) if verdict.kept else None
    return Decision(
        rule=shape.rule,
        cue=shape.cue,
        source=shape.source,
        content=shape.content,
        score=shape.confidence,
        kept=verdict.kept,
        reason=verdict.reason or "",
        statement=statement,
        features=found.scorer.reasons(verdict.candidate) if found.scorer else (),
    )
