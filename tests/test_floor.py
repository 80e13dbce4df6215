"""Accuracy on the project's own cases and samples may rise, never fall."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_accuracy_keeps_above_the_floor() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "floor.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nsee CONTRIBUTING.md, Measuring"
