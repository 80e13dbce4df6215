"""`communique lexicon`: whether a lexicon is well-formed, and what it makes of a sentence."""

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import Debug, JsonLines, LexiconFolder, Pipeline, Without, settings_from

ACTIONS = ("check", "test")

Action = Annotated[str, typer.Argument(metavar="check|test", hidden=True)]
Of = Annotated[list[str] | None, typer.Argument(metavar="DIR|SENTENCE", hidden=True)]


def lexicon(
    action: Action,
    of: Of = None,
    jsonl: JsonLines = False,
    lexicon: LexiconFolder = None,
    pipeline: Pipeline = None,
    without: Without = None,
    debug: Debug = False,
) -> None:
    """
    \b
      communique lexicon check
      communique lexicon test "The envoy said the talks would go on."
      communique lexicon check words/
      communique lexicon test "He avowed that the talks would go on." --lexicon words/

    check: reads our lexicon, with the files of your folder DIR laid over it, says how many entries there are, and on standard error
    what is allowed but probably not meant. A malformed file is refused with file, line, entry and field.

    test: codes each SENTENCE by itself (- for those on standard input, one a line) and shows the cues found in it, the statements,
    the events, what was dropped and why, and the parse. In a pipe, or with --jsonl: one JSON line a sentence.
    """
    if action not in ACTIONS:
        near = get_close_matches(action, ACTIONS, n=1)
        raise UsageError(f"lexicon can check or test, not {action!r}." + (f" Did you mean {near[0]}?" if near else ""))
    if action == "check":
        _check(_folder(of or [], lexicon), jsonl)
        return
    from communique.show.cli.terminal.trial import shown_with, trials

    show = shown_with(jsonl=jsonl)
    for trial in trials(_sentences(of or []), settings_from(pipeline, lexicon, without, rules=True)):
        show(trial)


def _folder(of: list[str], lexicon: Path | None) -> Path | None:
    """The one folder to be checked, however it was given."""
    folders = [*map(Path, of), *([lexicon] if lexicon else [])]
    if len(folders) > 1:
        raise UsageError(f"lexicon check takes one folder, not {len(folders)}: check them one after another")
    return folders[0] if folders else None


def _check(folder: Path | None, jsonl: bool) -> None:
    """Prints how many entries a lexicon has, and what is doubtful in it."""
    from communique.lexicon import doubts, load
    from communique.show.cli.exits import say
    from communique.show.cli.terminal.inventory import print_inventory

    shipped = load()
    checked = load(folder=folder) if folder else shipped
    doubtful = list(doubts(checked, shipped))
    for doubt in doubtful:
        say(doubt)
    print_inventory(checked, shipped, len(doubtful), jsonl=jsonl)


def _sentences(of: list[str]) -> Iterator[str]:
    """What is to be coded: the arguments, and for - the lines of standard input."""
    if not of:
        raise UsageError('which sentence? communique lexicon test "The envoy said ...", or - for the lines of standard input')
    for sentence in of:
        lines = sys.stdin.buffer.read().decode("utf-8", "replace").splitlines() if sentence == "-" else [sentence]
        yield from (line for line in lines if line.strip())
