"""Gradient-boosted symmetric trees: every node of a level asks the same question, so that a tree is a table of leaves."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Trees(NamedTuple):
    """T trees of depth D over numbered features.

    features    T x D: the feature a level looks at
    thresholds  T x D: the answer is yes where the feature is greater
    leaves      T x 2^D in units of `unit`; level d adds 2^d to a leaf's number where the answer is yes
    bias        what is added to the sum of the leaves
    """

    features: NDArray[np.int16]
    thresholds: NDArray[np.float32]
    leaves: NDArray[np.int16]
    unit: float
    bias: float

    def sums(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """One sum a row (rows x features)."""
        if not len(rows):
            return np.zeros(0)
        leaf = self._leaves_of(rows)
        trees = len(self.features)
        total: NDArray[np.int64] = self.leaves[np.arange(trees), leaf].sum(axis=1, dtype=np.int64)
        return np.float64(self.bias) + np.float64(self.unit) * total.astype(np.float64)

    def _leaves_of(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """Number of the leaf each row falls into, rows x trees."""
        trees, depth = self.features.shape
        leaf = np.zeros((len(rows), trees), dtype=np.int64)
        for level in range(depth):
            leaf += (rows[:, self.features[:, level]] > self.thresholds[:, level]).astype(np.int64) << level
        return leaf

    def shares(self, row: NDArray[np.float32]) -> NDArray[np.float64]:
        """What each feature added to one row's sum: how the mean of the leaves still possible moves with each answer."""
        trees, depth = self.features.shape
        leaf = self._leaves_of(row[None, :])[0]
        added = np.zeros(len(row))
        before = self.leaves.mean(axis=1)
        for level in range(depth):
            known = 2 << level
            after = self.leaves.reshape(trees, -1, known).mean(axis=1)[np.arange(trees), leaf % known]
            np.add.at(added, self.features[:, level], after - before)
            before = after
        return added * self.unit
