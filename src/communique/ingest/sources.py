"""Where bytes come from: files, directories, standard input. Nothing here knows a format."""

import glob
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple, TypeVar, cast

from communique.errors import ReadError
from communique.model import Unread

HEAD = 8_192  # bytes looked at to tell a format
LARGEST = 200_000_000  # bytes of one text, of one JSON object, of one line
MOST_SPOOLED = 2_000_000_000  # bytes of a stream that is kept on disk because it must be read at random
IN_MEMORY = 20_000_000  # bytes up to which such a stream stays in memory
STDIN = "-"
COMPRESSED = frozenset({".gz", ".bz2", ".xz", ".zst"})
ARCHIVES = frozenset({".zip"})
WILDCARD = re.compile(r"[*?\[]")

Item = TypeVar("Item")


class Places:
    """Which lines, rows or records of a source are wanted, counted from 1; `last` is the highest number that was come by."""

    def __init__(self, wanted: range) -> None:
        self.wanted = wanted
        self.last = 0


class Source(NamedTuple):
    """An open input.

    name     for messages
    suffix   in lower case, before that of a compression
    head     its first bytes
    stream   from the very start
    columns  how the caller says that fields are called in it ({"text": "body"})
    groups   the row groups of Parquet that are wanted; None: all
    places   where only a part of a file is read, which of its lines, rows or records; None: the file is read whole
    """

    name: str
    suffix: str
    head: bytes
    stream: BinaryIO
    columns: Mapping[str, str] = MappingProxyType({})
    groups: range | None = None
    places: Places | None = None

    def chosen(self, numbered: Iterable[tuple[int, Item]]) -> Iterator[tuple[int, Item]]:
        """What is wanted of lines, rows or records with their numbers; reading ends behind the last of them."""
        if self.places is None:
            yield from numbered
            return
        for number, item in numbered:
            if number >= self.places.wanted.stop:
                return
            self.places.last = number
            if number in self.places.wanted:
                yield number, item

    def whole(self) -> bytes:
        """All bytes. Raises ReadError where there are more than one text may have."""
        data = self.stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ReadError(f"more than {LARGEST // 1_000_000} MB in one text: split it, or give JSON Lines with one article a line")
        return data


def open_source(path: str | Path) -> Source:
    """Opens a file, or standard input for "-". Raises ReadError with what to do."""
    if str(path) == STDIN:
        return source_of("standard input", "", io.BufferedReader(_Unclosed(sys.stdin.buffer), HEAD))
    try:
        stream = open(path, "rb")  # noqa: SIM115 - the reader closes it
    except (OSError, ValueError) as error:
        raise ReadError(about(error)) from error
    try:
        return source_of(str(path), str(path), stream)
    except OSError as error:
        stream.close()
        raise ReadError(about(error)) from error


def files_under(path: str | Path, suffixes: frozenset[str]) -> Iterator[Path | str | Unread]:
    """The path itself, or every news file in a directory or under a pattern ("news/**/*.txt"), sorted.

    News files are those with a known suffix, compressed ones too. Hidden names are left out, links to directories not followed.
    """
    if str(path) == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _found(_walk(Path(path), suffixes), path, f"in this directory: looked for {', '.join(sorted(suffixes))}")
    elif WILDCARD.search(str(path)) and not os.path.lexists(path):
        names = sorted(glob.iglob(str(path), recursive=True))
        files = (file for name in names for file in ([name] if not os.path.isdir(name) else ()))
        yield from _found(files, path, "match this pattern")
    else:
        yield path


def suffix_of(name: str) -> str:
    """A file name's suffix in lower case; before that of a compression, the one that tells the format."""
    path = Path(name)
    return Path(path.stem if path.suffix.lower() in COMPRESSED else path.name).suffix.lower()


def is_news(name: str, suffixes: frozenset[str]) -> bool:
    """True where a file of this name, found in a directory or archive, is to be read."""
    path = Path(name)
    last, inner = path.suffix.lower(), suffix_of(name)
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not is_hidden and (inner in suffixes | ARCHIVES or (last in COMPRESSED and inner == ""))


def source_of(name: str, file: str, stream: "io.BufferedReader[Any]") -> Source:
    """A stream as a source. `name` is for messages; `file` is the file name, whose suffix may tell the format."""
    return Source(name, suffix_of(file), stream.peek(HEAD)[:HEAD], stream)


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream, or a copy of it that can be read at random. Raises ReadError where it is too long for a copy."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the caller closes it
    size = 0
    while data := stream.read(1_000_000):
        size += copy.write(data)
        if size > MOST_SPOOLED:
            copy.close()
            raise ReadError(f"more than {MOST_SPOOLED // 1_000_000_000} GB in a stream that must be read at random: save it as a file")
    copy.seek(0)
    return cast(BinaryIO, copy)


def _found(files: Iterator[Path | Unread] | Iterator[str], path: str | Path, otherwise: str) -> Iterator[Path | str | Unread]:
    """The files, or an Unread where there is none."""
    found = False
    for file in files:
        found = True
        yield file
    if not found:
        yield Unread(str(path), f"no news files {otherwise}")


def _walk(directory: Path, suffixes: frozenset[str]) -> Iterator[Path | Unread]:
    """Files below a directory, by name; sub-directories in place among them."""
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(str(directory), about(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), suffixes)
        elif is_news(entry.name, suffixes) and _is_readable(entry):
            yield Path(entry.path)


def _is_readable(entry: "os.DirEntry[str]") -> bool:
    """False for links to directories, and for what no reader can come to an end of; a broken or looping link fails when it is opened."""
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir() and not os.path.exists(entry.path))
    except OSError:
        return True


class _Unclosed(io.RawIOBase):
    """A stream whose reader does not close it: standard input stays the process's own."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        read = getattr(self._stream, "read1", self._stream.read)
        data: bytes = read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def about(error: OSError | ValueError) -> str:
    """What went wrong opening a path, in words, with what to do."""
    if isinstance(error, FileNotFoundError):
        return 'no such file: check the path ("-" reads standard input)'
    if isinstance(error, PermissionError):
        return "permission denied: make it readable (chmod u+r) or read it as another user"
    if isinstance(error, OSError):
        return f"cannot be opened: {error.strerror or error}"
    return f"no path: {error}"
