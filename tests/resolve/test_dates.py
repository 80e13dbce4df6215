"""Times in sentences and the intervals they name."""

import pytest

from communique.lexicon import load
from resolve.date_cases import FOLDER, DateCase, read_date_cases

CASES = tuple(case for path in sorted(FOLDER.glob("*.txt")) for case in read_date_cases(path))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_the_times_of_a_sentence(case: DateCase) -> None:
    assert case.found(load()) == case.expected
