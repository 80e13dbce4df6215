"""Reads marked commitments, `Bolivia pledged to [action return the archives]. | BOL vow`, and deadlines, `day | a [time] | interval`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from communique.model import Coding, Deadline, Span

FOLDER = Path(__file__).parent / "commitments"
_TOKEN = re.compile(r"\[(action|condition) |\]")
Bound = tuple[str, str | None, str]  # action, condition, "RUS+CUB vow"


class CommitmentCase(NamedTuple):
    """One line: where it stands, the text without marks, what must be found in it."""

    where: str
    text: str
    expected: frozenset[Bound]

    def found(self, coding: Coding) -> frozenset[Bound]:
        """What a coding of the text holds, in the form of `expected`."""
        words = lambda span: span.of(self.text) if span else None  # noqa: E731
        holders = lambda names: "+".join(name.replace(" ", "_") for name in names)  # noqa: E731
        return frozenset((c.action.of(self.text), words(c.condition), f"{holders(c.committer)} {c.strength}") for c in coding.commitments)


class DeadlineCase(NamedTuple):
    """One line: where it stands, the article's day, the text without marks, the time and its interval; None where there is no deadline."""

    where: str
    day: str | None
    text: str
    expected: tuple[str, str] | None

    def found(self, coding: Coding) -> tuple[str, str] | None:
        """The one deadline a coding holds, in the form of `expected`; an AssertionError where it holds no single commitment."""
        assert len(coding.commitments) == 1, f"{len(coding.commitments)} commitments in {self.text!r}"
        deadline = coding.commitments[0].deadline
        return (deadline.span.of(self.text), shown(deadline)) if deadline else None


class ServedCase(NamedTuple):
    """One line: where it stands, a text with one commitment, the code of whom it serves; None for nobody or several."""

    where: str
    text: str
    expected: str | None


def shown(deadline: Deadline) -> str:
    """A deadline's interval as the cases write it."""
    last = deadline.latest or ("~" + deadline.assumed_latest if deadline.assumed_latest else "")
    if deadline.earliest and deadline.earliest == last:
        return last
    return f"{deadline.earliest or ''}..{last}" if deadline.earliest or last else "-"


def unmarked(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without marks, and what is marked as which."""
    text, at, opened = "", 0, list[tuple[str, int]]()
    found: list[tuple[str, Span]] = []
    for match in _TOKEN.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((match.group(1), len(text)))
        else:
            name, start = opened.pop()
            found.append((name, Span(start, len(text))))
    return text + marked[at:], sorted(found, key=lambda one: one[1])


def read_commitment_cases(path: Path) -> Iterator[CommitmentCase]:
    """The cases of a file. A condition belongs to the action it lies in, else to the only one."""
    for number, line in lines_of(path):
        marked, _, bound = (part.strip() for part in line.partition("|"))
        text, spans = unmarked(marked)
        actions = [span for name, span in spans if name == "action"]
        conditions = [span for name, span in spans if name == "condition"]
        holders = [one.strip() for one in bound.split(";")] if bound else []
        if len(holders) != len(actions):
            raise ValueError(f"{path.name}:{number}: {len(actions)} actions marked, {len(holders)} committers given")
        expected = frozenset(
            (action.of(text), _condition(text, action, conditions, len(actions)), holder)
            for action, holder in zip(actions, holders, strict=True)
        )
        yield CommitmentCase(f"{path.stem}:{number}", text, expected)


def _condition(text: str, action: Span, conditions: list[Span], actions: int) -> str | None:
    return next((one.of(text) for one in conditions if action.covers(one) or actions == 1), None)


def read_deadline_cases(path: Path) -> Iterator[DeadlineCase]:
    """The cases of a file."""
    for number, line in lines_of(path):
        day, marked, interval = (part.strip() for part in line.split("|"))
        time = re.search(r"\[(.*?)\]", marked)
        text = re.sub(r"[\[\]]", "", marked)
        yield DeadlineCase(f"{path.stem}:{number}", None if day == "?" else day, text, (time.group(1), interval) if time else None)


def read_served_cases(path: Path) -> Iterator[ServedCase]:
    """The cases of a file."""
    for number, line in lines_of(path):
        code, text = line.split(" | ")
        yield ServedCase(f"{path.stem}:{number}", text.replace(" ¶ ", "\n\n"), None if code == "-" else code)


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines that are neither empty nor comments."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return ((number, line) for number, line in lines if line.strip() and not line.startswith("#"))
