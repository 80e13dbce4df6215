"""Ledgers to be looked at: self-written dispatches, invented codings, an article that would do harm."""

from collections.abc import Iterator
from pathlib import Path

import communique as cq
from communique.model import Coding
from communique.record import from_json
from samples.write_golden import GOLDEN

PRESS = Path(__file__).with_name("press.jsonl")


def press() -> list[Coding]:
    """Dispatches of a year about a ban and a harbour, coded."""
    return list(cq.code_all(one for one in cq.read_all([PRESS]) if isinstance(one, cq.Article)))


def goldens() -> Iterator[Coding]:
    """The samples' codings."""
    for file in sorted(GOLDEN.glob("*.jsonl")):
        yield from map(from_json, file.read_bytes().splitlines())


def judge(path: Path) -> None:
    """Two people judge some of what a ledger holds, and do not agree on all of it."""
    with cq.Ledger.open(path) as ledger:
        ids = [id for (id,) in ledger.sql("SELECT id FROM statements WHERE article_id LIKE 'press%' ORDER BY id LIMIT 6").fetchall()]
        with ledger.bench("A. Jansen") as bench:
            bench.accept(*ids[:4], note="as in the text")
            bench.reject(*ids[4:])
        with ledger.bench("B. Okoro") as bench:
            bench.accept(*ids[:3])
            bench.correct(ids[3], {"act": "assert"}, note="no more than that")
            bench.reject(*ids[4:])
