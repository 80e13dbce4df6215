"""What a view is: a function from the ledger to data, and where the data are shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Table(NamedTuple):
    """What a CSV twin writes: names of columns, and rows one at a time."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


@dataclass(frozen=True)
class View:
    """One view, which gets these addresses: its path as HTML, and with the ending .json always, .csv, .jsonld, .atom where it says how.

    name      of the file in views/ and of the template
    path      as the router writes it: "/r/{id:str}"; the endings follow it
    show      from the ledger (a parameter `ledger: Ledger`) and typed parameters of the address to a frozen msgspec struct
    title     from these data to what the page is called
    menu      what it is called in the menu; None: it is not there
    table     from the data to the rows of .csv
    every     instead of `table`: with the parameters of `show`, to all rows where `show` gives one page of them
    linked    from the data and an absolute address to the object of .jsonld
    feed      from the data and an absolute address to the bytes of .atom
    given     what gathers several parameters of the address in one, by the name of the function's parameter
    draws     what else its template may use, by name
    needs_server  whether it means nothing in an archive of plain files
    """

    name: str
    path: str
    show: Callable[..., Any]
    title: Callable[[Any], str]
    menu: str | None = None
    table: Callable[[Any], Table] | None = None
    every: Callable[..., Table] | None = None
    linked: Callable[[Any, str], dict[str, Any]] | None = None
    feed: Callable[[Any, str], bytes] | None = None
    given: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    draws: Mapping[str, Any] = field(default_factory=dict)
    needs_server: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The endings it has."""
        has = {"json": True, "csv": self.table or self.every, "jsonld": self.linked, "atom": self.feed}
        return tuple(form for form, there in has.items() if there)
