"""`communique lexicon`: check a lexicon, try a sentence with it."""

import json
import re

import pytest
from conftest import call

from communique.lexicon import load

WORDS = "cues:\n- {lemma: purr, pos: verb, group: communication, act: assert, frames: [clause, quote]}\n"
SENTENCE = "The Norwegian envoy purred that the talks would go on."


@pytest.fixture
def words(tmp_path):
    (tmp_path / "cues.yaml").write_text(WORDS, encoding="utf-8")
    return tmp_path


def test_check_counts_what_there_is():
    made = call("lexicon", "check")
    assert made.returncode == 0
    lines = made.stdout.decode().splitlines()
    lexicon = load()
    assert lines[0].split() == ["cues", str(len(lexicon.cues))]
    assert ["countries", str(len(lexicon.countries))] in [line.split() for line in lines]
    assert lines[-1].startswith("ok")
    groups = {group: int(count) for group, count in (line.split() for line in lines if line.startswith("  "))}
    assert sum(groups.values()) == len(lexicon.cues)


def test_check_counts_as_json(words):
    row = json.loads(call("lexicon", "check", words, "--jsonl").stdout)
    assert row["cues"] == len(load().cues) + 1
    assert row["sha256"] == load(folder=words).sha256


@pytest.mark.parametrize("how", [[], ["--lexicon"]])
def test_check_lays_a_folder_over_ours(how, words):
    made = call("lexicon", "check", *how, words)
    assert (made.returncode, made.stderr) == (0, b"")
    first, *_, last = made.stdout.decode().splitlines()
    assert first.endswith("(+1)")
    assert last == "ok"


def test_check_refuses_a_malformed_file(words):
    (words / "cues.yaml").write_text(WORDS.replace("clause", "clauses"), encoding="utf-8")
    made = call("lexicon", "check", words)
    assert (made.returncode, made.stdout) == (2, b"")
    for part in ("cues.yaml, line 2", "purr", "`frames[0]`", "quote"):
        assert part in made.stderr.decode()


@pytest.mark.parametrize(
    ("entry", "doubt"),
    [
        ("{lemma: avouch, pos: verb, group: speech, frames: [clause]}", "no cue of ours is of group 'speech'"),
        ("{lemma: quip, pos: verb, group: communication, frames: [clause, object]}", "list forms: [quipped, quipping]"),
        ("{lemma: sayd, pos: verb, group: communication, frames: [clause], forms: [said]}", "say and sayd (verb) share said"),
    ],
)
def test_check_doubts_what_is_allowed_but_hardly_meant(entry, doubt, words):
    (words / "cues.yaml").write_text(f"cues:\n- {entry}\n", encoding="utf-8")
    made = call("lexicon", "check", words)
    assert made.returncode == 0
    assert doubt in made.stderr.decode()
    assert made.stderr.count(b"\n") == 1
    assert made.stdout.endswith(b"ok, with 1 doubt\n")


def test_a_sentence_in_a_pipe(words):
    made = call("lexicon", "test", SENTENCE, "--lexicon", words)
    assert (made.returncode, made.stderr) == (0, b"")
    row = json.loads(made.stdout)
    assert row["text"] == SENTENCE
    (cue,) = (cue for cue in row["cues"] if cue["text"] == "purred")
    assert (cue["outcome"], cue["entries"][0]["frames"]) == ("statement", ["clause", "quote"])
    (statement,) = row["statements"]
    assert SENTENCE[slice(*statement["content"][0])] == "the talks would go on"
    assert [token[0] for token in row["sentences"][0]["tokens"]][:3] == ["The", "Norwegian", "envoy"]
    assert all(not decision["kept"] for decision in row["dropped"])


def test_without_the_folder_nothing_is_found():
    row = json.loads(call("lexicon", "test", SENTENCE).stdout)
    assert (row["statements"], [cue["text"] for cue in row["cues"] if cue["outcome"] == "statement"]) == ([], [])


def test_a_word_that_only_looks_like_a_cue_is_named():
    row = json.loads(call("lexicon", "test", "The spelled word was hope.").stdout)
    assert {"lemma": "spell out", "why": "no 'out' after it"}.items() <= next(m for m in row["missed"] if m["lemma"] == "spell out").items()


def test_every_sentence_is_one_line(words):
    made = call("lexicon", "test", "Oslo said that it agreed.", "-", stdin=b"Suva said that it did not.\n\nTonga left.\n")
    assert [json.loads(line)["text"] for line in made.stdout.splitlines()] == [
        "Oslo said that it agreed.",
        "Suva said that it did not.",
        "Tonga left.",
    ]


def test_on_a_terminal_all_is_shown_at_once(words):
    shown = call("lexicon", "test", SENTENCE, "--lexicon", words, terminal=True).stdout.decode()
    for part in ("purr (verb)", "clause, quote", "statement 1", "dropped", "parse", "nsubj", "communication"):
        assert part in shown


def test_a_sentence_without_cues_on_a_terminal():
    shown = re.sub(r"\x1b\[[0-9;]*m", "", call("lexicon", "test", "The harbour was closed.", terminal=True).stdout.decode())
    assert "cues  none" in shown
    assert "statements  none" in shown


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chek"], "Did you mean check?"),
        (["test"], "which sentence?"),
        (["check", "a", "b"], "takes one folder"),
        (["check", "/no/such"], "no such folder"),
    ],
)
def test_a_slip(arguments, hint):
    made = call("lexicon", *arguments)
    assert (made.returncode, made.stdout) == (2, b"")
    assert hint in made.stderr.decode()
