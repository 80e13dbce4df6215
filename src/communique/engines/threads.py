"""One thread for what multiplies matrices: with more, workers hinder each other. It counts only where it is set before NumPy loads."""

import os

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def limit_threads() -> None:
    """For this process and those it starts."""
    os.environ.update(ONE_THREAD)
