"""The models fitted one after the other, each on what the ones before it give for texts they were not trained on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

import boosting
import logistic
from boosting import Shape
from communique.extract.learned import stages
from communique.extract.learned.accept_features import accept_rows
from communique.extract.learned.content_features import Anchored, Rows, content_columns, content_rows
from communique.extract.learned.linear import Linear
from communique.extract.learned.source_features import Asked, source_rows
from communique.extract.learned.stages import Chosen, Sourced
from communique.extract.learned.trees import Trees
from pages import Page, is_source, likeness, words_of

Floats = NDArray[np.float64]
Model = TypeVar("Model")
Result = TypeVar("Result")

FOLDS = 4
LEAST = -3.2  # logit: below a chance of 4 % an anchor is not looked at
PENALTY = {"cue": 12.0, "attitude": 4.0}
SHAPES = {
    "content": Shape(trees=140, depth=5, rate=0.14, columns=0.3, shrink=20, seed=1),
    "source": Shape(trees=100, depth=4, rate=0.12, columns=0.5, shrink=20, seed=2),
    "accept": Shape(trees=160, depth=4, rate=0.08, columns=0.4, shrink=40, seed=3),
}


class Rowed(NamedTuple):
    """Rows of features of a page with their targets; NaN where there is nothing to learn."""

    rows: Rows
    target: Floats


class Stack(NamedTuple):
    """The fitted models, and what each page's candidates got from models that had not seen it."""

    cue: Linear
    attitude: Linear
    content: Trees
    source: Trees
    accept: Trees
    sourced: list[list[Sourced]]
    logits: list[Floats]
    right: list[Floats]


def out_of_fold(pages: Sequence[Page], fit: Callable[[list[int]], Model], give: Callable[[Model, int], Result]) -> list[Result]:
    """What each page gets from a model fitted on the pages of the other folds; both functions get places in `pages`."""
    folds = [page.fold(FOLDS) for page in pages]
    given: dict[int, Result] = {}
    for fold in range(FOLDS):
        model = fit([n for n, f in enumerate(folds) if f != fold])
        given |= {n: give(model, n) for n, f in enumerate(folds) if f == fold}
    return [given[n] for n in range(len(pages))]


def _fit_cue(pages: Sequence[Page], places: Sequence[int]) -> Linear:
    chosen = [pages[n] for n in places]
    rows = [row for page in chosen for row in page.buckets]
    target = np.array([float(a in known) for page in chosen for known in [page.by_anchor] for a in page.anchors])
    weight = np.array([page.weight for page in chosen for _ in page.anchors])
    return logistic.fit(rows, target, weight, PENALTY["cue"])


def _fit_attitude(pages: Sequence[Page]) -> Linear:
    """Kinds are learned from the cues that report something, where the label knows its kind."""
    kinds = [
        (row, label.kind == "attitude", page.weight)
        for page in pages
        for known in [page.by_anchor]
        for anchor, row in zip(page.anchors, page.buckets, strict=True)
        if (label := known.get(anchor)) and label.kind
    ]
    rows, target, weight = zip(*kinds, strict=True)
    return logistic.fit(rows, np.array(target, dtype=float), np.array(weight), PENALTY["attitude"])


def _anchored(page: Page, logits: dict[int, float]) -> list[Anchored]:
    """The anchors that are looked at, and those of labels however small their chance."""
    wanted = {a: max(logit, LEAST) if a in page.by_anchor else logit for a, logit in logits.items()}
    return stages.anchored(page.look, wanted, LEAST)


def _content_rows(page: Page, entries: list[Anchored]) -> Rowed:
    if not entries:
        return Rowed(np.zeros((0, len(content_columns())), dtype=np.float32), np.zeros(0))
    known = page.by_anchor
    target = []
    for entry in entries:
        label = known.get(entry.anchor)
        near = [likeness(words_of(page.body, c), label.content) if label else np.nan for c in entry.contents]
        target += [0.6 * value + 0.4 * (value > 0.999) for value in near]
    return Rowed(content_rows(page.look, page.grid, entries), np.array(target))


def _source_rows(page: Page, questions: Sequence[Asked]) -> Rowed:
    known = page.by_anchor
    target = [
        float(is_source(page.body, known[q.anchor].source, mention)) if q.anchor in known else np.nan
        for q in questions
        for mention in q.mentions
    ]
    return Rowed(source_rows(page.look, questions), np.array(target))


