"""Where a chosen content begins and ends, told by words that no content begins or ends with."""

from communique.extract.scene import Scene
from communique.extract.tree import is_punctuation, is_verb, own_subject, sentence, trim
from communique.model import Body, Range

Ranges = tuple[Range, ...]

_OPEN_ENDED = frozenset({"CC", "IN", "DT", "TO", "PRP$", "MD"})  # what follows belongs to them
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHERE = frozenset({"in", "on", "via", "at", "during"})
_LONGEST = 8  # tokens of a phrase that tells where something was said


def edged(scene: Scene, ranges: Ranges, anchor: int) -> Ranges:
    """A content without a connective that stands alone and without where it was said, and with what its last word is waiting for."""
    body = scene.body
    kept = _without_connective(body, ranges)
    (first, end), *more = kept
    behind = first > anchor
    first = _after_place(scene, first, end) if behind and first == anchor + 1 else first
    whole = ((first, end), *more)
    return (*whole[:-1], _completed(body, whole[-1], anchor)) if behind else whole


def _without_connective(body: Body, ranges: Ranges) -> Ranges:
    """ "[But], he said, [the road is open]": the reporter's "but" is no part of what is said."""
    (first, end), *more = ranges
    return tuple(more) if more and end - first == 1 and body.tags[first] == "CC" else ranges


def _after_place(scene: Scene, first: int, end: int) -> int:
    """The start behind "in a statement", where it stands between a verb of saying and the clause: said [in a letter] it had no choice."""
    body = scene.body
    if body.lower[first] not in _WHERE or body.tags[first] != "IN":
        return first
    stop = min(end, first + _LONGEST)
    document = next((t for t in range(first + 1, stop) if body.lower[t] in scene.words["documents"] and body.tags[t] == "NN"), None)
    if document is None or any(is_punctuation(body, t) or is_verb(body, t) for t in range(first, document)):
        return first
    opens = document + 1 < end - 2 and body.tags[document + 1] in ("PRP", "DT", "NNP", "EX", "PRP$")
    return document + 1 if opens else first


def _completed(body: Body, part: Range, anchor: int) -> Range:
    """The range over what a last "and", "of", "the" is waiting for, and over the verb whose subject it is."""
    first, end = part
    high = sentence(body, end - 1)[1]
    if end >= high or is_punctuation(body, end):
        return part
    last = end - 1
    if body.tags[last] in _OPEN_ENDED and end - first > 1:
        return _closed(body, part, anchor, high)
    verb = _verb_behind(body, end, high)
    if verb is None or not _waits(body, part, verb, anchor):
        return part
    return trim(body, (first, min(high, body.rights[verb] + 1))) or part


def _closed(body: Body, part: Range, anchor: int, high: int) -> Range:
    """Over what the last word governs, or without that word where it opens what another says or does."""
    first, end = part
    last = end - 1
    if body.tags[last] != "CC":
        governed = body.rights[last if body.tags[last] == "IN" else body.heads[last]] + 1
        named = next((t for t in range(end, high) if not body.tags[t].startswith("NNP") and body.words[t][-1] != "."), high)
        return first, min(high, max(end, governed if governed > end else named))
    joined = next((t for t in range(end, high) if body.deps[t] == "conj" and first <= body.heads[t] < last), None)
    if joined is None or (is_verb(body, joined) and own_subject(body, joined) is None and body.tags[joined] == body.tags[anchor]):
        return trim(body, (first, last)) or part
    return first, min(high, body.rights[joined] + 1)


def _verb_behind(body: Body, end: int, high: int) -> int | None:
    """The verb of the clause whose finite verb stands right behind a range."""
    if body.tags[end] not in _FINITE:
        return None
    verb = body.heads[end] if body.deps[end] in ("aux", "auxpass") else end
    return verb if end <= verb < high else None


def _waits(body: Body, part: Range, verb: int, anchor: int) -> bool:
    """True where the range is the verb's subject: stated [the threat] is empty; not where that stands before the cue."""
    subject = own_subject(body, verb)
    if subject is not None:
        return part[0] <= subject < part[1]
    return body.deps[verb] not in ("conj", "ROOT") and part[0] == anchor + 1 and body.heads[verb] >= anchor
