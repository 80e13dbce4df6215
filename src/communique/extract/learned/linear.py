"""A linear model over hashed features."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BITS = 18
_MASK = (1 << BITS) - 1


class Linear(NamedTuple):
    """Weights by bucket, in units of `unit`, and the bias: logit = bias + unit * sum of the buckets' weights."""

    weights: NDArray[np.int8]
    unit: float
    bias: float

    def logits(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """One logit a row of buckets."""
        if not rows:
            return np.zeros(0)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        flat = np.fromiter((bucket for row in rows for bucket in row), dtype=np.int64)
        return self.bias + self.unit * np.add.reduceat(self.weights[flat].astype(np.int64), starts)

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
