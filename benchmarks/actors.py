"""Read the actor phrases and let their own scorer judge them.

usage: python benchmarks/actors.py [--misses]

Phrases are read by `communique actor - --codes plover`, for the reference writes PLOVER's codes. Beside the scorer's figures stand those
without the bare names of persons: nothing in them tells who they are, and no table of office-holders is shipped.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from communique.coder import read_phrase
from inputs import OUT, rows_of, shared_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list the phrases that went wrong")
    options = parser.parse_args()
    phrases, scorer = shared_file("benchmarks", "actor_phrases.jsonl"), shared_file("benchmarks", "score_actors.py")
    resolved = read_phrases(phrases)
    command = [sys.executable, str(scorer), str(phrases), str(resolved), *(["--misses"] if options.misses else [])]
    subprocess.run(command, check=True)
    print_named(list(rows_of(phrases)))


def read_phrases(phrases: Path) -> Path:
    """The file of what `communique actor` says of them."""
    resolved = OUT / "actors.jsonl"
    resolved.parent.mkdir(parents=True, exist_ok=True)
    with phrases.open("rb") as lines, resolved.open("wb") as out:
        command = [sys.executable, "-m", "communique", "actor", "-", "--codes", "plover"]
        subprocess.run(command, stdin=lines, stdout=out, check=True)
    return resolved


def print_named(rows: list[dict[str, Any]]) -> None:
    """How many of the rows that count name a person and say no more, and the best country figure that is left."""
    counted = [row for row in rows if not row["encyclopedia"]]
    bare = [row["text"] for row in counted if row["country"] and is_bare_name(row["text"])]
    print(f"{len(bare)} of {len(counted)} rows are names that tell no country; at best country {1 - len(bare) / len(counted):.3f}")
    print(json.dumps(bare, ensure_ascii=False))


def is_bare_name(phrase: str) -> bool:
    """True for a name of a person or thing, with at most a title, whose words tell no country."""
    found = read_phrase(phrase)
    return found.form in ("full-name", "surname") and found.speaker is not None and found.speaker.country is None


if __name__ == "__main__":
    main()
