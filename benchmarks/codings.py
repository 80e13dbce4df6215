"""JSON Lines in, codings out: the whole of what communique does, through its public names."""

import sys
from collections.abc import Iterator
from pathlib import Path

import communique as cq
from communique.model import Article
from communique.record import to_json


def articles_of(path: Path) -> Iterator[Article]:
    """The articles of a file; a line that gives none is named on standard error."""
    for read in cq.read_all([path]):
        if isinstance(read, Article):
            yield read
        else:
            print(f"unread: {read.where}: {read.message}", file=sys.stderr)


def code_file(articles: Path, codings: Path) -> int:
    """Code every article of one JSON Lines file into another; how many there were."""
    codings.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with codings.open("wb") as lines:
        for coding in cq.code_all(articles_of(articles)):
            lines.write(to_json(coding))
            count += 1
    return count
