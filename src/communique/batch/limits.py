"""How long an article may take, and how much memory a worker. What stands still in C, where no exception can be raised, ends the worker."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

PATIENCE = 3  # times its seconds after which an article ends its worker


class TimeUp(BaseException):
    """An article has had its time. No Exception, so that whoever survives those does not survive this."""


class Clock:
    """Raises TimeUp in the main thread when an article has had its seconds, and ends the process when it has had them PATIENCE times."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.can_raise = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time of one article."""
        before = signal.signal(signal.SIGALRM, _time_up) if self.can_raise else None
        try:
            self._set(self.seconds)
            yield
        finally:
            self._set(0)
            if before is not None:
                signal.signal(signal.SIGALRM, before)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Within the time of an article: something that must not be broken off, but still ends the process where it stands still."""
        self._set(0)
        with deadline(self.seconds * PATIENCE):
            yield
        self._set(self.seconds)

    def _set(self, seconds: float) -> None:
        if self.can_raise:
            signal.setitimer(signal.ITIMER_REAL, seconds)
        if seconds:
            faulthandler.dump_traceback_later(seconds * PATIENCE, exit=True, file=_NOWHERE)
        else:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Ends the process where the block takes longer."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=_NOWHERE)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def cap_memory(more: int) -> None:
    """Lets this process take so many bytes more than it has now; where it asks for others, Python raises MemoryError. Linux only."""
    held = _status("VmData")
    if held:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = held + more
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def resident() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    return _status("VmRSS")


def _status(name: str) -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith(f"{name}:")), 0)


def _time_up(signal: int, frame: FrameType | None) -> None:
    raise TimeUp


_NOWHERE = open(os.devnull, "w")  # noqa: SIM115 - faulthandler keeps it
