"""Write docs/reference from the code, so that it never says anything else.

usage: python docs/build.py [--check]

--check  writes nothing; names the pages that lag behind and exits 1
"""

import argparse
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import msgspec

from codebook import codebook_page
from communique.model import Coding, Unread
from communique.record import schema
from communique.record.schema import read_docstring
from communique.settings import Settings
from typewords import cell, escaped, records_under, table, type_words

REFERENCE = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Made by `make docs` from the code; change the code, not this page. -->\n\n"
ROOTS: tuple[type[msgspec.Struct], ...] = (Coding, Unread, Settings)


def records_page() -> str:
    """Every record a reader of codings meets, outermost first."""
    intro = """# Records

One coding is one JSON object on one line. Offsets count Unicode code points of `article.text` from 0, the end is not included, and a
span is written `[start, end]`. Every field is always written: what is not known is `null`, what is empty is `[]`. In Python the same
names are attributes, and lists are tuples.
"""
    return MADE + "\n".join([intro, *(_record(record) for record in records_under(*ROOTS))])


def _record(record: type[msgspec.Struct]) -> str:
    """Heading, description, table of fields."""
    intro, meanings = read_docstring(record.__doc__ or "")
    hints = get_type_hints(record)
    columns = 3 if meanings else 2
    rows = [(f"`{name}`", " or ".join(type_words(hints[name])), cell(meanings.get(name, ""))) for name in record.__struct_fields__]
    fields = table(("field", "type", "meaning")[:columns], [row[:columns] for row in rows])
    return f"## {record.__name__}\n\n{escaped(intro)}\n\n{fields}\n"


def rules_page() -> str:
    """The rules that find statements, in the order they are asked."""
    intro = """# Rules

Each statement names the rule that found it: `en.direct...` and `en.indirect...` are licensed by the lexicon's cues, `en.open...` are
generators that propose contents for any word and leave the choice to the learned scorer. `Settings(without=...)` and `--without` switch
them off by name. In the examples what a rule takes as content stands in brackets.
"""
    return MADE + "\n".join([intro, *(f"## {name}\n\n{text}\n" for name, text in _rules())])


def _rules() -> list[tuple[str, str]]:
    """Name of each rule and what its function says of itself."""
    from communique.extract import CONTINUATIONS, FINDERS, RULES

    found = [(rule.name, rule.find.__doc__) for rule in RULES] + [(rule.name, rule.find.__doc__) for rule in CONTINUATIONS]
    found += [(name, find.__doc__) for name, find in FINDERS.items()]
    return [(name, inspect.cleandoc(text or "").strip()) for name, text in found]


def speakers_page() -> str:
    """The cases in which a source is given to a speaker."""
    from communique.resolve.cases import CASES

    intro = """# Speakers

`speaker.rule` says how a source was given to its speaker; `speaker.evidence` holds the mentions it rests on. A rule that ends in `-home`
gives a country that is the article's own (its publisher's, its dateline's, the one it speaks of most), not one the speaker is given in it.
"""
    return MADE + "\n".join([intro, *(f"## en.resolve.{case}\n\n{words}\n" for case, words in CASES.items())])


def cli_page() -> str:
    """What each command says about itself."""
    intro = """# Command line

Results go to standard output, everything else to standard error. Exit codes: 0 all is well, 1 output could not be written, 2 the command
was wrong, 3 some articles failed (the rest is written), 130 interrupted.
"""
    pages = [f"## {' '.join(['communique', *words])}\n\n```text\n{_help(words)}\n```\n" for words in _commands()]
    return MADE + "\n".join([intro, *pages])


def _commands() -> list[list[str]]:
    """The program itself and each of its commands."""
    from communique.show.cli.app import COMMANDS

    return [[], *([name] for name in COMMANDS)]


def _help(words: list[str]) -> str:
    """A help text as printed into a pipe."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "communique", *words, "--help"]
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")


def schema_page() -> str:
    """The JSON Schema, for validators and generators of code."""
    intro = """# JSON Schema

What `communique schema` prints: the shape of one line of `communique code --jsonl`, in JSON Schema 2020-12.
"""
    return f"{MADE}{intro}\n```json\n{json.dumps(schema(), indent=2, ensure_ascii=False)}\n```\n"


def ledger_page() -> str:
    """The tables of a ledger, from the comments in its migrations."""
    from communique.ledger.schema import described

    intro = """# Ledger

The tables of a ledger, which `communique sql` and `Ledger.sql` ask. Under these names they hold the current readings; all rows that
were ever recorded are in `history.statements` and so on. There every row has `superseded_by` and `superseded_at`, which the current
ones leave out, and those of records a `row_hash`.

`statements_as_of(until := '2021-06-01', recorded := '2025-03-31 12:00:00')` gives what articles up to a day say, as the ledger had it at a
time (UTC); either may be left out, and so for articles, positions, commitments, events, actors and relays.

A `span` is a struct of `start` and `end`, code points of the article's text from 0, the end not included; `text[s.start + 1 : s.end]` shows
one in SQL. A `side` is a struct of `span`, `name`, `country` and `sector`, `parts` one of lists of spans.
"""
    sections = []
    for told in described():
        rows = ["| column | type | meaning |", "| --- | --- | --- |"]
        rows += [f"| `{column.name}` | {column.type} | {cell(column.meaning)} |" for column in told.columns]
        sections.append(f"## {told.name}\n\n{escaped(told.meaning)}\n\n" + "\n".join(rows) + "\n")
    return MADE + "\n".join([intro, *sections])


def coded_by() -> str:
    """Every variable of a coding and every code of an event."""
    return MADE + codebook_page()


PAGES = {
    "records": records_page,
    "codebook": coded_by,
    "rules": rules_page,
    "speakers": speakers_page,
    "cli": cli_page,
    "schema": schema_page,
    "ledger": ledger_page,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell which pages lag behind")
    check = parser.parse_args().check
    REFERENCE.mkdir(exist_ok=True)
    stale = []
    for name, page in PAGES.items():
        path, text = REFERENCE / f"{name}.md", page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not check:
                path.write_text(text, encoding="utf-8")
    if stale:
        print(f"{'lagging behind' if check else 'written'}: {', '.join(stale)}")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
