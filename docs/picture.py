"""Draw docs/images/demo.svg: what `communique demo` prints on a terminal, colours and all.

usage: python docs/picture.py
"""

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

PICTURE = Path(__file__).resolve().parent / "images" / "demo.svg"
COLUMNS, LINES = 110, 60
COMMAND = [sys.executable, "-m", "communique", "demo"]
# The picture fetches nothing: it is drawn in the reader's own fixed-width font.
FORMAT = re.sub(r"<!--.*?-->|@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace("Fira Code", "ui-monospace")
THEME = TerminalTheme(
    (253, 252, 249),
    (38, 40, 43),
    [(38, 40, 43), (178, 34, 52), (30, 120, 70), (150, 100, 0), (26, 84, 160), (130, 50, 140), (0, 115, 125), (110, 112, 116)],
    [(90, 92, 96), (200, 60, 70), (40, 140, 90), (175, 120, 10), (50, 110, 190), (150, 80, 165), (20, 140, 150), (60, 62, 66)],
)


def on_a_terminal(command: list[str]) -> str:
    """What a command prints when its output is a terminal of our size."""
    reader, writer = pty.openpty()
    fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.DEVNULL, env=environment)
    os.close(writer)
    printed = b""
    while chunk := _read(reader):
        printed += chunk
    os.close(reader)
    if process.wait() != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return printed.decode("utf-8").replace("\r\n", "\n")


def _read(reader: int) -> bytes:
    """The next bytes; none once the other end is closed, which Linux reports as an error."""
    try:
        return os.read(reader, 65536)
    except OSError:
        return b""


def main() -> None:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(on_a_terminal(COMMAND).rstrip("\n")))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(console.export_svg(title="make demo", theme=THEME, code_format=FORMAT, unique_id="demo"), encoding="utf-8")
    print(f"drawn: {os.path.relpath(PICTURE)}")


if __name__ == "__main__":
    main()
