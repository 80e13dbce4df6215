"""Standard output: JSON Lines in UTF-8, flushed line by line, or a rich console where somebody is looking."""

import os
import sys
from typing import TYPE_CHECKING

from communique.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 120  # columns; longer lines are hard to read
CLOSED = "standard output is closed: send it somewhere, > FILE or | COMMAND"


def is_terminal() -> bool:
    """True where standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def write_line(line: bytes) -> None:
    """Writes one line to standard output at once, whatever the locale says about its encoding."""
    write_bytes(line if line.endswith(b"\n") else line + b"\n")


def write_bytes(data: bytes) -> None:
    """Writes bytes to standard output as they are, at once."""
    if sys.stdout is None:
        raise UsageError(CLOSED)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def silence() -> None:
    """Turns standard output to nowhere, so that Python's own flush at exit cannot fail aloud."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def console() -> "Console":
    """A console on standard output, at most WIDEST wide, without colour in a pipe; what cannot be encoded becomes question marks."""
    from rich.console import Console

    if sys.stdout is None:
        raise UsageError(CLOSED)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    made = Console(highlight=False, markup=False, emoji=False, force_terminal=is_terminal())
    if made.width > WIDEST or not is_terminal():
        made.width = WIDEST
    return made
