"""By when: the times of a sentence that belong to a deed, and to nothing else in it."""

from collections.abc import Callable

from communique.extract.tree import governors, is_verb, own_subject, sentence
from communique.extract.undertakings import Undertaking
from communique.model import Body, DateExpression, Deadline, Direction, Range, Span

DatesIn = Callable[[Span, str | None, Direction], tuple[DateExpression, ...]]
Words = dict[str, frozenset[str]]
_TO_COME = ("en.commitment.future", "en.commitment.agenda", "en.commitment.clause")
_QUALIFYING = ("poss", "compound", "nummod", "amod", "nmod", "appos")


def deadline_of(
    body: Body, deed: Undertaking, times: tuple[DateExpression, ...], scope: Range, day: str | None, words: Words
) -> Deadline | None:
    """The time by which a deed is to be done; None where the sentence names none, only how long, or a day gone by."""
    if any(body.lower[c] == "had" for c in body.dependents(deed.trigger, "aux")):
        return None  # what somebody had promised long ago is not counted from the article's day
    fitting = [time for time in times if _is_when(time, day) and _belongs(body, deed, time, scope, words)]
    if not fitting:
        return None
    bounds = words["deadline_prepositions"]
    best = min(fitting, key=lambda time: (time.preposition not in bounds, _distance(body, deed, time)))
    return Deadline(best.span, best.earliest, best.latest, best.assumed_latest, best.rule)


def day_of_saying(body: Body, cue: int | None, dates_in: DatesIn) -> str | None:
    """The day on which something was said, where the sentence of its cue tells it: said [Monday] that ..."""
    if cue is None:
        return None
    for time in dates_in(body.span(*sentence(body, cue)), None, "past"):
        first = next((t for t in range(*sentence(body, cue)) if body.starts[t] >= time.span.start), cue)
        hung = [first, *governors(body, first)[:2]]
        is_hung = cue in hung and all(body.tags[t] not in ("MD", "VB") for t in hung)
        if (is_hung or first == cue + 1) and time.earliest == time.latest:  # behind the cue it is of the cue wherever the parser hung it
            return time.latest
    return None


def _is_when(time: DateExpression, day: str | None) -> bool:
    """True for a time with a bound that has not passed when the article was written."""
    last = time.latest or time.assumed_latest
    known = bool(time.earliest or last) or time.open is not None
    return known and not time.is_duration and not (day and last and last < day)


def _distance(body: Body, deed: Undertaking, time: DateExpression) -> int:
    """How far a time stands from its deed; behind it before in front of it."""
    at = body.starts[deed.verb]
    return time.span.start - at if time.span.start > at else 10_000 + at - time.span.start


def _belongs(body: Body, deed: Undertaking, time: DateExpression, scope: Range, words: Words) -> bool:
    tokens = [t for t in range(*scope) if time.span.start <= body.starts[t] < time.span.end]
    if not tokens:
        return False
    head = next((t for t in tokens if body.heads[t] not in tokens), tokens[0])
    if body.deps[head] in _QUALIFYING and body.tags[body.heads[head]].startswith("NN"):
        return False
    if deed.holder is not None and head < deed.holder and body.tags[tokens[0] - 1].startswith("VB"):
        return False  # said on Tuesday he would leave
    between = deed.trigger < head < deed.first and body.tags[deed.trigger] != "MD"
    return not between and _is_of_deed(body, deed, head, time.preposition in words["deadline_prepositions"])


def _is_of_deed(body: Body, deed: Undertaking, head: int, bound: bool) -> bool:
    """True where the way from a time up to its deed leads over no clause of another's and over no noun that it dates."""
    nouns, above = 0, governors(body, deed.verb)
    for token in governors(body, head):
        if token == deed.verb:
            return nouns <= 1 or bound
        if token == deed.trigger or token == body.heads[deed.trigger]:
            return head < deed.trigger and _is_ahead(body, deed)
        if token in above:
            return False
        if is_verb(body, token) and not _is_part(body, token):
            return False
        nouns += body.tags[token].startswith("NN")
    return False


def _is_part(body: Body, verb: int) -> bool:
    """True for a verb of the same deed, try to sign by May, and for a participle that the time stands behind: ships entering the port."""
    if body.deps[verb] == "acl" and body.tags[verb] == "VBG":
        return True
    if own_subject(body, verb) is not None or body.deps[verb] in ("relcl", "acl", "ccomp"):
        return False
    return body.deps[verb] in ("xcomp", "conj") or any(body.tags[c] == "TO" for c in body.dependents(verb, "aux"))


def _is_ahead(body: Body, deed: Undertaking) -> bool:
    """True where a time in front is the deed's, not that of a word given then: by June it is to ..., but on Monday it pledged to ..."""
    return deed.rule in _TO_COME or body.tags[deed.trigger] in ("VBZ", "VBP")
