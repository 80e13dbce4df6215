"""News text in, an auditable record out: who said what, every claim pointing at the characters that carry it."""

__version__ = "0.1.0"
