"""`communique explain`: why a statement was found, or what a rule does."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import ReadError, UsageError
from communique.show.cli.options import Debug, Format, LexiconFolder, MinConfidence, Pipeline, RulesAlone, Without, settings_from

if TYPE_CHECKING:
    from communique.model import Explanation
    from communique.settings import Settings

What = Annotated[str, typer.Argument(metavar="STATEMENT|RULE", hidden=True)]
Where = Annotated[str, typer.Argument(metavar="PATH", hidden=True)]


def explain(
    what: What,
    path: Where = "-",
    format: Format = None,
    pipeline: Pipeline = None,
    lexicon: LexiconFolder = None,
    without: Without = None,
    min_confidence: MinConfidence = None,
    rules: RulesAlone = False,
    debug: Debug = False,
) -> None:
    """
    \b
      communique explain 3 dispatch.md
      communique explain en.indirect.that-clause

    Of a STATEMENT of the article at PATH (- or nothing: standard input) it shows why it was found: cue, source, content, rule and
    score, the parse of its sentence, and what else was weighed there and dropped. Name it by its number in the table which
    `communique code` prints, or by its id. Of a RULE it shows what the rule does.
    """
    from communique.show.cli.terminal.rules import documentation, nearest, rule_named

    rule = rule_named(what)
    if rule is None and "." in what:
        raise UsageError(f"no rule is named {what!r}. {nearest(what)}")

    from communique.show.cli.terminal.explanation import print_statement
    from communique.show.cli.terminal.output import console

    if rule is not None:
        console().print(documentation(rule))
        return
    if path == "-" and sys.stdin is not None and sys.stdin.isatty():
        raise UsageError(f"which article? Name its file: communique explain {what} PATH")
    explained = _explanations(path, format, settings_from(pipeline, lexicon, without, min_confidence, rules))
    print_statement(console(), *_found(explained, what, path))


def _explanations(path: str, format: Format, settings: "Settings") -> "Iterator[Explanation]":
    """Every article of the path, coded again with its reasons."""
    from communique.ingest import read_all
    from communique.model import Unread

    for result in read_all([path], format=format):
        if isinstance(result, Unread):
            raise ReadError(f"{result.where}: {result.message}")
        from communique.coder import explain as explained

        yield explained(result, settings)


def _found(explanations: "Iterator[Explanation]", what: str, path: str) -> "tuple[Explanation, int]":
    """The explanation that holds the statement, and the statement's place in it; a number counts in the first article."""
    seen = 0
    for explanation in explanations:
        statements = explanation.coding.statements
        if what.isdecimal():
            if 1 <= int(what) <= len(statements):
                return explanation, int(what) - 1
            raise UsageError(f"{path}: no statement {what}, there are {len(statements)}. See them: communique code {path}")
        for place, statement in enumerate(statements):
            if statement.id == what:
                return explanation, place
        seen += 1
    articles = f"the {seen:,} articles" if seen > 1 else "the article"
    raise UsageError(f"{path}: no statement {what!r} in {articles}; give its number or id, or the name of a rule")
