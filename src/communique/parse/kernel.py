"""Matrix products: on the faster kernel of this machine, and the same for a row whatever stands beside it."""

import time
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController, threadpool_limits

Floats = NDArray[np.float32]

LEAST_ROWS = 64  # below some 25 rows OpenBLAS takes other code, whose sums end in other bits


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations, of whose matrix products no row depends on how many there are: a text parses alone as it does among others."""

    def gemm(self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False) -> Floats:
        """x @ y, either transposed where asked."""
        rows = len(x)
        if trans1 or out is not None or rows >= LEAST_ROWS:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)  # type: ignore[no-any-return]
        padded = np.zeros((LEAST_ROWS, x.shape[1]), dtype=x.dtype)
        padded[:rows] = x
        return super().gemm(padded, y, trans2=trans2)[:rows]  # type: ignore[no-any-return]


def faster_kernel(size: int = 256, rounds: int = 9, margin: float = 0.8) -> str:
    """ "blis" or "numpy": what multiplies two `size` x `size` float32 matrices faster here, the best of `rounds` runs each.

    spaCy's wheels bring a BLIS that falls back to a generic kernel on some processors, there six times slower than NumPy's BLAS.
    BLIS is taken only if it needs less than `margin` of NumPy's time, so that a draw falls the same way in every run.
    """
    a = np.ones((size, size), dtype="float32")
    blis, numpy = (_best_time(NumpyOps(use_blis=use), a, rounds) for use in (True, False))
    return "blis" if blis < margin * numpy else "numpy"


def _best_time(ops: NumpyOps, a: Floats, rounds: int) -> float:
    best = float("inf")
    with threadpool_limits(limits=1, user_api="blas"):
        for _ in range(rounds):
            start = time.perf_counter()
            ops.gemm(a, a)
            best = min(best, time.perf_counter() - start)
    return best


def one_thread() -> Any:
    """A context in which BLAS uses one thread."""
    return _blas().limit(limits=1, user_api="blas")


@cache
def _blas() -> ThreadpoolController:
    """The BLAS libraries of this process, once a pipeline has loaded them; looking for them takes longer than parsing a paragraph."""
    return ThreadpoolController()
