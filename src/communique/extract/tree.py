"""Questions about the dependency tree that more than one rule asks. All pure; token indices and ranges as in Body."""

from collections.abc import Iterable

from communique.model import Body, Range

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVES = frozenset({"who", "which", "that", "whom"})


def is_punctuation(body: Body, token: int) -> bool:
    """True for marks, dashes, brackets."""
    return body.punctuation[token]


def is_verb(body: Body, token: int) -> bool:
    """True for a verb form, auxiliaries included."""
    return body.tags[token].startswith("VB") or body.tags[token] == "MD"


def sentence(body: Body, token: int) -> Range:
    """The sentence a token stands in."""
    return body.sentences[body.sentence_of[token]]


def paragraph(body: Body, token: int) -> Range:
    """The paragraph a token stands in."""
    return body.paragraphs[body.paragraph_of[token]]


def own_subject(body: Body, verb: int) -> int | None:
    """Head of the verb's own subject, None where it has none."""
    return next(iter(body.dependents(verb, *SUBJECTS)), None)


def is_complementizer(body: Body, verb: int, that: int) -> bool:
    """True for "the claim that the road is open", not for "the claim that he made": there "that" is an argument of the verb."""
    label = body.deps[that]
    if label == "mark":
        return True
    if own_subject(body, verb) in (None, that):
        return False
    return label not in ("dobj", "pobj") or any(c > verb for c in body.dependents(verb, "dobj"))


def phrase_before(body: Body, verb: int) -> int | None:
    """Head of the noun phrase that ends right before a verb and its auxiliaries, set off or hung elsewhere by the parser."""
    first = min([verb, *(c for c in body.children[verb] if c < verb and body.deps[c] in ("aux", "auxpass", "neg", "advmod"))])
    low, _ = sentence(body, verb)
    heads = [
        t for t in range(low, first) if body.rights[t] == first - 1 and body.tags[t][:2] in ("NN", "PR") and body.lower[t] not in RELATIVES
    ]
    return next((t for t in heads if body.deps[t] in ("appos", "dep", "ROOT", "npadvmod", "conj", "nmod", "pobj")), None)


def noun_phrase(body: Body, head: int, stop: int | None = None) -> Range:
    """The noun phrase of a head with its appositions, without relative clauses and what follows them; it ends before token `stop`."""
    first, end = body.subtree(head)
    if stop is not None and head < stop < end:
        end = stop
    if stop is not None and first <= stop < head:
        first = stop + 1
    for child in body.children[head]:
        if (
            child > head
            and body.deps[child] in ("relcl", "acl", "advcl", "parataxis", "ccomp", "punct")
            and not _is_within(body, child, head)
        ):
            end = min(end, body.lefts[child])
    while end > head + 1 and is_punctuation(body, end - 1):
        end -= 1
    return first, max(end, head + 1)


def _is_within(body: Body, child: int, head: int) -> bool:
    """True for a comma or bracket that an apposition or a coordination follows."""
    if body.deps[child] != "punct":
        return False
    return any(c > child and body.deps[c] in ("appos", "conj", "amod", "prep", "nmod") for c in body.children[head])


def trim(body: Body, span: Range) -> Range | None:
    """The range without punctuation at either end; None if nothing is left."""
    first, end = span
    marks = body.punctuation
    while first < end and marks[first]:
        first += 1
    while end > first and marks[end - 1]:
        end -= 1
    return (first, end) if first < end else None


def minus(span: Range, cut: Range) -> tuple[Range, ...]:
    """What is left of a range without another: nothing, one or two ranges."""
    first, end = span
    left, right = (first, min(end, cut[0])), (max(first, cut[1]), end)
    return tuple(r for r in (left, right) if r[0] < r[1])


def hull(ranges: Iterable[Range]) -> Range:
    """The smallest range that covers all."""
    firsts, ends = zip(*ranges, strict=True)
    return min(firsts), max(ends)


def overlap(a: Range, b: Range) -> int:
    """Number of tokens two ranges share."""
    first, end = a[0] if a[0] > b[0] else b[0], a[1] if a[1] < b[1] else b[1]
    return end - first if end > first else 0


def governors(body: Body, token: int) -> list[int]:
    """The token's head, its head's head and so on to the root."""
    found = []
    while body.heads[token] != token:
        token = body.heads[token]
        found.append(token)
    return found


def is_infinitive(body: Body, verb: int) -> bool:
    """True for "to leave"."""
    return any(body.tags[c] == "TO" for c in body.dependents(verb, "aux"))
