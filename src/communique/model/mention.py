"""Who is spoken of where: what `resolve` tells the later steps of `extract` about the words of a body."""

from typing import Literal, NamedTuple

from communique.model.body import Range
from communique.model.coding import Role

MentionSort = Literal["person", "name", "state", "body", "outlet", "people", "adjective"]


class Mention(NamedTuple):
    """A person, state, body or outlet named in the body, or a country's adjective ("Cuban").

    tokens   token range
    sort     a "name" may be a person or a body; an "adjective" only says whose something is
    name     fullest form of the name in the article; None for states, adjectives and people without a name
    country  for whom they act: ISO 3166-1 alpha-3 or IGO:UN ...; None where unknown
    role     PLOVER sector
    """

    tokens: Range
    sort: MentionSort
    name: str | None
    country: str | None
    role: Role | None
