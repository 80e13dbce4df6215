"""Logistic regression over hashed features by L-BFGS: full passes in one order, so that a second run gives the same bytes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boosting import sums_by
from communique.extract.learned.linear import BITS, Linear

Floats = NDArray[np.float64]
MEMORY = 8


class _Problem:
    """Log-loss with an L2 penalty over rows of buckets; the last weight is the bias, which is not shrunk."""

    def __init__(self, rows: Sequence[Sequence[int]], target: Floats, weight: Floats, penalty: float) -> None:
        self.flat = np.fromiter((b for row in rows for b in row), dtype=np.int64)
        sizes = np.fromiter((len(row) for row in rows), dtype=np.int64)
        self.row = np.repeat(np.arange(len(rows)), sizes)
        used, self.flat = np.unique(self.flat, return_inverse=True)
        self.used, self.target, self.weight, self.penalty = used, target, weight, penalty

    def at(self, w: Floats) -> tuple[float, Floats]:
        """Loss and gradient."""
        z = sums_by(self.row, w[self.flat], len(self.target)) + w[-1]
        p = 1 / (1 + np.exp(-z))
        loss = (self.weight * (np.logaddexp(0, z) - self.target * z)).sum() + 0.5 * self.penalty * (w[:-1] ** 2).sum()
        error = self.weight * (p - self.target)
        slope = sums_by(self.flat, error[self.row], len(w))
        slope[:-1] += self.penalty * w[:-1]
        slope[-1] = error.sum()
        return float(loss), slope


def _direction(slope: Floats, steps: list[tuple[Floats, Floats]]) -> Floats:
    """The two-loop recursion."""
    q, kept = slope.copy(), []
    for s, y in reversed(steps):
        a = s @ q / (y @ s)
        q -= a * y
        kept.append(a)
    if steps:
        s, y = steps[-1]
        q *= s @ y / (y @ y)
    for (s, y), a in zip(steps, reversed(kept), strict=True):
        q += s * (a - y @ q / (y @ s))
    return -q


def fit(rows: Sequence[Sequence[int]], target: Floats, weight: Floats, penalty: float, passes: int = 60) -> Linear:
    """The regression, its weights in 8 bits."""
    problem = _Problem(rows, target, weight, penalty)
    w = np.zeros(len(problem.used) + 1)
    loss, slope = problem.at(w)
    steps: list[tuple[Floats, Floats]] = []
    for number in range(passes):
        way = _direction(slope, steps)
        size = 1.0 if number else 1 / max(1.0, float(np.abs(slope).sum()))
        for _ in range(20):
            new = w + size * way
            new_loss, new_slope = problem.at(new)
            if new_loss <= loss + 1e-4 * size * float(slope @ way):
                break
            size /= 2
        if (new_slope - slope) @ (new - w) > 1e-12:
            steps = [*steps, (new - w, new_slope - slope)][-MEMORY:]
        done = loss - new_loss < 1e-5 * abs(loss)
        w, loss, slope = new, new_loss, new_slope
        if done and number > 5:
            break
    return _quantised(problem.used, w)


def _quantised(used: NDArray[np.int64], w: Floats) -> Linear:
    top = float(np.abs(w[:-1]).max())
    unit = float(np.float32(max(top, 1e-6) / 127))
    table = np.zeros(1 << BITS, dtype=np.int8)
    table[used] = np.clip(np.round(w[:-1] / unit), -127, 127).astype(np.int8)
    return Linear(table, unit, float(np.float32(w[-1])))
