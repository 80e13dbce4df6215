"""The reasons a holder gives: clauses of reason beside the stance, and what the holder says of the thing judged right after."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from communique.extract.holders import Floor
from communique.extract.tree import own_subject, sentence, trim
from communique.model import Act, Body, Range

Words = dict[str, frozenset[str]]
_TELLING: frozenset[Act | None] = frozenset({"assert", "accuse", "condemn", "praise", "warn", "deny", "reject", None})
_JUDGING: frozenset[Act | None] = frozenset({"accuse", "condemn", "praise", "warn", "reject"})
_ACTING: frozenset[Act | None] = frozenset({"request", "demand", "propose", "threaten", "promise", "question"})


def reasons_near(body: Body, evidence: Range, verdicts: Container[int], words: Words) -> Iterator[Range]:
    """Clauses and phrases of reason in the sentence of the evidence, behind it or before it; `verdicts` are where verdicts stand."""
    first, end = sentence(body, evidence[0])
    yield from _by_phrase(body, (first, end), words)
    for token in range(first, end):
        if body.deps[token] == "advcl" and _gives_reason(body, token, words["reason_marks"]):
            yield _without_mark(body, token)
        if body.deps[token] == "relcl" and token >= evidence[0] and _judges(body, token, verdicts):
            yield _without_mark(body, token)


def _gives_reason(body: Body, clause: int, marks: frozenset[str]) -> bool:
    mark = next(iter(body.dependents(clause, "mark")), None)
    if mark is None or body.lower[mark] not in marks or body.lefts[clause] != mark:
        return False
    present = body.tags[clause] in ("VBZ", "VBP", "VBN", "MD", "VB")
    return body.lower[mark] == "because" or (body.words[mark - 1] == "," and present)


def _judges(body: Body, clause: int, verdicts: Container[int]) -> bool:
    """ "which is illegal": a relative clause with a verdict, in the present, set off by a comma."""
    first, end = body.subtree(clause)
    set_off = body.lower[first] == "which" and body.words[first - 1] == "," and body.tags[clause] in ("VBZ", "VBP")
    return set_off and any(t in verdicts for t in range(first, end))


def _without_mark(body: Body, clause: int) -> Range:
    first, end = body.subtree(clause)
    verb = first + 1
    if body.lower[first] == "which" and body.lower[verb] in ("is", "are", "was", "were"):
        verb += 1
    return verb, end


def _by_phrase(body: Body, span: Range, words: Words) -> Iterator[Range]:
    """What follows "on the grounds that", "because of"; "in breach of the treaty" whole."""
    for name in ("reason_phrases", "reason_laws"):
        for phrase in (tuple(one.split()) for one in words[name]):
            for token in (t for t in range(*span) if body.lower[t : t + len(phrase)] == phrase):
                last = token + len(phrase) - 1
                opened = body.heads[last : last + 1] if body.deps[last] == "mark" else ()
                reach = max((body.rights[t] for t in (token, last, *body.children[last], *opened) if t >= token), default=last) + 1
                start = token if name == "reason_laws" else last + 1
                yield start, min(max(reach, start + 1), span[1])


def further_verdicts(body: Body, verb: int, end: int) -> Iterator[Range]:
    """What is said of the same thing after a verdict: is void [and cannot bind anybody]."""
    predicates = (verb, *body.dependents(verb, "acomp", "attr", "oprd"))
    for clause in (c for p in predicates for c in body.dependents(p, "conj")):
        if clause >= end and own_subject(body, clause) is None and body.tags[clause].startswith("VB"):
            yield from _conjuncts(body, clause)
    for predicate in (verb, *body.dependents(verb, "attr", "dobj", "acomp")):
        yield from (body.subtree(c) for c in body.dependents(predicate, "acl", "advcl") if c >= end and body.tags[c] == "VBG")


def _conjuncts(body: Body, clause: int) -> Iterator[Range]:
    yield body.lefts[clause], min([body.rights[clause] + 1, *(body.lefts[c] for c in body.dependents(clause, "conj", "cc"))])
    for child in body.dependents(clause, "conj"):
        yield from _conjuncts(body, child)


def tidy(body: Body, spans: Iterator[Range]) -> tuple[Range, ...]:
    """Trimmed, in order, without those inside others."""
    trimmed = sorted({r for r in (trim(body, s) for s in spans if s[0] < s[1]) if r is not None}, key=lambda r: (r[0], -r[1]))
    kept: list[Range] = []
    for span in trimmed:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


class Link(NamedTuple):
    """What ties a holder's other words to an issue.

    evidence  the tokens that show the stance
    nouns     nouns of the phrase judged
    names     names in it
    until     first token of the holder's next position: what is said later goes with that one
    alone     True where the article reports no other position of the holder: its verdicts are about this one
    """

    evidence: Range
    nouns: frozenset[str]
    names: frozenset[str]
    until: int
    alone: bool


def said_of(body: Body, floor: Floor, mine: Iterable[int], link: Link) -> Iterator[Range]:
    """What the same holder says beside it: in its sentence, of the same thing in the next two, or in judgement of it anywhere."""
    for number in mine:
        ranges = floor.ranges[number]
        if any(_is_reason(body, part, floor.said[number].attribution.act, link) for part in ranges):
            yield from (_called(body, part) for part in ranges)


def _called(body: Body, part: Range) -> Range:
    """What a thing is called in "the embargo as a product of the war"; else the whole part."""
    called = next((t for t in range(*part) if body.lower[t] == "as" and body.deps[t] == "prep"), None)
    verbs = called is not None and any(body.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(part[0], called))
    return part if called is None or verbs or body.lower[called - 1] == "such" else (called + 1, part[1])


def _is_reason(body: Body, part: Range, act: Act | None, link: Link) -> bool:
    apart = body.sentence_of[part[0]] - body.sentence_of[link.evidence[0]]
    if act in _JUDGING and (link.alone or _is_tied(body, part, link)):
        return True
    if not link.evidence[1] <= part[0] < link.until:
        return False
    beside = apart == 0 and act not in _ACTING
    return beside or (0 < apart <= 2 and act in _TELLING and _goes_on(body, part, link.nouns))


def _goes_on(body: Body, span: Range, nouns: frozenset[str]) -> bool:
    opening = body.lower[span[0] : min(span[0] + 8, span[1])]
    clauses = body.dependents(body.heads[span[0]], "acomp", "ccomp", "xcomp")
    if opening[:1] == ("it",) and any(body.dependents(c, "ccomp", "xcomp") or body.deps[c] == "ccomp" for c in clauses):
        return False  # "it was unlikely that"
    return bool(opening) and opening[0] in ("it", "this", "they", "these")


def _is_tied(body: Body, span: Range, link: Link) -> bool:
    words = set(body.lower[slice(*span)])
    return bool(words & link.nouns) or len(words & link.names) >= min(2, len(link.names) or 2)


def named_as(body: Body, triggers: Iterator[int]) -> Iterator[Range]:
    """What the thing is called: denounced the raid as [an act of war]."""
    for verb in triggers:
        owners = (verb, *body.dependents(verb, "dobj", "pobj"))
        for prep in (c for o in owners for c in body.dependents(o, "prep") if c > verb and body.lower[c] == "as"):
            if body.lower[prep - 1] != "such":
                yield prep + 1, body.rights[prep] + 1
