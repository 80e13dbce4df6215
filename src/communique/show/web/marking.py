"""An article's text in pieces, each with what covers it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.model import Coding, Commitment, Event, Position, Statement
from communique.model.cells import anchor
from communique.model.highlight import Mark, marks_of, parts_of, segments


class Piece(NamedTuple):
    """A stretch of the text, and what it is.

    text     the characters
    parts    what covers it: content, source, cue, evidence, ground, action, trigger, or a part of the layout; "two" where contents overlap
    told     the same in words, for readers who do not see colours; empty where nothing is marked
    begins   labels of the records that begin here: "2 P1"
    anchors  their places in the page
    card     the place of the card of the innermost record; empty where there is none
    """

    text: str
    parts: tuple[str, ...]
    told: str
    begins: str
    anchors: tuple[str, ...]
    card: str


def pieces(coding: Coding) -> Iterator[Piece]:
    """The whole text, cut wherever a mark begins or ends: joined, the pieces are the text."""
    text, ids = coding.article.text, _ids(coding)
    events = [Mark(event.trigger, "trigger", n, anchor("e", event.id), "event") for n, event in enumerate(coding.events, 1)]
    for start, end, covering in segments(len(text), marks_of(coding) + events + parts_of(coding)):
        yield _piece(text[start:end], start, covering, ids)


def _ids(coding: Coding) -> dict[tuple[str, int], str]:
    """The id of each record by its kind and number."""
    kinds: dict[str, Sequence[Statement | Position | Commitment | Event]] = {
        "statement": coding.statements, "position": coding.positions, "commitment": coding.commitments, "event": coding.events,
    }  # fmt: skip
    return {(kind, number): one.id for kind, records in kinds.items() for number, one in enumerate(records, 1)}


def _piece(text: str, start: int, covering: Sequence[Mark], ids: dict[tuple[str, int], str]) -> Piece:
    marks = [mark for mark in covering if mark.number]
    parts = sorted({mark.part for mark in covering}) + ["two"] * (sum(mark.part == "content" for mark in marks) > 1)
    begun = [mark for mark in marks if mark.begins and mark.span.start == start]
    told = "; ".join(f"{mark.part} of {mark.record} {mark.number}" for mark in marks)
    inner = ids[marks[-1].record, marks[-1].number] if marks else ""
    return Piece(
        text, tuple(parts), told, " ".join(mark.label for mark in begun), tuple(mark.begins for mark in begun),
        f"card-{inner}" if inner else "",
    )  # fmt: skip
