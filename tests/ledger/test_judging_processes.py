"""Two people judge at once, in processes of their own; one is killed."""

import subprocess
import sys

import pytest
from invented import codings

from communique.ledger import Ledger

JUDGE = """
import sys
from communique.ledger import Ledger
ledger = Ledger.open(sys.argv[1])
for id in sys.argv[3:]:
    with ledger.bench(sys.argv[2]) as bench:
        bench.accept(id, note=sys.argv[2])
    print(id, flush=True)
"""
BREAK_OFF = """
import os, signal, sys
from communique.ledger import Ledger
with Ledger.open(sys.argv[1]).bench("Ada") as bench:
    bench.reject(*sys.argv[2:])
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.open(tmp_path / "reef.duckdb")
    made.add(codings(6))
    return made


def started(program, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_who_judge_at_once_wait_for_each_other_and_none_is_lost(ledger):
    ids = [id for (id,) in ledger.sql("SELECT id FROM statements").fetchall()]
    both = [started(JUDGE, ledger.path, name, *some) for name, some in (("Ada", ids), ("Tui", ids[::-1]))]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")
    ledger.refresh()
    judged = sorted((one.judgement.record_id, one.judgement.judge) for one in ledger.standing())
    assert judged == sorted((id, name) for id in ids for name in ("Ada", "Tui"))
    assert ledger.sql("SELECT count(*) FROM statements WHERE verdict = 'accept'").fetchall() == [(6,)]


def test_who_is_killed_before_the_end_has_judged_nothing_and_others_go_on(ledger):
    ids = [id for (id,) in ledger.sql("SELECT id FROM statements").fetchall()]
    killed = started(BREAK_OFF, ledger.path, *ids)
    killed.communicate(timeout=120)
    assert killed.returncode == -9
    with ledger.bench("Tui") as bench:
        bench.accept(ids[0])
    assert [one.judgement.judge for one in ledger.standing()] == ["Tui"]
    assert ledger.sql("SELECT count(*) FROM statements").fetchall() == [(6,)]
