"""A permalink whose actor or issue was merged with another leads on, and says so."""

from communique.ask import Ledger
from communique.ask.merged import merged
from communique.show.web.drawing import actor_url
from communique.show.web.failures import MovedError


def follow(ledger: Ledger, id: str, was: str | None = None) -> None:
    """Goes on where an actor was merged with another: raises MovedError to its page, which is told by `?was=` from where."""
    found = merged(ledger, id)
    if found and found.stands_for not in (id, was):
        raise MovedError(f"{actor_url(found.stands_for)}?was={found.id}", f"{id} was merged with {found.stands_for}")
