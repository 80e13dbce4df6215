"""`communique run`: an archive coded in units, on one machine or many, to be broken off and gone on with at any time."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import (
    Debug,
    JsonLines,
    LexiconFolder,
    Map,
    MinConfidence,
    Pipeline,
    RulesAlone,
    Without,
    columns_from,
    settings_from,
)

if TYPE_CHECKING:
    from communique.batch import Job

UNITS = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}

Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", hidden=True)]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The run's folder, which all its machines see.")]
Engine = Annotated[str, typer.Option("--engine", metavar="NAME", help="local: processes here; ray: the cluster at $RAY_ADDRESS.")]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, help="How many at once (default: a core each).")]
Shard = Annotated[str | None, typer.Option("--shard", metavar="I/N", help="Only every N-th unit, from the I-th: for job arrays.")]
Status = Annotated[bool, typer.Option("--status", help="Tell how far the run in DIR is, and do nothing.")]
As = Annotated[str | None, typer.Option("--as", metavar="FORMAT", help="parquet (the default), or jsonl in Zstandard.")]
Size = Annotated[str | None, typer.Option("--unit", metavar="SIZE", help="Bytes of input in a unit (default: 64M).")]
Seconds = Annotated[float, typer.Option("--seconds", metavar="N", min=0.1, help="What takes longer is left out (default: 60).")]
Memory = Annotated[str, typer.Option("--memory", metavar="SIZE", help="What a worker may take beside its models (default: 2G).")]


def run(
    out: Out,
    inputs: Inputs = None,
    engine: Engine = "local",
    workers: Workers = None,
    shard: Shard = None,
    status: Status = False,
    as_: As = None,
    unit: Size = None,
    seconds: Seconds = 60.0,
    memory: Memory = "2G",
    jsonl: JsonLines = False,
    map: Map = None,
    pipeline: Pipeline = None,
    lexicon: LexiconFolder = None,
    without: Without = None,
    min_confidence: MinConfidence = None,
    rules: RulesAlone = False,
    debug: Debug = False,
) -> int:
    """
    \b
      communique run archive.jsonl.gz --out coded --workers 8
      communique run 's3://news/2031-*.warc.gz' --out coded --engine ray --workers 200
      communique run news/ --out coded --shard 3/40
      communique run --out coded --status
      communique add coded

    Codes what each INPUT holds (WARC, JSON Lines, Parquet; files, directories, patterns, addresses that fsspec knows) into a folder:
    large files are cut into units, each unit becomes one file. The same command again does what is missing, whatever stopped it; without
    INPUT it goes on with what the folder's run began.

    An article that takes too long, or kills its worker three times, is a row with its reason, and nothing else is lost. Exit code 3
    where some articles failed or units were given up.
    """
    from communique.engines import Run
    from communique.engines.run import UNIT, job_for
    from communique.show.cli.terminal.running import Watched, exit_code, show_end

    if status:
        progress = Run.at(out).status()
        show_end(progress, jsonl=jsonl)
        return exit_code(progress)
    job = job_for(
        out,
        settings_from(pipeline, lexicon, without, min_confidence, rules),
        output=as_ or "parquet",
        columns=columns_from(map) or {},
        seconds=seconds,
        memory=_bytes("--memory", memory),
    )
    begun = Run.begun(inputs or [], _checked(job), unit=_bytes("--unit", unit) if unit else UNIT, shard=_shard(shard))
    with Watched(begun) as watched:
        for progress in begun.go(engine, workers or os.cpu_count() or 1):
            watched.show(progress)
    show_end(progress, jsonl=jsonl)
    return exit_code(progress)


def _checked(job: "Job") -> "Job":
    """The job, whose format and columns exist. Raises UsageError where they do not."""
    from communique.batch.outputs import output_named
    from communique.ingest.fields import checked_columns

    output_named(job.output)
    checked_columns(job.columns)
    return job


def _bytes(option: str, written: str) -> int:
    """ "64M" in bytes. Raises UsageError where it is no size."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([KMG]?)B?", written.strip().upper())
    if found is None or float(found[1]) == 0:
        raise UsageError(f"{option} {written}: no size; write it as 64M or 2G")
    return int(float(found[1]) * UNITS[found[2]])


def _shard(written: str | None) -> tuple[int, int]:
    """ "3/40" as numbers. Raises UsageError where it is no shard."""
    found = re.fullmatch(r"(\d+)/(\d+)", written or "1/1")
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise UsageError(f"--shard {written}: no shard; write the first of forty as 1/40, the last as 40/40")
    return int(found[1]), int(found[2])
