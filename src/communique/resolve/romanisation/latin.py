"""Names whose language is written in the Latin alphabet: marks may be missing, or written out as a second letter."""

from communique.resolve.romanisation.letters import plain
from communique.resolve.romanisation.rules import rewrite, rules

_LATIN = rules(("(?<=[ao])e(?=[^aeiou])|(?<=[^gqaeiou]u)e(?=[^aeiou])|(?<=^u)e", ""), ("aa", "a"))  # Mueller, Groesser, Haakon
_TURKISH = rules(("(?<=[ou])e(?=[^aeiou])", ""), ("sh", "s"), ("ch|dj", "c"), ("gh", "g"), ("w", "v"), ("iy(?![aeiou])", "i"))


def latin(word: str) -> tuple[str, ...]:
    """The reading of a name word."""
    return rewrite([plain(word)], _LATIN)


def turkish(word: str) -> tuple[str, ...]:
    """The reading of a Turkish or Azerbaijani name word."""
    return rewrite([plain(word)], _TURKISH)
