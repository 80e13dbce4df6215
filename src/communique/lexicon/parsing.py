"""YAML text -> plain values, in which nothing has been lost unseen.

YAML 1.1 reads a bare `no` as a boolean and `14` as a number, and keeps the last of two equal keys. All would pass silently or lose what was
written, so they leave a marker (`Misread`, `Twice`); no record takes a marker, and the check of the entry can name the field it stands in.
"""

from collections.abc import Hashable
from typing import Any

import yaml

from communique.errors import LexiconError
from communique.lexicon.files import Source
from communique.model import Record

try:
    from yaml import CSafeLoader as Loader  # libyaml: some eight times faster
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_YAML = "tag:yaml.org,2002:"
_TRUTH = {"true": True, "false": False}


class Misread(Record, frozen=True):
    """A bare word, as written, that YAML takes for something else than a text: "bool", "int", "timestamp"."""

    written: str
    kind: str


class Twice(Record, frozen=True):
    """Stands in place of the value of a key that is given more than once in one mapping."""

    key: str


def parse(text: str, source: Source) -> list[Any]:
    """The entries of a file, as YAML gives them."""
    try:
        top = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{source.path}{line_in(error)}: not valid YAML ({reason_of(error)}); mend the file") from error
    return entries_in(None if top is None else value_of(top), source)


def plain(text: str) -> Any:
    """What YAML makes of a text, for tables that are checked by type: numbers are numbers there."""
    return yaml.load(text, Loader)


def value_of(node: yaml.Node) -> Any:
    """The plain value of a node, with markers where YAML would drop or change something."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == _YAML + "str" else bare(node.value, node.tag.removeprefix(_YAML))
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    return mapping_of([(value_of(key), value_of(value)) for key, value in node.value])


def bare(written: str, kind: str) -> Any:
    """What stands without quotes and is no text: null, true and false, else a marker."""
    if kind == "null":
        return None
    return _TRUTH.get(written.lower(), Misread(written, kind)) if kind == "bool" else Misread(written, kind)


def mapping_of(pairs: list[tuple[Any, Any]]) -> dict[Hashable, Any]:
    """A mapping, with a marker at every key given twice; keys that are lists or mappings stand as texts."""
    mapping: dict[Hashable, Any] = {}
    for key, value in pairs:
        name = key if isinstance(key, Hashable) else str(key)
        mapping[name] = Twice(str(key)) if name in mapping else value
    return mapping


def entries_in(top: Any, source: Source) -> list[Any]:
    """The list under the file's one key."""
    name = source.table.list
    if not isinstance(top, dict) or list(top) != [name]:
        found = ", ".join(map(str, top)) if isinstance(top, dict) else "a list" if isinstance(top, list) else "nothing of the kind"
        raise LexiconError(f"{source.path}: the one key at the top must be `{name}:`, found {found}; put all entries in a list below it")
    entries = top[name]
    if isinstance(entries, Twice):
        raise LexiconError(f"{source.path}: `{name}:` stands twice (YAML would keep only the last list); put all entries in one list")
    if not isinstance(entries, list):
        raise LexiconError(f"{source.path}: below `{name}:` a list must stand, each entry on a line that starts with `- `")
    return entries


def line_of(text: str, index: int) -> int:
    """The line on which an entry begins; read again, for error messages only."""
    top = yaml.compose(text, Loader=Loader)
    entry = top.value[0][1].value[index]  # type: ignore[union-attr]
    return int(entry.start_mark.line) + 1


def line_in(error: yaml.YAMLError) -> str:
    """Where YAML gave up, as ", line 7"; empty where it does not say."""
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}" if mark else ""


def reason_of(error: yaml.YAMLError) -> str:
    """What YAML found wrong, on one line."""
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).splitlines()[0]
