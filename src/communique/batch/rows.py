"""An article's coding, or its failure, as a row of a unit's file."""

from collections import Counter

from communique.batch.job import Counts
from communique.model import Coding, Problem, Unread
from communique.model.base import Record
from communique.record import to_json


class Row(Record, frozen=True):
    """One article, or one input that gave none. Columns of Parquet, in their order.

    id         the article's, or where the input is that gave none
    url, outlet, published, text_sha256  the article's
    statements, positions, commitments, events  how many there are
    stage, exception  what went wrong with it as a whole: the stage, and a message; None where nothing did
    coding     the coding as JSON; None where there is none
    """

    id: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    text_sha256: str | None = None
    statements: int = 0
    positions: int = 0
    commitments: int = 0
    events: int = 0
    stage: str | None = None
    exception: str | None = None
    coding: str | None = None


class Tally:
    """Counts rows as they pass."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.stages: Counter[str] = Counter()

    def add(self, row: Row, problems: tuple[Problem, ...]) -> None:
        """Takes a row in, with the problems of its coding."""
        for name in ("statements", "positions", "commitments", "events"):
            self.sums[name] += getattr(row, name)
        self.sums["articles" if row.coding else "failed"] += 1
        self.stages.update(problem.stage for problem in problems)
        if not row.coding and row.stage:
            self.stages[row.stage] += 1

    def counts(self) -> Counts:
        """The counts so far."""
        return Counts(**self.sums, stages=dict(sorted(self.stages.items())))


def row_of(coding: Coding) -> Row:
    """A coding's row; what kept the coder from the whole of it stands in its own columns too."""
    article = coding.article
    kept_away = next((one for one in coding.problems if one.span is None and one.stage in ("language", "parse", "coder")), None)
    return Row(
        article.id, article.url, article.outlet, article.published, article.text_sha256, len(coding.statements), len(coding.positions),
        len(coding.commitments), len(coding.events), kept_away.stage if kept_away else None,
        kept_away.message if kept_away else None,
        to_json(coding).decode().rstrip("\n"),
    )  # fmt: skip


def failed_row(id: str, stage: str, exception: str) -> Row:
    """The row of what was not coded."""
    return Row(id, stage=stage, exception=exception)


def unread_row(unread: Unread) -> Row:
    """The row of an input that gave no article."""
    return failed_row(unread.where, "ingest", unread.message)
