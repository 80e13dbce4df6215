"""The confidence of a position or commitment: how often its rule was right, where that was counted."""

from collections import defaultdict
from functools import cache

from communique.lexicon import Lexicon

PRIOR = 8  # cases by which a rule's share is drawn towards that of its family: three cases tell little


def confidence_of(rule: str, lexicon: Lexicon) -> float:
    """0..1, two decimals; for a rule that was not counted the share of its family ("en.stance")."""
    rules, families = _shares(lexicon)
    return rules.get(rule, families.get(_family(rule), 0.5))


def _family(rule: str) -> str:
    return rule.rpartition(".")[0]


@cache
def _shares(lexicon: Lexicon) -> tuple[dict[str, float], dict[str, float]]:
    """The shares of rules and of families."""
    right, total = defaultdict[str, int](int), defaultdict[str, int](int)
    counts = {one.rule: one.counts for one in lexicon.precision}
    for rule, (good, of) in counts.items():
        right[_family(rule)] += good
        total[_family(rule)] += of
    families = {family: right[family] / total[family] for family in total if total[family]}
    rules = {rule: (good + PRIOR * families[_family(rule)]) / (of + PRIOR) for rule, (good, of) in counts.items() if of}
    return {rule: round(share, 2) for rule, share in rules.items()}, {family: round(share, 2) for family, share in families.items()}
