"""The answer to a question: a DuckDB relation that notebooks draw as a table and that is written to Parquet."""

import html
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.ledger.connection import answered, reading, told

if TYPE_CHECKING:
    from communique.ledger.ledger import Ledger

FETCHED = 1000  # rows at a time
SHOWN = 25  # rows that a notebook draws
WIDEST = 120  # characters of a cell there


class Answer:
    """Rows that answer a question. Whatever a DuckDB relation can do, it can: `.df()`, `.pl()`, `.arrow()`, `.filter("act = 'deny'")`,
    `.fetchall()`; what that gives is a relation again."""

    def __init__(self, ledger: "Ledger", query: str, parameters: Mapping[str, object]) -> None:
        self.ledger, self.query, self.parameters = ledger, query, dict(parameters)
        self.relation = ledger.sql(query, self.parameters)

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self.relation.columns)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The rows, one at a time; a second call goes on where the first was left."""
        with answered(self.ledger.path):
            while some := self.relation.fetchmany(FETCHED):
                yield from some

    def write_parquet(self, path: Path | str) -> None:
        """Writes the rows to a Parquet file, asked anew. Raises LedgerError where it cannot be written."""
        writer = reading(self.ledger.path, is_closed=False)
        try:
            with told(Path(path)):
                writer.sql(self.query, params=self.parameters or None).write_parquet(str(path))
        finally:
            writer.close()

    def __getattr__(self, name: str) -> Any:
        if name == "relation":  # the question failed
            raise AttributeError(name)
        return getattr(self.relation, name)

    def __len__(self) -> int:
        return len(self.relation)

    def __repr__(self) -> str:
        return repr(self.relation)

    def _repr_html_(self) -> str:
        """The first rows as a table."""
        some = self.relation.limit(SHOWN + 1).fetchall()
        head = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in some[:SHOWN])
        more = f"<p>the first {SHOWN} rows</p>" if len(some) > SHOWN else ""
        return f'<table class="communique"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'


def _cell(value: object) -> str:
    """A value as HTML; texts in a list without brackets, null as nothing."""
    if isinstance(value, list | tuple) and all(one is None or isinstance(one, str) for one in value):
        value = ", ".join(one or "–" for one in value)
    text = "" if value is None else str(value)
    return html.escape(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…")
