"""What `extract` finds before anyone knows who speaks, and the same once `resolve` has told who does."""

from typing import NamedTuple

from msgspec.structs import replace

from communique.model.base import Record
from communique.model.coding import Act, Kind, Manner, Speaker
from communique.model.span import Span, Spans


class Attribution(Record, frozen=True):
    """A statement without its speaker.

    source, cue, content, addressee, kind, manner, rule, confidence   as in Statement
    act          as the lexicon has it for the cue; in a Said that `find_acts` has been over, as in Statement
    source_head  token index of the source's head word in the Body, None without source
    cue_head     token index of the cue's head word
    lemma        the cue's lexicon lemma ("say"), None without cue
    parent       index of the enclosing attribution in the tuple that `find_statements` returns
    """

    source: Span | None
    source_head: int | None
    cue: Span | None
    cue_head: int | None
    lemma: str | None
    content: Spans
    kind: Kind
    manner: Manner
    act: Act | None
    rule: str
    confidence: float
    addressee: Span | None = None
    parent: int | None = None


class Said(NamedTuple):
    """A statement whose speaker is known or open: what it was found by, its speaker, the id of its record."""

    attribution: Attribution
    speaker: Speaker | None
    id: str

    def doing(self, act: Act | None) -> "Said":
        """The same with another act."""
        return self._replace(attribution=replace(self.attribution, act=act))
