"""A question's query, kept in a file of its name, with its parameters."""

from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from communique.ledger import Ledger
from communique.ledger.answer import Answer

T = TypeVar("T", bound=msgspec.Struct)


def query_of(*parts: str) -> str:
    """The query in `<part>.sql`, or in several files that go on from one another."""
    return "".join(files("communique.ask").joinpath(f"{part}.sql").read_text(encoding="utf-8") for part in parts)


def asked(ledger: Ledger, /, *question: str, **parameters: object) -> Answer:
    """What the query in `<question>.sql` answers; every parameter it names is given. Raises UsageError, LedgerError."""
    return Answer(ledger, query_of(*question), parameters)


def rows_of(ledger: Ledger, query: str, /, **parameters: object) -> list[dict[str, Any]]:
    """The rows that a query gives, by the names of their columns; for few rows. Raises UsageError, LedgerError."""
    columns, rows = ledger.rows(query, parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def structs(ledger: Ledger, question: str, of: type[T], /, **parameters: object) -> tuple[T, ...]:
    """What the query in `<question>.sql` answers as records, whose fields are its columns in their order; for few rows."""
    rows = asked(ledger, question, **parameters).rows()
    return tuple(msgspec.convert(dict(zip(of.__struct_fields__, row, strict=True)), of) for row in rows)
