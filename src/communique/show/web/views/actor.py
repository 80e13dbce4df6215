"""An actor: a person, or a state or organisation of states; who they are, what they and others said, where they stand."""

from communique.ask import actor as asked
from communique.ask.actor import Actor
from communique.ask.parties import called
from communique.ask.quote import Quote
from communique.errors import UsageError
from communique.show.web.asking import InPath, Least, Opened, Page
from communique.show.web.drawing import actor_url
from communique.show.web.failures import MissingError, MovedError
from communique.show.web.pictures import Picture, bars
from communique.show.web.tombstones import follow
from communique.show.web.view import Table, View


def actor(ledger: Opened, id: InPath, least: Least = asked.LEAST, page: Page = 1) -> Actor:
    """The actor of an id (nor.brandvold.ada) or of a code (NOR, IGO:UN); one that was merged with another leads on to it."""
    follow(ledger, id)
    try:
        found = asked.actor(ledger, id, least=least, page=page)
    except UsageError as error:
        raise MissingError(str(error)) from error
    if not found.code and not found.name and found.country:
        raise MovedError(actor_url(found.country), f"{id} is {found.country} as a whole")
    return found


def chart(page: Actor) -> Picture:
    """Statements by month."""
    counts = {one.month: {"": one.statements} for one in page.months if one.month}
    return bars("Statements along time", counts, "statements")


def _table(page: Actor) -> Table:
    """A row for each statement by the actor on this page, then for each about them."""
    rows = [("by", *_cells(one)) for one in page.by] + [("about", *_cells(one)) for one in page.about]
    return Table(("list", *Quote.__struct_fields__), rows)


def _cells(one: Quote) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in Quote.__struct_fields__)


VIEW = View("actor", "/a/{id:str}", actor, title=lambda page: page.name or called(page.id), table=_table, draws={"chart": chart})
