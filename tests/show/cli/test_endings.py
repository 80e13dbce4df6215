"""How runs end: ^C, a reader that left, a full disk, nowhere to write, a mistake of ours."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from conftest import COMMAND, MORE, environment, run

QUIET = ("Traceback", "Exception ignored", "Error:")


def popen(*arguments, **more):
    """The command as a user starts it: a test run in the background ignores ^C, and its children would inherit that."""
    command, pipe = [*COMMAND, *map(str, arguments)], subprocess.PIPE
    heed = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(), preexec_fn=heed, **more)


def assert_quiet(stderr: bytes) -> None:
    assert not any(word in stderr.decode() for word in QUIET), stderr.decode()


@pytest.fixture(scope="module")
def endless(tmp_path_factory):
    """Enough articles for a run that does not end by itself in this test."""
    path = tmp_path_factory.mktemp("endless") / "news.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"a{n}", "text": MORE[n % 3]}) for n in range(20_000)) + "\n", encoding="utf-8")
    return path


def test_interrupted_while_coding(endless):
    process = popen("code", endless)
    process.stdout.readline()  # it is at work
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode == 130
    assert_quiet(stderr)


@pytest.mark.parametrize("after", [0.05, 0.3, 1.0])
def test_interrupted_while_starting(after, endless):
    process = popen("code", endless)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode in (130, -signal.SIGINT)  # the latter before Python runs any code of ours
    if process.returncode == 130:
        assert_quiet(stderr)


@pytest.mark.parametrize("command", ["code", "read"])
def test_a_reader_that_left(command, endless):
    process = popen(command, endless)
    assert json.loads(process.stdout.readline())
    process.stdout.close()
    stderr = process.stderr.read()
    assert process.wait(timeout=20) == 0
    assert stderr == b""


def test_lines_are_written_one_by_one(endless):
    """The first line arrives long before the last article is read."""
    process = popen("read", endless)
    assert json.loads(process.stdout.readline())["id"] == "a0"
    assert process.poll() is None
    process.kill()
    process.communicate()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("arguments", [["read"], ["schema"]])
def test_a_full_disk(arguments, inputs):
    paths = [str(inputs / "good.jsonl")] * (arguments == ["read"])
    with open("/dev/full", "wb") as full:
        made = subprocess.run([*COMMAND, *arguments, *paths], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert made.returncode == 1
    assert made.stderr == b"communique: output: No space left on device\n"


def test_closed_standard_output(inputs):
    shell = f'exec "{sys.executable}" -m communique read "{inputs / "dispatch.md"}" >&-'
    made = subprocess.run(["sh", "-c", shell], stderr=subprocess.PIPE, env=environment(), check=False)
    assert made.returncode == 2
    assert made.stderr.startswith(b"communique: standard output is closed")
    assert_quiet(made.stderr)


def test_an_errors_file_that_cannot_be_written(inputs):
    made = run("read", inputs / "dispatch.md", "--errors", "/no/such/folder/errors.jsonl")
    assert made.returncode == 2
    assert b"--errors /no/such/folder/errors.jsonl: No such file or directory" in made.stderr


MISTAKE = """
import sys
import communique.ingest
def broken(*args, **options): raise ZeroDivisionError("by design")
communique.ingest.read_all = broken
from communique.show.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


def test_a_mistake_of_ours():
    made = subprocess.run([sys.executable, "-c", MISTAKE, "read", "x"], capture_output=True, text=True, env=environment(), check=False)
    assert made.returncode == 1
    assert made.stderr.startswith("communique: internal error (ZeroDivisionError: by design); run again with --debug")
    assert made.stderr.count("\n") == 1
    made = subprocess.run(
        [sys.executable, "-c", MISTAKE, "read", "x", "--debug"], capture_output=True, text=True, env=environment(), check=False
    )
    assert made.returncode == 1
    assert "Traceback" in made.stderr
