"""What changed between two runs."""

from communique.ask.question import asked
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.answer import Answer


def diff(ledger: Ledger, first: int, second: int) -> Answer:
    """The records that the ledger had after one run and not after another: added, dropped or changed, with the columns that differ.

    Raises UsageError where there is no such run.
    """
    known = {run for (run,) in ledger.sql("SELECT run FROM runs").fetchall()}
    if unknown := [run for run in (first, second) if run not in known]:
        raise UsageError(f"no run {unknown[0]}: communique runs lists them, from {min(known, default=0)} to {max(known, default=0)}")
    return asked(ledger, "diff", first=first, second=second)
