"""The sequences of tests/cases/chains: dispatches coded by the real coder, and what is expected of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import communique as cq
from communique.ask.chains import Link, chains
from communique.ledger import Ledger

FOLDER = Path(__file__).parent.parent / "cases" / "chains"
DISPATCH = re.compile(r"(\d{4}-\d\d-\d\d|-) ([^:]+): (.+)")


class Sequence(NamedTuple):
    """Dispatches of one sequence, and what is expected: links by holder and issue, and the number of stories."""

    name: str
    dispatches: tuple[tuple[str | None, str, str], ...]
    links: dict[tuple[str, str], tuple[str, ...]]
    stories: int | None


def sequences() -> Iterator[Sequence]:
    for part in (FOLDER / "en.txt").read_text("utf-8").split("\n## ")[1:]:
        name, *lines = part.strip().splitlines()
        told = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
        matches = [DISPATCH.fullmatch(line) for line in lines if line and not line.startswith("=> ")]
        assert all(matches), name
        dispatches = tuple((None if day == "-" else day, outlet, text) for day, outlet, text in (match.groups() for match in matches))
        stories = next((int(line.removeprefix("stories: ")) for line in told if line.startswith("stories: ")), None)
        yield Sequence(name, dispatches, dict(map(_expected, (line for line in told if not line.startswith("stories: ")))), stories)


def _expected(line: str) -> tuple[tuple[str, str], tuple[str, ...]]:
    key, _, links = line.partition(", ")
    issue, _, links = links.partition(": ")
    return (key, issue), () if links == "none" else tuple(links.split(" | "))


def ledger_of(sequence: Sequence, path: Path) -> Ledger:
    ledger = Ledger.open(path)
    read = [cq.read_text(text, id=f"d{number}", date=day, outlet=outlet) for number, (day, outlet, text) in enumerate(sequence.dispatches)]
    codings = list(map(cq.code, read))
    first = int(len(sequence.name) % 4 == 0)  # some come in two adds: what is there already has to be found again
    if first:
        ledger.add(codings[:1])
    ledger.add(codings[first:])
    return ledger


def told_of(link: Link, like: str) -> str:
    """A link in the words of a case, as far as `like` goes into detail."""
    told = f"{link.move or '-'} {link.stance or '-'} {link.n or '-'}"
    if "(" in like:
        told += f" ({link.reports}/{link.outlets}/{link.origins})"
    return told.replace(" - -", " -") + " new grounds" * bool(link.new_grounds) + " silence" * link.silence


def outcomes(sequence: Sequence, path: Path) -> Iterator[tuple[str, str]]:
    """What was expected and what is there, one pair for each link and each count of stories."""
    ledger = ledger_of(sequence, path)
    for (holder, issue), expected in sequence.links.items():
        links = [link for link in chains(ledger, holder=holder, issue=issue) if link.issue == issue]
        for place in range(max(len(expected), len(links))):
            wanted = expected[place] if place < len(expected) else "nothing"
            yield wanted, told_of(links[place], wanted) if place < len(links) else "nothing"
    if sequence.stories is not None:
        yield str(sequence.stories), str(ledger.sql("SELECT count(DISTINCT story) FROM stories").fetchall()[0][0])
