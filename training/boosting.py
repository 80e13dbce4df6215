"""Gradient boosting of symmetric trees in NumPy: the same bytes on every run, since all sums go over the rows in one order.

Columns are cut into at most BINS bins at quantiles. Each level of a tree asks the one question (column, bin) that gains most over all
leaves together. Of every column the commonest bin is left out of the histograms and got by subtraction, which makes flags cheap.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.learned.trees import Trees

BINS = 32
Floats = NDArray[np.float64]


def sums_by(index: NDArray[np.int64], values: Floats, size: int) -> Floats:
    """Sums of values by index."""
    return np.bincount(index, weights=values, minlength=size).astype(np.float64)


class Shape(NamedTuple):
    """How a forest grows."""

    trees: int = 200
    depth: int = 5
    rate: float = 0.1
    columns: float = 0.4
    shrink: float = 20.0
    seed: int = 7


class _Binned(NamedTuple):
    """Columns in bins: edges of each column, bins (rows x columns), and per column the rows outside its commonest bin, their bins,
    that bin."""

    edges: list[Floats]
    bins: NDArray[np.uint8]
    rows: list[NDArray[np.int32]]
    codes: list[NDArray[np.int64]]
    common: NDArray[np.int64]


def _binned(table: NDArray[np.float32]) -> _Binned:
    edges, bins, rows, codes, common = [], np.zeros(table.shape, dtype=np.uint8), [], [], []
    for column in range(table.shape[1]):
        values = table[:, column]
        distinct = np.unique(values)
        cuts = distinct if len(distinct) <= BINS else np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:], method="lower"))
        edges.append(cuts[:-1].astype(np.float64))
        bins[:, column] = np.searchsorted(cuts[:-1], values, side="left") if len(cuts) > 1 else 0
        most = int(np.bincount(bins[:, column]).argmax())
        where = np.flatnonzero(bins[:, column] != most).astype(np.int32)
        rows.append(where)
        codes.append(bins[where, column].astype(np.int64))
        common.append(most)
    return _Binned(edges, bins, rows, codes, np.array(common))


def _histogram(data: _Binned, column: int, leaf: NDArray[np.int64], values: Floats, totals: Floats, leaves: int) -> Floats:
    """Sums of values by leaf and bin of one column."""
    rows = data.rows[column]
    sums = sums_by(leaf[rows] * BINS + data.codes[column], values[rows], leaves * BINS).reshape(leaves, BINS)
    sums[:, data.common[column]] = totals - sums.sum(axis=1)
    return sums


def _best_split(
    data: _Binned, columns: NDArray[np.int64], leaf: NDArray[np.int64], g: Floats, h: Floats, leaves: int, shrink: float
) -> tuple[int, int]:
    """Column and bin of the question that gains most; the answer is yes above the bin."""
    total_g, total_h = (sums_by(leaf, v, leaves) for v in (g, h))
    best, found = -1.0, (int(columns[0]), 0)
    for column in columns.tolist():
        if len(data.edges[column]) == 0:
            continue
        left_g = np.cumsum(_histogram(data, column, leaf, g, total_g, leaves), axis=1)[:, : len(data.edges[column])]
        left_h = np.cumsum(_histogram(data, column, leaf, h, total_h, leaves), axis=1)[:, : len(data.edges[column])]
        right_g, right_h = total_g[:, None] - left_g, total_h[:, None] - left_h
        gains = (left_g**2 / (left_h + shrink) + right_g**2 / (right_h + shrink)).sum(axis=0)
        cut = int(gains.argmax())
        if gains[cut] > best:
            best, found = float(gains[cut]), (column, cut)
    return found


def fit(table: NDArray[np.float32], target: Floats, shape: Shape, weight: Floats | None = None, binary: bool = True) -> Trees:
    """A forest for targets in 0..1: of the logit where `binary`, else of the value itself."""
    data = _binned(table)
    dice = np.random.Generator(np.random.PCG64(shape.seed))
    weight = np.ones(len(target)) if weight is None else weight
    mean = float(np.clip((target * weight).sum() / weight.sum(), 1e-4, 1 - 1e-4))
    bias = float(np.log(mean / (1 - mean))) if binary else mean
    score = np.full(len(target), bias)
    chosen, cuts, leaves = [], [], []
    wanted = max(1, int(table.shape[1] * shape.columns))
    for _ in range(shape.trees):
        p = 1 / (1 + np.exp(-score)) if binary else score
        g, h = (target - p) * weight, (p * (1 - p) if binary else np.ones(len(p))) * weight
        columns = np.sort(dice.permutation(table.shape[1])[:wanted])
        leaf = np.zeros(len(target), dtype=np.int64)
        asked: list[int] = []
        at: list[float] = []
        for level in range(shape.depth):
            column, cut = _best_split(data, columns, leaf, g, h, 1 << level, shape.shrink)
            leaf += (data.bins[:, column] > cut).astype(np.int64) << level
            asked.append(column)
            at.append(float(data.edges[column][cut]) if len(data.edges[column]) else np.inf)
        sums_g, sums_h = (sums_by(leaf, v, 1 << shape.depth) for v in (g, h))
        value = shape.rate * sums_g / (sums_h + shape.shrink)
        score += value[leaf]
        chosen.append(asked)
        cuts.append(at)
        leaves.append(value)
    return _quantised(np.array(chosen), np.array(cuts), np.array(leaves), bias)


def _quantised(chosen: NDArray[np.int64], cuts: Floats, leaves: Floats, bias: float) -> Trees:
    unit = float(np.float32(max(np.abs(leaves).max(), 1e-6) / 32_000))
    return Trees(chosen.astype(np.int16), cuts.astype(np.float32), np.round(leaves / unit).astype(np.int16), unit, float(np.float32(bias)))
