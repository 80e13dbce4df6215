"""A record of a ledger as a citation, one file a style; all of them in CITATIONS."""

from collections.abc import Callable

from communique.ask import Cited
from communique.export.citations import bibtex, csl, sentence

CITATIONS: dict[str, Callable[[Cited], str]] = {"text": sentence.cited, "bibtex": bibtex.cited, "csl": csl.cited}

__all__ = ["CITATIONS"]
