"""Gradient boosting of symmetric trees in NumPy: the same bytes on every run, since all sums go over the rows in one order.

Columns are cut into at most BINS bins at quantiles. Each level of a tree asks the one question (column, bin) that gains most over all
leaves together. The questions of a tree are chosen on one of BLOCKS random parts of the rows, in turn, the values of its leaves on all.
Of every column the commonest bin is left out of the histograms and got by subtraction, which makes flags cheap.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.learned.trees import Trees

BINS = 32
BLOCKS = 4
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
    """Columns in bins: edges of each column, bins (rows x columns)."""

    edges: list[Floats]
    bins: NDArray[np.uint8]


class _Block(NamedTuple):
    """A part of the rows: their numbers; per column the places outside its commonest bin, their bins, and that bin."""

    rows: NDArray[np.int64]
    places: list[NDArray[np.int64]]
    codes: list[NDArray[np.int64]]
    common: list[int]


def _binned(table: NDArray[np.float32]) -> _Binned:
    edges, bins = [], np.zeros(table.shape, dtype=np.uint8)
    for column in range(table.shape[1]):
        values = table[:, column]
        distinct = np.unique(values)
        cuts = distinct if len(distinct) <= BINS else np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:], method="lower"))
        edges.append(cuts[:-1].astype(np.float64))
        bins[:, column] = np.searchsorted(cuts[:-1], values, side="left") if len(cuts) > 1 else 0
    return _Binned(edges, bins)


def _block(data: _Binned, rows: NDArray[np.int64]) -> _Block:
    bins = data.bins[rows]
    common = [int(np.bincount(bins[:, column]).argmax()) for column in range(bins.shape[1])]
    places = [np.flatnonzero(bins[:, column] != most) for column, most in enumerate(common)]
    return _Block(rows, places, [bins[where, column].astype(np.int64) for column, where in enumerate(places)], common)


def _best_split(
    block: _Block, edges: list[Floats], columns: Sequence[int], leaf: NDArray[np.int64], g: Floats, h: Floats, leaves: int, shrink: float
) -> tuple[int, int]:
    """Column and bin of the question that gains most in a block; the answer is yes above the bin."""
    total = np.stack([sums_by(leaf, v, leaves) for v in (g, h)])
    base = leaf * BINS
    best, found = -1.0, (columns[0], 0)
    for column in columns:
        if not len(edges[column]):
            continue
        places = block.places[column]
        index = base[places] + block.codes[column]
        sums = np.stack([sums_by(index, v[places], leaves * BINS).reshape(leaves, BINS) for v in (g, h)])
        sums[:, :, block.common[column]] = total - sums.sum(axis=2)
        left = np.cumsum(sums, axis=2)[:, :, : len(edges[column])]
        right = total[:, :, None] - left
        gains = (left[0] ** 2 / (left[1] + shrink) + right[0] ** 2 / (right[1] + shrink)).sum(axis=0)
        cut = int(gains.argmax())
        if gains[cut] > best:
            best, found = float(gains[cut]), (column, cut)
    return found


def fit(table: NDArray[np.float32], target: Floats, shape: Shape, weight: Floats, binary: bool = True) -> Trees:
    """A forest for targets in 0..1: of the logit where `binary`, else of the value itself."""
    data = _binned(table)
    dice = np.random.Generator(np.random.PCG64(shape.seed))
    blocks = [_block(data, np.sort(part)) for part in np.array_split(dice.permutation(len(target)), BLOCKS)]
    mean = float(np.clip((target * weight).sum() / weight.sum(), 1e-4, 1 - 1e-4))
    bias = float(np.log(mean / (1 - mean))) if binary else mean
    score = np.full(len(target), bias)
    chosen, cuts, leaves = [], [], []
    for number in range(shape.trees):
        p = 1 / (1 + np.exp(-score)) if binary else score
        g, h = (target - p) * weight, (p * (1 - p) if binary else 1) * weight
        columns = sorted(dice.permutation(table.shape[1])[: max(1, int(table.shape[1] * shape.columns))].tolist())
        asked = _questions(data, blocks[number % BLOCKS], columns, g, h, shape)
        leaf = np.zeros(len(target), dtype=np.int64)
        for level, (column, cut) in enumerate(asked):
            leaf += (data.bins[:, column] > cut).astype(np.int64) << level
        value = shape.rate * sums_by(leaf, g, 1 << shape.depth) / (sums_by(leaf, h, 1 << shape.depth) + shape.shrink)
        score += value[leaf]
        chosen.append([column for column, _ in asked])
        cuts.append([float(data.edges[column][cut]) if len(data.edges[column]) else np.inf for column, cut in asked])
        leaves.append(value)
    return _quantised(np.array(chosen), np.array(cuts), np.array(leaves), bias)


def _questions(data: _Binned, block: _Block, columns: list[int], g: Floats, h: Floats, shape: Shape) -> list[tuple[int, int]]:
    """A tree's questions, chosen on one block."""
    g, h = g[block.rows], h[block.rows]
    leaf = np.zeros(len(block.rows), dtype=np.int64)
    asked = []
    for level in range(shape.depth):
        column, cut = _best_split(block, data.edges, columns, leaf, g, h, 1 << level, shape.shrink / BLOCKS)
        leaf += (data.bins[block.rows, column] > cut).astype(np.int64) << level
        asked.append((column, cut))
    return asked


def _quantised(chosen: NDArray[np.int64], cuts: Floats, leaves: Floats, bias: float) -> Trees:
    unit = float(np.float32(max(np.abs(leaves).max(), 1e-6) / 32_000))
    return Trees(chosen.astype(np.int16), cuts.astype(np.float32), np.round(leaves / unit).astype(np.int16), unit, float(np.float32(bias)))
