"""Code blocks in the project's Markdown pages, and what a reader would do with each."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^( *)```([\w+-]*)[^\n]*\n(.*?)^\1```[ ]*$", re.DOTALL | re.MULTILINE)
LANGUAGES = {"python", "console", "bash", "json", "yaml", "toml", "text", "make", "r", "html"}  # R and HTML are not run
STATED = ("make", "pip", "uv", "git", "python", "cd")  # checked, not run: they set up, measure, or would run this test again


class Block(NamedTuple):
    """A fenced block: the page it stands on, line of its first code line, language, code."""

    page: Path
    line: int
    language: str
    code: str

    @property
    def where(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


class Command(NamedTuple):
    """What is typed, and the lines shown under it (none: anything may be printed)."""

    typed: str
    shown: tuple[str, ...]


def pages() -> list[Path]:
    """Every Markdown page a reader may follow."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md", "locks/README.md")]
    return [page for page in top if page.exists()] + sorted((ROOT / "docs").rglob("*.md"))


def blocks_of(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        indent = len(match[1])
        code = "".join(line[indent:] if line.strip() else "\n" for line in match[3].splitlines(keepends=True))
        found.append(Block(page, text.count("\n", 0, match.start(3)) + 1, match[2], code))
    return found


def all_blocks(*languages: str) -> list[Block]:
    """The blocks of all pages in one of the languages."""
    return [block for page in pages() for block in blocks_of(page) if block.language in languages]


def commands_of(block: Block) -> Iterator[Command]:
    """A console block line by line ("$ " before what is typed); a bash block as one script, or line by line where its lines are stated."""
    if block.language == "console":
        for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
            typed, _, shown = re.sub(r"\\\n", "", part).partition("\n")
            yield Command(typed, tuple(shown.splitlines()))
        return
    lines = [line for line in block.code.splitlines() if line.strip() and not line.startswith("#")]
    if any(is_stated(line) for line in lines):
        yield from (Command(line, ()) for line in lines)
    else:
        yield Command(block.code, ())


def is_stated(typed: str) -> bool:
    """True for a command that is checked instead of run."""
    return typed.split(maxsplit=1)[0] in STATED


def make_targets() -> set[str]:
    """The targets `make help` lists."""
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def extras() -> set[str]:
    """The extras a user can ask for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return set(project["optional-dependencies"])


def is_possible(typed: str) -> bool:
    """True where a stated command names only what exists: make targets, extras, scripts, folders."""
    name, *words = shlex.split(typed, comments=True)
    names = [word for word in words if not word.startswith("-") and "=" not in word]
    if name == "make":
        return bool(names) and set(names) <= make_targets()
    if name == "python":
        return names[0] == "communique" or (ROOT / names[0]).is_file()
    if name == "cd":
        return (ROOT / names[0]).is_dir()
    asked = {extra for word in words for listed in re.findall(r"\[([\w,]+)\]", word) for extra in listed.split(",")}
    return asked <= extras()
