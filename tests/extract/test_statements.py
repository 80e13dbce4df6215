"""What a statement says beside source, cue and content: hearer, nesting, kind, manner, act."""

from typing import Literal

import pytest

import communique as cq
from communique.model import Statement
from communique.settings import Settings


def coded(text: str) -> tuple[Statement, ...]:
    return cq.code(cq.read_text(text)).statements


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("The envoy told reporters in Paris that the talks would go on.", "reporters"),
        ("She said to the minister that it was over.", "the minister"),
        ("He assured the visitors on Monday that all was well.", "the visitors"),
        ("The premier said the road led to Rome.", None),
        ("The council asked Ruritania to wait.", None),
    ],
)
def test_the_hearer_is_the_addressee(text: str, hearer: str | None) -> None:
    (statement,) = coded(text)
    assert (statement.addressee and statement.addressee.of(text)) == hearer


@pytest.mark.parametrize(
    ("text", "scorer"),
    [
        ("The minister said that the rebels had accused the army of torture.", "rules"),
        ("The spokesman said the union had warned that the strike would go on.", "rules"),
        ("The spokesman said the union had warned that the strike would go on.", "learned"),
        ("The envoy noted that the finance ministry has said that the fund is empty.", "learned"),
    ],
)
def test_another_persons_words_are_nested_in_the_report_of_them(text: str, scorer: Literal["rules", "learned"]) -> None:
    outer, inner = cq.code(cq.read_text(text), Settings(scorer=scorer)).statements
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_ones_own_words_are_not_told_twice() -> None:
    assert len(coded("“We have urged both sides to wait,” the envoy said.")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The envoy said the talks would go on.", "speech"),
        ("The envoy believes the talks will go on.", "attitude"),
        ("The cabinet wants to close the border.", "attitude"),
    ],
)
def test_what_is_thought_or_wanted_is_an_attitude(text: str, kind: str) -> None:
    assert [s.kind for s in coded(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("The envoy said the talks would go on.", "indirect"),
        ("“The talks will go on,” the envoy said.", "direct"),
        ("The talks will go on until we agree, the envoy said.", "direct"),
        ("The envoy called the talks “a waste of everybody's time”.", "mixed"),
        ("The envoy said that the talks concerned our two peoples.", "mixed"),
    ],
)
def test_manner(text: str, manner: str) -> None:
    assert [s.manner for s in coded(text)] == [manner]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy said the talks would go on.", "assert"),
        ("The council called for talks.", "request"),
        ("The council called for an immediate ceasefire.", "demand"),
        ("The envoy said the troops must leave.", "demand"),
        ("The envoy said that the raid was a barbaric crime.", "condemn"),
        ("The envoy said his country would continue to support the islanders.", "promise"),
        ("We will continue to support the islanders, the envoy said.", "promise"),
        ("We are ready to negotiate, the envoy said.", "propose"),
        ("The ministry denied that a ship had been seized.", "deny"),
    ],
)
def test_act(text: str, act: str) -> None:
    assert [s.act for s in coded(text)] == [act]
