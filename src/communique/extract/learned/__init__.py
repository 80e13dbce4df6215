"""The learned scorer: trained weights choose between candidates of the open class. Read scorer.py first, then stages.py.

Every stage is a model over features: cue_features.py (a hashed linear model), content_features.py, source_features.py, accept_features.py
and uncued_features.py (boosted symmetric trees). The numbers lie in communique/weights; training/ in the project makes them.
"""

from communique.extract.learned.weights import Weights, load_weights

__all__ = ["Weights", "load_weights"]
