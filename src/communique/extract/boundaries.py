"""Where content begins and ends: whole quotations, no outer marks, no final punctuation, no complementizer."""

from collections.abc import Sequence

from communique.extract.scene import Scene
from communique.extract.tree import RELATIVES, is_verb, minus, trim
from communique.model import Body, Manner, Range

Ranges = tuple[Range, ...]

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = ("NN", "DT", "JJ", "PRP", "IN", "CD", "POS", "CC", "RB")
_LONGEST_SUBJECT = 14  # tokens
_LONGEST_AUXILIARY = 3
_PRONOUNS = RELATIVES | {"what"}


def widen(body: Body, span: Range, cue_head: int | None) -> Range:
    """The range grown to whole quotation pieces where it begins or ends inside one; never over its own cue."""
    first, end = span
    number = body.quotation_of[end - 1]
    if number >= 0 and (cue_head is None or body.quotation_of[cue_head] != number):
        end = next((p[1] for p in body.quotations[number].pieces if p[0] < end <= p[1]), end)
    return first, end


def _with_grounds(body: Body, span: Range) -> Range:
    """The range with the reason that follows it: ", because ...", ", as it violates the treaty" (but not ", as warships left port")."""
    end = span[1]
    if end + 2 >= len(body) or body.words[end] != "," or body.sentence_of[end + 2] != body.sentence_of[end - 1]:
        return span
    connective, subject = body.lower[end + 1], body.lower[end + 2]
    if connective != "because" and not (connective in ("as", "since") and subject in ("it", "they", "this", "these")):
        return span
    clause = next(
        (t for t in range(end + 2, body.sentences[body.sentence_of[end]][1]) if body.lefts[t] == end + 1 and body.deps[t] == "advcl"), None
    )
    return (span[0], body.rights[clause] + 1) if clause is not None else span


def _strip(body: Body, span: Range) -> Range | None:
    """Without punctuation at the ends, but with a mark whose partner stands inside: the incident "regrettable"."""
    trimmed = trim(body, span)
    if trimmed is None:
        return None
    first, end = trimmed
    if sum(w == '"' for w in body.words[first:end]) % 2:
        if body.words[end : end + 1] == ('"',):
            end += 1
        elif first and body.words[first - 1] == '"':
            first -= 1
    return first, end


def finished(body: Body, ranges: Sequence[Range], cue_head: int | None) -> tuple[Range, ...]:
    """A rule's content grown to whole quotations and over its grounds: token ranges as in the record, in the order of the text."""
    widened = (widen(body, r, cue_head) for r in ranges)
    return _merged([_with_grounds(body, r) for r in (_strip(body, w) for w in widened) if r])


def stripped(body: Body, ranges: Sequence[Range]) -> tuple[Range, ...]:
    """The token ranges without outer marks, otherwise as they stand."""
    return _merged([r for r in (_strip(body, given) for given in ranges) if r])


def rectified(body: Body, ranges: Ranges, anchor: int, source: Range | None) -> Ranges:
    """A chosen content with the subject of its clause, and without its own source and cue."""
    return _apart(body, _with_subject(body, ranges, anchor), anchor, source)


def _with_subject(body: Body, ranges: Ranges, anchor: int) -> Ranges:
    """The content begun at its subject where the parser hung that on the cue: said [many of the houses] [were empty]."""
    first, end = ranges[0]
    gap = range(anchor + 1, first)
    hung = body.tags[first] in _TENSED and is_verb(body, anchor) and 0 < len(gap) <= _LONGEST_SUBJECT
    nominal = hung and all(body.tags[t].startswith(_NOMINAL) and body.sentence_of[t] == body.sentence_of[first] for t in gap)
    return ((anchor + 1, end), *ranges[1:]) if nominal and body.tags[anchor + 1] != "IN" else ranges


def _apart(body: Body, ranges: Ranges, anchor: int, source: Range | None) -> Ranges:
    """The content without the source and cue that stand in its midst: the loan that [the bank said] it would repay."""
    if not any(first <= anchor < end for first, end in ranges):
        return ranges
    beside = source is not None and source[1] <= anchor <= source[1] + _LONGEST_AUXILIARY
    cut = (source[0] if beside and source else anchor, anchor + 1)
    parts = [p for r in ranges for p in minus(r, cut)]
    kept = [p for p in parts if p[1] - p[0] > 1 or body.lower[p[0]] not in _PRONOUNS]
    return tuple(kept) or ranges


def _merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for first, end in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((first, end))
    return tuple(merged)


def manner_of(scene: Scene, ranges: Sequence[Range], rule: str, cue_head: int | None = None) -> Manner:
    """Direct where every word is the speaker's own, mixed where some are, else indirect.

    A quotation that holds the cue too is somebody else's: what is reported in it is not quoted by that. A single quoted word counts
    where it closes the content ("called it a “disgrace”"), not in its midst, where it is a set term.
    """
    body = scene.body
    around = body.quotation_of[cue_head] if cue_head is not None else -1
    words = [t for first, end in ranges for t in range(first, end) if any(map(str.isalnum, body.words[t]))]
    quoted = sum(body.quotation_of[t] not in (-1, around) for t in words)
    if (words and quoted == len(words)) or (rule.startswith("en.direct.") and not quoted):
        return "direct"
    first_person = any(scene.is_first_person(t) and body.quotation_of[t] < 0 for t in words)
    own = [
        piece for n, q in enumerate(body.quotations) if n != around for piece in q.pieces if any(piece[0] <= t < piece[1] for t in words)
    ]
    telling = any(end - first >= 2 or (words and first <= words[-1] < end) for first, end in own)
    return "mixed" if telling or first_person else "indirect"