def rightness(page: Page, one: Sourced) -> float:
    """1 where content and source are those of a label with this cue, 0.4 where the source is wrong, else 0."""
    words, anchor = words_of(page.body, one.chosen.content), one.chosen.anchored.anchor
    best = 0.0
    for label in page.labels:
        shared = len(words & label.content) / len(words | label.content)
        if shared >= 0.5 and (anchor in label.cue or not label.cue):
            best = max(best, 1.0 if is_source(page.body, label.source, one.source) else 0.4)
    return best


def _fit_trees(pages: Sequence[Page], rowed: Sequence[Rowed], places: Sequence[int], name: str) -> Trees:
    known = [~np.isnan(rowed[n].target) for n in places]
    rows = np.vstack([rowed[n].rows[k] for n, k in zip(places, known, strict=True)])
    target = np.concatenate([rowed[n].target[k] for n, k in zip(places, known, strict=True)])
    weight = np.concatenate([np.full(int(k.sum()), pages[n].weight) for n, k in zip(places, known, strict=True)])
    return boosting.fit(rows, target, SHAPES[name], weight, binary=name != "content")


def fit(pages: Sequence[Page], say: Callable[[str], None] = lambda text: None) -> Stack:
    """All models, fitted on the pages."""
    everything = list(range(len(pages)))
    logits = out_of_fold(
        pages,
        lambda places: _fit_cue(pages, places),
        lambda model, n: dict(zip(pages[n].anchors, model.logits(pages[n].buckets).tolist(), strict=True)),
    )
    cue, attitude = _fit_cue(pages, everything), _fit_attitude(pages)
    say("cues fitted")
    entries = [_anchored(page, given) for page, given in zip(pages, logits, strict=True)]
    contents = [_content_rows(page, given) for page, given in zip(pages, entries, strict=True)]
    scores = out_of_fold(
        pages, lambda places: _fit_trees(pages, contents, places, "content"), lambda model, n: model.sums(contents[n].rows)
    )
    content = _fit_trees(pages, contents, everything, "content")
    chosen = [stages.chosen(given, s) for given, s in zip(entries, scores, strict=True)]
    best = [_best_rows(given, c, rowed.rows) for given, c, rowed in zip(entries, chosen, contents, strict=True)]
    say(f"contents fitted: {_share_exact(pages, chosen):.3f} of the labels' cues have their content to the word")
    questions = [stages.asked(page.look, c) for page, c in zip(pages, chosen, strict=True)]
    asked = [_source_rows(page, q) for page, q in zip(pages, questions, strict=True)]
    scores = out_of_fold(pages, lambda places: _fit_trees(pages, asked, places, "source"), lambda model, n: model.sums(asked[n].rows))
    source = _fit_trees(pages, asked, everything, "source")
    sourced = [stages.sourced(c, q, s) for c, q, s in zip(chosen, questions, scores, strict=True)]
    say(f"sources fitted: {_share_sourced(pages, sourced):.3f} of the labels' cues have their source")
    right = [np.array([rightness(page, one) for one in s]) for page, s in zip(pages, sourced, strict=True)]
    weighed = [Rowed(accept_rows(p.look, s, b), y) for p, s, b, y in zip(pages, sourced, best, right, strict=True)]
    last = out_of_fold(pages, lambda places: _fit_trees(pages, weighed, places, "accept"), lambda model, n: model.sums(weighed[n].rows))
    accept = _fit_trees(pages, weighed, everything, "accept")
    say("acceptance fitted")
    return Stack(cue, attitude, content, source, accept, sourced, last, right)


def _best_rows(entries: Sequence[Anchored], chosen: Sequence[Chosen], rows: Rows) -> Rows:
    starts = np.cumsum([0, *(len(entry.contents) for entry in entries)])[:-1]
    best: Rows = rows[starts + np.array([one.place for one in chosen], dtype=np.int64)]
    return best


def _share_exact(pages: Sequence[Page], chosen: Sequence[Sequence[Chosen]]) -> float:
    hits = [
        words_of(page.body, one.content) == page.by_anchor[one.anchored.anchor].content
        for page, some in zip(pages, chosen, strict=True)
        for one in some
        if not page.is_copy and one.anchored.anchor in page.by_anchor
    ]
    return float(np.mean(hits))


def _share_sourced(pages: Sequence[Page], sourced: Sequence[Sequence[Sourced]]) -> float:
    hits = [
        is_source(page.body, page.by_anchor[one.chosen.anchored.anchor].source, one.source)
        for page, some in zip(pages, sourced, strict=True)
        for one in some
        if not page.is_copy and one.chosen.anchored.anchor in page.by_anchor
    ]
    return float(np.mean(hits))
