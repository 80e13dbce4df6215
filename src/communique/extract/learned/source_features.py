"""What a mention's chance to be the source is read from: what it is, the way from it to the anchor, where it stands to the content."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from communique.extract.candidates import Ranges
from communique.extract.learned.content_features import Rows
from communique.extract.learned.cue_features import Look
from communique.extract.sources import Source, subject_of
from communique.extract.tree import RELATIVES, overlap, own_subject
from communique.model import Body

_KINDS = ("name", "speaker", "first", "you", "he", "she", "they", "it", "who", "that", "which", "this", "time", "NN", "CD", "JJ")
_DEPS = ("nsubj", "nsubjpass", "pobj", "poss", "dobj", "conj", "appos", "compound", "amod", "ROOT", "attr", "agent", "npadvmod", "dep")
_HOLDING = ("to", "by", "from", "of", "per", "with", "for", "in", "among")
_TAGS = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB", "NN", "JJ", "IN", ":")
_ANCHOR_DEPS = ("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "dobj", "pobj", "prep", "parataxis", "pcomp")
_WAYS = 6


def _rows(names: Sequence[str]) -> tuple[dict[str, tuple[bool, ...]], tuple[bool, ...]]:
    """For each name a row that is true in its column, and the row of all others."""
    return {name: tuple(name == other for other in names) for name in names}, (False,) * len(names)


_KIND_ROWS, _NO_KIND = _rows(_KINDS)
_DEP_ROWS, _NO_DEP = _rows(_DEPS)
_HOLDING_ROWS, _NO_HOLDING = _rows(_HOLDING)
_TAG_ROWS, _NO_TAG = _rows(_TAGS)
_ANCHOR_DEP_ROWS, _NO_ANCHOR_DEP = _rows(_ANCHOR_DEPS)


class Asked(NamedTuple):
    """An anchor with its content and that content's score, the source that the rules give (None: none), whether there is
    a rule to give one, and who may be the source."""

    anchor: int
    logit: float
    content: Ranges
    score: float
    by_rule: Source | None
    ruled: bool
    mentions: tuple[Source | None, ...]


def source_columns() -> tuple[str, ...]:
    """Names of the columns of `source_rows`."""
    return (
        "place", "many", "nobody", "rule's", "rule knows", "rule's head", "subject", "own subject", "subject known", "from anchor",
        "distance", "before", "same sentence", "same paragraph", "in content", "near content", "quoted",
        "anchor quoted", "words", "capital",
        "hangs on anchor", "steps", "relative", "content before", "content behind", "passive",
        "content score", "logit", "between commas", "plural",
        *(f"kind {k}" for k in _KINDS), *(f"is {d}" for d in _DEPS), *(f"behind {w}" for w in _HOLDING),
        *(f"anchor tag {t}" for t in _TAGS), *(f"anchor {d}" for d in _ANCHOR_DEPS),
    )  # fmt: skip


def source_rows(look: Look, asked: Sequence[Asked]) -> Rows:
    """The features of all mentions of all anchors, a row a mention in their order; columns as `source_columns` names them."""
    rows = [row for one in asked for row in _rows_of(look, one)]
    width = len(source_columns())
    return np.fromiter(chain.from_iterable(rows), dtype=np.float32, count=len(rows) * width).reshape(len(rows), width)


def _rows_of(look: Look, asked: Asked) -> list[list[float]]:
    body, anchor = look.body, asked.anchor
    subject, own = subject_of(body, anchor), own_subject(body, anchor)
    tag = body.tags[anchor].replace("NNS", "NN")
    fixed = (*_TAG_ROWS.get(tag, _NO_TAG), *_ANCHOR_DEP_ROWS.get(body.deps[anchor], _NO_ANCHOR_DEP))
    passive = any(body.deps[c] == "auxpass" for c in body.children[anchor])
    before, behind = asked.content[-1][1] <= anchor, asked.content[0][0] > anchor
    shared = (anchor, subject, own, passive, before, behind)
    return [[*_row(look, asked, place, mention, shared), *fixed] for place, mention in enumerate(asked.mentions)]


def _row(
    look: Look, asked: Asked, place: int, mention: Source | None, shared: tuple[int, int | None, int | None, bool, bool, bool]
) -> list[float]:
    """The features of one mention that depend on it."""
    body = look.body
    anchor, subject, own, passive, before, behind = shared
    rule = asked.by_rule
    head, (first, end) = (mention.head, mention.words) if mention else (-1, (-1, -1))
    knows = [mention is None, asked.ruled and mention == rule, asked.ruled, rule is not None and rule.head == head]
    here = mention is not None
    quoted, anchor_quoted = here and body.quotation_of[head] >= 0, body.quotation_of[anchor] >= 0
    governor = body.lower[body.heads[head]] if here else ""
    kind, dep = (look.kinds[head], body.deps[head]) if here else ("", "")
    gap = 0 if not here else head - anchor
    commas = body.words[min(head, anchor) : max(head, anchor)].count(",") if here and abs(gap) < 40 else 0
    near = min((min(abs(first - stop), abs(start - end)) for start, stop in asked.content), default=0) if here else 99
    return [
        place, len(asked.mentions), *knows, here and head == subject, here and head == own, subject is not None, max(-60, min(60, gap)),
        abs(gap),
        gap < 0, here and body.sentence_of[head] == body.sentence_of[anchor], here and body.paragraph_of[head] == body.paragraph_of[anchor],
        here and any(overlap((first, end), part) for part in asked.content), min(near, 20), quoted, anchor_quoted, end - first,
        here and body.words[head][:1].isupper(), here and body.heads[head] == anchor, _steps(body, head, anchor) if here else _WAYS,
        here and body.lower[head] in RELATIVES, before, behind, passive, asked.score, asked.logit, commas,
        here and body.tags[head].endswith("S"),
        *_KIND_ROWS.get(kind, _NO_KIND), *_DEP_ROWS.get(dep, _NO_DEP), *_HOLDING_ROWS.get(governor, _NO_HOLDING),
    ]  # fmt: skip


def _steps(body: Body, head: int, anchor: int) -> int:
    """Edges between mention and anchor in the tree, at most _WAYS."""
    above = [anchor]
    while len(above) < _WAYS and body.heads[above[-1]] != above[-1]:
        above.append(body.heads[above[-1]])
    for steps in range(_WAYS):
        if head in above:
            return min(_WAYS, steps + above.index(head))
        head = body.heads[head]
    return _WAYS
