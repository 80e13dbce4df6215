"""Large files in stretches that can be read apart: bytes of JSON Lines and web archives, row groups of Parquet. Anything else stays whole.

A stretch begins where a line or record does, so that every one is in exactly one stretch.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, BinaryIO, Literal

from communique.errors import ReadError
from communique.ingest.decoding import split_mark
from communique.ingest.readers import SUFFIXES, reader_for
from communique.ingest.remote import files_at, open_uri, state_of
from communique.ingest.sources import HEAD, Places, Source, source_of
from communique.ingest.unpacking import is_packed, unpacked
from communique.model import Unread
from communique.model.base import Record

ZIP = b"PK"
GZIP = b"\x1f\x8b\x08"
WARC = b"WARC/"
BLANK = b"\r\n\r\n"  # stands before every record but the first
CHUNK = 1 << 20
FORMATS = ("warc", "jsonl", "parquet")
EVERYTHING = range(1, 1 << 62)
Part = Literal["all", "bytes", "groups"]


class Stretch(Record, frozen=True):
    """A file, or a part of it that is read as if it were one.

    uri    a path or an address
    part   the whole file, some of its bytes, some of its row groups
    start, stop  the first of them, and the one behind the last
    size   bytes to be read
    state  what changes when the file does
    """

    uri: str
    part: Part
    start: int
    stop: int
    size: int
    state: str

    @property
    def name(self) -> str:
        """For messages."""
        what = {"all": "", "bytes": f", bytes {self.start:,}-{self.stop:,}", "groups": f", row groups {self.start}-{self.stop - 1}"}
        return f"{self.uri}{what[self.part]}"


class Stream(io.RawIOBase):
    """The bytes of a stretch. `failure` is what the system could not read: the stretch is not to blame, and may be read another time."""

    def __init__(self, file: BinaryIO, start: int, stop: int) -> None:
        self._file, self._start, self._stop = file, start, stop
        self.failure: OSError | None = None
        self._file.seek(start)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell() - self._start

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: self._start, io.SEEK_CUR: self._file.tell(), io.SEEK_END: self._stop}[whence]
        return self._file.seek(base + offset) - self._start

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(min(len(buffer), max(0, self._stop - self._file.tell())))
        except OSError as error:
            self.failure = error
            raise
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


def stretches_at(path: str, most: int) -> Iterator[Stretch | Unread]:
    """The stretches of a file, folder or pattern, each of about `most` bytes where its format allows; what cannot be read is an Unread."""
    for file in files_at(path, SUFFIXES):
        if isinstance(file, Unread):
            yield file
            continue
        try:
            yield from stretches_of(file, most)
        except (ReadError, OSError) as error:
            yield Unread(file, str(error).removeprefix(f"{file}: "))


def stretches_of(uri: str, most: int) -> list[Stretch]:
    """The stretches of one file. Raises ReadError where it cannot be opened, or is neither WARC, JSON Lines nor Parquet."""
    format = _format(uri)
    with open_uri(uri) as file:
        head, size, state = file.read(HEAD), file.seek(0, io.SEEK_END), state_of(uri)
        if format == "parquet":
            return [Stretch(uri, "groups", a, b, total, state) for a, b, total in _groups(file, most)]
        begins = _beginning(head, format)
        if begins is None or size <= most:
            return [Stretch(uri, "all", 0, size, size, state)] if size else []
        bounds = sorted({0, size, *(begins(file, at, size) for at in range(most, size, most))})
        return [Stretch(uri, "bytes", a, b, b - a, state) for a, b in pairwise(bounds)]


def open_stretch(stretch: Stretch, wanted: range | None = None) -> tuple[Source, Stream]:
    """The stretch as a source, of which only some lines, rows or records are wanted; and the stream under it. Raises ReadError where it
    cannot be opened, OSError where the file has changed since it was cut into stretches."""
    if state_of(stretch.uri) != stretch.state:
        raise OSError(f"{stretch.uri} has changed since this run began: start another one, with another folder")
    file = open_uri(stretch.uri)
    is_bytes = stretch.part == "bytes"
    stream = Stream(file, stretch.start if is_bytes else 0, stretch.stop if is_bytes else file.seek(0, io.SEEK_END))
    source = source_of(stretch.name, stretch.uri, io.BufferedReader(stream, CHUNK))
    places = None if stretch.part == "all" and wanted is None else Places(EVERYTHING if wanted is None else wanted)
    groups = range(stretch.start, stretch.stop) if stretch.part == "groups" else None
    return source._replace(places=places, groups=groups), stream


def _format(uri: str) -> str:
    """The format of a file by its first bytes, also where they are compressed."""
    with open_uri(uri) as file, io.BufferedReader(Stream(file, 0, file.seek(0, io.SEEK_END)), HEAD) as stream:
        source = source_of(uri, uri, stream)
        inner = next(unpacked(source, SUFFIXES, 0)) if is_packed(source.head) else source
        format = reader_for(inner).name if isinstance(inner, Source) else ""
    if format not in FORMATS or source.head.startswith(ZIP):
        raise ReadError("a run takes WARC, JSON Lines and Parquet, plain or compressed; `communique code` reads other files")
    return format


def _groups(file: BinaryIO, most: int) -> Iterator[tuple[int, int, int]]:
    """Row groups gathered to about `most` bytes: the first, the one behind the last, their bytes."""
    from communique.ingest.table import group_sizes

    file.seek(0)
    start = total = 0
    sizes = group_sizes(file)
    for number, size in enumerate(sizes, start=1):
        total += size
        if total >= most or number == len(sizes):
            yield start, number, total
            start, total = number, 0


Beginning = Callable[[BinaryIO, int, int], int]


def _beginning(head: bytes, format: str) -> Beginning | None:
    """What finds where the first line or record behind a place begins; None where a file cannot be read from its middle."""
    if format == "warc":
        return _record if head.startswith(WARC) else _member if head.startswith(GZIP) else None
    return None if is_packed(head) or split_mark(head)[0] not in (None, "utf-8") else _line


def _line(file: BinaryIO, at: int, size: int) -> int:
    file.seek(at - 1)
    file.readline()
    return file.tell()


def _record(file: BinaryIO, at: int, size: int) -> int:
    return next((place + len(BLANK) for place in _places(file, max(0, at - len(BLANK)), BLANK + WARC)), size)


def _member(file: BinaryIO, at: int, size: int) -> int:
    return next((place for place in _places(file, at, GZIP) if _opens_record(file, place)), size)


def _opens_record(file: BinaryIO, place: int) -> bool:
    """True where a gzip member begins that holds a record."""
    file.seek(place)
    try:
        return zlib.decompressobj(31).decompress(file.read(HEAD), len(WARC)) == WARC
    except zlib.error:
        return False


def _places(file: BinaryIO, at: int, wanted: bytes) -> Iterator[int]:
    """Every place from `at` on where the wanted bytes stand; the file may be moved between two of them."""
    held = b""
    file.seek(at)
    while chunk := file.read(CHUNK):
        held += chunk
        at += len(chunk)
        place = held.find(wanted)
        while place != -1:
            yield at - len(held) + place
            place = held.find(wanted, place + 1)
        held = held[1 - len(wanted) :]
        file.seek(at)
