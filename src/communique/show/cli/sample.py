"""`communique sample`: statements drawn to be judged by hand."""

from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import Debug, Errors, Format, LexiconFolder, Paths, Pipeline, Without, settings_from

Size = Annotated[int, typer.Option("--n", metavar="COUNT", min=1, help="How many statements to draw.")]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="FIELDS",
        help="Draw as many of each kind: of article, outlet, rule, manner, kind, act, in any combination; '' draws from all alike.",
    ),
]
Seed = Annotated[int, typer.Option("--seed", metavar="NUMBER", help="Another number draws another sample; the same draws the same.")]


def sample(
    paths: Paths,
    n: Size = 200,
    by: By = "rule,outlet",
    seed: Seed = 0,
    errors: Errors = None,
    format: Format = None,
    pipeline: Pipeline = None,
    lexicon: LexiconFolder = None,
    without: Without = None,
    debug: Debug = False,
) -> int:
    """
    \b
      communique sample codings.jsonl > sample.csv
      communique sample news/ --n 100 --by rule --seed 7 > sample.csv

    Draws statements from each PATH (a file, a directory, - for standard input), which holds codings or articles, which are coded
    first. Prints CSV with a row a statement: what was found, and the sentences around it with [source ...] [cue ...] [content ...]
    marked. Fill in the column `right` with yes, no or partly, and `note` with what you like; `communique precision` counts.

    Each combination of the fields of --by is drawn from alike, as far as it has statements, and what is left over goes to some of
    them at random. What is drawn depends on the statements and the seed, not on the order of the inputs.
    """
    from communique.show.cli.codings import codings_of
    from communique.show.cli.judging.draw import FIELDS, Urn
    from communique.show.cli.judging.sheet import rows_of, write_sheet
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.progress import Progress

    fields = tuple(filter(None, (field.strip() for field in by.split(","))))
    if unknown := [field for field in fields if field not in FIELDS]:
        raise UsageError(f"--by {by}: there is no field {unknown[0]!r}; use any of {', '.join(FIELDS)}, or '' for none")
    urn = Urn(n, seed, fields)
    with Failures(errors) as failures, Progress() as progress:
        found = failures.readable(codings_of(paths, settings_from(pipeline, lexicon, without), format))
        for coding in progress.over(found):
            urn.add(rows_of(coding))
            failures.check(coding)
    write_sheet(urn)
    return failures.exit_code()
