"""What the chance of a statement without a cue is read from: the rule that proposes it, its words, what was kept before it."""

from collections.abc import Sequence

import numpy as np

from communique.extract.accept import Candidate
from communique.extract.learned.content_features import Rows
from communique.extract.learned.grid import Grid, Ints
from communique.extract.rules import CONTINUATIONS
from communique.extract.scene import Scene

_FAR = 9


def uncued_columns() -> tuple[str, ...]:
    """Names of the columns of `uncued_rows`."""
    return (
        *(f"by {rule.name}" for rule in CONTINUATIONS), "source", "words", "parts", "quoted", "finite verbs", "first person", "sentences",
        "paragraphs", "opens paragraph", "ends paragraph", "cues inside", "paragraphs since", "confidence before", "paragraph",
    )  # fmt: skip


def uncued_rows(scene: Scene, grid: Grid, found: Sequence[Candidate], kept: Sequence[Candidate]) -> Rows:
    """The features of candidates without a cue, given those with one that are kept; a row a candidate."""
    rows = [_row(scene, grid, candidate, kept) for candidate in found]
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(uncued_columns()))


def _row(scene: Scene, grid: Grid, candidate: Candidate, kept: Sequence[Candidate]) -> list[float]:
    body = scene.body
    first, last = candidate.ranges[0][0], candidate.ranges[-1][1] - 1

    def count(sums: Ints) -> int:
        return sum(int(sums[end] - sums[start]) for start, end in candidate.ranges)

    words = count(grid.words)
    before = max((c for c in kept if c.ranges[0][0] < first), key=lambda c: c.ranges[-1][1], default=None)
    since = _FAR if before is None else min(_FAR, body.paragraph_of[first] - body.paragraph_of[before.ranges[-1][1] - 1])
    return [
        *(candidate.rule == rule.name for rule in CONTINUATIONS), candidate.source is not None, words, len(candidate.ranges),
        count(grid.quoted) / max(1, words), count(grid.finite), count(grid.first_person),
        body.sentence_of[last] - body.sentence_of[first] + 1,
        body.paragraph_of[last] - body.paragraph_of[first] + 1, grid.words[grid.start[first]] == grid.words[first],
        grid.words[grid.stop[last]] == grid.words[last + 1], count(grid.cues), since, before.score if before else 0.0,
        min(body.paragraph_of[first], _FAR),
    ]  # fmt: skip
