"""Reads marked sentences: `[source The envoy] [cue said] that [content the talks would go on].`

A file is one rule's: its first line is `@ name of the rule`. Cases are separated by blank lines; `#` opens a comment line; `¶` stands for
a paragraph break. A second statement in a case bears a number: `[source2 ...]`. Brackets nest. A case without marks is a negative: nothing
may be found in it; one that opens with `~` is a negative for the file's rule only.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from communique.model import Coding, Span

_TOKEN = re.compile(r"\[(source|cue|content)(\d?) |\]")


class Expected(NamedTuple):
    """A statement as marked: character offsets into the case's text."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


class Case(NamedTuple):
    """One case: where it stands, the rule its file is about, the text without marks, what must be found."""

    where: str
    rule: str
    text: str
    expected: tuple[Expected, ...]
    only_this_rule: bool

    def is_met_by(self, coding: Coding) -> bool:
        """True where the coding of the text is as marked, by the rule of the file."""
        rules = {statement.rule for statement in coding.statements}
        if self.only_this_rule:
            return self.rule not in rules
        found = {Expected(_pair(s.source), _pair(s.cue), tuple((c.start, c.end) for c in s.content)) for s in coding.statements}
        return found == set(self.expected) and (not found or self.rule in rules)


def _pair(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _unmark(marked: str) -> tuple[str, dict[str, dict[str, list[tuple[int, int]]]]]:
    text, at, opened = "", 0, []
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for match in _TOKEN.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((match.group(1), match.group(2) or "1", len(text)))
        else:
            role, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(role, []).append((start, len(text)))
    if opened:
        raise ValueError(f"a bracket is not closed: {marked}")
    return text + marked[at:], found


def _case(where: str, rule: str, block: str) -> Case:
    lines = [line for line in block.splitlines() if not line.startswith("#")]
    marked = " ".join(lines).replace(" ¶ ", "\n\n")
    only = marked.startswith("~")
    text, found = _unmark(marked.removeprefix("~").strip())
    expected = tuple(
        Expected(next(iter(roles.get("source", [])), None), next(iter(roles.get("cue", [])), None), tuple(sorted(roles["content"])))
        for _, roles in sorted(found.items())
    )
    return Case(where, rule, text, expected, only)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    if not head.startswith("@ "):
        raise ValueError(f"{path}: the first line must be '@ name of the rule'")
    for number, block in enumerate(re.split(r"\n\s*\n", rest.strip()), 1):
        if any(line and not line.startswith("#") for line in block.splitlines()):
            yield _case(f"{path.stem}:{number}", head[2:].strip(), block.strip())


def read_all_cases(*folders: str) -> Iterator[Case]:
    """The cases of folders of tests/cases: `en`, which must pass, `hard`, which do not yet; both unless named."""
    for path in sorted(path for folder in folders or ("en", "hard") for path in Path(__file__).parent.glob(f"{folder}/*.txt")):
        yield from read_cases(path)
