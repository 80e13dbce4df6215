"""Every marked sentence of tests/cases/en-events is coded as it is marked; none of tests/cases/hard-events is."""

from collections import Counter

import pytest

import communique as cq
from cases.event_reader import EventCase, read_event_cases

CASES, HARD = list(read_event_cases("en-events")), list(read_event_cases("hard-events"))


def differences(case: EventCase) -> list[str]:
    """How the coding of a case's text, as an article of its own, differs from its marks."""
    return case.differences(cq.code(cq.read_text(case.text, published=case.day)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_event_case(case: EventCase) -> None:
    found = differences(case)
    assert not found, "\n  ".join([case.text, *found])


def test_solved_hard_cases_are_moved_among_those_that_must_pass() -> None:
    solved = [case.where for case in HARD if not differences(case)]
    assert not solved, f"solved: move to the file of the same name in tests/cases/en-events: {', '.join(solved)}"


def test_the_suite_keeps_its_size_and_its_negatives() -> None:
    negatives = [case for case in CASES + HARD if not case.expected]
    assert len(CASES + HARD) >= 450
    assert len(negatives) >= len(CASES + HARD) / 8


def test_no_event_sentence_is_written_twice() -> None:
    assert not [text for text, times in Counter(case.text for case in CASES + HARD).items() if times > 1]
