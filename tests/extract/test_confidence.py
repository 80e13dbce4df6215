"""The confidence of a rule: its share right, drawn towards its family's."""

import pytest
from msgspec.structs import replace

from communique.errors import LexiconError
from communique.extract.confidence import confidence_of
from communique.lexicon import Lexicon, load
from communique.lexicon.entries import RulePrecision


def counted(*rows: tuple[str, int, int]) -> Lexicon:
    name = " ".join(map(str, rows))
    return replace(load(), precision=tuple(RulePrecision(rule, f"{right} of {of}") for rule, right, of in rows), sha256=name)


def test_many_cases_tell_much_and_few_little():
    lexicon = counted(("en.stance.often", 90, 100), ("en.stance.once", 0, 1), ("en.stance.rest", 0, 49))
    assert confidence_of("en.stance.often", lexicon) == 0.88  # (90 + 8 * 90 / 150) / 108
    assert confidence_of("en.stance.once", lexicon) == 0.53


def test_a_rule_that_was_not_counted_has_the_share_of_its_family():
    lexicon = counted(("en.stance.often", 3, 4), ("en.commitment.verb", 1, 1))
    assert confidence_of("en.stance.new", lexicon) == 0.75
    assert confidence_of("en.other.new", lexicon) == 0.5


@pytest.mark.parametrize("judged", ["5 of 4", "many of 7", "3"])
def test_counts_that_are_none_are_refused(tmp_path, judged):
    (tmp_path / "precision.yaml").write_text(f"precision:\n- {{rule: en.stance.vote, judged: {judged} }}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"judged"):
        load(folder=tmp_path)
