"""Invented archives, and a coder that costs nothing, for tests of what surrounds the coder."""

import json
from collections.abc import Iterator
from pathlib import Path

from communique.batch import Folder, Job, Task, Unit, units_of
from communique.model import Article, Coder, Coding
from communique.settings import Settings

CODER = Coder("0", "l", "p", "s", "numpy")
PLACES = ("Suva", "Nuku'alofa", "Valletta", "Tallinn", "Lima")


def lines(count: int) -> list[str]:
    return [
        json.dumps({"id": f"a-{n}", "text": f"{PLACES[n % 5]} said on Monday that ferry {n} would sail again.", "language": "en"})
        for n in range(count)
    ]


def archive(folder: Path, count: int, name: str = "archive.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(lines(count)) + "\n", encoding="utf-8")
    return path


def begun(folder: Path, inputs: list[Path], *, most: int = 1 << 40, **more: object) -> tuple[Folder, Job, tuple[Unit, ...]]:
    made, job = Folder.begun(Job(str(folder / "out"), Settings(kernel="numpy"), CODER, **more))  # type: ignore[arg-type]
    units, _ = units_of(list(map(str, inputs)), most)
    made.note(units)
    return made, job, units


def code_nothing(articles: Iterator[Article], settings: Settings) -> Iterator[Coding]:
    """As `code_all`, without finding anything."""
    for article in articles:
        yield Coding(article, (), (), (), (), article.problems, CODER)


def ids_of(folder: Folder, unit: Unit) -> list[str]:
    return [row.id for row in folder.output.read(folder.file_of(Task(unit)))]
