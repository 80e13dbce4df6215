"""`communique code`: JSON Lines in a pipe, a drawing on a terminal, failures counted and listed."""

import json
import re

import pytest
from conftest import DISPATCH, call, run, run_on_terminal

from communique.record import from_json
from communique.show.cli.terminal import progress


@pytest.fixture(scope="module")
def coded(inputs):
    return call("code", inputs / "dispatch.md")


@pytest.fixture(scope="module")
def mixed(inputs):
    return call("code", inputs / "mixed.jsonl", inputs / "missing.md", "--errors", inputs / "errors.jsonl")


@pytest.fixture(scope="module")
def seen(inputs):
    """A run on a terminal: exit code, what is shown."""
    return run_on_terminal("code", inputs / "dispatch.md")


def test_a_pipe_gets_one_json_line(coded):
    assert coded.returncode == 0
    assert coded.stderr == b""
    assert coded.stdout.count(b"\n") == 1
    coding = from_json(coded.stdout)
    assert coding.article.text == DISPATCH
    assert coding.statements[0].cue.of(DISPATCH) == "said"


def test_a_process_of_its_own_gives_the_same(coded, inputs):
    """A bare path means code."""
    made = run(inputs / "dispatch.md")
    assert made.returncode == 0
    assert made.stderr == b""
    assert unmarked(made.stdout) == unmarked(coded.stdout)


@pytest.mark.parametrize("arguments", [["-"], ["--format", "text", "-"], ["code", "-"]])
def test_standard_input(arguments, coded):
    made = call(*arguments, stdin=DISPATCH.encode())
    assert (made.returncode, unmarked(made.stdout)) == (0, unmarked(coded.stdout))


def unmarked(line: bytes) -> bytes:
    """A coding without the matrix kernel, which each run chooses anew."""
    return re.sub(rb'"kernel":"\w+"', b"", line)


def test_what_fails_is_listed_and_the_rest_is_coded(mixed, inputs):
    assert mixed.returncode == 3
    assert [from_json(line).article.id for line in mixed.stdout.splitlines()] == ["m0", "m1", "m2"]
    first, second, summary = mixed.stderr.decode().splitlines()
    assert "mixed.jsonl, line 2: " in first
    assert "missing.md: no such file" in second
    assert summary == "communique: 2 of 5 articles failed (ingest 2)"
    rows = [json.loads(line) for line in (inputs / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["stage"] for row in rows] == ["ingest", "ingest"]
    assert rows[0]["where"].endswith("mixed.jsonl, line 2")
    assert rows[1] == {"where": str(inputs / "missing.md"), "stage": "ingest", "message": rows[1]["message"], "span": None}


def test_an_article_in_another_language_is_kept_and_fails():
    made = call("-", stdin=b"La ministra dijo que el acuerdo sobre la pesca entra en vigor el lunes y que no habra mas demoras.\n")
    assert made.returncode == 3
    assert made.stderr.count(b"\n") == 1
    assert b"language" in made.stdout
    assert from_json(made.stdout).statements == ()


def test_an_article_in_which_nobody_speaks_is_no_failure():
    made = call("-", stdin="The harbour of Pago Pago was closed for cleaning on Thursday; the café too.\n".encode("cp1252"))
    assert (made.returncode, made.stderr) == (0, b"")
    coding = from_json(made.stdout)
    assert coding.statements == ()
    assert "Windows-1252" in coding.problems[0].message


def test_explanations_hold_the_coding_and_the_reasons(coded, inputs):
    made = call("code", "--explain", inputs / "dispatch.md")
    plain = json.loads(made.stdout)
    assert plain["coding"] == json.loads(coded.stdout)
    assert {d["statement"] for d in plain["decisions"] if d["kept"]} == {s["id"] for s in plain["coding"]["statements"]}
    span, tokens = plain["sentences"][0]["span"], plain["sentences"][0]["tokens"]
    assert DISPATCH[slice(*span)].startswith(tokens[0][0])
    assert len(tokens[0]) == 4


def test_a_rule_can_be_switched_off(coded, inputs):
    rule = from_json(coded.stdout).statements[0].rule
    made = call("code", "--without", rule, inputs / "dispatch.md")
    assert rule not in {statement.rule for statement in from_json(made.stdout).statements}
    assert call("code", "--without", "en.no-such-rule", inputs / "dispatch.md").returncode == 2


def test_a_terminal_gets_a_drawing(seen):
    code, shown = seen
    assert code == 0
    assert "\x1b[" in shown
    assert '{"article"' not in shown
    for words in ("Fiji asks for a wider whale sanctuary", "│", "statements", "Litia Ravouvou", "communique explain 1"):
        assert words in shown


def test_a_terminal_without_colour(inputs):
    shown = call("code", inputs / "dispatch.md", terminal=True, NO_COLOR="1").stdout.decode()
    assert "[cue said] that [content " in " ".join(re.sub(r"\x1b\[[0-9;]*m|│", "", shown).split())
    assert "\x1b[3" not in shown.replace("\x1b[3m", "")  # no colours; italics are none


def test_jsonl_on_a_terminal_is_the_same_as_in_a_pipe(coded, inputs):
    made = call("code", "--jsonl", inputs / "dispatch.md", terminal=True)
    assert (made.returncode, made.stdout) == (0, coded.stdout)


@pytest.mark.parametrize(("stdout", "stderr", "drawn"), [(False, True, True), (True, True, False), (False, False, False)])
def test_progress_is_drawn_only_beside_a_pipe(stdout, stderr, drawn, inputs, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    made = call("code", inputs / "good.jsonl", terminal=stdout, stderr_terminal=stderr)
    assert made.returncode == 0
    assert (b"getting ready" in made.stderr or b"articles" in made.stderr) == drawn  # which of the two depends on the speed


def test_work_that_is_soon_done_draws_no_progress(inputs):
    assert call("read", inputs / "good.jsonl", stderr_terminal=True).stderr == b""


def test_json_is_utf8_in_any_locale(inputs):
    made = run("read", "-", stdin="The envoy said “sí” — 古巴.\n".encode(), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "“sí” — 古巴".encode() in made.stdout


@pytest.mark.parametrize("option", ["--lexicon", "--pipeline"])
def test_what_cannot_be_loaded_is_said_in_one_line(option, inputs):
    made = call("code", option, "/no/such/thing", inputs / "dispatch.md")
    assert made.returncode == 2
    assert made.stdout == b""
    assert made.stderr.startswith(b"communique: ")
    assert b"/no/such/thing" in made.stderr
    assert made.stderr.count(b"\n") == 1
