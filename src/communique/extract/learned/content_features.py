"""What a content's chance to be the right one for its anchor is read from: who proposed it, how it lies to anchor, clause, marks, tree."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.candidates import NAMES, Ranges
from communique.extract.learned.cue_features import Look
from communique.extract.learned.grid import CLASSES, Grid, Ints
from communique.extract.tree import SUBJECTS
from communique.lexicon import Frame
from communique.model import Body

Rows = NDArray[np.float32]

_DEPS = ("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "parataxis", "attr")
_FRAMES: tuple[Frame, ...] = (
    "clause", "quote", "object", "infinitive", "gerund", "object+infinitive", "object+complement", "object+as", "for", "on", "noun",
    "addressee",
)  # fmt: skip
_TAGS = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB", "NN", "JJ")


class Anchored(NamedTuple):
    """An anchor with the chance it has (a logit), and its content candidates with the generators that gave them, best score by a rule."""

    anchor: int
    logit: float
    contents: tuple[Ranges, ...]
    names: tuple[tuple[str, ...], ...]
    scores: tuple[float, ...]


class _Flat(NamedTuple):
    """All candidates of all anchors one after the other: number of the anchor's entry, its token, hull, and all tokens of all contents."""

    entry: Ints
    anchor: Ints
    first: Ints
    end: Ints
    token: Ints
    row: Ints


def _flat(entries: Sequence[Anchored]) -> _Flat:
    rows = [(n, e.anchor, c) for n, e in enumerate(entries) for c in e.contents]
    bounds = [(row, first, end) for row, (_, _, content) in enumerate(rows) for first, end in content]
    number, low, high = np.array(bounds, dtype=np.int64).reshape(-1, 3).T
    sizes = high - low
    token = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(low, sizes)
    entry, anchor, first, end = np.array([(n, a, c[0][0], c[-1][1]) for n, a, c in rows], dtype=np.int64).reshape(-1, 4).T
    return _Flat(entry, anchor, first, end, token, np.repeat(number, sizes))


def content_columns() -> tuple[str, ...]:
    """Names of the columns of `content_rows`."""
    return (
        *(f"by {name}" for name in NAMES), "rule score", "best rule score", "is best rule's", "generators", "place", "candidates", "logit",
        "parts", "words", "share of sentence", "share of longest", "from anchor", "to anchor", "gap words", "before", "behind", "around",
        "opens sentence", "ends sentence", "ends paragraph", "opens clause", "sentences", "paragraphs", "quoted", "opens quotation",
        "ends quotation", "cut quotation", "finite verbs", "first person", "cues inside", "cues between", "odd marks",
        *(f"{sign} {where}" for where in ("inside", "in last", "behind", "in first", "before") for sign in ("spoken", "past", "present")),
        "cues behind", "loose heads",
        "cut before", "cut behind", "hangs on anchor", "depth", "has subject", "anchor quoted", "has rule", "speaks",
        *(f"root {dep}" for dep in _DEPS), *(f"opens with {name}" for name in CLASSES), *(f"after {name}" for name in CLASSES),
        *(f"before {name}" for name in CLASSES), *(f"anchor {dep}" for dep in _DEPS), *(f"anchor tag {tag}" for tag in _TAGS),
        *(f"frame {frame}" for frame in _FRAMES),
    )  # fmt: skip


def content_rows(look: Look, grid: Grid, entries: Sequence[Anchored]) -> Rows:
    """The features of all contents of all anchors, a row a content in their order; columns as `content_columns` names them."""
    flat = _flat(entries)
    blocks = [_proposed(entries, flat), _laid(grid, flat, entries), _hung(look, grid, flat), _anchors(look, entries, flat)]
    return np.hstack(blocks).astype(np.float32)


def _proposed(entries: Sequence[Anchored], flat: _Flat) -> NDArray[np.float64]:
    """Who proposed it."""
    number = {name: n for n, name in enumerate(NAMES)}
    rows = [names for e in entries for names in e.names]
    by = np.zeros((len(rows), len(NAMES)))
    hits = [(row, number[name]) for row, names in enumerate(rows) for name in names]
    by[tuple(np.array(hits).T)] = 1
    score = np.array([s for e in entries for s in e.scores])
    best = np.array([max(e.scores) for e in entries])[flat.entry]
    place = np.array([n for e in entries for n in range(len(e.contents))])
    many = np.array([len(e.contents) for e in entries])[flat.entry]
    logit = np.array([e.logit for e in entries])[flat.entry]
    return np.column_stack([by, score, best, (score == best) & (best > 0), by.sum(axis=1), place, many, logit])


