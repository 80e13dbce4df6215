"""How a command ends: its exit code, and one clear line on stderr where something is wrong; a traceback only with --debug."""

import sys
from collections.abc import Callable
from typing import Any

from communique.errors import CommuniqueError, LedgerError

OK = 0
COULD_NOT = 1  # output or ledger could not be written or read, or a mistake of ours
USAGE = 2  # the command cannot be carried out as given
SOME_FAILED = 3  # the other articles were dealt with
INTERRUPTED = 130


def guarded(command: Callable[[], Any], *, debug: bool) -> int:
    """Runs a command; turns whatever it raises into a message and an exit code."""
    from communique.show.cli.terminal.output import silence

    try:
        code = command()
        finish()
        return code if isinstance(code, int) else OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # whoever read our output has seen enough; typer and rich turn that into SystemExit
        silence()
        return OK
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError):
            silence()
        return _report(error)


def finish() -> None:
    """Writes out what is still buffered, while an error can still be reported."""
    if sys.stdout is not None:
        sys.stdout.flush()


def say(message: str) -> None:
    """One line on stderr, if there is one."""
    if sys.stderr is not None:
        print(f"communique: {message}", file=sys.stderr)  # noqa: T201


def _report(error: Exception) -> int:
    """Says what is wrong and what to do; returns the exit code."""
    if isinstance(error, CommuniqueError):
        say(str(error))
        return COULD_NOT if isinstance(error, LedgerError) else USAGE
    if hasattr(error, "format_message"):  # typer's errors, whose base class moved between its versions
        say(_about_usage(error))
        return USAGE
    if isinstance(error, OSError) and error.strerror:
        say(f"{f'{error.filename}: ' if error.filename else 'output: '}{error.strerror}")
        return COULD_NOT
    say(f"internal error ({type(error).__name__}: {error}); run again with --debug to see where, and report it with the input")
    return COULD_NOT


def _about_usage(error: Any) -> str:
    """A usage error in our words: what is wrong, what was perhaps meant, where help is."""
    message: str = getattr(error, "message", None) or error.format_message()
    near = getattr(error, "possibilities", None)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    path = error.ctx.command_path if getattr(error, "ctx", None) else "communique"
    return f"{message.rstrip('.')}.{meant} Try: {path} --help"
