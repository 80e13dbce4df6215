"""What is known when a statement is resolved: everybody the article names, and the statements before it."""

from typing import NamedTuple

from communique.model import Attribution, Range
from communique.resolve.actors import Actor
from communique.resolve.sources import Cast

Actors = tuple[Actor, ...]


class Turn(NamedTuple):
    """A statement already seen.

    actors       who made it; nobody where that stayed open
    at           the token where it is anchored
    parent       the statement it is nested in
    is_document  its source is a text ("the statement by ...")
    """

    actors: Actors
    at: int
    parent: int | None
    is_document: bool

    @property
    def person(self) -> Actor | None:
        """The one human being who spoke."""
        return self.actors[0] if len(self.actors) == 1 and self.actors[0].is_person else None


class Antecedent(NamedTuple):
    """Whom a pronoun means, by which case, and the mention that shows it."""

    actors: Actors
    case: str
    mention: Range | None = None


class Story(NamedTuple):
    """Everybody the article names, the statements, the turns so far.

    found     the statements, as extract found them
    inside    for each token the number of the innermost statement whose content it stands in, -1 outside
    turns     the statements resolved so far
    given     to whom each of them was given
    pronouns  whom each pronoun met so far means
    shown     for a statement whose source is a pronoun, the mention that tells who it is
    """

    cast: Cast
    found: tuple[Attribution, ...]
    inside: tuple[int, ...]
    turns: list[Turn]
    given: dict[int, Actors]
    pronouns: dict[int, Antecedent]
    shown: dict[int, Range]

    def last_turn(self, at: int, parent: int | None) -> Turn | None:
        """The turn before a token on the same level, if it lies in the same paragraph or the one before."""
        earlier = [turn for turn in self.turns if turn.at < at and turn.parent in (None, parent)]
        last = max(earlier, key=lambda turn: turn.at, default=None)
        return last if last and self.is_near(last.at, at) else None

    def turns_in(self, first: int, end: int, number: int) -> list[Turn]:
        """Turns anchored in a token range, on the level of a statement or of one it is nested in."""
        levels = {None, *self.ancestors(number)}
        return [turn for turn in self.turns if first <= turn.at < end and turn.parent in levels]

    def is_near(self, earlier: int, later: int) -> bool:
        """True where two tokens lie in one paragraph or in neighbours."""
        paragraph_of = self.cast.marked.body.paragraph_of
        return paragraph_of[later] - paragraph_of[earlier] <= 1

    def named_between(self, first: int, end: int) -> list[Actor]:
        """Bearers of the names in a token range."""
        by_token = self.cast.persons.by_token
        return [actor for named in self.cast.persons.named_in(first, end) if (actor := by_token[named.name[0]])]

    def ancestors(self, number: int) -> tuple[int, ...]:
        """The statements that a statement is nested in, the nearest first."""
        found: list[int] = []
        parent = self.found[number].parent
        while parent is not None and parent not in found:
            found.append(parent)
            parent = self.found[parent].parent
        return tuple(found)

    def is_visible(self, token: int, number: int) -> bool:
        """True for a token that stands in no person's words, or in those that the statement itself is nested in.

        What a body or an outlet reports ("the paper wrote that N. N. resigned") goes on in the text as any narration does.
        """
        owner = self.inside[token]
        if owner < 0 or owner in self.ancestors(number):
            return True
        speakers = self.given.get(owner, ())
        return bool(speakers) and all(actor.sort in ("outlet", "body") for actor in speakers)


def new_story(cast: Cast, found: tuple[Attribution, ...]) -> Story:
    """A story of which nothing is told yet."""
    inside = [-1] * len(cast.marked.body)
    sizes = [sum(span.end - span.start for span in attribution.content) for attribution in found]
    for number in sorted(range(len(found)), key=lambda n: -sizes[n]):
        for span in found[number].content:
            for token in range(*(cast.marked.tokens_of(span.start, span.end) or (0, 0))):
                inside[token] = number
    return Story(cast, found, tuple(inside), [], {}, {}, {})


def is_thing(actor: Actor) -> bool:
    """A state, a body or an outlet, or an unknown name of one word."""
    return actor.sort in ("state", "body", "outlet") or (actor.sort == "name" and " " not in (actor.name or " "))
