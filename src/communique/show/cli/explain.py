"""`communique explain`: why a statement, position, commitment or event was found, or what a rule does."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import ReadError, UsageError
from communique.show.cli.options import Debug, Format, LexiconFolder, MinConfidence, Pipeline, RulesAlone, Without, settings_from

if TYPE_CHECKING:
    from communique.model import Explanation
    from communique.settings import Settings
    from communique.show.cli.terminal.reasons import Listed

What = Annotated[str, typer.Argument(metavar="RECORD|RULE", hidden=True)]
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
      communique explain P1 dispatch.md
      communique explain en.indirect.that-clause

    Of a statement of the article at PATH (- or nothing: standard input) it shows why it was found: cue, source, content, rule and
    score, the parse of its sentence, and what else was weighed there and dropped. Name it by its number in the table which
    `communique code` prints, or by its id. Positions (P1), commitments (C1) and events (E1) of the tables that `--show` prints are
    explained by their words, the statement they rest on, their rule and the parse. Of a RULE it shows what the rule does.
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
    settings = settings_from(pipeline, lexicon, without, min_confidence, rules)
    explanation, found = _found(_explanations(path, format, settings), what, path)
    if isinstance(found, int):
        print_statement(console(), explanation, found)
        return
    from communique.lexicon import load
    from communique.show.cli.terminal.reasons import print_finding

    print_finding(console(), explanation, found, load(settings.language, settings.lexicon))


def _explanations(path: str, format: Format, settings: "Settings") -> "Iterator[Explanation]":
    """Every article of the path, coded again with its reasons."""
    from communique.ingest import read_all
    from communique.model import Unread

    for result in read_all([path], format=format):
        if isinstance(result, Unread):
            raise ReadError(f"{result.where}: {result.message}")
        from communique.coder import explain as explained

        yield explained(result, settings)


def _found(explanations: "Iterator[Explanation]", what: str, path: str) -> "tuple[Explanation, int | Listed]":
    """The explanation that holds the record, and the statement's place in it or the finding; a number counts in the first article."""
    from communique.show.cli.terminal.reasons import listed

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
        for one in listed(explanation):
            if what in (one.name, one.finding.id):
                return explanation, one
        seen += 1
    articles = f"the {seen:,} articles" if seen > 1 else "the article"
    raise UsageError(f"{path}: no record {what!r} in {articles}; give the number or id of a statement, P1, C1, E1, or the name of a rule")
