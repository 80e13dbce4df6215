"""How tables of roll calls are written, and what resolutions are about: roll_calls.yaml as a checked table."""

from functools import cache
from typing import Literal

from communique.lexicon.ontology import document, read
from communique.model import Record, VoteCast

Side = Literal["support", "oppose"]


class Resolution(Record, frozen=True, rename={"if_yes": "yes"}):
    """Phrases that all stand in a resolution's title, the issue it is about, and what a vote for it says of that issue."""

    title: tuple[str, ...]
    issue: str
    if_yes: Side

    def stance(self, vote: VoteCast) -> Side | None:
        """What a vote says of the issue; None for an abstention or absence."""
        other: Side = "oppose" if self.if_yes == "support" else "support"
        return {"yes": self.if_yes, "no": other}.get(vote)


class RollCalls(Record, frozen=True):
    """The names of columns, the ways to write a vote, states' names beside those of countries.yaml, the resolutions that are known."""

    columns: dict[str, tuple[str, ...]]
    votes: dict[VoteCast, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    resolutions: tuple[Resolution, ...]

    def about(self, title: str | None) -> Resolution | None:
        """The resolution a title is of; None where it is of none that is known."""
        plain = " ".join((title or "").casefold().split())
        return next((one for one in self.resolutions if all(words in plain for words in one.title)), None)


@cache
def roll_calls() -> RollCalls:
    """The table as it ships."""
    return document(read("roll_calls.yaml"), "roll_calls.yaml", RollCalls)
