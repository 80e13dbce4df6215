"""A coding as one line of JSON, and back. Fields stand in the order the records declare them; every field is written."""

import msgspec

from communique.errors import ReadError
from communique.model import Coding

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Coding, strict=True)


def to_json(coding: Coding) -> bytes:
    """The coding as one line of UTF-8 JSON, with its line feed."""
    try:
        return _ENCODER.encode(coding) + b"\n"
    except UnicodeEncodeError as error:
        raise ReadError(
            f"article {coding.article.id!r} holds a lone surrogate, which JSON cannot carry: read it again from its file"
        ) from error


def from_json(line: bytes) -> Coding:
    """The coding in a line written by `to_json`; `ReadError` where it is none: unknown or missing fields, wrong types, impossible spans."""
    try:
        return _DECODER.decode(line)
    except msgspec.DecodeError as error:  # includes ValidationError, which names the path of the field
        raise ReadError(f"not a coding: {error}. `communique code --jsonl` writes codings, `communique schema` describes them") from error
