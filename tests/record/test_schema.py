"""The schema names every field, says what it is, and fits what is written."""

import json
from typing import get_args

from arbitrary import codings
from hypothesis import HealthCheck, given, settings

from communique.model import Act, Coding, Statement
from communique.record import schema, to_json
from communique.record.schema import read_docstring

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
SCHEMA = schema()


def fits(value, node) -> bool:
    """Enough of JSON Schema for what msgspec writes."""
    if "$ref" in node:
        return fits(value, SCHEMA["$defs"][node["$ref"].rsplit("/", 1)[-1]])
    if "anyOf" in node:
        return any(fits(value, choice) for choice in node["anyOf"])
    if "enum" in node:
        return value in node["enum"]
    kind = node["type"]
    if isinstance(kind, list):
        return any(fits(value, node | {"type": k}) for k in kind)
    if not isinstance(value, TYPES[kind]):
        return False
    if kind == "object":
        return list(value) == node["required"] and all(fits(v, node["properties"][k]) for k, v in value.items())
    if kind == "array" and "prefixItems" in node:
        return len(value) == node["maxItems"] and all(map(fits, value, node["prefixItems"]))
    return kind != "array" or all(fits(v, node["items"]) for v in value)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(codings())
def test_codings_fit(coding):
    assert fits(json.loads(to_json(coding)), SCHEMA)


def test_a_misfit_is_seen():
    assert not fits({"article": {}}, SCHEMA)


def test_head():
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    assert SCHEMA["$id"] == "urn:communique:schema:coding"
    assert list(SCHEMA["$defs"]["Coding"]["properties"]) == list(Coding.__struct_fields__)


def test_fields_are_described():
    statement = SCHEMA["$defs"]["Statement"]
    assert statement["description"] == "Somebody is reported to have said something."
    assert [n for n, f in statement["properties"].items() if "description" not in f] == []
    assert statement["required"] == list(Statement.__struct_fields__)
    assert set(get_args(Act)) <= set(json.dumps(statement["properties"]["act"]).split('"'))
    assert "None" not in json.dumps(SCHEMA)


def test_docstrings_are_read_as_tables():
    intro, fields = read_docstring("A thing.\n\n    one, two   a count\n               of things; None or more\n    three      the rest")
    assert intro == "A thing."
    assert fields == {"one": "a count of things; null or more", "two": "a count of things; null or more", "three": "the rest"}
