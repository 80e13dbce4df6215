"""Where bytes come from: files, directories, standard input. Nothing here knows a format."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from communique.errors import ReadError
from communique.model import Unread

HEAD = 8_192  # bytes looked at to tell a format
LARGEST = 200_000_000  # bytes of one text, of one JSON object, of one line
STDIN = "-"


class Source(NamedTuple):
    """An open input: its name for messages, its first bytes, its suffix in lower case, and the stream from the very start."""

    name: str
    suffix: str
    head: bytes
    stream: BinaryIO

    def whole(self) -> bytes:
        """All bytes. Raises ReadError where there are more than one text may have."""
        data = self.stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ReadError(f"more than {LARGEST // 1_000_000} MB in one text: split it, or give JSON Lines with one article a line")
        return data


def open_source(path: str | Path) -> Source:
    """Opens a file, or standard input for "-". Raises ReadError with what to do."""
    if str(path) == STDIN:
        return _source("standard input", "", io.BufferedReader(_Unclosed(sys.stdin.buffer), HEAD))
    try:
        stream = open(path, "rb")  # noqa: SIM115 - the reader closes it
    except (OSError, ValueError) as error:
        raise ReadError(_about(error)) from error
    try:
        return _source(str(path), Path(path).suffix.lower(), stream)
    except OSError as error:
        stream.close()
        raise ReadError(_about(error)) from error


def files_under(path: str | Path, suffixes: frozenset[str]) -> Iterator[Path | str | Unread]:
    """The path itself, or for a directory every file below it with a known suffix, sorted.

    Hidden names are left out, links to directories not followed.
    """
    if str(path) == STDIN or not os.path.isdir(path):
        yield path
        return
    found = False
    for item in _walk(Path(path), suffixes):
        found = True
        yield item
    if not found:
        yield Unread(str(path), f"no news files in this directory: looked for {', '.join(sorted(suffixes))}")


def _walk(directory: Path, suffixes: frozenset[str]) -> Iterator[Path | Unread]:
    """Files below a directory, by name; sub-directories in place among them."""
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        yield Unread(str(directory), _about(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), suffixes)
        elif Path(entry.name).suffix.lower() in suffixes and not entry.is_dir():
            yield Path(entry.path)


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


def _source(name: str, suffix: str, stream: "io.BufferedReader[Any]") -> Source:
    return Source(name, suffix, stream.peek(HEAD)[:HEAD], stream)


def _about(error: OSError | ValueError) -> str:
    """What went wrong opening a path, in words, with what to do."""
    if isinstance(error, FileNotFoundError):
        return 'no such file: check the path ("-" reads standard input)'
    if isinstance(error, PermissionError):
        return "permission denied: make it readable (chmod u+r) or read it as another user"
    if isinstance(error, OSError):
        return f"cannot be opened: {error.strerror or error}"
    return f"no path: {error}"
