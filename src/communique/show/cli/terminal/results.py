"""Where a coded article goes: a JSON line, or a drawing on the terminal."""

from collections.abc import Callable
from functools import partial

from communique.errors import UsageError
from communique.model import Coding, Explanation
from communique.show.cli.terminal.output import is_terminal, write_line

Show = Callable[[Coding, Explanation | None], None]
View = tuple[Show, Callable[[str | None], Show]]  # in JSON lines; on a terminal, given a hint


def view(what: str, *, jsonl: bool, hint: str | None, as_of: str | None = None) -> Show:
    """The function that shows one of VIEWS or of those that judge on a day; `hint` is a command to go on with, shown on a terminal.

    `as_of` is the day on which deadlines are judged. Raises UsageError where there is no such view, or none that judges.
    """
    views = {**VIEWS, **judging(as_of)}
    in_lines, on_screen = views.get(what, (None, None))
    if in_lines is None or on_screen is None:
        raise UsageError(f"--show {what}: there is no such view; show {' or '.join(views)}")
    if as_of is not None and what in VIEWS:
        raise UsageError("--as-of judges the deadlines of commitments: add --show commitments")
    return in_lines if jsonl or not is_terminal() else on_screen(hint)


def unseen(coding: Coding, explanation: Explanation | None) -> None:
    """Shows nothing: something else is written to standard output."""


def written(coding: Coding, explanation: Explanation | None) -> None:
    """One JSON line: the coding, or with the reasons {"coding", "decisions", "sentences"}."""
    import msgspec

    from communique.record import to_json

    write_line(msgspec.json.encode(with_reasons(explanation)) if explanation else to_json(coding))


def with_reasons(explanation: Explanation) -> dict[str, object]:
    """The coding, every candidate with its verdict, and the parse: of each sentence the span, of each token word, tag, label, head."""
    body = explanation.body
    sentences = [
        {
            "span": body.span(*tokens),
            "tokens": [(body.words[t], body.tags[t], body.deps[t], body.words[body.heads[t]]) for t in range(*tokens)],
        }
        for tokens in body.sentences
    ]
    return {"coding": explanation.coding, "decisions": explanation.decisions, "sentences": sentences}


def actors_written(coding: Coding, explanation: Explanation | None) -> None:
    """A JSON line for each actor: the article's id and the fields of Member."""
    import msgspec

    for member in explanation.members if explanation else ():
        write_line(msgspec.json.encode({"article": coding.article.id, **msgspec.structs.asdict(member)}))


def actors_drawn(hint: str | None) -> Show:
    """Shows the text with its actors, each in a colour of its own, and a table of them."""
    from communique.show.cli.terminal.actors import print_actors
    from communique.show.cli.terminal.output import console

    screen = console()

    def draw(coding: Coding, explanation: Explanation | None) -> None:
        if explanation:
            print_actors(screen, explanation)

    return draw


def judging(as_of: str | None) -> dict[str, View]:
    """The views that judge what they show on a day."""
    return {"commitments": (partial(commitments_written, as_of), partial(commitments_drawn, as_of))}


def commitments_written(as_of: str | None, coding: Coding, explanation: Explanation | None) -> None:
    """A JSON line for each commitment."""
    from communique.show.cli.terminal.commitments import lines_of

    for line in lines_of(coding, as_of):
        write_line(line)


def commitments_drawn(as_of: str | None, hint: str | None) -> Show:
    """Shows the text with what was committed to, and a table of who, what and by when."""
    from communique.show.cli.terminal.commitments import print_commitments
    from communique.show.cli.terminal.output import console

    screen = console()

    def draw(coding: Coding, explanation: Explanation | None) -> None:
        print_commitments(screen, coding, as_of)

    return draw


def positions_written(coding: Coding, explanation: Explanation | None) -> None:
    """A JSON line for each position: the article's id and the fields of Position."""
    import msgspec

    for position in coding.positions:
        write_line(msgspec.json.encode({"article": coding.article.id, **msgspec.structs.asdict(position)}))


def positions_drawn(hint: str | None) -> Show:
    """Shows a table of the positions."""
    from communique.show.cli.terminal.output import console
    from communique.show.cli.terminal.positions import print_positions

    screen = console()

    def draw(coding: Coding, explanation: Explanation | None) -> None:
        print_positions(screen, coding)

    return draw


def events_written(coding: Coding, explanation: Explanation | None) -> None:
    """A JSON line for each event: the article's id, the fields of Event, the words of the trigger."""
    from communique.show.cli.terminal.events import lines_of

    for line in lines_of(coding):
        write_line(line)


def events_drawn(hint: str | None) -> Show:
    """Shows the text with its events marked, and a table of who did what to whom."""
    from communique.show.cli.terminal.events import print_events
    from communique.show.cli.terminal.output import console

    screen = console()

    def draw(coding: Coding, explanation: Explanation | None) -> None:
        print_events(screen, coding)

    return draw


def drawn(hint: str | None) -> Show:
    """Shows results as text with its evidence, also where standard output is no terminal (then without colour)."""
    from communique.show.cli.terminal.coding import print_coding
    from communique.show.cli.terminal.explanation import print_explanation
    from communique.show.cli.terminal.output import console

    screen = console()

    def draw(coding: Coding, explanation: Explanation | None) -> None:
        print_coding(screen, coding, hint)
        if explanation:
            print_explanation(screen, explanation)

    return draw


VIEWS: dict[str, View] = {
    "statements": (written, drawn),
    "actors": (actors_written, actors_drawn),
    "positions": (positions_written, positions_drawn),
    "events": (events_written, events_drawn),
}
