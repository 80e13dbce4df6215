"""The table to be judged: one row a statement, the last two columns empty."""

import csv
import io
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.model import Coding, Statement
from communique.show.cli.exits import say
from communique.show.cli.judging.context import context_of
from communique.show.cli.terminal.output import write_bytes
from communique.show.cli.terminal.style import visible

if TYPE_CHECKING:
    from communique.show.cli.judging.draw import Urn


class Row(NamedTuple):
    """The columns of the sheet. `right` is to hold yes, no or partly, `note` anything."""

    statement: str
    article: str
    outlet: str
    rule: str
    confidence: str
    manner: str
    kind: str
    act: str
    source: str
    cue: str
    content: str
    speaker: str
    context: str
    right: str = ""
    note: str = ""


def rows_of(coding: Coding) -> Iterator[tuple[str, Row]]:
    """A row a statement, each with what tells it from all others."""
    for statement in coding.statements:
        identity = f"{coding.article.text_sha256} {statement.id} {statement.cue} {statement.content}"
        yield identity, _row(coding, statement)


def _row(coding: Coding, statement: Statement) -> Row:
    from communique.model.highlight import speaker_text

    article, text = coding.article, coding.article.text
    return Row(
        statement=statement.id,
        article=article.id,
        outlet=article.outlet or "",
        rule=statement.rule,
        confidence=f"{statement.confidence:.2f}",
        manner=statement.manner,
        kind=statement.kind,
        act=statement.act or "",
        source=statement.source.of(text) if statement.source else "",
        cue=statement.cue.of(text) if statement.cue else "",
        content=" … ".join(span.of(text) for span in statement.content),
        speaker=speaker_text(statement.speaker) if statement.speaker else "",
        context=context_of(article, statement, _abbreviations()),
    )


@cache
def _abbreviations() -> frozenset[str]:
    from communique.lexicon import load

    return load().words["abbreviations"]


def write_sheet(urn: "Urn") -> None:
    """Prints the drawn rows as CSV in UTF-8, and on standard error how many of how many they are."""
    drawn, total = urn.drawn(), sum(urn.strata.values())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows([_harmless(cell) for cell in row] for row in drawn)
    write_bytes(out.getvalue().encode("utf-8", "replace"))
    kinds = f", {len(urn.strata):,} kinds of {' and '.join(urn.fields)}" if urn.fields else ""
    say(f"{len(drawn):,} of {total:,} statements{kinds}")


def _harmless(cell: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it."""
    line = " ".join(visible(cell).split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line
