"""Who did what to whom. Read find.py first; verbal.py and nominal.py say what words code, turns.py what one word makes of another."""

from communique.extract.events.find import EVENTS, find_events

__all__ = ["EVENTS", "find_events"]
