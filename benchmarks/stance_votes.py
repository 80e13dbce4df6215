"""Does the stance coded agree with the vote? Speeches in the UN's general debate, joined to roll calls on the embargo on Cuba.

usage: python benchmarks/stance_votes.py [--misses N]

Every passage of ../shared/corpora/cuba-embargo-en.jsonl whose country voted in that year is coded, none is chosen by hand. It is put to the
coder as what it is, a quotation: 'The representative of ... told the General Assembly: "..."'. A vote for the resolution is a stance
against the embargo. Nearly all vote for it, so the constant guess stands beside ours.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import communique as cq
from communique.lexicon import load
from communique.model import Coding, Position
from inputs import rows_of, shared_file

ISSUE = "US embargo on Cuba"
STANCES = {"yes": "oppose", "no": "support", "abstain": None}


class Passage(NamedTuple):
    """A speech, whose it is, and the stance its country's vote shows (None where it abstained)."""

    id: str
    country: str
    text: str
    stance: str | None


def votes_in(path: Path) -> dict[str, str]:
    """The vote of the country in the year of each passage, by the passage's id."""
    with open(path, encoding="utf-8", newline="") as table:
        return {row["id"]: row["vote"] for row in csv.DictReader(table) if row["vote"]}


def quoted(text: str, country: str) -> str:
    """The passage as a dispatch would quote it: every paragraph reopens the quotation."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", re.sub('["“”]', "'", text)) if part.strip()]
    return f"The representative of {country} told the General Assembly: “" + "\n\n“".join(paragraphs) + "”"


def passages() -> Iterator[Passage]:
    """Every passage with a vote."""
    votes = votes_in(shared_file("corpora", "unga-votes", "ungdc_embargo_speech_x_vote.csv"))
    names = {country.code: country.name for country in load().countries}
    for row in rows_of(shared_file("corpora", "cuba-embargo-en.jsonl")):
        if row["id"] in votes:
            country = row["country"]
            yield Passage(row["id"], country, quoted(row["text"], names.get(country, country)), STANCES[votes[row["id"]]])


def held(coding: Coding, country: str) -> Position | None:
    """The country's position on the embargo."""
    return next((p for p in coding.positions if p.issue == ISSUE and country in p.holder), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N stances that disagree with the vote")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    wrong = []
    for passage in passages():
        found = held(cq.code(cq.read_text(passage.text)), passage.country)
        count["passages"] += 1
        count["coded"] += found is not None
        count["constant"] += passage.stance == "oppose"
        count["agreeing"] += found is not None and found.stance == passage.stance
        if found is not None and found.stance != passage.stance:
            wrong.append(f"  {passage.id}: voted {passage.stance}, coded {found.stance}: {found.evidence.of(passage.text)!r}")
    total, coded = count["passages"], count["coded"]
    print(f"{total} passages with a vote; {coded} coded ({coded / total:.1%})")
    print(f"agreement of those coded {count['agreeing'] / coded:.1%}; always guessing oppose, on all {count['constant'] / total:.1%}")
    print("\n".join(wrong[: options.misses]))


if __name__ == "__main__":
    main()
