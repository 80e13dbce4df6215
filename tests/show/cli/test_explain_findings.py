"""explain, of positions, commitments and events."""

import json

import pytest
from conftest import call

TEXT = (
    "SUVA, May 3, 2024 (Reef Post) — Fiji's foreign minister, Litia Ravouvou, rejected the net ban because it violates the treaty. "
    '"We will open the lagoon to Samoa by June 2025," she said. On Thursday she met the Samoan prime minister in Apia.'
)


@pytest.mark.parametrize(
    ("name", "view", "words"),
    [
        ("P1", "positions", ("oppose: net ban", "legal", "en.stance.attitude", "“reject”", "opposes what it takes", "Litia Ravouvou")),
        ("C1", "commitments", ("FJI", "2025-06-01 to 2025-06-30", "en.commitment.future", "statement")),
        ("E1", "events", ("recipient", "en.event.")),
    ],
)
def test_a_finding_by_its_number_and_by_its_id(name: str, view: str, words: tuple[str, ...]) -> None:
    by_number = call("explain", name, stdin=TEXT.encode())
    assert by_number.returncode == 0, by_number.stderr
    for word in words:
        assert word in by_number.stdout.decode()
    first = json.loads(call("code", "-", "--show", view, stdin=TEXT.encode()).stdout.splitlines()[0])
    assert call("explain", first["id"], stdin=TEXT.encode()).stdout == by_number.stdout


def test_a_finding_that_is_not_there() -> None:
    made = call("explain", "P9", stdin=TEXT.encode())
    assert made.returncode == 2
    assert "P1, C1, E1" in made.stderr.decode()
