"""Which articles repeat one another: the stories, and one of them."""

import msgspec

from communique.ask.stories import Report, Story, stories, story
from communique.show.web.asking import SIZE, MaybeText, Opened, Page, Remembered, window
from communique.show.web.failures import MissingError
from communique.show.web.view import Table, View


class Reprints(msgspec.Struct, frozen=True):
    """A page of stories; or, with the id of an article or statement, the articles of one."""

    id: str | None
    stories: tuple[Story, ...]
    reports: tuple[Report, ...]
    page: int
    has_more: bool


def reprints(ledger: Opened, kept: Remembered, id: MaybeText = None, page: Page = 1) -> Reprints:
    """Stories that several articles tell, or the articles of the story of an article."""
    if id:
        if not (found := story(ledger, id)):
            raise MissingError(f"nothing in this ledger repeats {id}, or it is not there; /reprints lists what is repeated")
        return Reprints(id, (), found, 1, False)
    shown = kept("stories", lambda: stories(ledger, **window(1))) if page == 1 else stories(ledger, **window(page))
    return Reprints(None, shown[:SIZE], (), page, len(shown) > SIZE)


def _every(ledger: Opened, kept: Remembered, id: MaybeText = None, page: Page = 1) -> Table:
    """All of them."""
    if id:
        return Table(Report.__struct_fields__, (msgspec.structs.astuple(one) for one in story(ledger, id)))
    return Table(Story.__struct_fields__, (msgspec.structs.astuple(one) for one in stories(ledger, 1_000_000)))


VIEW = View(
    "reprints", "/reprints", reprints, title=lambda page: "Who prints the same" if page.id else "Reprints", menu="Reprints", every=_every
)
