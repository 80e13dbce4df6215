"""The reporting clause that closes a sentence, told by commas and order alone: They would go on, [the envoy, Dana Holub, said on Friday].

Where nothing is left to say behind the verb, what it reports stands before the comma, whatever the parser made of the words around.
"""

from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.scene import Scene, has_finite_verb
from communique.extract.tree import is_punctuation, is_verb, sentence
from communique.model import Body

_NOMINAL = ("NN", "DT", "JJ", "PRP", "CD", "POS", "IN", "CC", "HYPH", "RB", "VBN")
_HEARER = ("NN", "DT", "JJ", "PRP", "CD", "POS")
_LONGEST = 14  # tokens of a subject, of an apposition, of what follows the verb
_FEWEST = 3  # tokens of a content


class Closing(NamedTuple):
    """Where the content ends, and the head of who speaks."""

    end: int
    source: int


def closing_of(scene: Scene, cue: FoundCue) -> Closing | None:
    """The clause that a verb of saying closes its sentence with; None where it does not."""
    body, verb = scene.body, cue.head
    low, high = sentence(body, verb)
    if body.tags[verb] not in ("VBD", "VBZ", "VBP") or not _is_last(scene, cue, high):
        return None
    inserted = _comma_before(body, verb - 1, low) if body.words[verb - 1] == "," else verb
    comma = _comma_before(body, inserted, low) if inserted is not None else None
    if comma is None or inserted is None or comma - low < _FEWEST or not has_finite_verb(body, (low, comma)):
        return None
    if body.tags[low] in ("IN", "WRB") or not _is_mention(scene, comma + 1, inserted):
        return None
    return Closing(comma, _head(body, comma + 1, inserted, verb))


def _is_last(scene: Scene, cue: FoundCue, high: int) -> bool:
    """True where only a hearer, a time, a place or a manner follows."""
    body = scene.body
    behind = [t for t in range(cue.head + 1, high) if not is_punctuation(body, t)]
    if cue.entry("addressee"):
        while behind and body.tags[behind[0]].startswith(_HEARER):
            behind.pop(0)
    if not behind:
        return True
    opens = body.tags[behind[0]] in ("IN", "RB") or body.lower[behind[0]] in scene.words["weekdays"]
    plain = not any(is_verb(body, t) or body.tags[t] in ("TO", "WP", "WDT") or body.quotation_of[t] >= 0 for t in behind)
    return opens and plain and len(behind) <= _LONGEST and body.lower[behind[0]] not in ("that", "of", "for", "about")


def _comma_before(body: Body, end: int, low: int) -> int | None:
    """The nearest comma before a place, None where there is none near."""
    return next((t for t in range(end - 1, max(low, end - _LONGEST) - 1, -1) if body.words[t] == ","), None)


def _is_mention(scene: Scene, first: int, end: int) -> bool:
    """True for a stretch that may be a noun phrase and nothing else."""
    body = scene.body
    return (
        first < end
        and body.tags[first].startswith(("NN", "DT", "JJ", "PRP", "CD"))
        and all(body.tags[t].startswith(_NOMINAL) and body.quotation_of[t] < 0 for t in range(first, end))
        and any(scene.can_speak(t) for t in range(first, end))
    )


def _head(body: Body, first: int, end: int, verb: int) -> int:
    """The word of the mention on which the others hang."""
    nouns = [t for t in range(first, end) if body.tags[t].startswith(("NN", "PRP", "CD", "DT"))]
    outside = [t for t in nouns if not first <= body.heads[t] < end]
    return next((t for t in outside if body.heads[t] == verb), outside[-1] if outside else nouns[-1])
