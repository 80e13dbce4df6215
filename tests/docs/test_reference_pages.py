"""docs/reference is made from the code; a page that lags behind fails here."""

import subprocess
import sys

from fenced import ROOT


def test_the_reference_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build.py"), "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nwrite it anew: make docs"
