"""Fill docs/examples/the-cuba-embargo.md with what its own commands print, and draw its picture.

usage: python docs/embargo.py [--ledger FILE]

The ledger is made from ../shared/corpora (cuba-embargo-en.jsonl, diplomatic-en.jsonl, the roll calls of unga-votes), once: a second run
goes on where the first ended. Speeches in the UN's general debate are put to the coder as quotations of a representative, and dated
25 September of their year, since the debate is held then and the data give but the year. Every `<!-- $ communique ... -->` of the page
is run in that ledger, and the block behind it becomes what a terminal shows.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

from communique.lexicon import load
from inputs import OUT, rows_of, shared_file
from picture import on_a_terminal
from stance_votes import quoted

DOCS = Path(__file__).resolve().parent
PAGE = DOCS / "examples" / "the-cuba-embargo.md"
MARKED = re.compile(r"<!-- \$ (communique [^\n]*) -->\n\n```text\n.*?^```$", re.DOTALL | re.MULTILINE)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
DEBATE = "UN General Debate"


def articles(path: Path) -> Iterator[dict[str, object]]:
    """The speeches as dated quotations, everything else as it is."""
    names = {country.code: country.name for country in load().countries}
    for row in rows_of(path):
        if row["id"].startswith("ungd-"):
            text = quoted(row["text"], names.get(row["country"], row["country"]))
            yield {"id": row["id"], "date": f"{row['date']}-09-25", "outlet": DEBATE, "text": text}
        else:
            yield row


def communique(ledger: Path, *arguments: str) -> None:
    """Runs a command in the ledger. Raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, "-m", "communique", *arguments, "--ledger", str(ledger)], check=True)


def make(ledger: Path) -> None:
    """The ledger, from what lies under ../shared."""
    prepared = ledger.with_suffix(".jsonl")
    rows = articles(shared_file("corpora", "cuba-embargo-en.jsonl"))
    prepared.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    communique(ledger, "add", str(prepared), str(shared_file("corpora", "diplomatic-en.jsonl")))
    communique(ledger, "import", "unga", str(shared_file("corpora", "unga-votes", "cuba_embargo_votes_1992_2019.csv")))


def filled(match: re.Match[str]) -> str:
    """A marked block with what its command prints."""
    shell = ["sh", "-c", match[1].replace("communique ", f"{sys.executable} -m communique ", 1)]
    printed = COLOURS.sub("", on_a_terminal(shell))
    lines = [line.rstrip() for line in printed.splitlines()]
    return f"<!-- $ {match[1]} -->\n\n```text\n$ {match[1]}\n" + "\n".join(lines).strip("\n") + "\n```"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, help="one that is made already")
    ledger = (parser.parse_args().ledger or OUT / "embargo.duckdb").resolve()
    shared_file("corpora", "cuba-embargo-en.jsonl")
    ledger.parent.mkdir(exist_ok=True)
    if not ledger.exists() or ledger.parent == OUT:
        make(ledger)
    os.environ["COMMUNIQUE_LEDGER"] = str(ledger)
    os.chdir(DOCS)
    PAGE.write_text(MARKED.sub(filled, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"filled: {os.path.relpath(PAGE)}")


if __name__ == "__main__":
    main()
