"""How far two codings agree: Cohen's kappa, F1 of spans, and how sure that is.

Each measure is kept as counts an article, so that articles can be drawn again: what is in one article is not independent.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
DRAWS = 2000  # of the bootstrap
SEED = 1
Pair = tuple[str, str]  # what the one and the other say of the same thing
Spans = frozenset[tuple[int, int]]


class Estimate(NamedTuple):
    """A measure with its 95 % interval; None where it is not defined, or rests on one article."""

    value: float | None
    low: float | None
    high: float | None


def kappa(agreed: Counts, one: Counts, other: Counts) -> Counts:
    """Cohen's kappa, (po - pe) / (1 - pe), for each row of counts: how many agreed, how often one and other gave each category.

    Not a number where chance alone makes all agree, or nothing was judged.
    """
    total = one.sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = agreed / total
        expected = (one * other).sum(axis=-1) / total**2
        found: Counts = np.where(np.isclose(expected, 1), np.nan, (observed - expected) / (1 - expected))
    return found


def f1(shared: Counts, one: Counts, other: Counts) -> Counts:
    """2 |A & B| / (|A| + |B|) for each row of counts; not a number where both are empty."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Counts = 2 * shared / (one + other)
    return found


def kappa_of(pairs: Sequence[tuple[str, Pair]]) -> Estimate:
    """Kappa over pairs of categories, each with its article."""
    articles, categories = _places([article for article, _ in pairs]), _places([one for _, pair in pairs for one in pair])
    one, other = (np.zeros((len(articles), len(categories))) for _ in range(2))
    agreed = np.zeros(len(articles))
    for article, (a, b) in pairs:
        one[articles[article], categories[a]] += 1
        other[articles[article], categories[b]] += 1
        agreed[articles[article]] += a == b
    return _estimate(kappa, agreed, one, other)


def share_of(pairs: Sequence[tuple[str, Pair]]) -> Estimate:
    """In what share of the pairs both say the same."""
    articles = _places([article for article, _ in pairs])
    agreed, every = np.zeros(len(articles)), np.zeros(len(articles))
    for article, (a, b) in pairs:
        agreed[articles[article]] += a == b
        every[articles[article]] += 1
    return _estimate(f1, agreed, every, every)


def f1_of(pairs: Sequence[tuple[str, tuple[Spans, Spans]]], *, borders: bool) -> Estimate:
    """F1 over pairs of span sets, each with its article: of spans with the same borders, or else of the characters they cover."""
    articles = _places([article for article, _ in pairs])
    counts = np.zeros((3, len(articles)))
    for article, spans in pairs:
        one, other = spans if borders else (_characters(spans[0]), _characters(spans[1]))
        counts[:, articles[article]] += len(one & other), len(one), len(other)
    return _estimate(f1, *counts)


def _characters(spans: Spans) -> frozenset[Any]:
    return frozenset(at for start, end in spans for at in range(start, end))


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _estimate(measure: Any, *counts: Counts) -> Estimate:
    """The measure of all articles, with the interval that articles drawn again and again give: percentiles, with a fixed seed."""
    articles = len(counts[0])
    value = _plain(measure(*(count.sum(axis=0) for count in counts)))
    if value is None or articles < 2:
        return Estimate(value, None, None)
    weights = np.random.default_rng(SEED).multinomial(articles, np.full(articles, 1 / articles), size=DRAWS).astype(float)
    drawn = measure(*(weights @ count for count in counts))
    drawn = drawn[~np.isnan(drawn)]
    low, high = np.percentile(drawn, [2.5, 97.5]) if len(drawn) > DRAWS / 2 else (np.nan, np.nan)
    return Estimate(value, _plain(low), _plain(high))


def _plain(number: Any) -> float | None:
    return None if np.isnan(number) else float(number)
