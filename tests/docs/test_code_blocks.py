"""Every command and every code block of the pages works as shown.

Pages are followed in a folder that looks like a clone, so what they write does not land in the tree. Commands that set up, measure or test
(`make`, `pip`, `python benchmarks/...`) are not run from here: they must name what exists; CI itself runs the targets.
"""

import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from fenced import LANGUAGES, ROOT, Block, Command, all_blocks, blocks_of, commands_of, is_possible, is_stated, pages

VISIBLE = ("README.md", "benchmarks", "docs", "src", "tests", "pyproject.toml")
RUN = ("bash", "console", "python")
FOLLOWED = [page for page in pages() if any(block.language in RUN for block in blocks_of(page))]


def page_id(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the tree's files under their names."""
    for name in VISIBLE:
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def environment() -> dict[str, str]:
    """The reader's shell: the project's programs first, no colours, a hundred columns."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb", "PYTHONUTF8": "1"}


def as_pattern(shown: tuple[str, ...]) -> str:
    """Lines as a pattern: "..." stands for anything, white space at line ends for nothing."""
    lines = "\n".join(line.rstrip() for line in shown).strip("\n")
    return ".*?".join(re.escape(part) for part in lines.split("..."))


def follow(command: Command, clone: Path, where: str) -> None:
    """Run what is typed and compare what is printed with what is shown."""
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command.typed],
        cwd=clone,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{where}: {command.typed}\n{done.stdout}{done.stderr}"
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")
    shows = not command.shown or re.fullmatch(as_pattern(command.shown), printed, re.DOTALL)
    assert shows, f"{where}: {command.typed}\nprints\n{printed}\nand the page shows\n" + "\n".join(command.shown)


def follow_shell(block: Block, clone: Path) -> None:
    """Each command of a block: run, or, where it would set up or test, checked."""
    for command in commands_of(block):
        if is_stated(command.typed):
            assert is_possible(command.typed), f"{block.where}: {command.typed}: no such target, script, folder or extra"
        else:
            follow(command, clone, block.where)


@pytest.mark.parametrize("page", FOLLOWED, ids=page_id)
def test_a_page_can_be_followed(page: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From top to bottom, in one folder and one Python session."""
    monkeypatch.chdir(clone)
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks_of(page):
        if block.language == "python":
            run_python(block, names)
        elif block.language in RUN:
            follow_shell(block, clone)


def run_python(block: Block, names: dict[str, object]) -> None:
    """Plain code is executed; a session with prompts must print what it shows."""
    if not block.code.lstrip().startswith(">>>"):
        exec(compile("\n" * (block.line - 1) + block.code, str(block.page), "exec"), names)
        return
    session = doctest.DocTestParser().get_doctest(block.code, names, block.where, str(block.page), block.line - 1)
    session.globs = names
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, verbose=False)
    runner.run(session, out=report.append, clear_globs=False)
    assert not report, "".join(report)


@pytest.mark.parametrize("block", all_blocks("json", "yaml", "toml"), ids=lambda block: block.where)
def test_data_is_well_formed(block: Block) -> None:
    read = {"json": json.loads, "yaml": yaml.safe_load, "toml": tomllib.loads}
    read[block.language](block.code)


def test_every_block_says_its_language() -> None:
    strange = [block.where for page in pages() for block in blocks_of(page) if block.language not in LANGUAGES]
    assert not strange, f"blocks that no test reads; use one of {', '.join(sorted(LANGUAGES))}: {strange}"
