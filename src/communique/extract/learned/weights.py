"""The trained numbers, read from one file a language; the file's card beside it says what they were trained on."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from communique.extract.learned.linear import Linear
from communique.extract.learned.trees import Trees

FOLDER = Path(__file__).resolve().parents[2] / "weights"
_LINEAR = ("cue", "attitude")
_TREES = ("content", "source", "accept", "uncued")
_SCALES = ("scale", "uncued_scale")
_NUMBERS = ("least", "threshold", "loose", "nested")


class Scale(NamedTuple):
    """From logits to confidence: straight lines between knots, flat beyond them."""

    logits: NDArray[np.float64]
    values: NDArray[np.float64]

    def of(self, logits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Confidences of logits."""
        return np.interp(logits, self.logits, self.values)


class Weights(NamedTuple):
    """All models of a language.

    cue, attitude    whether a token heads a cue; whether that cue reports an attitude
    content, source  which content and which mention suit an anchor
    accept, uncued   whether the whole is a statement; the same for what rules without a cue propose
    scale, uncued_scale  their logits as confidences
    least            logit of `cue` below which an anchor is not looked at
    threshold        the least confidence of a statement
    loose, nested    the same where neither rule nor marks show it, and within another's content
    sha256           of the file
    """

    cue: Linear
    attitude: Linear
    content: Trees
    source: Trees
    accept: Trees
    uncued: Trees
    scale: Scale
    uncued_scale: Scale
    least: float
    threshold: float
    loose: float
    nested: float
    sha256: str

    def __hash__(self) -> int:
        return hash(self.sha256)


@cache
def load_weights(language: str, folder: Path = FOLDER) -> Weights | None:
    """The weights of a language, loaded once a process; None where there are none."""
    path = folder / f"{language}.npz"
    if not path.exists():
        return None
    data = path.read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return from_arrays(arrays, sha256(data).hexdigest())


def from_arrays(arrays: Mapping[str, NDArray[Any]], digest: str) -> Weights:
    """Weights of the arrays that `to_arrays` gives."""

    def fields(name: str, kind: type[Any]) -> list[Any]:
        found = [arrays[f"{name}.{field}"] for field in kind._fields]
        return [array if array.ndim else float(array) for array in found]

    models: dict[str, Any] = {name: Linear(*fields(name, Linear)) for name in _LINEAR}
    models |= {name: Trees(*fields(name, Trees)) for name in _TREES}
    models |= {name: Scale(*fields(name, Scale)) for name in _SCALES}
    models |= {name: float(arrays[name]) for name in _NUMBERS}
    return Weights(**models, sha256=digest)


def to_arrays(weights: Weights) -> dict[str, NDArray[Any]]:
    """The weights as named arrays."""
    records = {name: getattr(weights, name) for name in (*_LINEAR, *_TREES, *_SCALES)}
    arrays = {f"{name}.{field}": np.asarray(getattr(record, field)) for name, record in records.items() for field in record._fields}
    return {**arrays, **{name: np.asarray(getattr(weights, name)) for name in _NUMBERS}}
