"""The language pipeline: spaCy's tagger and parser, nothing that later stages do not use, on the faster matrix kernel, one BLAS thread."""

import hashlib
import importlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import spacy
from spacy.language import Language

from communique.errors import PipelineError
from communique.parse.embedding import remember_forms
from communique.parse.kernel import SteadyOps, faster_kernel
from communique.settings import DEFAULT_PIPELINE, Settings

if TYPE_CHECKING:
    from communique.parse.passages import Passage

NEEDED = ("tok2vec", "tagger", "parser")


class Pipeline(NamedTuple):
    """A loaded spaCy pipeline, the kernel its matrix products run on, the SHA-256 of its model files, and what it read last."""

    nlp: Language
    kernel: str
    sha256: str
    passages: "dict[tuple[str, frozenset[str]], Passage]"


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
    ops = SteadyOps(use_blis=kernel == "blis")
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
    if "tok2vec" in nlp.pipe_names:
        remember_forms(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    return Pipeline(nlp, chosen, _hash_of(nlp), {})


def load_pipeline(settings: Settings) -> Pipeline:
    """The pipeline the settings name, loaded once a process; PipelineError if it is missing or has no tagger and parser."""
    return _pipeline(settings.pipeline, settings.kernel)
