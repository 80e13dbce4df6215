"""Plain values -> records; every refusal names the file, the line, the entry, the field and what is allowed there."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from communique.errors import LexiconError
from communique.lexicon import rows
from communique.lexicon.entries import KnownActor
from communique.lexicon.files import Source, Table
from communique.lexicon.parsing import Misread, Twice, line_of
from communique.model import Record

Key = tuple[str, ...]
OPTIONAL: dict[str, object] = {"does": None, "object": (), "needs": (), "subject": ()}  # fields of a key that an entry may leave out


def record_from(entry: Any, index: int, text: str, source: Source) -> Record:
    """The record an entry describes."""
    try:
        record = msgspec.convert(entry, source.table.entry)
    except msgspec.ValidationError as error:
        wrong = removal_wrong(entry, source) or complaint(entry, source.table.entry) or str(error)
        raise refusal(wrong, entry, index, text, source) from None
    if flaw := ill_formed(record) or (rows.flaw_of(record) if isinstance(record, KnownActor) else None):
        raise refusal(flaw, entry, index, text, source)
    return record


def key_of(entry: Any, table: Table) -> Key:
    """What tells an entry from the others of its table, from a record or a mapping."""
    values = entry if isinstance(entry, dict) else dict(zip(entry.__struct_encode_fields__, msgspec.structs.astuple(entry), strict=True))
    return tuple(_plain(values.get(field, OPTIONAL.get(field))) for field in table.key)


def _plain(value: Any) -> str:
    """A value of a key as text, the same for a list in YAML and a tuple in a record."""
    return str(tuple(value)) if isinstance(value, list | tuple) else str(value)


def refusal(wrong: str, entry: Any, index: int, text: str, source: Source) -> LexiconError:
    """The error for one entry: where it is, then what is wrong and what to do."""
    named = " ".join(map(shown, _key_shown(entry, source.table))) if isinstance(entry, dict) else shown(entry)
    line = rows.line_of(text, index) if source.path.suffix == ".csv" else line_of(text, index)
    return LexiconError(f"{source.path}, line {line}, entry {index + 1} ({named}): {wrong}")


def _key_shown(entry: dict[str, Any], table: Table) -> list[Any]:
    """The values of an entry's key; of those that may be missing only what is there."""
    needed = {field.encode_name for field in msgspec.structs.fields(table.entry) if field.required}
    return [entry.get(field) for field in table.key if field in entry or field in needed]


def shown(value: Any) -> str:
    """A value as its writer would know it again."""
    if isinstance(value, Misread):
        return value.written
    if isinstance(value, Twice):
        return f"{value.key} twice"
    return "no key" if value is None else str(value)


def removal_wrong(entry: Any, source: Source) -> str | None:
    """What is wrong with an entry of a user's file that means to remove one of ours."""
    if not (source.users and isinstance(entry, dict) and "remove" in entry):
        return None
    key = ", ".join(f"{field}: ..." for field in source.table.key)
    return f"to remove an entry of ours write nothing but its key and true: {{{key}, remove: true}}"


def complaint(entry: Any, kind: type[Record]) -> str | None:
    """What is wrong with an entry that does not fit its record."""
    hints = get_type_hints(kind)
    fields = {field.encode_name: hints[field.name] for field in msgspec.structs.fields(kind)}
    allowed = ", ".join(fields)
    if not isinstance(entry, dict):
        return f"an entry is a mapping `{{field: value, ...}}`; allowed fields: {allowed}"
    if twice := next((value for value in entry.values() if isinstance(value, Twice)), None):
        return f"field `{twice.key}` is given twice (YAML would keep only the last); keep one"
    if unknown := next((key for key in entry if key not in fields), None):
        return f"unknown field `{shown(unknown)}`; allowed fields: {allowed}"
    if missing := next(
        (field.encode_name for field in msgspec.structs.fields(kind) if field.required and field.encode_name not in entry), None
    ):
        return f"field `{missing}` is missing; it must hold {wanted(fields[missing])}"
    return next((wrong for field, value in entry.items() if (wrong := misfit(field, value, fields[field]))), None)


def misfit(field: str, value: Any, kind: Any) -> str | None:
    """Why a value does not fit its field; None where it does."""
    if get_origin(kind) is tuple and isinstance(value, list):
        item = get_args(kind)[0]
        return next((wrong for n, part in enumerate(value) if (wrong := misfit(f"{field}[{n}]", part, item))), None)
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return f"field `{field}` must hold {wanted(kind)}, {found(value, kind)}"
    return None


def found(value: Any, kind: Any) -> str:
    """What stands there instead, with the way out where YAML took it for something else behind the writer's back."""
    if not isinstance(value, Misread):
        return f"found {value!r}"
    what = "a boolean" if value.kind == "bool" else value.kind
    way_out = "write true or false" if kind is bool else f'put it in quotes: "{value.written}"'
    return f"but YAML reads a bare `{value.written}` as {what}; {way_out}"


def wanted(kind: Any) -> str:
    """What a field may hold, in words."""
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, get_args(kind)))
    if get_origin(kind) is tuple:
        return f"a list, each item {wanted(get_args(kind)[0])}"
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(wanted(part) for part in get_args(kind))
    return {str: "a text", bool: "true or false", NoneType: "null"}[kind]


def ill_formed(record: Record) -> str | None:
    """A text that is empty, has white space at its ends, or stands twice in one list."""
    for field, value in msgspec.structs.asdict(record).items():
        texts = value if isinstance(value, tuple) else (value,)
        for text in texts:
            if isinstance(text, str) and (not text or text != text.strip()):
                return f"field `{field}` holds {text!r}; a text is not empty and has no white space at its ends"
        if len(set(texts)) < len(texts):
            doubled = next(text for text in texts if texts.count(text) > 1)
            return f"field `{field}` holds {doubled!r} twice; keep one"
    return None
