"""From logits to confidence: the share of right ones among candidates that no model had seen, made monotone and drawn as straight lines."""

import numpy as np
from numpy.typing import NDArray

from communique.extract.learned.weights import Scale

Floats = NDArray[np.float64]


def scale(logits: Floats, right: Floats, knots: int = 14, prior: float = 2.0) -> Scale:
    """Confidence by logit: bins of equal size, each with the share that is right, pooled where the shares fall.

    `prior` candidates of the common share are added to each bin, so that a small one claims no certainty.
    """
    order = np.argsort(logits, kind="stable")
    bins = [b for b in np.array_split(order, knots) if len(b)]
    common = float(right.mean())
    middle = [float(logits[b].mean()) for b in bins]
    pooled = _pooled([(float(right[b].sum()) + prior * common, len(b) + prior) for b in bins])
    return Scale(np.round(np.array(middle), 4), np.round(np.array(pooled), 4))


def _pooled(counts: list[tuple[float, float]]) -> list[float]:
    """Shares that never fall: neighbours that would are taken together (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for hits, total in counts:
        blocks.append((hits, total, 1))
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            (h2, t2, n2), (h1, t1, n1) = blocks.pop(), blocks.pop()
            blocks.append((h1 + h2, t1 + t2, n1 + n2))
    return [hits / total for hits, total, n in blocks for _ in range(n)]
