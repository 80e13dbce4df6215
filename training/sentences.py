"""The project's own sentences: training/sentences, written for rare constructions, and the marked cases of the tests.

A line of training/sentences is one text (` ¶ ` is a paragraph break; `#` opens a comment). Marks: `[source ...]`, `[cue ...]` or
`[cue:attitude ...]`, `[content ...]`, with a number where there are several statements (`[source2 ...]`); `[not ...]` marks a word that
looks like a cue and is none. Marks nest.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from examples import Marked, Offsets, Text

HERE = Path(__file__).resolve().parent
OWN = 1.0  # how much a sentence counts beside an article
CASE = 3.0  # the same for a marked case: most show what is no statement, and articles show that seldom so plainly
_TOKEN = re.compile(r"\[(source|cue|content|not)(\d*)(:attitude)? |\]")


def _text(id: str, group: str, line: str) -> Text:
    """One marked line."""
    marked = line.strip().replace(" ¶ ", "\n\n")
    text, at = "", 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Offsets]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, str] = {}
    for match in _TOKEN.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((match.group(1), match.group(2) or "1", len(text)))
            if match.group(3):
                kinds[match.group(2) or "1"] = "attitude"
        else:
            role, number, start = opened.pop()
            found[number][role].append((start, len(text)))
    statements = (
        Marked(
            next(iter(roles["source"]), None), next(iter(roles["cue"]), None), tuple(sorted(roles["content"])), kinds.get(number, "speech")
        )
        for number, roles in sorted(found.items())
        if roles["content"]
    )
    return Text(id, group, text + marked[at:], tuple(statements), None, OWN)


def own_sentences(folder: Path = HERE / "sentences") -> Iterator[Text]:
    """The sentences written for training; four neighbours, often variants of one another, stay in one fold."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        chosen = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
        yield from (_text(f"own/{path.stem}:{number}", f"own/{path.stem}{number // 4}", line) for number, line in chosen)


def marked_cases() -> Iterator[Text]:
    """The cases of tests/cases/en that mark every statement; their kinds are not marked."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from cases.reader import read_all_cases

    for case in read_all_cases("en"):
        if not case.only_this_rule:
            statements = tuple(Marked(e.source, e.cue, e.content, "") for e in case.expected)
            file, number = case.where.split(":")
            yield Text(f"case/{case.where}", f"case/{file}{int(number) % 10}", case.text, statements, None, CASE)
