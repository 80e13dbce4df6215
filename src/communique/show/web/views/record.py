"""One record: its words in their context, each field with its rule, how it came to us, what people decided, how to cite it."""

from collections.abc import Iterator
from typing import Any

from communique.ask import Cited
from communique.ask.record import Whole, whole
from communique.errors import UsageError
from communique.export.citations import CITATIONS
from communique.export.citations.sentence import speaker, told
from communique.export.linked import annotation
from communique.model import Article, Record, Span, Statement
from communique.show.web.asking import InPath, Opened
from communique.show.web.drawing import article_url
from communique.show.web.failures import MissingError
from communique.show.web.view import Table, View

LEFT_OUT = ("id", "rule", "confidence")  # said elsewhere in the page


def record(ledger: Opened, id: InPath) -> Whole:
    """The record of an id as last read, or of id@run that reading."""
    try:
        return whole(ledger, id)
    except UsageError as error:
        raise MissingError(f"no record {id} in this ledger: records have ids like jd2eypnwtkrsgsey, readings ID@RUN") from error


def _table(page: Whole) -> Table:
    """A row for each time it was read."""
    rows = ((page.cited.id, one.run, one.recorded_at, one.superseded_by) for one in page.readings)
    return Table(("id", "run", "recorded_at", "superseded_by"), rows)


def _linked(page: Whole, site: str) -> dict[str, Any]:
    cited = page.cited
    known = {name: getattr(cited, name) for name in ("text_sha256", "url", "title", "outlet", "byline", "published", "language")}
    article = Article(cited.article_id, text="", **known)
    return annotation(page.record, page.quotes, article, f"{site}{article_url(article.id)}", site)


def fields(page: Whole) -> Iterator[tuple[str, Any, str]]:
    """Each field of the record: its name, its value as text (None: not known), and what it rests on."""
    told = {"speaker": page.record.speaker.rule} if isinstance(page.record, Statement) and page.record.speaker else {}
    for name, value in _flat(page.record):
        by = "people" if name in page.corrected else told.get(name.partition(".")[0], page.record.rule)
        words = page.wording.get(name)
        yield name, f"{words} [{value}]" if words else value, by
    if page.status is not None:
        yield "status", page.status, "people" if page.status != "unreviewed" else "nobody yet"


def _flat(record: Record) -> Iterator[tuple[str, str | None]]:
    """Fields with those of the records in them; offsets stay offsets."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from ((f"{name}.{inner}", text) for inner, text in _flat(value))
        elif name not in LEFT_OUT:
            yield name, _text(value)


def _text(value: Any) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return "; ".join(_text(one) or "not known" for one in value)
    if isinstance(value, Span):
        return f"{value.start}–{value.end}"
    return ", ".join(text for _, text in _flat(value) if text) if isinstance(value, Record) else str(value)


def citations(cited: Cited) -> list[tuple[str, str]]:
    """The record cited in every style."""
    return [(name, write(cited)) for name, write in CITATIONS.items()]


VIEW = View(
    "record", "/r/{id:str}", record, title=lambda page: told(page.cited), table=_table, linked=_linked,
    draws={"fields": fields, "citations": citations, "speaker": speaker},
)  # fmt: skip
