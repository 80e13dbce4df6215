"""`communique run` and what `communique add` makes of its folder."""

import json

import pytest
from conftest import call, run_on_terminal

pytest.importorskip("pyarrow", reason="RUNS ARE NOT TESTED: install the extra `scale`")

from communique.show.cli.run import _bytes, _shard
from communique.show.cli.terminal.running import duration


def told(made) -> dict:
    return json.loads(made.stdout)


def test_a_run_codes_goes_on_tells_and_is_added(inputs, tmp_path):
    out, ledger = tmp_path / "coded", tmp_path / "ledger.duckdb"
    first = call("run", inputs / "good.jsonl", "--out", out, "--workers", "1")
    assert first.returncode == 0, first.stderr
    assert told(first)["counts"]["articles"] == 3
    kept = {file.name: file.stat().st_mtime_ns for file in out.glob("units/*")}
    again = call("run", "--out", out, "--workers", "1")
    assert told(again)["done"] == told(again)["units"] == 1
    assert {file.name: file.stat().st_mtime_ns for file in out.glob("units/*")} == kept
    assert told(call("run", "--out", out, "--status"))["counts"] == told(first)["counts"]
    added = call("add", out, "--ledger", ledger)
    assert added.returncode == 0
    assert told(added)["new"] == 3
    assert told(call("add", out, "--ledger", ledger))["known"] == 3


def test_what_failed_is_counted_and_told_by_add(inputs, tmp_path):
    out = tmp_path / "coded"
    made = call("run", inputs / "mixed.jsonl", "--out", out, "--workers", "1", "--as", "jsonl")
    assert made.returncode == 3
    assert told(made)["counts"]["failed"] == 1
    added = call("add", out, "--ledger", tmp_path / "ledger.duckdb")
    assert added.returncode == 3
    assert b"line 2: no JSON" in added.stderr
    assert told(added)["new"] == 3


def test_what_is_coded_in_a_run_is_what_code_writes(inputs, tmp_path):
    out = tmp_path / "coded"
    call("run", inputs / "good.jsonl", "--out", out, "--workers", "1", "--as", "jsonl")
    (file,) = out.glob("units/*.jsonl.zst")
    from pyarrow import CompressedInputStream

    with CompressedInputStream(str(file), "zstd") as stream:
        *codings, _, _ = stream.read().split(b"\n")
    assert b"".join(coding + b"\n" for coding in codings) == call("code", inputs / "good.jsonl", "--jsonl").stdout


def test_a_terminal_sees_a_line(inputs, tmp_path):
    out = tmp_path / "coded"
    call("run", inputs / "good.jsonl", "--out", out, "--workers", "1")
    code, shown = run_on_terminal("run", "--out", out, "--status")
    assert code == 0
    assert "1 of 1 units · 100 % · 3 articles; " in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--as", "csv"], "no output format 'csv': use parquet or jsonl"),
        (["--engine", "steam"], "no engine 'steam': use local or ray"),
        (["--shard", "4/3"], "--shard 4/3: no shard"),
        (["--unit", "many"], "--unit many: no size"),
        (["--map", "words=body"], "no field 'words'"),
    ],
)
def test_what_cannot_be_run_is_refused(arguments, says, inputs, tmp_path):
    made = call("run", inputs / "good.jsonl", "--out", tmp_path / "coded", *arguments)
    assert made.returncode == 2
    assert says in made.stderr.decode()


def test_a_folder_without_a_run_is_told(tmp_path):
    made = call("run", "--out", tmp_path / "none", "--status")
    assert made.returncode == 2
    assert "holds no run" in made.stderr.decode()
    assert "holds no run that has begun: name inputs" in call("run", "--out", tmp_path / "none").stderr.decode()


def test_inputs_of_which_none_can_be_read_are_told(inputs, tmp_path):
    made = call("run", inputs / "dispatch.md", "--out", tmp_path / "coded")
    assert made.returncode == 2
    assert "`communique code` reads other files" in made.stderr.decode()
    assert not (tmp_path / "coded").exists()


@pytest.mark.parametrize(
    ("written", "bytes"), [("64M", 64_000_000), ("2G", 2_000_000_000), ("1.5k", 1_500), ("7", 7), ("10MB", 10_000_000)]
)
def test_sizes(written, bytes):
    assert _bytes("--unit", written) == bytes


def test_shards():
    assert (_shard(None), _shard("1/40"), _shard("40/40")) == ((1, 1), (1, 40), (40, 40))


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0 s"), (59, "59 s"), (61, "1 min"), (3_599, "1 h 0 min"), (12_000, "3 h 20 min"), (187_200, "2 d 4 h")]
)
def test_durations(seconds, shown):
    assert duration(seconds) == shown
