"""Named fields become an article: a JSON object, a row of a table. What the columns are called may be said with them."""

from collections.abc import Mapping
from types import MappingProxyType

from communique.errors import UsageError
from communique.ingest.assemble import assemble
from communique.ingest.decoding import without_surrogates
from communique.ingest.metadata import KEYS, metadata_from
from communique.model import Article, Problem, Unread

TEXT = "text"
FIELDS = (TEXT, *dict.fromkeys(key for keys in KEYS.values() for key in keys))
AS_CALLED: Mapping[str, str] = MappingProxyType({})  # no column has another name than its field


def checked_columns(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    """The columns by field, as a caller gave them. Raises UsageError where a field does not exist."""
    for field in columns or AS_CALLED:
        if field not in FIELDS:
            raise UsageError(f"no field {field!r} to map a column to: use {', '.join(FIELDS)}")
    return columns or AS_CALLED


def renamed(given: Mapping[str, object], columns: Mapping[str, str]) -> Mapping[str, object]:
    """The fields under our names."""
    if not columns:
        return given
    others = {name: value for name, value in given.items() if name not in columns}
    return others | {field: given[column] for field, column in columns.items() if column in given}


def article_from(given: Mapping[str, object], where: str, problems: tuple[Problem, ...] = ()) -> Article | Unread:
    """The article of named fields; an Unread where they give no text.

    where     names the input in messages
    problems  what went wrong so far
    """
    text = given.get(TEXT)
    if not isinstance(text, str):
        return Unread(where, f'"text" is {type(text).__name__}, not a string' if TEXT in given else 'no "text": each line needs one')
    if not text.strip():
        return Unread(where, '"text" is empty: no article')
    text, replaced = without_surrogates(text)
    metadata, complaints = metadata_from(given)
    return assemble(text, metadata, problems + replaced + complaints, has_headline=False)
