"""Commitments on the command line."""

import json

import pytest
from conftest import call

TEXT = (
    "Norway said on Monday that it would close the mine by March 2024. Lithuania plans to buy twelve howitzers by 2030. "
    "Oman is ready to talk."
)


def shown(*options: str) -> list[dict]:
    made = call("code", "-", "--show", "commitments", *options, stdin=TEXT.encode())
    assert made.returncode == 0, made.stderr.decode()
    return [json.loads(line) for line in made.stdout.splitlines()]


def test_a_line_for_each_commitment():
    lines = shown()
    assert [(one["committer"], one["words"], one["strength"]) for one in lines] == [
        (["NOR"], "close the mine", "vow"),
        (["LTU"], "buy twelve howitzers", "intend"),
        (["OMN"], "talk", "intend"),
    ]
    assert [one["deadline"] and one["deadline"]["latest"] for one in lines] == ["2024-03-31", "2030-12-31", None]
    assert len({one["id"] for one in lines} - {""}) == 3


@pytest.mark.parametrize(
    ("day", "status"),
    [("2024-03-31", ["open", "open", None]), ("2024-04-01", ["overdue", "open", None]), ("2031-01-01", ["overdue", "overdue", None])],
)
def test_deadlines_are_judged_on_a_day(day, status):
    assert [one["status"] for one in shown("--as-of", day)] == status


def test_nothing_is_judged_without_a_day():
    assert [one["status"] for one in shown()] == [None, None, None]


def test_a_table_on_a_terminal():
    made = call("code", "-", "--show", "commitments", "--as-of", "2025-01-01", stdin=TEXT.encode(), terminal=True)
    screen = made.stdout.decode()
    for words in ("3 commitments", "NOR", "2024-03-01..2024-03-31", "overdue", "open"):
        assert words in screen


@pytest.mark.parametrize(("options", "hint"), [(("--as-of", "spring"), "not a day"), (("--as-of", "2025-13-01"), "not a day")])
def test_days_that_are_none(options, hint):
    made = call("code", "-", "--show", "commitments", *options, stdin=TEXT.encode())
    assert made.returncode == 2
    assert hint in made.stderr.decode()


def test_a_day_judges_nothing_but_commitments():
    made = call("code", "-", "--as-of", "2025-01-01", stdin=TEXT.encode())
    assert made.returncode == 2
    assert "--show commitments" in made.stderr.decode()


def test_a_rule_of_commitments_can_be_switched_off_and_a_way_to_a_speaker_cannot() -> None:
    text = b"Estonia said that it would send two ships to Latvia."
    lines = call("code", "-", "--show", "commitments", stdin=text).stdout.splitlines()
    rule = json.loads(lines[0])["rule"]
    assert call("code", "-", "--show", "commitments", "--without", rule, stdin=text).stdout == b""
    assert call("code", "-", "--without", "en.resolve.state", stdin=text).returncode == 2
