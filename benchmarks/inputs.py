"""What the benchmarks measure with: real news and other people's annotations, which lie beside the project and never in it."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import communique.ingest as ingest
from communique.model import Article

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


def articles_of(path: Path) -> Iterator[Article]:
    """The articles of a file, without what could not be read."""
    return (article for article in ingest.read_all([path]) if isinstance(article, Article))


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a JSON Lines file as they are."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
