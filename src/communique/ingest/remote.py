"""Files that lie elsewhere ("s3://news/2031.warc.gz"): whatever fsspec opens, where the extra `scale` has it. A path is a local file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast
from weakref import finalize

from communique.errors import ReadError
from communique.ingest.sources import WILDCARD, about, files_under
from communique.model import Unread

MISSING = 'reading {uri} needs fsspec: pip install "communique[scale]" and what fsspec asks for that kind of address'
VERSIONS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated")  # what stores say of a file's state


def is_remote(uri: str) -> bool:
    """True for an address, false for a path."""
    return "://" in uri


def open_uri(uri: str) -> BinaryIO:
    """The bytes of a file, to be read at random. Raises ReadError where it cannot be opened."""
    try:
        if is_remote(uri):
            store, path = _located(uri)
            file = store.open(path, "rb")
            finalize(file, id, store)  # some stores close their files when nobody holds the store
            return cast(BinaryIO, file)
        return open(uri, "rb")
    except (OSError, ValueError, ImportError) as error:
        raise ReadError(f"{uri}: {about(error) if isinstance(error, OSError | ValueError) else error}") from error


def files_at(uri: str, suffixes: frozenset[str]) -> Iterator[str | Unread]:
    """A file, or the news files of a folder or pattern, sorted; paths as absolute ones. Folders elsewhere are named by a pattern."""
    if not is_remote(uri):
        for file in files_under(uri, suffixes):
            yield file if isinstance(file, Unread) else os.path.abspath(file)
    elif WILDCARD.search(uri):
        yield from [file.full_name for file in _fsspec(uri).open_files(uri, "rb")] or [Unread(uri, "no files match this pattern")]
    else:
        yield uri


def state_of(uri: str) -> str:
    """What changes when a file does: its size, and when it was written or what its store calls that."""
    if not is_remote(uri):
        stat = Path(uri).stat()
        return f"{stat.st_size} {stat.st_mtime_ns}"
    store, path = _located(uri)
    info: dict[str, Any] = store.info(path)
    return " ".join([str(info.get("size")), *(str(info[name]) for name in VERSIONS if name in info)])


def _located(uri: str) -> tuple[Any, str]:
    """The store of an address, and its name there."""
    store, path = _fsspec(uri).url_to_fs(uri)
    return store, path


def _fsspec(uri: str) -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise ReadError(MISSING.format(uri=uri)) from error
    return fsspec
