"""The reasons for a stance and their kinds: marked sentences, `[legal it violates the treaty]`; `open` where no kind is settled."""

import re
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

import communique as cq
from communique.lexicon import load
from communique.model import GroundKind
from communique.settings import Settings

CASES = Path(__file__).parent / "grounds" / "kinds.txt"
MARK = re.compile(r"\[(\w+) ([^]]+)\]")


class Case(NamedTuple):
    """A text, and each ground in it with its kind."""

    text: str
    grounds: tuple[tuple[str, str | None], ...]


def cases() -> list[Case]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Case(MARK.sub(r"\2", line), tuple((words, None if kind == "open" else kind) for kind, words in MARK.findall(line)))
        for line in lines
    ]


def grounds_in(text: str, folder: Path | None = None) -> tuple[tuple[str, str | None], ...]:
    """The words and kinds of the grounds of all positions."""
    positions = cq.code(cq.read_text(text), Settings(lexicon=folder)).positions
    return tuple((span.of(text), kind) for p in positions for span, kind in zip(p.grounds, p.ground_kinds, strict=True))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:40])
def test_each_ground_has_its_kind(case: Case) -> None:
    assert grounds_in(case.text) == case.grounds


def test_every_kind_has_cases() -> None:
    kinds = [kind for case in cases() for _, kind in case.grounds]
    assert all(kinds.count(kind) >= 5 for kind in (*get_args(GroundKind), None))


def test_a_word_tells_one_kind_only() -> None:
    told = [(word, entry.pos) for entry in load().grounds for word in entry.words]
    assert sorted(told) == sorted(set(told))


def test_a_user_may_add_words(tmp_path: Path) -> None:
    text = "Norway opposes the ban because it wrecks the skating."
    (tmp_path / "grounds.yaml").write_text("grounds:\n- {kind: moral, pos: phrase, words: [the skating]}\n", encoding="utf-8")
    assert grounds_in(text) == (("it wrecks the skating", None),)
    assert grounds_in(text, tmp_path) == (("it wrecks the skating", "moral"),)
    assert grounds_in("Norway opposes the ban because it wrecks moral duty.", tmp_path)[0][1] == "moral"  # ours still count
