"""`communique schema`."""

from communique.show.cli.options import Debug


def schema(debug: Debug = False) -> None:
    """
    \b
      communique schema > coding.schema.json
      communique schema | jq '."$defs".Statement'

    Prints the JSON Schema (2020-12) of a coding: one line of `communique code --jsonl`.
    """
    import json

    from communique import record
    from communique.show.cli.terminal.output import write_line

    write_line(json.dumps(record.schema(), indent=2, ensure_ascii=False).encode())
