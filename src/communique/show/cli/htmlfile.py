"""The file of --html: codings as one HTML document, written beside its place, which it takes when it is whole."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.model import Coding

STDOUT = "-"
CHUNK = 1 << 16  # characters copied at once

Write = Callable[[str], object]


@contextmanager
def html_file(name: str | None) -> "Iterator[Callable[[Coding], None]]":
    """A function that takes one coding after another; the document stands at `name` when the context ends well. Does nothing for None."""
    if name is None:
        yield lambda coding: None
        return
    with _output(name) as write, TemporaryFile("w+", encoding="utf-8", errors="replace", newline="\n") as waiting:
        document = Document(waiting)
        yield document.add
        document.write_to(write)


class Document:
    """Articles that wait in a temporary file until all are there, for the index stands above them."""

    def __init__(self, waiting: IO[str]) -> None:
        self.waiting = waiting
        self.entries: list[str] = []
        self.first: Coding | None = None

    def add(self, coding: "Coding") -> None:
        """One more article."""
        from communique.model.highlight import index_entry, section

        place = len(self.entries) + 1
        self.first = self.first or coding
        self.entries.append(index_entry(coding, place))
        self.waiting.write(section(coding, place))

    def write_to(self, write: Write) -> None:
        """Writes the document: an article alone has no index."""
        from communique.model.highlight import CLOSING, index, opening, page

        if self.first and len(self.entries) == 1:
            write(page(self.first))
            return
        write(opening("What is reported to have been said") + index(self.entries))
        self.waiting.seek(0)
        while chunk := self.waiting.read(CHUNK):
            write(chunk)
        write(CLOSING)


@contextmanager
def _output(name: str) -> Iterator[Write]:
    """Where to write: standard output for "-", a device or pipe as it is, else a file beside the named one that takes its place."""
    place = Path(os.path.realpath(name))
    if name == STDOUT:
        yield _to_standard_output
    elif place.exists() and not place.is_file():
        with _opened(place, name) as out:
            yield out.write
    else:
        yield from _replacing(place, name)


def _replacing(place: Path, name: str) -> Iterator[Write]:
    beside = place.with_name(f".{place.name[:200]}.{os.getpid()}.part")
    try:
        with _opened(beside, name) as out:
            yield out.write
        if place.exists():
            copymode(place, beside)
        os.replace(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _opened(path: Path, name: str) -> IO[str]:
    try:
        return path.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"--html {name}: {error.strerror}; name a file that can be written, or - for standard output") from error


def _to_standard_output(text: str) -> None:
    from communique.show.cli.terminal.output import write_bytes

    write_bytes(text.encode("utf-8", "replace"))
