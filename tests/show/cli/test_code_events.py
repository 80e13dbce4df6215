"""Events on the command line."""

import json

from conftest import call

TEXT = b"Sweden expelled three Russian diplomats on Monday. Norway and Denmark held talks in Oslo."


def shown(*options: str) -> list[dict]:
    made = call("code", "-", "--show", "events", *options, stdin=TEXT)
    assert made.returncode == 0, made.stderr.decode()
    return [json.loads(line) for line in made.stdout.splitlines()]


def test_a_line_for_each_event():
    lines = shown()
    assert [(one["event"], one["cameo"], one["words"]) for one in lines] == [
        ("SANCTION", "166", "expelled"),
        ("CONSULT", "040", "held talks"),
    ]
    assert [[side["country"] for side in one["actor"]] for one in lines] == [["SWE"], ["NOR", "DNK"]]
    assert len({one["id"] for one in lines} - {""}) == 2


def test_a_rule_can_be_switched_off():
    assert [one["event"] for one in shown("--without", "en.event.light")] == ["SANCTION"]


def test_a_table_on_a_terminal():
    screen = call("code", "-", "--show", "events", stdin=TEXT, terminal=True).stdout.decode()
    for words in ("2 events", "SANCTION", "SWE GOV", "RUS GOV", "166", "Oslo"):
        assert words in screen


def test_a_sentence_that_is_tried_shows_its_events():
    row = json.loads(call("lexicon", "test", "Sweden expelled three Russian diplomats.").stdout)
    assert [event["event"] for event in row["events"]] == ["SANCTION"]
    screen = call("lexicon", "test", "Sweden expelled three Russian diplomats.", terminal=True).stdout.decode()
    assert "SWE GOV" in screen
