"""How often one visitor, and how many visitors at once, may ask for what is slow: coding, SQL."""

from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Any

from litestar import Request
from litestar.exceptions import TooManyRequestsException

MINUTE = 60.0
A_MINUTE = 20  # turns of one visitor
AT_ONCE = 2  # turns of all visitors together


class Turnstile:
    """Counts turns by the visitor's address."""

    def __init__(self, a_minute: int = A_MINUTE, at_once: int = AT_ONCE, now: Callable[[], float] = monotonic) -> None:
        self.a_minute, self.at_once, self.now = a_minute, at_once, now
        self._lock = Lock()
        self._inside = 0
        self._taken: dict[str, deque[float]] = defaultdict(deque)

    def turn(self, request: Request[Any, Any, Any]) -> "Turn":
        """The visitor's next turn, which begins with `with`."""
        return Turn(self, request.client.host if request.client else "")

    def enter(self, who: str) -> None:
        """Begins a turn. Raises TooManyRequestsException."""
        with self._lock:
            self._forget(self.now() - MINUTE)
            if len(self._taken[who]) >= self.a_minute:
                raise _refusal(f"more than {self.a_minute} in a minute", MINUTE)
            if self._inside >= self.at_once:
                raise _refusal(f"{self.at_once} others are being served", 5)
            self._taken[who].append(self.now())
            self._inside += 1

    def leave(self) -> None:
        """Ends a turn."""
        with self._lock:
            self._inside -= 1

    def _forget(self, before: float) -> None:
        for who, turns in list(self._taken.items()):
            while turns and turns[0] < before:
                turns.popleft()
            if not turns:
                del self._taken[who]


class Turn:
    """One visitor's turn, a context."""

    def __init__(self, turnstile: Turnstile, who: str) -> None:
        self.turnstile, self.who = turnstile, who

    def __enter__(self) -> None:
        self.turnstile.enter(self.who)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.turnstile.leave()


def _refusal(why: str, seconds: float) -> TooManyRequestsException:
    return TooManyRequestsException(why, headers={"Retry-After": f"{seconds:g}"})
