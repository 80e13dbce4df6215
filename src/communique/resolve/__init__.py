"""Who says it: from a source mention to its speaker, within one article."""

from communique.resolve.speakers import resolve_speakers

__all__ = ["resolve_speakers"]
