"""The types of what a view's function is given: the ledger, and parts of the address with their limits."""

from typing import Annotated

from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from communique.ask import Ledger
from communique.show.web.shelf import Kept
from communique.show.web.turnstile import Turn

SIZE = 50  # rows of a page

Opened = NamedDependency[Ledger]  # a parameter `ledger: Opened`: the newest state, for this request alone
Remembered = NamedDependency[Kept]  # a parameter `kept: Remembered`: what is found out once for each state
Waited = NamedDependency[Turn]  # a parameter `turn: Waited` and `with turn:` around what is slow
InPath = Annotated[str, PathParameter(max_length=500)]  # a parameter named in the view's path
Text = Annotated[str, QueryParameter(min_length=1, max_length=2000)]  # a parameter that has to be given
MaybeText = Annotated[str | None, QueryParameter(max_length=2000)]  # one that may be left out
Least = Annotated[float, QueryParameter(ge=0, le=1, description="Confidence below which records are left out.")]
Page = Annotated[int, QueryParameter(ge=1, le=1000, description="Which page of the answer, from 1.")]


def window(page: int, size: int = SIZE) -> dict[str, int]:
    """Parameters of LIMIT $most OFFSET $skip: one row more than is shown, which tells whether there is a next page."""
    return {"most": size + 1, "skip": (page - 1) * size}
