"""Compressed files and zip archives: what is inside is read as sources of their own, within bounds."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from communique.errors import ReadError
from communique.ingest.sources import HEAD, Source, is_news, seekable, source_of
from communique.model import Unread

DEEPEST = 2  # packings inside each other: a zip of compressed files, a zip in a zip
MOST_UNPACKED = 50_000_000_000  # bytes out of one file or member
MOST_TIMES = 250  # times its packed size that something may unpack to; news shrinks to a third, a bomb to a thousandth
FREE = 10_000_000  # bytes for which nobody counts times

# what opens each packing, told by its first bytes
COMPRESSIONS: tuple[tuple[bytes, Callable[[BinaryIO], Any]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", lambda stream: _zstd(stream)),
)
ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
DAMAGED = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
# members that only office documents and books have
OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"})
MISSING = 'reading Zstandard needs pyarrow: pip install "communique[scale]", or unpack it'
BOMB = "unpacks to more than {times:,} times its size: refused as a bomb; unpack it yourself if you trust it"


class Packed(NamedTuple):
    """A stream that is unpacked while it is read, and how many packed bytes have gone into it so far."""

    stream: Any
    taken: Callable[[], int]


def is_packed(head: bytes) -> bool:
    """True where the first bytes are those of a compressed file or a zip archive."""
    return head.startswith(ARCHIVE) or any(head.startswith(magic) for magic, _ in COMPRESSIONS)


def unpacked(source: Source, suffixes: frozenset[str], depth: int) -> Iterator[Source | Unread]:
    """The sources in a packed one, one at a time; each is closed before the next is opened.

    suffixes  of members that are news
    depth     how many packings are around it already

    Raises ReadError where the packing is broken or too deep.
    """
    if depth >= DEEPEST:
        raise ReadError(f"packed more than {DEEPEST} times: unpack it once")
    if source.head.startswith(ARCHIVE):
        yield from _members(source, suffixes)
        return
    opener = next(opener for magic, opener in COMPRESSIONS if source.head.startswith(magic))
    counted = _Counted(source.stream)
    with _buffered(Packed(opener(cast(BinaryIO, counted)), lambda: counted.taken)) as stream:
        yield source_of(source.name, source.suffix, stream)


def _members(source: Source, suffixes: frozenset[str]) -> Iterator[Source | Unread]:
    """The members of a zip archive that are news, in the archive's order."""
    with seekable(source.stream) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except DAMAGED as error:
            raise ReadError(f"broken zip archive: {error}") from error
        names = {info.filename for info in archive.infolist()}
        if names & OFFICE:
            raise ReadError("an office document or e-book, no archive of news: save it as text or PDF and read that")
        wanted = [info for info in archive.infolist() if not info.is_dir() and is_news(info.filename, suffixes)]
        if not wanted:
            yield Unread(source.name, f"no news files in this archive: looked for {', '.join(sorted(suffixes))}")
        for info in wanted:
            yield from _member(source.name, archive, info)


def _member(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Source | Unread]:
    where = f"{name}, {info.filename}"
    if info.flag_bits & 1:
        yield Unread(where, "locked by a password: unpack it and read the files")
        return
    try:
        packed = Packed(archive.open(info), lambda: info.compress_size)
        with _buffered(packed) as stream:
            yield source_of(where, info.filename, stream)
    except (ReadError, *DAMAGED) as error:
        yield Unread(where, f"broken in the archive: {error}")


def _buffered(packed: Packed) -> "io.BufferedReader[Any]":
    return io.BufferedReader(_Bounded(packed), max(HEAD, io.DEFAULT_BUFFER_SIZE))


def _zstd(stream: BinaryIO) -> Any:
    """An unpacking stream of Zstandard. Raises ReadError without pyarrow."""
    try:
        import pyarrow
    except ImportError as error:
        raise ReadError(MISSING) from error
    return pyarrow.CompressedInputStream(pyarrow.PythonFile(stream, mode="r"), "zstd")


class _Counted:
    """A stream that counts what is read from it, and is left open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0
        self.closed = False

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data

    def close(self) -> None:
        """Nothing: whoever opened the stream closes it."""


class _Bounded(io.RawIOBase):
    """An unpacking stream that ends with a ReadError where it is broken, or gives more than news would."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data: bytes = self._packed.stream.read(len(buffer))
        except DAMAGED as error:
            raise ReadError(f"packed data broken after {self._given:,} bytes: {error}") from error
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > FREE and self._given > MOST_TIMES * max(self._packed.taken(), 1):
            raise ReadError(BOMB.format(times=MOST_TIMES))
        if self._given > MOST_UNPACKED:
            raise ReadError(f"unpacks to more than {MOST_UNPACKED // 1_000_000_000} GB: unpack it yourself")
        return len(data)
