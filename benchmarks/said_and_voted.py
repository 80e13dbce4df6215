"""Do states vote as they spoke? The say-versus-vote join, measured on the embargo on Cuba.

usage: python benchmarks/said_and_voted.py [--codings FILE]

The speeches of ../shared/corpora/cuba-embargo-en.jsonl whose country voted that year are coded as quotations (see stance_votes.py) and
dated 25 September, since the general debate is held then and they give but a year; the roll calls of unga-votes are read as the command
does. Told is how many votes were imported, how many have something said before them, and how many of those agree. --codings keeps the
codings.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import communique as cq
from communique.ask.votes import said_and_voted
from communique.ingest.roll_calls import read_roll_calls
from communique.ledger import record_votes
from communique.model import Coding
from communique.record import from_json, to_json
from inputs import rows_of, shared_file
from stance_votes import passages

ISSUE = "US embargo on Cuba"


def codings(file: Path | None) -> Iterator[Coding]:
    """The speeches coded, or read from the file that holds them."""
    if file and file.exists():
        with file.open("rb") as lines:
            yield from map(from_json, lines)
        return
    years = {row["id"]: row["date"][:4] for row in rows_of(shared_file("corpora", "cuba-embargo-en.jsonl")) if "date" in row}
    made = []
    for passage in passages():
        made.append(cq.code(cq.read_text(passage.text, id=passage.id, date=f"{years[passage.id]}-09-25", outlet="UN General Debate")))
        yield made[-1]
    if file:
        file.write_bytes(b"".join(map(to_json, made)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--codings", type=Path)
    arguments = parser.parse_args()
    calls = read_roll_calls(shared_file("corpora", "unga-votes", "cuba_embargo_votes_1992_2019.csv"))
    with tempfile.TemporaryDirectory() as folder:
        ledger = cq.Ledger.open(Path(folder) / "votes.duckdb")
        print(f"votes: {record_votes(ledger, calls.votes)} recorded, {calls.skipped} rows skipped {calls.strangers[:8]}")
        ledger.add(codings(arguments.codings))
        joined = list(said_and_voted(ledger, issue=ISSUE))
    told = Counter(one.agrees for one in joined if one.said)
    pairs = Counter((one.said, one.vote) for one in joined if one.said)
    print(f"{len(joined)} votes, {sum(told.values())} with something said in the year before: {dict(told)}")
    print("said, voted:", dict(pairs))


if __name__ == "__main__":
    main()
