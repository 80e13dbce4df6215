"""What a weighed candidate's chance to be a statement is read from: the stages' scores, and what other candidates claim the same words."""

from collections.abc import Iterator, Sequence

import numpy as np

from communique.extract.candidates import NAMES, Ranges
from communique.extract.learned.content_features import Rows, content_columns
from communique.extract.learned.cue_features import Look
from communique.extract.learned.stages import Sourced, proposal_for
from communique.extract.tree import hull, overlap
from communique.model import Body

_FLAWS = ("negated", "nobody's hearsay", "not yet or only possibly said", "conditional", "asked, not told", "not told to have happened")
_OWN = ("the speaker's own words, whose quotation marks are lost", "told the reader", "said of oneself inside a quotation")
_HINTS = (
    "verbs_saying",
    "verbs_judging",
    "verbs_asking",
    "verbs_undertaking",
    "verbs_thinking",
    "nouns_saying",
    "nouns_thinking",
    "adjectives",
)
_KINDS = ("-", "name", "speaker", "first", "you", "he", "she", "they", "it", "who", "that", "which", "NN", "time")
_GROUPS = (
    "communication", "evaluation", "request", "dispute", "commitment", "question", "belief", "emotion", "perception", "intention",
)  # fmt: skip


def accept_columns() -> tuple[str, ...]:
    """Names of the columns of `accept_rows`."""
    return (
        "cue logit", "content score", "content margin", "source score", "nobody's score", "source margin", "source", "by a rule",
        "hand score", "rule's source",
        *(f"flaw {f}" for f in (*_FLAWS, *_OWN)), *(f"source {k}" for k in _KINDS), *(f"group {g}" for g in _GROUPS),
        *(f"hint {h}" for h in _HINTS), "other form",
        "attitude", "crossed by", "same words by", "inside", "inside source same", "inside by", "holds", "anchors held",
        "is a pronoun's", "lead",
        *(f"content {name}" for name in content_columns()[len(NAMES) :]), *(f"content {name}" for name in content_columns()[: len(NAMES)]),
    )  # fmt: skip


def accept_rows(look: Look, entries: Sequence[Sourced], contents: Rows) -> Rows:
    """The features of all candidates; `contents` are the rows of their chosen contents."""
    if not entries:
        return np.zeros((0, len(accept_columns())), dtype=np.float32)
    own = np.array([_own(look, e) for e in entries], dtype=np.float32)
    beside = np.array(_beside(look, entries), dtype=np.float32)
    return np.hstack([own, beside, contents[:, len(NAMES) :], contents[:, : len(NAMES)]])


def _own(look: Look, entry: Sourced) -> list[float]:
    """What the stages say of it."""
    anchor, source = entry.chosen.anchored.anchor, entry.source
    proposal = proposal_for(look, entry.chosen)
    best = proposal or next(iter(look.proposals.get(anchor, ())), None)
    flaw = look.flaw(anchor) or (best.flaw if best else None)
    cue = look.scene.cues.get(anchor)
    kind = look.kind(source.head if source else None)
    lexicon = cue.entries[0] if cue else None
    return [
        entry.chosen.anchored.logit, entry.chosen.score, entry.chosen.margin, entry.score, entry.nobody, entry.margin, source is not None,
        proposal is not None, proposal.score if proposal else 0.0, best is not None and source == entry.by_rule,
        *(flaw == f for f in (*_FLAWS, *_OWN)), *(kind == k for k in _KINDS),
        *(lexicon is not None and lexicon.group == g for g in _GROUPS), *(look.groups[anchor] == h for h in _HINTS),
        look.groups[anchor].startswith("?"),
        lexicon is not None and lexicon.kind == "attitude",
    ]  # fmt: skip


def strength(entry: Sourced) -> float:
    """A rough measure of how good a candidate is, for comparing those that claim the same words."""
    return entry.chosen.anchored.logit + 4 * entry.chosen.score


def _beside(look: Look, entries: Sequence[Sourced]) -> list[list[float]]:
    """What the others claim: the best of those that cross it, share most of its words, lie around it or in it; how many lie in it."""
    body = look.body
    power = [strength(e) for e in entries]
    found = [_Beside() for _ in entries]
    for a, b in _touching(entries):
        one, other = entries[a].chosen, entries[b].chosen
        shared = sum(overlap(x, y) for x in one.content for y in other.content)
        sizes = [sum(end - first for first, end in e.content) for e in (one, other)]
        b_in_a = shared >= 0.9 * sizes[1] and _holds(one.content, other.anchored.anchor)
        a_in_b = shared >= 0.9 * sizes[0] and _holds(other.content, one.anchored.anchor)
        if b_in_a or a_in_b:
            inner, outer = (b, a) if b_in_a else (a, b)
            found[inner].lies_in(power[outer], _same_source(body, entries[inner], entries[outer]))
            found[outer].holds(power[inner])
        elif shared:
            same = shared > 0.6 * min(sizes)
            found[a].crosses(power[b], same)
            found[b].crosses(power[a], same)
    return [[*f.row(), *_last(look, e)] for f, e in zip(found, entries, strict=True)]


_NONE = -20.0
_REACH = 40  # candidates on either side among which those are sought that claim the same words


class _Beside:
    """What is known of the candidates beside one."""

    def __init__(self) -> None:
        self.crossed = self.same = self.around = self.within = _NONE
        self.agrees, self.held = False, 0

    def crosses(self, power: float, same: bool) -> None:
        """Another shares words with it, most of them where `same`."""
        self.crossed = max(self.crossed, power)
        self.same = max(self.same, power) if same else self.same

    def lies_in(self, power: float, agrees: bool) -> None:
        """It lies in another's content; `agrees` where both have the same source."""
        if power > self.around:
            self.around, self.agrees = power, agrees

    def holds(self, power: float) -> None:
        """Another lies in its content."""
        self.within, self.held = max(self.within, power), self.held + 1

    def row(self) -> list[float]:
        """The features."""
        return [self.crossed, self.same, self.around > _NONE, self.agrees, self.around, self.within, self.held]


def _touching(entries: Sequence[Sourced]) -> Iterator[tuple[int, int]]:
    """Pairs of candidates near each other whose contents may share words."""
    hulls = [hull(e.chosen.content) for e in entries]
    for a, (first, end) in enumerate(hulls):
        yield from ((a, b) for b in range(a + 1, min(len(hulls), a + _REACH)) if hulls[b][0] < end and first < hulls[b][1])


def _holds(content: Ranges, anchor: int) -> bool:
    return any(first <= anchor < end for first, end in content)


def _same_source(body: Body, one: Sourced, other: Sourced) -> bool:
    words = [body.lower[e.source.head] if e.source else None for e in (one, other)]
    return words[0] == words[1]


def _last(look: Look, entry: Sourced) -> list[float]:
    body = look.body
    return [
        entry.source is not None and body.tags[entry.source.head].startswith("PRP"),
        body.paragraph_of[entry.chosen.anchored.anchor] == 0,
    ]
