"""Names of persons across spellings and alphabets: precision and recall per tradition, and what a key costs.

usage: python benchmarks/names.py [table.tsv]

The table is tests/resolve/names/pairs.tsv unless another is given (columns part, tradition, a, b, same; the first may be missing).
Called is what `same_person` judges True. Precision: of those, how many are "yes" in the table. Recall: of its "yes", how many are called.
Actor: of the "yes" pairs, how many get one and the same actor. A clash is a "no" pair whose two names share an actor.
"""

import sys
import time
from pathlib import Path
from typing import NamedTuple

from communique.lexicon import Lexicon, load
from communique.resolve.identity import actor_id, same_person

TABLE = Path(__file__).parent.parent / "tests/resolve/names/pairs.tsv"
ANSWERS = {True: "yes", False: "no", None: "open"}


class Row(NamedTuple):
    """A pair, what the table says of it, what is judged, and the two actors."""

    part: str
    tradition: str
    a: str
    b: str
    same: str
    judged: str
    actors: tuple[str | None, str | None]


def main() -> None:
    lexicon = load()
    rows = read_rows(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE, lexicon)
    print(f"{'tradition':<12}{'pairs':>6}{'yes':>5}{'precision':>11}{'recall':>8}{'actor':>7}{'clashes':>9}")
    for tradition in dict.fromkeys(row.tradition for row in rows):
        print_line(tradition, [row for row in rows if row.tradition == tradition])
    for part in dict.fromkeys(row.part for row in rows if row.part):
        print_line(f"{part} part", [row for row in rows if row.part == part])
    print_line("all", rows)
    print_misses(rows)
    print_speed(rows, lexicon)


def read_rows(path: Path, lexicon: Lexicon) -> list[Row]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return [row_of(line.split("\t"), lexicon) for line in lines[1:]]


def row_of(fields: list[str], lexicon: Lexicon) -> Row:
    tradition, a, b, same = fields[-4:]
    judged = ANSWERS[same_person(a, b, lexicon).same]
    return Row(
        fields[0] if len(fields) > 4 else "", tradition, a, b, same, judged, (actor_id(a, None, lexicon), actor_id(b, None, lexicon))
    )


def print_line(name: str, rows: list[Row]) -> None:
    called = [row for row in rows if row.judged == "yes"]
    meant = [row for row in rows if row.same == "yes"]
    right = sum(row.same == "yes" for row in called)
    acted = sum(row.actors[0] is not None and row.actors[0] == row.actors[1] for row in meant)
    clashes = sum(row.same == "no" and row.actors[0] is not None and row.actors[0] == row.actors[1] for row in rows)
    print(
        f"{name:<12}{len(rows):>6}{len(meant):>5}{right / max(len(called), 1):>11.3f}{right / max(len(meant), 1):>8.3f}"
        f"{acted / max(len(meant), 1):>7.3f}{clashes:>9}"
    )


def print_misses(rows: list[Row]) -> None:
    for row in rows:
        if (row.judged == "yes") != (row.same == "yes"):
            print(f"{'missed' if row.same == 'yes' else 'wrongly called'}: {row.tradition}, {row.a} = {row.b} ({row.same})")


def print_speed(rows: list[Row], lexicon: Lexicon) -> None:
    names = [name for row in rows for name in (row.a, row.b)] * 20
    start = time.perf_counter()
    for name in names:
        actor_id(name, "RUS", lexicon)
    print(f"actor_id: {(time.perf_counter() - start) / len(names) * 1e6:.1f} µs a name ({len(names):,} names, each 20 times or more)")


if __name__ == "__main__":
    main()
