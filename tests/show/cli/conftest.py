"""The command as users run it, in a process of its own; where the process is not the point, in this one, for spaCy is slow to load."""

import io
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

import pytest

from communique.show.cli import app

COMMAND = [sys.executable, "-m", "communique"]
DISPATCH = """# *Fiji asks for a wider whale sanctuary*

---

Suva, May 9 (PCN)-- Fiji's environment minister Litia Ravouvou said that the sanctuary has to be widened before the next season.

"We have waited long enough," she added.
"""
MORE = [
    "The Maltese foreign minister Karmenu Brincat said that the port will stay open to every rescue ship that asks.",
    "Peru's ambassador Rosaura Chumbe told reporters that the two navies will search the strait together from Monday on.",
    "According to Estonian officials, the ferry line is to be taken up again when the ice has gone from the northern harbours.",
]


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PYTHONIOENCODING"}}
    return kept | {"TERM": "xterm-256color", "COLUMNS": "110", "LINES": "50"} | more


def run(*arguments, stdin: bytes | None = None, **env):
    """The finished process, its output as bytes; without `stdin` there is nothing to read."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin or b"", capture_output=True, timeout=120, env=environment(**env), check=False
    )


def run_on_terminal(*arguments, **env) -> tuple[int, str]:
    """Exit code and what a terminal shows, standard output and stderr together."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(env.get("COLUMNS", 110)), 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdin=follower, stdout=follower, stderr=follower, env=environment(**env), close_fds=True
    )
    os.close(follower)
    return _drain(process, leader)


class Screen(io.TextIOWrapper):
    """Standard output in memory that says it is a terminal, or not."""

    def __init__(self, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def call(*arguments, stdin: bytes = b"", terminal: bool = False, stderr_terminal: bool = False, **env) -> subprocess.CompletedProcess:
    """What `run` gives, without a new process; `terminal`: as if standard output were one."""
    out, err = Screen(terminal), Screen(stderr_terminal)
    with pytest.MonkeyPatch.context() as patch:
        wanted = environment(**env)
        for name in wanted.keys() ^ os.environ.keys():
            patch.delenv(name, raising=False)
        for name, value in wanted.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = app.run([str(argument) for argument in arguments])
        out.flush()
        err.flush()
    return subprocess.CompletedProcess(arguments, code, out.buffer.getvalue(), err.buffer.getvalue())


def _drain(process, leader) -> tuple[int, str]:
    shown, stop = b"", time.monotonic() + 120
    while time.monotonic() < stop:
        if select.select([leader], [], [], 0.2)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other end is closed
                piece = b""
            if not piece:
                break
            shown += piece
    os.close(leader)
    return process.wait(timeout=10), shown.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture(scope="session")
def inputs(tmp_path_factory) -> Path:
    """A folder with a dispatch and a file of several articles, one line of which is broken."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "dispatch.md").write_text(DISPATCH, encoding="utf-8")
    lines = [f'{{"id": "m{n}", "text": "{text}"}}' for n, text in enumerate(MORE)]
    (folder / "good.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines.insert(1, '{"id": "broken", "text": "The minister sa')
    (folder / "mixed.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
