"""The ledger as it was last published: opened once, opened anew when its file has been replaced, shared by all requests."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

from communique.ask import Ledger
from communique.ledger.files import signature

T = TypeVar("T")


class Kept:
    """What was found out about one state of the ledger and is asked again and again: counts, lists for menus."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: dict[object, object] = {}

    def __call__(self, key: object, find: Callable[[], T]) -> T:
        """What stands under a key, found out the first time."""
        with self._lock:
            if key not in self._found:
                self._found[key] = find()
            return cast(T, self._found[key])


class Shelf:
    """Gives each request a connection of its own to the newest state. A request that has begun goes on seeing what it saw."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._signature = signature(path)
        self._ledger, self._kept = Ledger.open(path), Kept()

    def take(self) -> Ledger:
        """The ledger for one thread. Raises LedgerError where there is none, or it is damaged."""
        with self._lock:
            self._renew()
            return self._ledger.beside()

    def kept(self) -> Kept:
        """What is kept of the newest state."""
        with self._lock:
            self._renew()
            return self._kept

    def _renew(self) -> None:
        if (now := signature(self.path)) != self._signature:
            self._ledger, self._kept, self._signature = Ledger.open(self.path), Kept(), now
