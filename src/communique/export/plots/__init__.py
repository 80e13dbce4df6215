"""Pictures of answers as SVG: a matrix of positions, a dyad along time. Titles and texts in them tell what they show without colours."""

from communique.export.plots.matrix import position_matrix
from communique.export.plots.timeline import dyad_timeline

__all__ = ["dyad_timeline", "position_matrix"]
