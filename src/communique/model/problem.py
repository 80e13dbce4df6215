"""What went wrong with one article."""

from typing import Literal

from communique.model.base import Record
from communique.model.span import Span

Stage = Literal["ingest", "language", "layout", "parse", "extract", "resolve", "coder"]


class Problem(Record, frozen=True):
    """Something a reader of the coding should know: the stage that saw it, a message, and where in the text (None: everywhere)."""

    stage: Stage
    message: str
    span: Span | None = None