def _laid(grid: Grid, flat: _Flat, entries: Sequence[Anchored]) -> NDArray[np.float64]:
    """How it lies in the text."""
    first, end, anchor = flat.first, flat.end, flat.anchor
    count = len(first)
    size = np.bincount(flat.row, minlength=count)
    parts = np.array([len(c) for e in entries for c in e.contents])
    longest = np.zeros(len(entries))
    np.maximum.at(longest, flat.entry, size)
    low, high = grid.low[anchor], grid.high[anchor]
    before, behind = end <= anchor, first > anchor
    left, right = np.where(behind, anchor + 1, end), np.where(behind, first, anchor)
    between = np.maximum(right, left)
    gap, cues_between = (np.where(before | behind, s[between] - s[left], 0) for s in (grid.words, grid.cues))
    words = grid.words[end] - grid.words[first]
    quoted = grid.quoted[end] - grid.quoted[first]
    last = end - 1
    ends_sentence = grid.words[np.minimum(grid.high[last], len(grid.heads))] == grid.words[end]
    ends_paragraph = grid.words[grid.stop[last]] == grid.words[end]
    opens = grid.words[first] == grid.words[grid.low[first]]
    padded = np.concatenate([grid.quotation, [-1]])
    opens_quotation = (padded[first] >= 0) & (padded[first - 1] != padded[first])
    ends_quotation = (padded[last] >= 0) & (padded[end] != padded[last])
    cut = ((padded[first] >= 0) & ~opens_quotation).astype(int) + ((padded[last] >= 0) & ~ends_quotation)
    marks = np.bincount(flat.row, weights=grid.kinds[flat.token] == CLASSES.index("quote"), minlength=count) % 2
    return np.column_stack([
        parts, words, size / np.maximum(1, high - low), size / np.maximum(1, longest[flat.entry]), np.clip(first - anchor, -60, 60),
        np.clip(last - anchor, -60, 60), gap, before, behind, ~before & ~behind, opens, ends_sentence, ends_paragraph,
        first == anchor + 1, grid.sentence[last] - grid.sentence[first] + 1, grid.paragraph[last] - grid.paragraph[first] + 1,
        quoted / np.maximum(1, words), opens_quotation, ends_quotation, cut, grid.finite[end] - grid.finite[first],
        grid.first_person[end] - grid.first_person[first], grid.cues[end] - grid.cues[first], cues_between, marks,
        _voices(grid, first, end),
    ])  # fmt: skip


def _voices(grid: Grid, first: Ints, end: Ints) -> NDArray[np.float64]:
    """Who seems to talk in it, in its last and first sentence, and in the sentences of its paragraph that lie behind and before it."""
    last, size = end - 1, len(grid.heads)
    behind = np.where(end < grid.stop[last], np.minimum(grid.high[np.minimum(end, size - 1)], grid.stop[last]), end)
    before = np.where(first > grid.start[first], np.maximum(grid.low[np.maximum(first - 1, 0)], grid.start[first]), first)
    places = (
        (first, end),
        (np.maximum(grid.low[last], first), end),
        (end, behind),
        (first, np.minimum(grid.high[first], end)),
        (before, first),
    )
    counts = [sums[b] - sums[a] for a, b in places for sums in (grid.spoken, grid.past, grid.present)]
    return np.column_stack([*counts, grid.cues[behind] - grid.cues[end]]).astype(np.float64)


def _hung(look: Look, grid: Grid, flat: _Flat) -> NDArray[np.float64]:
    """How it hangs in the tree."""
    body, count = look.body, len(flat.first)
    head = grid.heads[flat.token]
    first, end = flat.first[flat.row], flat.end[flat.row]
    loose = ((head < first) | (head >= end) | (head == flat.token)) & (grid.words[flat.token + 1] > grid.words[flat.token])
    roots = np.full(count, -1)
    where = np.flatnonzero(loose)[::-1]
    roots[flat.row[where]] = flat.token[where]
    heads = np.concatenate([grid.heads, [-1]])
    cut_before = (heads[flat.first - 1] >= flat.first) & (heads[flat.first - 1] < flat.end) & (flat.first > 0)
    cut_behind = (heads[flat.end] >= flat.first) & (heads[flat.end] < flat.end)
    distinct, which = np.unique(roots, return_inverse=True)
    deps = [body.deps[r] if r >= 0 else "" for r in distinct.tolist()]
    subjects = np.array([_has_subject(body, r) for r in distinct.tolist()])[which]
    kinds = np.concatenate([grid.kinds, [0]])
    around = (kinds[flat.first], kinds[flat.first - 1] * (flat.first > 0), kinds[flat.end])
    hangs = np.where(roots >= 0, heads[roots] == flat.anchor, False)
    depth = np.array([_depth(body, r, a) for r, a in zip(roots.tolist(), flat.anchor.tolist(), strict=True)])
    in_quotation = grid.quotation[flat.anchor] >= 0
    has_rule = np.array([a in look.proposals for a in flat.anchor.tolist()])
    speaks = np.array([look.scene.can_speak(r) if r >= 0 else False for r in distinct.tolist()])[which]
    own = [
        np.bincount(flat.row, weights=loose, minlength=count),
        cut_before,
        cut_behind,
        hangs,
        depth,
        subjects,
        in_quotation,
        has_rule,
        speaks,
    ]
    return np.column_stack([*own, _one_hot(deps, _DEPS)[which], *(np.eye(len(CLASSES))[k] for k in around)])


def _has_subject(body: Body, root: int) -> bool:
    return root >= 0 and bool(body.dependents(root, *SUBJECTS))


def _depth(body: Body, root: int, anchor: int) -> int:
    """How many steps the content's root hangs below the anchor, 5 where it does not."""
    for steps in range(5):
        if root < 0 or root == anchor:
            return steps
        root = body.heads[root]
    return 5


def _one_hot(values: Sequence[str], names: Sequence[str]) -> NDArray[np.float64]:
    number = {name: n for n, name in enumerate(names)}
    return np.eye(len(names) + 1)[[number.get(v, len(names)) for v in values]][:, : len(names)]


def _anchors(look: Look, entries: Sequence[Anchored], flat: _Flat) -> NDArray[np.float64]:
    """The anchor's place in the tree, its tag and its frames."""
    body, cues = look.body, look.scene.cues
    deps, tags = [body.deps[e.anchor] for e in entries], [body.tags[e.anchor].replace("NNS", "NN") for e in entries]
    known = [{f for entry in cues[e.anchor].entries for f in entry.frames} if e.anchor in cues else set() for e in entries]
    frames = np.array([[f in k for f in _FRAMES] for k in known]).reshape(len(entries), len(_FRAMES))
    return np.column_stack([_one_hot(deps, _DEPS), _one_hot(tags, _TAGS), frames])[flat.entry]
