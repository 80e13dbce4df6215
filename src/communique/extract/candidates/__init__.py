"""Open-class candidates: every token that may head a cue, every stretch that may be its content, every mention that may be its source.

The rules propose a content only where the lexicon licenses a frame, so they can be no better than the lexicon. Here nothing is
licensed: `anchors` gives the tokens that may head a cue, `contents` what the named generators propose for one of them, `sources` who
may have said it. Choosing is the business of trained weights; how good a choice can be is measured by itself (benchmarks/generators.py).

The learned scorer chooses among them (learned/scorer.py). Where a language has no weights, or the rules are asked to choose alone,
nothing comes here.

Read registry.py first. A generator is a function of the scene and an anchor that yields token ranges; shape.py brings them into one
form.
"""

from communique.extract.candidates.anchors import anchors
from communique.extract.candidates.registry import FINDERS, GENERATORS, LOOSE, NAMES, OPEN, REFINEMENTS, contents
from communique.extract.candidates.shape import Generator, Ranges, Refinement
from communique.extract.candidates.sources import mentions, sources

__all__ = [
    "FINDERS", "GENERATORS", "LOOSE", "NAMES", "OPEN", "REFINEMENTS", "Generator", "Ranges", "Refinement",
    "anchors", "contents", "mentions", "sources",
]  # fmt: skip
