"""Time and memory of a worker have ends, also where no exception can be raised."""

import subprocess
import sys
import time

import pytest

from communique.batch.limits import Clock, TimeUp

STILL = """
import signal, time
from communique.batch.limits import Clock
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPROF])
with {block}:
    time.sleep(60)
"""
GREEDY = """
from communique.batch.limits import cap_memory
cap_memory(200_000_000)
small = bytearray(50_000_000)
try:
    large = bytearray(500_000_000)
except MemoryError:
    print("refused")
"""


def work(seconds: float) -> None:
    """Takes seconds of CPU."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def run(program: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=50, check=False)


def test_an_article_that_takes_too_long_is_broken_off() -> None:
    with pytest.raises(TimeUp), Clock(0.1).running():
        work(30)


def test_waiting_for_the_machine_is_not_counted() -> None:
    with Clock(0.2).running():
        time.sleep(0.5)


def test_the_time_of_one_article_is_not_that_of_the_next() -> None:
    clock = Clock(0.3)
    for _ in range(3):
        with clock.running():
            work(0.15)
    work(0.4)


def test_what_must_not_be_broken_off_is_not() -> None:
    clock = Clock(0.3)
    with clock.running(), clock.paused():
        work(0.5)


@pytest.mark.parametrize("block", ["Clock(0.1).running()", "Clock(0.1).paused()"])
def test_what_stands_still_ends_its_process(block: str) -> None:
    assert run(STILL.format(block=block)).returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="MEMORY LIMITS ARE NOT TESTED: Linux only")
def test_memory_beyond_the_cap_is_refused() -> None:
    assert run(GREEDY).stdout == "refused\n"
