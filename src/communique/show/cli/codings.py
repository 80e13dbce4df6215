"""Codings for commands that work on them: read back where a file holds them, made where it holds articles."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import ReadError

if TYPE_CHECKING:
    from communique.ingest.sources import Source
    from communique.model import Article, Coding, Unread
    from communique.settings import Settings

RUN = "run.json"  # what the folder of a run has
CODED = b'{"article":{'  # how a line of `communique code` begins


def codings_of(
    paths: Iterable[str], settings: "Settings", format: str | None, is_known: "Callable[[Article], bool]" = lambda article: False
) -> "Iterator[Coding | Unread]":
    """The codings of files, directories, runs and standard input ("-"), one at a time; what gave none is an Unread in its place. Articles
    that are known already are not coded."""
    for path in paths:
        if Path(path, RUN).is_file():
            yield from _of_run(path)
        else:
            yield from _of_files(path, settings, format, is_known)


def _of_run(path: str) -> "Iterator[Coding | Unread]":
    """The codings of a run's folder, as far as it is done."""
    from communique.engines import Run
    from communique.show.cli.exits import say

    run = Run.at(path)
    progress = run.status()
    if missing := progress.units - progress.done:
        say(f"{path}: {missing:,} of {progress.units:,} units are not done yet; what is done is taken")
    yield from run.folder.codings()


def _of_files(path: str, settings: "Settings", format: str | None, is_known: "Callable[[Article], bool]") -> "Iterator[Coding | Unread]":
    """The codings of a file, of a directory's files, of standard input."""
    from communique.ingest import SUFFIXES, files_under, open_source
    from communique.model import Unread

    for file in files_under(path, SUFFIXES):
        if isinstance(file, Unread):
            yield file
            continue
        try:
            source = open_source(file)
        except ReadError as error:
            yield Unread(str(file), str(error))
            continue
        with source.stream:
            yield from _read_back(source) if source.head.lstrip().startswith(CODED) else _made(source, settings, format, is_known)


def _read_back(source: "Source") -> "Iterator[Coding | Unread]":
    """The codings of a file of them."""
    from communique.model import Unread
    from communique.record import from_json

    for number, line in enumerate(source.stream, start=1):
        if line.strip():
            try:
                yield from_json(line)
            except ReadError as error:
                yield Unread(f"{source.name}, line {number}", str(error))


def _made(source: "Source", settings: "Settings", format: str | None, is_known: "Callable[[Article], bool]") -> "Iterator[Coding | Unread]":
    """The codings of the articles of a file."""
    from communique.ingest import read_source
    from communique.model import Unread

    for article in read_source(source, format=format):
        if isinstance(article, Unread):
            yield article
        elif not is_known(article):
            yield _coded(article, settings)


def _coded(article: "Article", settings: "Settings") -> "Coding":
    from communique.coder import code_all

    return next(code_all([article], settings))
