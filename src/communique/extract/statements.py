"""Statements found: cue candidates -> contents -> sources -> scores -> acceptance. Nobody is named yet; that is `resolve`'s work."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from communique.extract.accept import Candidate, Verdict, settle
from communique.extract.boundaries import manner_of, spans_of
from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.reality import unreal
from communique.extract.rules import CONTINUATIONS, RULES
from communique.extract.scene import Scene, scene_of
from communique.extract.sources import Source, addressee_of, source_of
from communique.extract.tree import is_verb, noun_phrase, paragraph
from communique.lexicon import Lexicon
from communique.model import Attribution, Body, Decision, Range, Span, Spans

NESTING = frozenset(
    f"en.indirect.{case}" for case in ("that-clause", "bare-clause", "infinitive", "object-complement", "owned-noun", "verb-noun")
)

NOMINAL = frozenset(f"en.indirect.{case}" for case in ("object", "object-complement", "preposition", "passive", "infinitive"))


class Found(NamedTuple):
    """The attributions in the order of the text, and the verdict on every candidate."""

    attributions: tuple[Attribution, ...]
    verdicts: tuple[Verdict, ...]
    scene: Scene


def score(scene: Scene, rule: str, cue: FoundCue, content: Content, source: Source | None) -> float:
    """How likely the candidate is a statement as it stands, by hand weights: the rule's own reliability, less without a source.

    Where a noun phrase is all that is said it counts for less that the source is no one who speaks, or that a relative clause only
    describes somebody by it ("the senator who backs the bill").
    """
    body = scene.body
    if source is None:
        return content.score * (0.6 if body.tags[cue.head] == "VBN" else 0.55)
    if rule not in NOMINAL:
        return content.score
    describes = body.deps[cue.head] == "relcl" or (body.deps[cue.head] in ("acl", "amod") and body.tags[cue.head] == "VBN")
    return content.score * (1.0 if scene.can_speak(source.head) else 0.7) * (0.85 if describes else 1.0)


def _candidates(scene: Scene, without: Collection[str]) -> Iterator[Candidate]:
    rules = [rule for rule in RULES if rule.name not in without]
    for cue in scene.cues.values():
        flaw = unreal(scene, cue)
        for rule in rules:
            for content in rule.find(scene, cue):
                source = source_of(scene, cue, content)
                own = flaw or _own_words(scene, cue, source)
                yield Candidate(rule.name, cue, content, source, score(scene, rule.name, cue, content, source), own)


def _own_words(scene: Scene, cue: FoundCue, source: Source | None) -> str | None:
    """ "We hope ..." is no report: news does not speak of itself in the first person, and what a quotation says of us is its speaker's."""
    body = scene.body
    pronoun = source is not None and body.tags[source.head].startswith("PRP")
    if pronoun and source is not None and scene.is_first_person(source.head) and body.quotation_of[source.head] < 0:
        return "the speaker's own words, whose quotation marks are lost"
    if source is not None and body.lower[source.head] == "you":
        return "told the reader"
    return "said of oneself inside a quotation" if pronoun and body.quotation_of[cue.head] >= 0 else None


def _taken(kept: Sequence[Candidate]) -> list[Range]:
    return [r for c in kept for r in (*c.ranges, *([c.words] if c.words else []))]


def _continuations(scene: Scene, kept: list[Candidate], without: Collection[str]) -> Iterator[Candidate]:
    for rule in CONTINUATIONS:
        if rule.name in without:
            continue
        found = rule.find(scene, _taken(kept))
        new = [Candidate(rule.name, None, content, _label_of(scene, content), content.score) for content in found]
        kept += new
        yield from new


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
    content = spans_of(body, candidate.ranges, cue.head if cue else None)
    if not content:
        return None
    source = candidate.source
    hearer = addressee_of(scene, cue, candidate.content) if cue else None
    return Attribution(
        source=body.span(*source.words) if source else None,
        source_head=source.head if source else None,
        cue=body.span(*candidate.words) if candidate.words else None,
        cue_head=cue.head if cue else None,
        lemma=entry.lemma if entry else None,
        content=content,
        kind=entry.kind if entry else "speech",
        manner=manner_of(scene, candidate.ranges, candidate.rule),
        act=entry.act if entry else None,
        rule=candidate.rule,
        confidence=round(candidate.score, 3),
        addressee=body.span(*hearer) if hearer else None,
    )


def find_statements(body: Body, lexicon: Lexicon, without: Collection[str] = ()) -> Found:
    """Every statement of a parsed body; rules named in `without` are off."""
    scene = scene_of(body, lexicon)
    verdicts = list(settle(list(_candidates(scene, without)), _may_nest(scene)))
    kept = [v.candidate for v in verdicts if v.kept]
    verdicts += [Verdict(c, None) for c in _continuations(scene, kept, without)]
    return Found(_in_order(scene, verdicts), tuple(verdicts), scene)


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
    rows = [_decision(v, a, named) for v in found.verdicts for a in [_attribution(found.scene, v.candidate)] if a]
    return tuple(sorted(rows, key=lambda d: (d.content, -d.score)))


def _decision(verdict: Verdict, shape: Attribution, named: dict[tuple[str, Spans, Span | None], str]) -> Decision:
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
    )
