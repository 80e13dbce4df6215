"""Short ids for statements, positions, commitments and events.

An id depends on the article, the kind of record, its spans and what tells twins apart; never on the coder, its version or its settings:
a permalink made today finds the same passage after a re-coding.
"""

import base64
import hashlib
import json

from communique.model import Span, Spans

LENGTH = 16  # base32 characters, 80 bits: among a hundred million records two share an id with probability below 1 in 200

Part = str | int | Span | Spans | tuple[str, ...] | None


def stable_id(article_id: str, kind: str, *parts: Part) -> str:
    """The id of a record: `stable_id(article.id, "statement", content)`. Equal arguments give equal ids on every machine."""
    key = json.dumps([article_id, kind, *map(_plain, parts)], separators=(",", ":"))
    return base64.b32encode(hashlib.sha256(key.encode("ascii")).digest())[:LENGTH].decode("ascii").lower()


def _plain(part: object) -> object:
    """A part as plain JSON: spans as [start, end], tuples as arrays."""
    if isinstance(part, Span):
        return [part.start, part.end]
    if isinstance(part, tuple):
        return [_plain(p) for p in part]
    return part
