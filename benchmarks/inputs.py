"""What the benchmarks measure with: real news and other people's annotations, which lie beside the project and never in it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "out"


def shared_file(*parts: str) -> Path:
    """A file or folder under ../shared (or $COMMUNIQUE_SHARED); where there is none, say so and end well: nothing was measured."""
    shared = Path(os.environ.get("COMMUNIQUE_SHARED", ROOT.parent / "shared"))
    found = shared.joinpath(*parts)
    if not found.exists():
        missing = shared if not shared.exists() else found
        name = os.path.relpath(missing, ROOT) if ROOT.parent in missing.parents else missing
        print(f"SKIPPED: {name} not found, nothing measured. See benchmarks/README.md for the data.", file=sys.stderr)
        raise SystemExit(0)
    return found
