"""Every marked commitment is found as it is marked, and every deadline has its interval."""

import pytest

import communique as cq
from extract.commitment_cases import (
    FOLDER,
    CommitmentCase,
    DeadlineCase,
    ServedCase,
    read_commitment_cases,
    read_deadline_cases,
    read_served_cases,
)

CASES = tuple(read_commitment_cases(FOLDER / "en.txt"))
SERVED = tuple(read_served_cases(FOLDER / "beneficiaries.txt"))
DEADLINES = tuple(read_deadline_cases(FOLDER / "deadlines.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_who_is_bound_to_what(case: CommitmentCase) -> None:
    assert case.found(cq.code(cq.read_text(case.text))) == case.expected, case.text


@pytest.mark.parametrize("case", DEADLINES, ids=lambda case: case.where)
def test_by_when(case: DeadlineCase) -> None:
    assert case.found(cq.code(cq.read_text(case.text, published=case.day))) == case.expected, case.text


@pytest.mark.parametrize("case", SERVED, ids=lambda case: case.where)
def test_whom_it_serves(case: ServedCase) -> None:
    (found,) = cq.code(cq.read_text(case.text)).commitments
    assert found.beneficiary == case.expected, case.text
