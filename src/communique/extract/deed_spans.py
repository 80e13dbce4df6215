"""The words of a commitment: where the deed ends, its condition, whom it serves."""

from communique.extract.tree import governors, is_punctuation, own_subject, sentence
from communique.extract.undertakings import Undertaking
from communique.model import Body, Range, Spans

Words = dict[str, frozenset[str]]


def deed_range(body: Body, deed: Undertaking, content: Spans, words: Words) -> Range:
    """The deed's words: its subtree without what goes on about something else, within the statement that tells it."""
    first, verb = deed.first, deed.verb
    end = _limit(body, verb, content)
    for child in (c for c in body.children[verb] if c > verb):
        if body.lefts[child] < end and _leaves(body, verb, child, words):
            end = min(end, max(body.lefts[child], verb + 1))
            break
    end = min(end, _aside(body, verb, end))
    while first < verb and is_punctuation(body, first):
        first += 1
    while end > verb + 1 and (is_punctuation(body, end - 1) or body.tags[end - 1] == "CC"):
        end -= 1
    return first, end


def _limit(body: Body, verb: int, content: Spans) -> int:
    """The last word the deed can reach: of its subtree, of its sentence, of the statement's content."""
    end = min(body.rights[verb] + 1, sentence(body, verb)[1])
    inside = next((c for c in content if c.start <= body.starts[verb] < c.end), None)
    while inside is not None and end > verb + 1 and body.ends[end - 1] > inside.end:
        end -= 1
    return end


def _leaves(body: Body, verb: int, child: int, words: Words) -> bool:
    """True for a right neighbour that is no part of the deed: a new clause, a participle or a remark set off by a comma."""
    label, set_off = body.deps[child], body.lower[body.lefts[child] - 1] in (",", "-", "--", "—", "–", ";", ":")
    if label == "conj":
        return own_subject(body, child) is not None or body.tags[child] != body.tags[verb] or _has_own_modal(body, child)
    if label in ("parataxis", "ccomp") and set_off:
        return True
    return label == "advcl" and _is_remark(body, child, words, set_off)


def _is_remark(body: Body, child: int, words: Words, set_off: bool) -> bool:
    """True for an adverbial clause that tells what has happened, or when the deed will follow, or that is set off by a comma."""
    openers = {body.lower[c] for c in body.dependents(child, "mark", "advmod")}
    if openers & words["deed_times"] or (openers & words["reporters_reasons"] and body.tags[child] == "VBD"):
        return True
    return set_off and (body.quotation_of[child] < 0 or bool(openers & words["reporters_reasons"]))


def _has_own_modal(body: Body, child: int) -> bool:
    return any(body.tags[c] == "MD" for c in body.dependents(child, "aux"))


def _aside(body: Body, verb: int, end: int) -> int:
    """Where a relative clause set off by a comma begins that runs to the end: ..., which would be the first trip."""
    for token in range(verb + 1, end):
        head = next((t for t in governors(body, token) if body.deps[t] == "relcl"), None)
        opens = body.lower[token] in ("which", "who", "where") and body.lower[token - 1] == ","
        if opens and head is not None and body.rights[head] >= end - 1:
            return token
    return end


def condition_of(body: Body, deed: Undertaking, scope: Range, words: Words) -> Range | None:
    """The clause or phrase on which the deed hangs: if, unless, provided that, in return for."""
    openers = sorted((tuple(o.split()) for o in words["condition_openers"]), key=len, reverse=True)
    for token in range(*scope):
        opener = next((o for o in openers if body.lower[token : token + len(o)] == o), ())
        opens = opener and body.lower[token - 1] not in words["no_conditions"]
        if opens and (found := _phrase(body, token, len(opener), deed, scope)):
            return found
    return None


def _phrase(body: Body, token: int, length: int, deed: Undertaking, scope: Range) -> Range | None:
    """The phrase that `length` words open, as large as it can be without holding the deed."""
    line = [t for word in range(token, token + length) for t in (word, *governors(body, word))]
    inside = [t for t in line if body.lefts[t] >= token - 1 and not _holds(body, t, deed.verb) and not _holds(body, t, deed.trigger)]
    top = max(inside, key=lambda t: body.rights[t], default=None)
    if top is None or body.deps[top] in ("ccomp", "csubj") or body.rights[top] <= token:
        return None
    end = min(body.rights[top] + 1, scope[1])
    while end > token + 1 and is_punctuation(body, end - 1):
        end -= 1
    return (token, end) if end > token + 1 else None


def _holds(body: Body, token: int, other: int) -> bool:
    return body.lefts[token] <= other <= body.rights[token]
