"""From the ledger to the folder: every page is asked for and written, then its links are made to lead from file to file."""

import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique.ask import Ledger
from communique.errors import CommuniqueError, UsageError
from communique.show.web.addresses import twin
from communique.show.web.app import STATIC, archived
from communique.show.web.archive.client import Client
from communique.show.web.archive.links import links_of, relative, relinked
from communique.show.web.archive.places import Place, Places
from communique.show.web.drawing import article_url
from communique.show.web.routes import views

LINKED = ".jsonld"
SITE = "http://127.0.0.1"  # what linked data call us before they are written
BEGINNING = "/"
OK, MISSING = 200, 404


class Published(msgspec.Struct, frozen=True):
    """How many pages stand in the folder, and how many files of linked data."""

    pages: int
    linked: int


class _Archive:
    """What was asked for, what there is, and where it stands."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.places = Places(views())
        self.files: dict[str, str] = {}  # of pages that are there, by the file without its ending: where they lead
        self.moved: dict[str, str] = {}  # where pages went that have another address now
        self.linked = 0

    def fetch(self, addresses: Iterator[str]) -> None:
        """Asks for all that can be reached, and writes it as it came."""
        waiting, seen = deque(addresses), set[str]()
        while waiting:
            address = waiting.popleft()
            place = self.places.place(address)
            if place is None or place.file in seen:
                continue
            seen.add(place.file)
            waiting.extend(self._page(address, place))

    def _page(self, address: str, place: Place) -> list[str]:
        answer = self.client.get(address)
        if answer.location:
            self.moved[place.file] = answer.location
            return [answer.location]
        if answer.status == MISSING:
            return []
        if answer.status != OK:
            raise CommuniqueError(f"{address} could not be shown ({answer.status}): communique serve tells why")
        self.files[place.file] = address
        self._write(f"{place.file}.html", answer.body)
        if place.view.linked:
            self._write(f"{place.file}{LINKED}", self.client.get(_twin(address)).body)
            self.linked += 1
        return list(links_of(answer.body.decode()))

    def relink(self) -> None:
        """Makes links lead from file to file."""
        for file in self.files:
            page = self.folder / f"{file}.html"
            page.write_bytes(relinked(page.read_bytes().decode(), lambda to, file=file: self.link(file, to)).encode())  # type: ignore[misc]
            data = self.folder / f"{file}{LINKED}"
            if data.exists():
                data.write_bytes(msgspec.json.format(msgspec.json.encode(self._linked(file, msgspec.json.decode(data.read_bytes())))))

    def link(self, file: str, to: str) -> str | None:
        """Where a link of a page leads in the archive; None where that is not kept."""
        if not to.startswith("/"):
            return to
        address, mark, at = to.partition("#")
        if address.startswith("/static/"):
            return relative(file, address[1:])
        if address.partition("?")[0].endswith(LINKED):
            return relative(file, f"{file}{LINKED}")  # a page names no twin but its own
        place = self.places.place(address)
        if place and place.file in self.moved:
            return self.link(file, self.moved[place.file] + mark + at)
        return f"{relative(file, f'{place.file}.html')}{mark}{at}" if place and place.file in self.files else None

    def _linked(self, file: str, value: Any) -> Any:
        """Linked data with the addresses of the archive."""
        if isinstance(value, dict):
            return {name: self._linked(file, one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._linked(file, one) for one in value]
        if isinstance(value, str) and value.startswith(f"{SITE}/"):
            return self.link(file, value.removeprefix(SITE)) or value.removeprefix(SITE)
        return value

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _twin(address: str) -> str:
    """The address of a page's linked data."""
    path, mark, query = address.partition("?")
    return f"{twin(path, LINKED[1:])}{mark}{query}"


def publish(ledger: Path, folder: Path, *, with_text: bool = False) -> Published:
    """Writes the page of a ledger as plain files into a new folder.

    with_text  whether articles are there with their texts, which belong to their publishers; else only the words of what was found
    Raises UsageError where the folder holds something, LedgerError where there is no ledger.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty: name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    with Client(archived(ledger, with_text)) as client:
        archive = _Archive(client, folder)
        archive.fetch(_beginnings(ledger))
    archive.relink()
    shutil.copytree(STATIC, folder / "static", ignore=shutil.ignore_patterns("review.js"))
    return Published(len(archive.files), archive.linked)


def _beginnings(ledger: Path) -> Iterator[str]:
    """The front page and every article: all else is reached from them."""
    yield BEGINNING
    with Ledger.open(ledger) as opened:
        _, rows = opened.rows("SELECT id FROM articles ORDER BY id")
        yield from [article_url(str(id)) for (id,) in rows]
