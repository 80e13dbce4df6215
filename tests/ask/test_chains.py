"""Whether sequences of dispatches come out as the chains, shifts and reprints that they are."""

import pytest
from sequences import outcomes, sequences

FLOOR = 0.95
FEWEST = 60


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chains")
    return {one.name: list(outcomes(one, folder / f"{number}.duckdb")) for number, one in enumerate(sequences())}


def test_chains_shifts_and_reprints_come_out_as_expected(results):
    pairs = [(name, *pair) for name, found in results.items() for pair in found]
    wrong = [pair for pair in pairs if pair[1] != pair[2]]
    assert 1 - len(wrong) / len(pairs) >= FLOOR, wrong


def test_there_are_enough_sequences_each_with_a_name_of_its_own(results):
    names = [one.name for one in sequences()]
    assert len(set(names)) == len(names) == len(results) >= FEWEST


def test_every_kind_of_move_is_among_what_is_expected(results):
    expected = {wanted.split()[0] for found in results.values() for wanted, _ in found}
    assert expected >= {"first", "again", "softened", "hardened", "shift", "withdrawn", "-"}
