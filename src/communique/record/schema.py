"""The JSON Schema of a coding, made from the records and their docstrings."""

import inspect
import re
from typing import Any

import msgspec

from communique.model import Coding

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:communique:schema:coding"

_FIELD_LINE = re.compile(r"([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*) {2,}(\S.*)")

Node = dict[str, Any]


def schema() -> Node:
    """JSON Schema (2020-12) of one line of `communique code --jsonl`: each record with its description, each field with its own."""
    made = msgspec.json.schema(Coding)
    records = made.pop("$defs")
    for record in records.values():
        _describe(record)
    return {"$schema": DIALECT, "$id": ID, **made, "$defs": records}


def _describe(record: Node) -> None:
    """Splits a record's docstring into its own description and its fields'; requires all fields, for all are always written."""
    intro, fields = read_docstring(record.get("description", ""))
    record["description"] = intro
    if record["type"] == "array":  # Span, the one record written as an array
        record["maxItems"] = 2
        record["prefixItems"] = [{"type": "integer", "title": "start", "minimum": 0}, {"type": "integer", "title": "end", "minimum": 1}]
        return
    record["required"] = list(record["properties"])
    for name, node in record["properties"].items():
        node.pop("default", None)
        if name in fields:
            node["description"] = fields[name]


def read_docstring(docstring: str) -> tuple[str, dict[str, str]]:
    """The text before the first line of the form "field  what it is", and what each such line says; deeper lines go on with the one
    above. Python's None is JSON's null."""
    intro: list[str] = []
    fields: dict[str, str] = {}
    current: list[str] = []
    for line in re.sub(r"\bNone\b", "null", inspect.cleandoc(docstring)).splitlines():
        if found := _FIELD_LINE.fullmatch(line):
            current = found[1].split(", ")
            fields |= dict.fromkeys(current, found[2])
        elif current and line.startswith(" "):
            fields |= {name: f"{fields[name]} {line.strip()}" for name in current}
        else:
            intro.append(line)
    return "\n".join(intro).strip(), fields
