"""How far two judges agree, and each with the machine: Cohen's kappa, and F1 of spans."""

from typing import Annotated

import msgspec
from litestar.params import QueryParameter

from communique.ask.agreement import Agreement, agreement
from communique.errors import UsageError
from communique.show.web.asking import MaybeText, Opened
from communique.show.web.view import Table, View

MEASURES = ("agreement", "kappa", "f1", "f1_characters")
Name = Annotated[str, QueryParameter(max_length=2000, description="Who judged.")]


class Measure(msgspec.Struct, frozen=True):
    """One measure of a field: of `n` records in so many articles, between two coders; a value of None where it is not defined."""

    one: str
    other: str
    record: str
    field: str
    measure: str
    n: int
    articles: int
    value: float | None
    low: float | None
    high: float | None


class Measures(msgspec.Struct, frozen=True):
    """All measures of two judges; `missing` says why there are none."""

    one: str
    other: str | None
    measures: tuple[Measure, ...]
    missing: str | None


def compared(ledger: Opened, one: Name = "", other: MaybeText = None) -> Measures:
    """How far two judges agree on what both judged, and the machine with each of them; of one judge, with the machine alone."""
    name, beside = one.strip(), (other or "").strip() or None
    if not name:
        return Measures(name, beside, (), "name one who judged")
    try:
        found = agreement(ledger, name, beside)
    except UsageError as error:
        return Measures(name, beside, (), str(error))
    return Measures(name, beside, tuple(map(_measure, found)), None if found else "there is no record that both judged")


def _measure(found: Agreement) -> Measure:
    return Measure(*found)


def rows(page: Measures) -> list[tuple[Measure, dict[str, Measure]]]:
    """A row for each pair, kind and field: its first measure, and all of them by name."""
    found: dict[tuple[str, ...], dict[str, Measure]] = {}
    for one in page.measures:
        found.setdefault((one.one, one.other, one.record, one.field), {})[one.measure] = one
    return [(next(iter(measures.values())), measures) for measures in found.values()]


def _table(page: Measures) -> Table:
    return Table(Measure.__struct_fields__, (msgspec.structs.astuple(one) for one in page.measures))


VIEW = View(
    "agreement", "/agreement", compared, title=lambda page: "Agreement", menu="Agreement", table=_table,
    draws={"rows": rows, "names": MEASURES}, needs_server=True,
)  # fmt: skip
