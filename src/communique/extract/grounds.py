"""The reasons a holder gives: clauses of reason beside the stance, and what the holder says of the thing judged right after."""

from collections.abc import Iterator

from communique.extract.holders import Floor
from communique.extract.tree import paragraph, sentence, trim
from communique.model import Body, Range

_REASONS = frozenset({"because", "since", "as"})
_PHRASES = (
    ("on", "the", "grounds", "that"), ("on", "the", "ground", "that"), ("on", "grounds", "of"), ("on", "the", "grounds", "of"),
    ("because", "of"), ("due", "to"), ("owing", "to"), ("in", "view", "of"), ("in", "light", "of"), ("on", "account", "of"),
    ("given", "that"), ("citing",), ("in", "breach", "of"), ("in", "violation", "of"), ("in", "contravention", "of"),
)  # fmt: skip
_WHOLE = frozenset({"in"})  # "in breach of the treaty" is itself the reason


def reasons_near(body: Body, evidence: Range) -> Iterator[Range]:
    """Clauses of reason in the sentence of the evidence, behind it or before it."""
    first, end = sentence(body, evidence[0])
    yield from _by_phrase(body, (first, end))
    for token in range(first, end):
        if body.deps[token] == "advcl" and _gives_reason(body, token):
            yield _without_mark(body, token)
        if body.deps[token] == "relcl" and token >= evidence[0] and _judges(body, token):
            yield _without_mark(body, token)


def _gives_reason(body: Body, clause: int) -> bool:
    mark = next(iter(body.dependents(clause, "mark")), None)
    if mark is None or body.lower[mark] not in _REASONS or body.lefts[clause] != mark:
        return False
    if body.lower[mark] == "because":
        return True
    return body.words[mark - 1] == "," and body.tags[clause] in ("VBZ", "VBP", "VBN", "MD", "VB")


def _judges(body: Body, clause: int) -> bool:
    """ "which is illegal": a relative clause of being, in the present, set off by a comma."""
    first = body.lefts[clause]
    return body.lower[first] == "which" and body.words[first - 1] == "," and body.tags[clause] in ("VBZ", "VBP")


def _without_mark(body: Body, clause: int) -> Range:
    first, end = body.subtree(clause)
    verb = first + 1
    if body.lower[first] == "which" and body.lower[verb] in ("is", "are", "was", "were"):
        verb += 1
    return verb, end


def _by_phrase(body: Body, span: Range) -> Iterator[Range]:
    first, end = span
    for token in range(first, end):
        for phrase in _PHRASES:
            if body.lower[token : token + len(phrase)] != phrase:
                continue
            last = token + len(phrase) - 1
            reach = max((body.rights[t] for t in (token, last, *body.children[last]) if t >= token), default=last) + 1
            start = token if phrase[0] in _WHOLE and phrase[1] in ("breach", "violation", "contravention") else last + 1
            yield start, min(max(reach, start + 1), end)


def tidy(body: Body, spans: Iterator[Range]) -> tuple[Range, ...]:
    """Trimmed, in order, without those inside others."""
    trimmed = sorted({r for r in (trim(body, s) for s in spans if s[0] < s[1]) if r is not None}, key=lambda r: (r[0], -r[1]))
    kept: list[Range] = []
    for span in trimmed:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def said_of(body: Body, floor: Floor, holder_numbers: tuple[int, ...], evidence: Range, key: frozenset[str]) -> Iterator[Range]:
    """What the same holder says of the thing judged: in the same sentence or paragraph, of "it", "this", or by its name."""
    place = paragraph(body, evidence[0])[0], body.sentences[min(body.sentence_of[evidence[0]] + 1, len(body.sentences) - 1)][1]
    for number in holder_numbers:
        for first, end in floor.ranges[number]:
            if place[0] <= first < place[1] and not (first < evidence[1] and evidence[0] < end) and _is_about(body, (first, end), key):
                yield first, end


def _is_about(body: Body, span: Range, key: frozenset[str]) -> bool:
    first, end = span
    opening = body.lower[first : min(first + 6, end)]
    if opening and opening[0] in ("it", "this", "they", "these", "such", "that", "the"):
        return opening[0] in ("it", "this", "they") or bool(key & set(opening))
    return bool(key & set(opening))
