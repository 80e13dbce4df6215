"""Dates: datelines of the gold and of two wires, dates inferred where the metadata are hidden, and what finding dates costs.

usage: python benchmarks/dates.py

Datelines. Reference of fbis-1988-91: its field `dateline` ("LIMA, 24 JAN 89 (EFE) --"), the place being what stands before the date, the
date its field `date`; articles without them state "NO DATE" or have no dateline. Reference of tass-datelines: the text up to "/TASS/"
("BERLIN, June 6. "), the place being what stands before the last comma, day and month what follows, the year that which lies nearest the
field `date`. Right is a dateline whose place equals the reference's and whose date, after `dated`, has its day and month.

Inferred. Every article with a publication date and a dateline, read without its date and address: how many dates are inferred from the
text alone, and how many of those lie within the week before publication.
"""

import re
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

import communique.ingest as ingest
from communique.lexicon import Lexicon, load
from communique.resolve import article_date, dated, find_dates
from inputs import articles_of, rows_of, shared_file

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FBIS = re.compile(r"(?P<place>.+?),\s+\d{1,2}\s+[A-Za-z]{3,4}\s+\d\d\b", re.DOTALL)
TASS = re.compile(r"(?P<place>[^/]+),\s+(?P<month>[A-Za-z]+)\s+(?P<day>\d{1,2})\.?\s*/TASS")
CORPORA = ("fbis-1988-91", "diplomatic-en", "state-media-en", "wikinews-en", "cuba-embargo-en", "world-news-2025-en")
SHOWN = 5  # misses printed
BATCH, ROUNDS = 50, 7


def main() -> None:
    lexicon = load()
    print_gold(shared_file("gold"), lexicon)
    corpora = shared_file("corpora")
    print_datelines(corpora / "fbis-1988-91.jsonl", lexicon)
    print_datelines(corpora / "tass-datelines.jsonl", lexicon)
    for name in CORPORA:
        print_inferred(corpora / f"{name}.jsonl", lexicon)
    print_cost(corpora / "general-news-en.jsonl", lexicon)


def print_gold(folder: Path, lexicon: Lexicon) -> None:
    """Dates of the gold's datelines."""
    wanted = {row["id"]: row["dateline"]["date"] for row in rows_of(folder / "dev.gold.jsonl") if row.get("dateline")}
    found = {article.id: dated(article, lexicon).dateline for article in articles_of(folder / "articles.jsonl") if article.id in wanted}
    right = sum(bool(line) and line is not None and line.date == wanted[id] for id, line in found.items())
    print(f"gold: dateline date {right} of {len(wanted)}")


def print_datelines(path: Path, lexicon: Lexicon) -> None:
    """Place, and day and month, of the datelines whose reference states both."""
    tally: Counter[str] = Counter()
    misses: list[str] = []
    for row, article in zip(rows_of(path), articles_of(path), strict=True):
        reference = reference_of(row)
        if reference is None:
            continue
        line = dated(article, lexicon).dateline
        place = line is not None and plain(line.place or "") == plain(reference[0])
        day = line is not None and (line.date or "")[5:] == reference[1][5:]
        tally.update(of=1, place=place, day=day, both=place and day, full=line is not None and line.date == reference[1])
        if not (place and day):
            misses.append(f"  {reference} found {line and (line.place, line.date)}: {article.text[:70]!r}")
    both = tally["both"] / tally["of"]
    print(
        f"{path.stem}: {tally['of']:,} with dateline; place {tally['place']:,}, day and month {tally['day']:,}, both {both:.2%}, "
        f"with the year {tally['full']:,}"
    )
    for miss in misses[:SHOWN]:
        print(miss)


def reference_of(row: dict[str, Any]) -> tuple[str, str] | None:
    """Place and ISO date of a row's dateline, None where it states none."""
    if "dateline" in row:
        match = FBIS.match(row["dateline"])
        return (match["place"], row["date"]) if match and row.get("date") else None
    match = TASS.match(row["text"])
    if match is None or not row.get("date"):
        return None
    published, month = date.fromisoformat(row["date"][:10]), MONTHS.index(match["month"][:3].lower()) + 1
    days = (date(published.year + n, month, int(match["day"])) for n in (-1, 0, 1))
    return match["place"], min(days, key=lambda day: abs((day - published).days)).isoformat()


def print_inferred(path: Path, lexicon: Lexicon) -> None:
    """Dates found without metadata, against the field `date`."""
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    for row, article in zip(rows_of(path), articles_of(path), strict=True):
        hidden = ingest.read_text(row["text"])
        if not row.get("date") or hidden.dateline is None:
            continue
        found, problems = article_date(msgspec.structs.replace(hidden, url=None), lexicon)
        tally.update(of=1, open=found is None, told=bool(problems))
        if found:
            kind = "inferred" if "+" in found.rule else "written"
            gap = (date.fromisoformat(row["date"][:10]) - date.fromisoformat(found.earliest)).days
            tally.update({kind: 1, f"{kind} right": -1 <= gap <= 7})
            if not -1 <= gap <= 7:
                wrong.append(f"  {article.id}: {row['date']}, found {found.earliest} {found.rule}")
    print(
        f"{path.stem}: {tally['of']:,} with dateline, date hidden; year written {tally['written']:,} ({tally['written right']:,} right), "
        f"inferred {tally['inferred']:,} ({tally['inferred right']:,} right), open {tally['open']:,} ({tally['told']:,} with a Problem)"
    )
    for line in wrong[:SHOWN]:
        print(line)


def print_cost(path: Path, lexicon: Lexicon) -> None:
    """Milliseconds of processor time an article: each batch of articles at its best, since neighbours disturb."""
    texts, day = [row["text"] for row in rows_of(path)], date(2020, 1, 1)
    spent = sum(min(seconds(texts[n : n + BATCH], day, lexicon) for _ in range(ROUNDS)) for n in range(0, len(texts), BATCH))
    print(f"find_dates: {1000 * spent / len(texts):.3f} ms an article of {sum(map(len, texts)) // len(texts):,} characters")


def seconds(texts: list[str], day: date, lexicon: Lexicon) -> float:
    start = time.process_time()
    for text in texts:
        find_dates(text, 0, len(text), day, lexicon)
    return time.process_time() - start


def plain(name: str) -> str:
    """A place on one line without its final point."""
    return " ".join(name.split()).strip(" .,*_")


if __name__ == "__main__":
    main()
