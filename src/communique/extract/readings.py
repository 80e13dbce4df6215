"""What the readers of stances look at, and what they find."""

from typing import NamedTuple

from communique.extract.holders import Cast, Floor, Holder
from communique.extract.stance import Judged
from communique.extract.stance_words import Stancer
from communique.extract.tree import hull, sentence
from communique.lexicon import Lexicon
from communique.model import Body, Range


class Reading(NamedTuple):
    """One sign of a stance: the holder, the thing judged, the tokens that show it, the statement it stands in, the case of its rule, and
    how much it weighs beside other signs of the same stance."""

    holder: Holder
    judged: Judged
    evidence: Range
    statement: int | None
    case: str
    weight: float
    prefix: str | None = None
    verb: int | None = None  # of a verdict
    word: int | None = None  # the verdict itself


class Stage(NamedTuple):
    """What all steps look at; `settled` are the heads of phrases about issues with a settled name."""

    body: Body
    found: dict[int, Stancer]
    floor: Floor
    cast: Cast
    lexicon: Lexicon
    settled: tuple[int, ...] = ()

    @property
    def verdicts(self) -> frozenset[int]:
        """The tokens at which verdicts stand."""
        return frozenset(t for t, one in self.found.items() if one.word.effect in ("good", "bad"))


def reach(stage: Stage, token: int) -> Range | None:
    """The part of a statement's content a token stands in; None outside."""
    number = stage.floor.inside.get(token)
    return None if number is None else next(((a, b) for a, b in stage.floor.ranges[number] if a <= token < b), None)


def evidence_of(body: Body, trigger: Range, phrase: Range) -> Range:
    """The shortest stretch with the word and the thing judged, in one sentence."""
    first, end = hull((trigger, phrase))
    low, high = sentence(body, trigger[0])
    return max(first, low), min(end, high)


def is_empty(stage: Stage, head: int) -> bool:
    """True for pronouns and bare numbers."""
    return stage.body.lower[head] in stage.lexicon.words["stance_empty"] or stage.body.tags[head] in ("PRP", "WDT", "WP", "EX", "CD")


def is_no_issue(stage: Stage, head: int) -> bool:
    """True for pronouns, people and states, claims, and "these actions"."""
    body = stage.body
    alone = len(body.children[head]) < 2
    pointed = alone and any(body.lower[c] in stage.lexicon.words["stance_empty"] for c in body.dependents(head, "det", "amod"))
    claimed = body.lower[head] in stage.lexicon.words["stance_claims"]
    return is_empty(stage, head) or head in stage.cast.at or claimed or pointed
