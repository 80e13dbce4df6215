"""How a state voted."""

from typing import Literal

from communique.model.base import Record

VoteCast = Literal["yes", "no", "abstain", "absent"]


class Vote(Record, frozen=True):
    """A state's vote in a roll call.

    body        who voted: "UNGA"
    roll_call   what tells one roll call from another in its source
    resolution  its number; None where the source has none
    title       its title
    day         YYYY-MM-DD
    country     ISO 3166-1 alpha-3
    issue       the issue it is about; None where that is not known
    stance      what the vote says of the issue, "support" or "oppose"; None for nothing
    """

    body: str
    roll_call: str
    resolution: str | None
    title: str | None
    day: str
    country: str
    vote: VoteCast
    issue: str | None = None
    stance: Literal["support", "oppose"] | None = None
