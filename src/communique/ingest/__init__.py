"""Stage 1: files, standard input and strings become Articles with their parts. Read readers.py for the formats, layout.py for the parts."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from communique.errors import ReadError, UsageError
from communique.ingest.assemble import assemble
from communique.ingest.decoding import without_surrogates
from communique.ingest.fields import checked_columns
from communique.ingest.language import language_of
from communique.ingest.metadata import KEYS, metadata_from
from communique.ingest.readers import READERS, SUFFIXES, Reader, reader_for, reader_named
from communique.ingest.sources import Source, files_under, open_source
from communique.ingest.stretches import Stretch, open_stretch, stretches_at
from communique.ingest.unpacking import is_packed, unpacked
from communique.model import Article, Unread

__all__ = [
    "READERS", "SUFFIXES", "Reader", "Stretch", "files_under", "language_of", "open_source", "open_stretch", "read", "read_all",
    "read_source", "read_text", "stretches_at",
]  # fmt: skip


def read(path: str | Path) -> Article:
    """The one article of a file ("-": of standard input).

    Raises ReadError where there is none, or more than one.
    """
    first, *more = list(islice(read_all([path]), 2)) or [Unread(str(path), "no article")]
    if isinstance(first, Unread):
        raise ReadError(f"{first.where}: {first.message}")
    if more:
        raise ReadError(f"{path}: more than one article; use read_all([{str(path)!r}])")
    return first


def read_all(
    paths: Iterable[str | Path], *, format: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Article | Unread]:
    """Every article of files, directories, patterns ("news/**/*.txt") and standard input ("-"), one at a time.

    Compressed files and zip archives are read as what they hold. What gave no article is an Unread in its place.

    format   name of a reader, for all paths; None: told from each file's content, else its suffix
    columns  what fields are called in tables and JSON Lines: {"text": "body", "date": "pubdate"}

    Raises UsageError where the format or a field is unknown.
    """
    reader = reader_named(format) if format else None
    columns = checked_columns(columns)
    if isinstance(paths, str | Path):
        raise UsageError(f"read_all takes a list of paths: read_all([{str(paths)!r}])")
    return (result for path in paths for file in files_under(path, SUFFIXES) for result in _read_file(file, reader, columns))


def read_text(text: str, **metadata: str | None) -> Article:
    """The article of a string, as if read from a text file.

    metadata  id, url, title, outlet, byline, published, language

    Raises UsageError where a metadata name is unknown.
    """
    unknown = set(metadata) - {key for keys in KEYS.values() for key in keys}
    if unknown:
        raise UsageError(f"unknown metadata {', '.join(sorted(unknown))}: use {', '.join(KEYS)}")
    text, replaced = without_surrogates(text)
    known, complaints = metadata_from(metadata)
    return assemble(text, known, replaced + complaints, has_headline=known.title is None)


def _read_file(path: str | Path | Unread, reader: Reader | None, columns: Mapping[str, str]) -> Iterator[Article | Unread]:
    """Everything one file gives; what stops its reading is an Unread."""
    if isinstance(path, Unread):
        yield path
        return
    try:
        source = open_source(path)._replace(columns=columns)
    except ReadError as error:
        yield Unread(str(path), str(error))
        return
    with source.stream:
        yield from _read(source, reader)


def read_source(source: Source, *, format: str | None = None, columns: Mapping[str, str] | None = None) -> Iterator[Article | Unread]:
    """Every article of an open source, which stays open. Raises UsageError where the format or a field is unknown."""
    return _read(source._replace(columns=checked_columns(columns)), reader_named(format) if format else None)


def _read(source: Source, reader: Reader | None, depth: int = 0) -> Iterator[Article | Unread]:
    """Everything a source gives, and those packed into it."""
    try:
        if not is_packed(source.head):
            yield from (reader or reader_for(source)).read(source)
            return
        for inner in unpacked(source, SUFFIXES, depth):
            yield from (
                [inner]
                if isinstance(inner, Unread)
                else _read(inner._replace(columns=source.columns, places=source.places), reader, depth + 1)
            )
    except ReadError as error:
        yield Unread(source.name, str(error))
    except OSError as error:
        yield Unread(source.name, f"reading stopped: {error.strerror or error}")
