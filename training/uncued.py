"""What the rules without a cue propose beside statements that a model would keep, and how far that is right."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

import boosting
from boosting import Shape
from communique.extract.accept import Candidate, Verdict, settle
from communique.extract.boundaries import finished
from communique.extract.learned.scorer import candidate_of
from communique.extract.learned.trees import Trees
from communique.extract.learned.uncued_features import uncued_rows
from communique.extract.learned.weights import Scale
from communique.extract.statements import Choice, uncued_by_rule
from pages import Page, is_source, words_of
from stack import Rowed, Stack, out_of_fold

SHAPE = Shape(trees=40, depth=3, rate=0.1, columns=0.7, shrink=20, seed=4)


def kept_in(page: Page, stack: Stack, place: int, confidence: Scale, least: float, nested: float) -> list[Verdict]:
    """The verdicts on the cued candidates of a page, by models that had not seen it."""
    scores = confidence.of(stack.logits[place]).tolist()
    candidates = [candidate_of(page.look, one, score, "speech") for one, score in zip(stack.sourced[place], scores, strict=True)]
    return list(settle(candidates, lambda inner, outer: inner.score >= nested, lambda candidate: least))


def _is_right(page: Page, candidate: Candidate) -> float:
    words = words_of(page.body, finished(page.body, candidate.ranges, None))
    best = 0.0
    for label in page.labels:
        if words and len(words & label.content) / len(words | label.content) >= 0.5:
            named = candidate.source is None or is_source(page.body, label.source, candidate.source)
            best = max(best, 1.0 if named else 0.4)
    return best


def _proposed(page: Page, verdicts: list[Verdict]) -> Iterator[tuple[Candidate, list[Candidate]]]:
    """Each candidate without a cue with what is kept before it; a right one is kept for those that follow."""
    for kept, found in uncued_by_rule(page.look.scene, verdicts, Choice()):
        yield from ((candidate, kept) for candidate in found)
        verdicts += [Verdict(c, None if _is_right(page, c) > 0.5 else "wrong") for c in found]


def rows_of(page: Page, verdicts: list[Verdict]) -> Rowed:
    """Rows and targets of a page's candidates without a cue."""
    found = list(_proposed(page, verdicts))
    rows = [uncued_rows(page.look.scene, page.grid, [candidate], kept) for candidate, kept in found]
    empty = uncued_rows(page.look.scene, page.grid, [], [])
    return Rowed(np.vstack([empty, *rows]), np.array([_is_right(page, candidate) for candidate, _ in found]))


def fit(pages: Sequence[Page], rowed: Sequence[Rowed]) -> tuple[Trees, NDArray[np.float64], NDArray[np.float64]]:
    """The model; logits out of fold and targets, of originals only."""

    def grown(places: Sequence[int]) -> Trees:
        weight = np.concatenate([np.full(len(rowed[n].target), pages[n].weight) for n in places])
        return boosting.fit(np.vstack([rowed[n].rows for n in places]), np.concatenate([rowed[n].target for n in places]), SHAPE, weight)

    logits = out_of_fold(pages, grown, lambda model, n: model.sums(rowed[n].rows))
    articles = [n for n, page in enumerate(pages) if "/" not in page.id]
    return grown(range(len(pages))), np.concatenate([logits[n] for n in articles]), np.concatenate([rowed[n].target for n in articles])
