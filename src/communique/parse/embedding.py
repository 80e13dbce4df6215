"""The first layer of the pipeline, worked out once for each form of a word: it looks at one token alone, and most forms come again."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

from communique.parse.kernel import Floats

MOST = 50_000  # forms remembered, 400 bytes each; then it starts anew
_FIRST, _LAST = "extract_features", "ragged2list"


class Remembered:
    """Vectors of forms by the attributes of a token that the layer reads."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self.attributes, self.rest = layer.layers[0], layer.layers[1:]
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self.place: dict[bytes, int] = {}
        self.vectors: Floats = np.zeros((0, 0), dtype=np.float32)

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """For each text its tokens' vectors, tokens x width."""
        read = [np.ascontiguousarray(one) for one in self.attributes.predict(docs)]
        rows = np.concatenate(read)
        forms: list[bytes] = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
        if len(self.place) > MOST:
            self.clear()
        self._learn(forms, rows)
        found = self.vectors[[self.place[form] for form in forms]]
        bounds = np.cumsum([0, *map(len, read)]).tolist()
        return [found[first:end] for first, end in pairwise(bounds)]

    def _learn(self, forms: list[bytes], rows: NDArray[np.uint64]) -> None:
        """Work out the forms that are new."""
        new = {form: n for n, form in enumerate(forms) if form not in self.place}
        if not new:
            return
        found: Any = [rows[list(new.values())]]
        for layer in self.rest:
            found = layer.predict(found)
        self.place |= {form: len(self.place) + n for n, form in enumerate(new)}
        self.vectors = np.concatenate([self.vectors, found[0]]) if len(self.vectors) else found[0]


def remember_forms(model: Model[Any, Any]) -> None:
    """Put `Remembered` in the place of a model's embedding of single tokens; other models stay as they are."""
    layer = model.layers[0] if model.layers else None
    if layer is not None and len(layer.layers) > 2 and (layer.layers[0].name, layer.layers[-1].name) == (_FIRST, _LAST):
        model.layers[0] = Model("remembered_forms", _forward, attrs={"remembered": Remembered(layer)})


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
    return model.attrs["remembered"].of(docs), _untrained


def _untrained(gradient: object) -> object:
    raise NotImplementedError("the pipeline is for reading; train it with spaCy")
