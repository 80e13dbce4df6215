"""A linear model over hashed features."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Evidence = tuple[Any, ...]  # a function that gives features, and its arguments

BITS = 18
_MASK = (1 << BITS) - 1
MOST = 200_000  # pieces of evidence remembered, some 200 bytes each; then it starts anew


@dataclass(frozen=True, eq=False)
class Linear:
    """Weights by bucket, in units of `unit`, and the bias: logit = bias + unit * sum of the buckets' weights.

    known  sums of the weights of features that came together before, by the function that gives them and its arguments
    """

    weights: NDArray[np.int8]
    unit: float
    bias: float
    known: dict[Evidence, int] = field(default_factory=dict, repr=False)

    _fields: ClassVar = ("weights", "unit", "bias")

    def logits(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """One logit a row of buckets."""
        if not rows:
            return np.zeros(0)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        flat = np.fromiter((bucket for row in rows for bucket in row), dtype=np.int64)
        return self.bias + self.unit * np.add.reduceat(self.weights[flat].astype(np.int64), starts)

    def logit(self, evidence: Iterable[Evidence]) -> float:
        """The logit of all features that the evidence gives; `logits` says the same of their buckets."""
        known = self.known
        return float(self.bias + self.unit * sum([known[one] if one in known else self._learn(one) for one in evidence]))

    def _learn(self, one: Evidence) -> int:
        if len(self.known) >= MOST:
            self.known.clear()
        features, *values = one
        self.known[one] = sum(int(self.weights[bucket]) for bucket in buckets(features(*values)))
        return self.known[one]

    def shares(self, features: Iterable[str]) -> dict[str, float]:
        """What each feature adds to the logit."""
        names = list(features)
        return {name: self.unit * int(self.weights[bucket]) for name, bucket in zip(names, buckets(names), strict=True)}


def buckets(features: Iterable[str]) -> list[int]:
    """The bucket of each feature; the same on every machine."""
    return [crc32(feature.encode()) & _MASK for feature in features]


def logistic(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities of logits."""
    return 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
