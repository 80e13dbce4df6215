"""A text being laid out: its blocks, and the part each was found to be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from communique.ingest.markup import Block
from communique.ingest.paragraphs import ends_sentence
from communique.model import Span

Part = Literal["headline", "byline", "caption", "credit", "body", "footer", "furniture", "markup"]


@dataclass(slots=True)
class Page:
    """Blocks of a text in order and their parts; a block without a part is body until a pass says otherwise.

    title         the headline the metadata gives
    has_headline  True where a first line that looks like one is the headline
    parts         one entry a block
    extra         spans cut out of blocks ("PL Photo" of a caption), with their parts
    opening       the block that opens with the dateline
    """

    text: str
    blocks: list[Block]
    title: str | None
    has_headline: bool
    parts: list[Part | None] = field(default_factory=list)
    extra: list[tuple[Part, Span]] = field(default_factory=list)
    opening: int | None = None

    def __post_init__(self) -> None:
        self.parts = ["markup" if block.mark == "rule" else None for block in self.blocks]

    def first_body(self) -> int | None:
        """The first block that is body so far."""
        return next((i for i, part in enumerate(self.parts) if part in (None, "body")), None)

    def unsettled(self) -> Iterator[int]:
        """Blocks without a part, in order."""
        return (i for i, part in enumerate(self.parts) if part is None)

    def top(self) -> list[int]:
        """Blocks without a part that may stand above the body: those above the dateline, all where there is none."""
        return [i for i in self.unsettled() if self.opening is None or i < self.opening]

    def is_prose(self, i: int) -> bool:
        """True where a block ends as a sentence does."""
        return ends_sentence(self.blocks[i].text)
