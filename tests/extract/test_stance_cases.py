"""Every case in which a stance is read has its meaning, by which `communique explain` tells of it."""

from pathlib import Path

import communique as cq
from communique.extract import STANCES
from communique.lexicon import load
from communique.settings import Settings

CASES = Path(__file__).parent / "positions"


def test_the_cases_of_words_have_a_meaning() -> None:
    assert {f"en.stance.{word.case}" for word in load().stances if word.case} <= set(STANCES)


def test_the_rules_of_coded_positions_have_a_meaning() -> None:
    texts = [line.partition("::")[2] for path in CASES.glob("*.txt") for line in path.read_text("utf-8").splitlines() if "::" in line]
    rules = {position.rule for text in texts[::4] for position in cq.code(cq.read_text(text), Settings()).positions}
    assert len(rules) > 5
    assert rules <= set(STANCES)
