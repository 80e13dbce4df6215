"""Inputs that are broken, empty, huge or no news at all: a problem or a clear error, never a traceback."""

import json
from pathlib import Path

import pytest
from conftest import DISPATCH, call, run

HOSTILE = {
    "empty.txt": b"",
    "blank.md": b" \n\t\n\r\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "truncated.jsonl": b'{"id": "a", "text": "The envoy said that the br',
    "no-object.jsonl": b'[1, 2, 3]\n"text"\nnull\n',
    "no-text.jsonl": b'{"id": "a"}\n{"id": "b", "text": 7}\n{"id": "c", "text": ""}\n',
    "nested.json": b'{"text": ' + b"[" * 100_000,
    "wrong-encoding.txt": "Der Botschafter sagte, die Gespräche über Zölle würden fortgesetzt.\n".encode("cp1252"),
    "utf16.txt": DISPATCH.encode("utf-16"),
    "utf16-without-mark.txt": DISPATCH.encode("utf-16-le"),
    "cut-utf8.txt": DISPATCH.replace("said", "sáid").encode()[: DISPATCH.index("said") + 2],
    "nul.txt": b"The envoy said\0that the bridge is open.\n",
    "surrogate.jsonl": b'{"id": "s", "text": "The envoy said that \\ud800 the bridge will be open again on Monday for all trains."}\n',
    "furniture.md": b"# *Title*\n\n---\n\nImage not found or type unknown\n\n---\n\n<https://example.org/1>\n\n**Outlet**\n",
    "escapes.txt": b"The envoy said that \x1b[31mthe bridge\x1b]0;x\x07 is open to all trains and to all trucks again.\n",
    "long-line.txt": b"The envoy said that the talks will go on. " * 250_000,
    "brackets.txt": b'"' * 3_000 + b" said the envoy, " + b"(" * 3_000,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data)
    (folder / "a-folder").mkdir()
    return folder


@pytest.fixture(scope="module", params=[("read", run), ("code", call)], ids=lambda param: param[0])
def made(request, folder):
    command, how = request.param
    return how(command, *sorted(folder.iterdir()), folder / "missing", "--errors", folder / f"{command}.errors")


def test_no_traceback(made):
    output = made.stderr.decode()
    assert made.returncode == 3, output[-2000:]
    assert "Traceback" not in output
    assert "internal error" not in output
    assert all(line.startswith("communique: ") for line in output.splitlines())
    assert "\x1b" not in output


def test_what_failed_is_named(made, folder):
    output = made.stderr.decode()
    for name in ("empty.txt", "blank.md", "binary.txt", "picture.png", "truncated.jsonl", "no-object.jsonl", "no-text.jsonl", "nested.json",
                 "nul.txt", "missing", "a-folder"):  # fmt: skip
        assert f"{folder / name}" in output


def test_every_line_is_json_and_every_failure_a_row(made, folder):
    for line in made.stdout.splitlines():
        json.loads(line)
    rows = [json.loads(line) for line in Path(made.args[-1]).read_text(encoding="utf-8").splitlines()]
    assert {tuple(row) for row in rows} == {("where", "stage", "message", "span")}
    listed = [line for line in made.stderr.decode().splitlines() if " articles failed (" not in line]
    assert len(rows) == len(listed)


@pytest.mark.parametrize("data", [b"", b"\n", b"\0\0\0", b'{"text": "tru'])
def test_one_bad_input_is_a_usage_error(data):
    made = call("read", "-", stdin=data)
    assert made.returncode == 2
    assert made.stdout == b""
    assert made.stderr.startswith(b"communique: standard input")
    assert made.stderr.count(b"\n") == 1
