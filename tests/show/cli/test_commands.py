"""read, demo, explain, schema."""

import json
import re
from importlib.resources import files

import pytest
from conftest import call, run_on_terminal

from communique.extract import CONTINUATIONS, RULES
from communique.record import from_json, schema


@pytest.fixture(scope="module")
def demo():
    return call("demo", "--jsonl")


def test_demo_shows_the_dispatch_in_a_pipe_too():
    shown = call("demo").stdout.decode()
    assert "[cue reiterated its rejection of]" in shown
    assert "\x1b" not in shown


def test_read_in_a_pipe(inputs):
    made = call("read", inputs / "good.jsonl", inputs / "dispatch.md")
    assert made.returncode == 0
    articles = [json.loads(line) for line in made.stdout.splitlines()]
    assert [article["id"] for article in articles[:3]] == ["m0", "m1", "m2"]
    start, end = articles[3]["layout"]["headline"][0]
    assert articles[3]["text"][start:end] == "Fiji asks for a wider whale sanctuary"


def test_read_on_a_terminal(inputs):
    code, shown = run_on_terminal("read", inputs / "dispatch.md")
    assert code == 0
    assert "place Suva, agency PCN" in shown
    assert re.search(r"headline.*\[3, 40\].*Fiji asks", shown)


def test_read_passes_codings_through(demo):
    made = call("read", "-", stdin=demo.stdout)
    assert json.loads(made.stdout) == json.loads(demo.stdout)["article"]


def test_demo_codes_the_dispatch_that_it_prints(demo):
    coding = from_json(demo.stdout)
    assert demo.returncode == 0
    assert len(coding.statements) >= 8
    assert coding.article.dateline.place == "Lisbon"
    assert call("demo", "--text").stdout.decode() == coding.article.text


def test_demo_has_the_make_up_of_a_print_view():
    text = files("communique.show.cli").joinpath("demo.md").read_text(encoding="utf-8")
    for part in (
        "# *",
        "*\n\n---\n",
        "Image not found or type unknown",
        ". RA Photo**",
        "\nLisbon, March 3 (RA)-- ",
        "\n<https://",
        "\n**Radio Atlantico**",
    ):
        assert part in text


def test_schema():
    made = call("schema")
    assert made.returncode == 0
    assert json.loads(made.stdout) == schema()


@pytest.mark.parametrize("rule", [rule.name for rule in (*RULES, *CONTINUATIONS)])
def test_every_rule_is_documented(rule):
    from communique.show.cli.terminal.rules import documentation, summary

    assert documentation(rule).startswith(f"{rule}\n\n")
    assert "Not documented" not in documentation(rule)
    assert summary(rule)


def test_explain_a_rule():
    made = call("explain", "en.indirect.that-clause")
    assert made.returncode == 0
    assert made.stdout.startswith(b"en.indirect.that-clause\n\n")
    assert call("explain", "that-clause").stdout == made.stdout


def test_explain_a_statement_by_id_and_by_number(demo):
    coding = from_json(demo.stdout)
    place = next(n for n, statement in enumerate(coding.statements) if statement.cue)
    statement = coding.statements[place]
    made = call("explain", statement.id, stdin=demo.stdout)
    shown = made.stdout.decode()
    assert made.returncode == 0
    assert "\x1b" not in shown
    for words in (statement.id, statement.rule, repr(statement.cue), repr(statement.content[0]), "tag", "dependency", "nsubj"):
        assert words in shown
    assert f"[cue {statement.cue.of(coding.article.text)}]" in " ".join(shown.split())
    assert call("explain", str(place + 1), "-", stdin=demo.stdout).stdout == made.stdout


@pytest.mark.parametrize(("what", "hint"), [("99", "no statement 99"), ("zzzzzzzzzzzzzzzz", "no record 'zzzzzzzzzzzzzzzz'")])
def test_explain_what_is_not_there(what, hint, demo):
    made = call("explain", what, stdin=demo.stdout)
    assert made.returncode == 2
    assert hint in made.stderr.decode()


def test_explain_asks_for_the_article_on_a_terminal():
    code, shown = run_on_terminal("explain", "3")
    assert code == 2
    assert "which article?" in shown


def test_actors_are_shown_with_their_mentions():
    text = "Estonian Foreign Minister Mart Kask told Reuters that talks had failed. He added that Riga was not to blame."
    made = call("code", "-", "--show", "actors", stdin=text.encode())
    assert made.returncode == 0
    actors = [json.loads(line) for line in made.stdout.splitlines()]
    words = {actor["name"] or actor["country"]: [text[start:end] for start, end in actor["mentions"]] for actor in actors}
    assert words == {"Mart Kask": ["Estonian Foreign Minister Mart Kask", "He"], "Reuters": ["Reuters"], "LVA": ["Riga"]}
    assert [len(actor["statements"]) for actor in actors] == [2, 0, 0]


POSITIONS = "Estonia rejected the ferry ban because it harms trade. Latvia backs the ferry ban."


def test_positions_are_shown_a_line_each():
    made = call("code", "-", "--show", "positions", stdin=POSITIONS.encode())
    assert made.returncode == 0
    positions = [json.loads(line) for line in made.stdout.splitlines()]
    assert [(one["holder"], one["stance"]) for one in positions] == [(["EST"], "oppose"), (["LVA"], "support")]
    assert [POSITIONS[start:end] for start, end in positions[0]["grounds"]] == ["it harms trade"]
    assert positions[0]["ground_kinds"] == ["economic"]
    assert len({one["article"] for one in positions}) == 1


def test_positions_are_drawn_on_a_terminal(tmp_path):
    (tmp_path / "ferry.txt").write_text(POSITIONS, encoding="utf-8")
    code, shown = run_on_terminal("code", str(tmp_path / "ferry.txt"), "--show", "positions")
    assert code == 0
    for part in ("2 positions", "EST", "oppose", "ferry ban", "economic: it harms trade"):
        assert part in shown


def test_unknown_views_are_refused_with_those_there_are():
    made = call("code", "-", "--show", "weather", stdin=b"x")
    assert made.returncode == 2
    assert b"statements or actors" in made.stderr


def test_every_way_to_a_speaker_has_a_meaning(demo):
    from communique.resolve.cases import CASES, meaning

    rules = {statement.speaker.rule for statement in from_json(demo.stdout).statements if statement.speaker}
    assert rules
    assert all(meaning(rule) for rule in rules)
    for case in CASES:
        assert call("explain", f"en.resolve.{case}").stdout.decode().startswith(f"en.resolve.{case}\n\n")
    assert meaning("en.resolve.surname-home") == f"{CASES['surname']} The country is the article's own."
    assert meaning("en.direct.quotation-before") is None
