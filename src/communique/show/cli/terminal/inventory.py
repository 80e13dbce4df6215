"""What is in a lexicon: how many entries of each table, cues by class, and how a user's folder changes that."""

import json
from collections import Counter
from typing import Any

from communique.lexicon import Lexicon
from communique.show.cli.terminal.output import write_line

TABLES = ("cues", "marks", "roles", "words", "countries", "organisations", "outlets")


def print_inventory(lexicon: Lexicon, shipped: Lexicon, doubts: int, *, jsonl: bool) -> None:
    """Prints the counts, a line a table and a class, and "ok"; as JSON on one line."""
    if jsonl:
        write_line(json.dumps(_counts(lexicon) | {"doubts": doubts, "sha256": lexicon.sha256}).encode())
        return
    counts, before = _counts(lexicon), _counts(shipped)
    lines = [_line(name, counts[name], before[name]) for name in TABLES]
    groups = {**before["groups"], **counts["groups"]}
    classes = [_line(f"  {group}", counts["groups"].get(group, 0), before["groups"].get(group, 0)) for group in groups]
    lines[1:1] = classes
    ending = f"ok, with {doubts} doubt{'s' * (doubts != 1)}" if doubts else "ok"
    write_line("\n".join([*lines, ending]).encode())


def _line(name: str, count: int, before: int) -> str:
    more = f" ({count - before:+,})" if count != before else ""
    return f"{name:<18}{count:>6,}{more}"


def _counts(lexicon: Lexicon) -> dict[str, Any]:
    """Entries by table, cues by class, the commonest first."""
    groups = Counter(cue.group for cue in lexicon.cues)
    return {name: len(getattr(lexicon, name)) for name in TABLES} | {"groups": dict(groups.most_common())}
