"""The learned scorer: every open-class anchor of an article weighed, and those worth a verdict as candidates with a calibrated confidence.

The stages hand on few: anchors by their chance to head a cue, one content an anchor, one source a content; then one confidence for the
whole. `settle` decides between those that claim the same words, as it does for the rules.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from communique.extract.accept import Candidate
from communique.extract.candidates import OPEN, anchors
from communique.extract.cues import FoundCue
from communique.extract.learned import stages
from communique.extract.learned.accept_features import accept_columns, accept_rows
from communique.extract.learned.content_features import Anchored, Rows, content_rows
from communique.extract.learned.cue_features import Look, cue_evidence, cue_features
from communique.extract.learned.grid import Grid, grid_of
from communique.extract.learned.source_features import source_rows
from communique.extract.learned.stages import Chosen, Sourced
from communique.extract.learned.uncued_features import uncued_rows
from communique.extract.learned.vetoes import Weighed, veto
from communique.extract.learned.weights import Weights
from communique.extract.learned.words import forms_in
from communique.extract.proposal import Content
from communique.extract.proposals import Proposal
from communique.extract.scene import Scene
from communique.lexicon import Lexicon
from communique.model import Feature, Kind

_TOLD = 4  # features of acceptance and of the cue that an explanation names
_UNKNOWN = -2.0  # logit from which an anchor that the lexicon calls no cue is looked at: two in five, 1 in 500 of the statements, lie below
_BATCH = 200  # anchors whose contents are weighed at once; memory grows with them


class Scorer:
    """The weights at work on one article."""

    def __init__(self, scene: Scene, lexicon: Lexicon, proposals: dict[int, tuple[Proposal, ...]], weights: Weights) -> None:
        self.look, self.weights = Look(scene, forms_in(lexicon), proposals), weights
        self.grid: Grid = grid_of(scene)
        self.rows: Rows = np.zeros((0, 0), dtype=np.float32)

    def candidates(self, without: Collection[str]) -> list[Candidate]:
        """Candidates for all anchors that may head a cue; generators named in `without` are off."""
        logits, kinds = self._anchors()
        entries = stages.anchored(self.look, logits, self.weights.least, without)
        chosen, contents = self._chosen(entries)
        found = self._sourced(chosen)
        rows = accept_rows(self.look, found, contents)
        scores = self.weights.scale.of(self.weights.accept.sums(rows)).tolist()
        pairs = zip(found, scores, strict=True)
        self.rows = rows
        return [candidate_of(self.look, one, score, kinds[one.chosen.anchored.anchor], n) for n, (one, score) in enumerate(pairs)]

    def _anchors(self) -> tuple[dict[int, float], dict[int, Kind]]:
        """The logit of each anchor that may head a cue, and the kind of what it reports."""
        weights, kinds = self.weights, dict[int, Kind]()
        logits: dict[int, float] = {}
        for anchor in anchors(self.look.scene):
            evidence = cue_evidence(self.look, anchor)
            logit = weights.cue.logit(evidence)
            if logit >= (weights.least if anchor in self.look.scene.cues else max(weights.least, _UNKNOWN)):
                logits[anchor] = logit
                kinds[anchor] = "attitude" if weights.attitude.logit(evidence) > 0 else "speech"
        return logits, kinds

    def _chosen(self, entries: Sequence[Anchored]) -> tuple[list[Chosen], Rows]:
        """Each anchor's best content, and the rows of those."""
        chosen: list[Chosen] = []
        kept: list[Rows] = []
        for start in range(0, len(entries), _BATCH):
            some = entries[start : start + _BATCH]
            rows = content_rows(self.look, self.grid, some)
            best = stages.chosen(some, self.weights.content.sums(rows))
            starts = np.cumsum([0, *(len(entry.contents) for entry in some[:-1])])
            kept.append(rows[starts + [one.place for one in best]])
            chosen += best
        return chosen, np.vstack(kept) if kept else np.zeros((0, 0), dtype=np.float32)

    def _sourced(self, chosen: Sequence[Chosen]) -> list[Sourced]:
        questions = stages.asked(self.look, chosen)
        return stages.sourced(chosen, questions, self.weights.source.sums(source_rows(self.look, questions)))

    def uncued(self, found: Sequence[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
        """What rules without a cue propose, with a confidence."""
        rows = uncued_rows(self.look.scene, self.grid, found, kept)
        scores = self.weights.uncued_scale.of(self.weights.uncued.sums(rows)).tolist()
        return [candidate._replace(score=score) for candidate, score in zip(found, scores, strict=True)]

    def reasons(self, candidate: Candidate) -> tuple[Feature, ...]:
        """What weighed most in the acceptance of a candidate with a cue, and, as "cue ...", in its anchor's chance to head one."""
        if candidate.row is None or candidate.cue is None:
            return ()
        added = dict(zip(accept_columns(), self.weights.accept.shares(self.rows[candidate.row]).tolist(), strict=True))
        names = dict.fromkeys(cue_features(self.look, candidate.cue.head))
        of_cue = {f"cue {name}": weight for name, weight in self.weights.cue.shares(names).items()}
        return (*_heaviest(added), *_heaviest(of_cue))


def _heaviest(weights: Mapping[str, float]) -> list[Feature]:
    chosen = sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_TOLD]
    return [Feature(name, round(weight, 2)) for name, weight in chosen if round(weight, 2)]


def candidate_of(look: Look, one: Sourced, score: float, kind: Kind, row: int | None = None) -> Candidate:
    """A weighed anchor as a candidate; it bears the name of the rule that proposes the same content, else of the generator."""
    anchor = one.chosen.anchored.anchor
    proposal = stages.proposal_for(look, one.chosen)
    cue, flaw = look.scene.cues.get(anchor), look.flaw(anchor)
    entry = proposal.content.entry if proposal else cue.entries[0] if cue else None
    words = proposal.content.words if proposal else None
    rule = proposal.rule if proposal else f"{OPEN}{one.chosen.anchored.names[one.chosen.place][0]}"
    content = Content(one.chosen.content, entry, score, words)
    known = entry.kind if entry else kind
    decisive = veto(Weighed(look, anchor, one.chosen.content, one.source, known))
    return Candidate(rule, cue or FoundCue(anchor, (anchor, anchor + 1), ()), content, one.source, score, decisive, known, True, row, flaw)
