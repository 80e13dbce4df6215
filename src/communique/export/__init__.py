"""Events in the files that others load: one file a format, all of them in EXPORTS; read registry.py first."""

from communique.export.about import about
from communique.export.dyads import PERIODS, dyad_table
from communique.export.found import Found, events_of
from communique.export.registry import EXPORTS, Export, export_named
from communique.export.sieve import Sieve
from communique.export.thinning import one_a_day

__all__ = ["EXPORTS", "PERIODS", "Export", "Found", "Sieve", "about", "dyad_table", "events_of", "export_named", "one_a_day"]
