"""Where a run's workers live. Each engine is a file that gives a crew; a new one is such a file and a line in ENGINES."""

from communique.engines.registry import ENGINES, crew_of
from communique.engines.run import Progress, Run

__all__ = ["ENGINES", "Progress", "Run", "crew_of"]
