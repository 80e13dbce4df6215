"""A position as one article has it, with what tells whether two of them are of one occasion."""

from datetime import date
from typing import NamedTuple

from communique.ask.firmness import is_taken_back


class Said(NamedTuple):
    """A position of one holder, as one article has it; the fields are the columns of chains.sql."""

    holder: str
    issue: str
    day: date | None
    stance: str
    id: str
    statement_id: str | None
    article_id: str
    outlet: str | None
    story: str
    actor_id: str | None
    speaker_names: list[str | None] | None
    act: str | None
    words: str
    passage: str
    evidence: str
    lead: str
    grounds: list[str]

    @property
    def speaker(self) -> str | None:
        """By what the speaker is known again; None where he has no name."""
        names = [name for name in self.speaker_names or () if name]
        return self.actor_id or (names[0].split()[-1].casefold() if len(names) == 1 else None)

    @property
    def is_withdrawal(self) -> bool:
        """True where it takes a stance back."""
        return self.lead == "" == self.evidence or is_taken_back(self.lead, self.evidence)
