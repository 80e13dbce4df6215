"""How often are positions and commitments right, by the rule that found them?

usage: python benchmarks/judgements.py

On ../shared/gold a position is right where holder, stance and sentence agree, a commitment where committer and action do (as gold/score.py
has it); on the project's own cases where it is marked. Beside the counts stands the confidence given, which src/communique/lexicon's
precision.yaml tells how to count; the error is the expected calibration error of these confidences on the gold. The own cases were written
with the rules and the gold was read while they were made, so both flatter; precision.yaml also has finds judged in other news.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

import communique as cq
from communique.model import Coding, Commitment, Position
from inputs import ROOT, articles_of, rows_of, shared_file
from speakers import scorer


class Judged(NamedTuple):
    """A position or commitment: its rule, its confidence, whether it is right."""

    rule: str
    confidence: float
    right: bool


@cache
def gold() -> tuple[tuple[dict[str, Any], Coding], ...]:
    """The annotated articles of the gold, coded."""
    given = {row["id"]: row for row in rows_of(shared_file("gold", "dev.gold.jsonl"))}
    return tuple((given[coding.article.id], coding) for coding in cq.code_all(articles_of(shared_file("gold", "articles.jsonl"))))


def on_gold() -> Iterator[Judged]:
    """Those of the gold's articles, without what stands in its furniture."""
    for row, coding in gold():
        furniture = scorer().chars(row.get("furniture_spans"))
        positions = [p for p in coding.positions if p.evidence.start not in furniture]
        yield from _matched(row["positions"], positions, lambda a, b, c=coding: _same_stand(a, b, c), 1.0)
        commitments = [c for c in coding.commitments if c.action.start not in furniture]
        yield from _matched(row["commitments"], commitments, _same_deed, 0.3)


def _matched(golds: list[Any], coded: list[Any], similar: Any, floor: float) -> Iterator[Judged]:
    pairs = scorer().pair_up(range(len(golds)), range(len(coded)), lambda i, j: similar(golds[i], coded[j]), floor)
    right = {j for _, j in pairs}
    return (Judged(one.rule, one.confidence, j in right) for j, one in enumerate(coded))


def _same_stand(gold: dict[str, Any], coded: Position, coding: Coding) -> float:
    text, evidence = coding.article.text, (coded.evidence.start, coded.evidence.end)
    touching = scorer().chars([gold["evidence_span"]]) & scorer().chars([evidence])
    near = touching or scorer().sentence_of(text, gold["evidence_span"][0]) == scorer().sentence_of(text, evidence[0])
    return float(bool(near) and gold["stance"] == coded.stance and scorer().same_holders(gold["holder"], list(coded.holder)))


def _same_deed(gold: dict[str, Any], coded: Commitment) -> float:
    action = scorer().chars([(coded.action.start, coded.action.end)])
    return float(
        scorer().iou(scorer().chars([gold["action_span"]]), action) * scorer().same_holders(gold["committer"], list(coded.committer))
    )


def beneficiaries() -> Iterator[tuple[str | None, str | None]]:
    """Whom each commitment of the gold that was found serves: as annotated, as coded."""
    for row, coding in gold():
        golds, coded = row["commitments"], coding.commitments
        for i, j in scorer().pair_up(range(len(golds)), range(len(coded)), partial(_nearness, golds, coded), 0.3):
            yield golds[i].get("beneficiary"), coded[j].beneficiary


def _nearness(golds: list[Any], coded: tuple[Commitment, ...], i: int, j: int) -> float:
    return _same_deed(golds[i], coded[j])


def on_cases() -> Iterator[Judged]:
    """Those of the project's own marked texts."""
    sys.path.insert(0, str(ROOT / "tests"))
    from extract.commitment_cases import FOLDER, read_commitment_cases
    from extract.position_cases import read_position_cases

    for stands in read_position_cases("*.txt"):
        for position in cq.code(cq.read_text(stands.text)).positions:
            yield Judged(position.rule, position.confidence, any(stand.is_met_by(position) for stand in stands.stands))
    for bound in read_commitment_cases(FOLDER / "en.txt"):
        coding = cq.code(cq.read_text(bound.text))
        for found in coding.commitments:
            alone = Coding(coding.article, (), (), (found,), (), (), coding.coder)
            yield Judged(found.rule, found.confidence, bound.found(alone) <= bound.expected)


def error_of(judged: Iterable[Judged]) -> float:
    """Expected calibration error: the mean distance of confidence and share right, over the confidences given."""
    bins: dict[float, list[bool]] = defaultdict(list)
    for one in judged:
        bins[one.confidence].append(one.right)
    total = sum(map(len, bins.values()))
    return sum(len(right) * abs(confidence - sum(right) / len(right)) for confidence, right in bins.items()) / total if total else 0.0


def report(name: str, found: list[Judged], cases: list[Judged]) -> None:
    """A row for each rule, and the error."""
    overall = sum(j.right for j in found) / len(found)
    print(f"\n{name}: {overall:.3f} of {len(found)} right on the gold; error of the confidences {error_of(found):.3f}")
    print(f"{'rule':28}{'gold right':>11}{'cases right':>13}{'confidence':>12}")
    for rule in sorted({j.rule for j in chain(found, cases)}):
        mine, own = [j.right for j in found if j.rule == rule], [j.right for j in cases if j.rule == rule]
        given = next(j.confidence for j in chain(found, cases) if j.rule == rule)
        print(f"{rule:28}{f'{sum(mine)} of {len(mine)}':>11}{f'{sum(own)} of {len(own)}':>13}{given:12.2f}")


def main() -> None:
    found, cases = list(on_gold()), list(on_cases())
    for name, family in (("positions", "en.stance."), ("commitments", "en.commitment.")):
        report(name, [j for j in found if j.rule.startswith(family)], [j for j in cases if j.rule.startswith(family)])
    pairs = list(beneficiaries())
    given, coded, right = (sum(map(bool, one)) for one in ([g for g, _ in pairs], [c for _, c in pairs], [g and g == c for g, c in pairs]))
    print(f"\nbeneficiaries of matched commitments: {given} in the gold, {coded} coded, {right} right")


if __name__ == "__main__":
    main()
