"""tests/cases/hard holds marked sentences that the rules alone did not code as marked when they were first run, unchanged.

How many of all sentences pass is in benchmarks/floor.toml, which tests/test_floor.py keeps.
"""

from collections import Counter

import communique as cq
from cases.reader import read_all_cases
from communique.settings import Settings

NEGATIVES = 0.25


def test_solved_cases_are_moved_among_those_that_must_pass() -> None:
    solved = [case.where for case in read_all_cases("hard") if case.is_met_by(cq.code(cq.read_text(case.text), Settings(scorer="rules")))]
    assert not solved, f"solved: move to the file of the same name in tests/cases/en: {', '.join(solved)}"


def test_a_quarter_of_the_cases_are_negatives() -> None:
    cases = list(read_all_cases())
    negatives = [case for case in cases if not case.expected or case.only_this_rule]
    assert len(negatives) >= NEGATIVES * len(cases), f"{len(negatives)} of {len(cases)}: write more sentences in which nothing may be found"


def test_no_sentence_is_written_twice() -> None:
    twice = [text for text, times in Counter(case.text for case in read_all_cases()).items() if times > 1]
    assert not twice
