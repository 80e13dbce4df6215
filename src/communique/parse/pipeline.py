"""The language pipeline: spaCy's tagger and parser, nothing that later stages do not use, on the faster matrix kernel, one BLAS thread."""

import hashlib
import importlib
import time
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from communique.errors import PipelineError
from communique.settings import DEFAULT_PIPELINE, Settings

NEEDED = ("tok2vec", "tagger", "parser")


class Pipeline(NamedTuple):
    """A loaded spaCy pipeline, the kernel its matrix products run on, and the SHA-256 of its model files."""

    nlp: Language
    kernel: str
    sha256: str


def faster_kernel(size: int = 256, rounds: int = 9, margin: float = 0.8) -> str:
    """ "blis" or "numpy": what multiplies two `size` x `size` float32 matrices faster here, the best of `rounds` runs each.

    spaCy's wheels bring a BLIS that falls back to a generic kernel on some processors, there six times slower than NumPy's BLAS.
    BLIS is taken only if it needs less than `margin` of NumPy's time, so that a draw falls the same way in every run.
    """
    a = np.ones((size, size), dtype="float32")
    blis, numpy = (_best_time(NumpyOps(use_blis=use), a, rounds) for use in (True, False))
    return "blis" if blis < margin * numpy else "numpy"


def _best_time(ops: NumpyOps, a: NDArray[np.float32], rounds: int) -> float:
    best = float("inf")
    with threadpool_limits(limits=1, user_api="blas"):
        for _ in range(rounds):
            start = time.perf_counter()
            ops.gemm(a, a)
            best = min(best, time.perf_counter() - start)
    return best


def _load(name: str) -> Language:
    try:
        if name == DEFAULT_PIPELINE:
            return importlib.import_module(name).load(exclude=_unneeded)  # type: ignore[no-any-return]
        return spacy.load(name, exclude=_unneeded)
    except (ImportError, OSError) as error:
        message = f"the spaCy pipeline {name!r} is not installed ({error}); install it, or name another with --pipeline"
        raise PipelineError(message) from error


_unneeded = ["ner", "lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker", "entity_ruler"]


def _check(nlp: Language, name: str) -> None:
    missing = {"tagger", "parser"} - set(nlp.pipe_names)
    if missing:
        raise PipelineError(f"the spaCy pipeline {name!r} has no {' and no '.join(sorted(missing))}; name one that has, with --pipeline")


def _set_kernel(nlp: Language, kernel: str) -> None:
    ops = NumpyOps(use_blis=kernel == "blis")
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops


def _hash_of(nlp: Language) -> str:
    """SHA-256 over the files of the components in use, each with its path; a pipeline that is not on disk is known by name and version."""
    total = hashlib.sha256()
    root = Path(str(nlp.path)) if nlp.path else None
    files = sorted(f for part in ("tokenizer", *NEEDED) for f in [root / part, *(root / part).rglob("*")] if f.is_file()) if root else []
    for file in files:
        total.update(str(file.relative_to(str(root))).encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    if not files:
        total.update(f"{nlp.meta.get('name')} {nlp.meta.get('version')}".encode())
    return total.hexdigest()


@cache
def _pipeline(name: str, kernel: str) -> Pipeline:
    chosen = faster_kernel() if kernel == "auto" else kernel
    nlp = _load(name)
    _check(nlp, name)
    _set_kernel(nlp, chosen)
    return Pipeline(nlp, chosen, _hash_of(nlp))


def load_pipeline(settings: Settings) -> Pipeline:
    """The pipeline the settings name, loaded once a process; PipelineError if it is missing or has no tagger and parser."""
    return _pipeline(settings.pipeline, settings.kernel)
