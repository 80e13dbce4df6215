"""Types of fields in words, for the pages made from the records."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from communique.model import Span

PLAIN = {NoneType: "null", str: "text", int: "integer", float: "number", bool: "true or false", Path: "path", Span: "[span](#span)"}


def records_under(*roots: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The roots and all records their fields hold, each once, where first met."""
    met: dict[type[msgspec.Struct], None] = {}

    def meet(record: type[msgspec.Struct]) -> None:
        if record not in met:
            met[record] = None
            for hint in get_type_hints(record).values():
                for inner in structs(hint):
                    meet(inner)

    for root in roots:
        meet(root)
    return list(met)


def structs(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """The records named in a type."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for inner in get_args(hint):
        yield from structs(inner)


def type_words(hint: Any) -> list[str]:
    """A type in words, one for each thing it may be."""
    if hint in PLAIN:
        return [PLAIN[hint]]
    origin, members = get_origin(hint), get_args(hint)
    if origin is Literal:
        return [" ".join(f"`{member}`" for member in members)]
    if origin is tuple:
        return [f"list of {' or '.join(type_words(members[0]))}"]
    if origin in (Union, UnionType):
        return list(dict.fromkeys(word for member in members for word in type_words(member)))
    return [f"[{hint.__name__}](#{hint.__name__.lower()})"]


def escaped(text: str) -> str:
    """Text that Markdown takes for no tag."""
    return text.replace("<", "&lt;")


def cell(text: str) -> str:
    """Text in a cell of a table."""
    return escaped(text).replace("|", "\\|").replace("\n", " ")


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)
