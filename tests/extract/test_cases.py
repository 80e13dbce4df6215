"""Every marked sentence of tests/cases/en is coded as it is marked by the rules alone; how the learned scorer does, test_floor.py keeps."""

import pytest

import communique as cq
from cases.reader import Case, read_all_cases
from communique.extract import CONTINUATIONS, RULES
from communique.settings import Settings

CASES = list(read_all_cases("en"))


def shown(text: str, statements: list[tuple]) -> str:
    """Statements as readable lines, for the failure message."""
    words = lambda span: text[span[0] : span[1]] if span else None  # noqa: E731
    return "\n".join(f"  {words(s[0])!r} | {words(s[1])!r} | {[words(c) for c in s[2]]}" for s in statements) or "  nothing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    coding = cq.code(cq.read_text(case.text), Settings(scorer="rules"))
    pair = lambda span: (span.start, span.end) if span else None  # noqa: E731
    found = [(pair(s.source), pair(s.cue), tuple(pair(c) for c in s.content), s.rule) for s in coding.statements]
    if case.only_this_rule:
        assert case.rule not in [f[3] for f in found], f"{case.text}\nfound\n{shown(case.text, found)}"
        return
    got, want = {f[:3] for f in found}, {tuple(e) for e in case.expected}
    assert got == want, f"{case.text}\nexpected\n{shown(case.text, sorted(want, key=str))}\nfound\n{shown(case.text, found)}"
    if want:
        assert case.rule in [f[3] for f in found], f"{case.text}\nfound by {[f[3] for f in found]}"


@pytest.mark.parametrize("name", [rule.name for rule in (*RULES, *CONTINUATIONS)])
def test_every_rule_has_cases_and_negatives(name: str) -> None:
    own = [case for case in CASES if case.rule == name]
    assert len(own) >= 20, f"{name} has {len(own)} cases; write tests/cases/en/<case>.txt"
    assert any(not case.expected or case.only_this_rule for case in own), f"{name} has no negatives"
