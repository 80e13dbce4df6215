"""Japanese names in Hepburn, Kunrei and the spellings of passports, and in kana; long vowels are not told from short ones."""

from communique.resolve.romanisation.letters import plain
from communique.resolve.romanisation.rules import rewrite, rules

_RULES = rules(
    ("tch|cch", "tch"), ("sy", "sh"), ("ty", "ch"), ("[jz]y", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("(?<![sc])hu", "fu"),
    ("zi|di", "ji"), ("d?zu|du", "zu"), ("oh(?![aeiouy])|ou|oo", "o"), ("uu", "u"), ("m(?=[bmp])", "n"), ("l", "r"),
)  # fmt: skip


def japanese(word: str) -> tuple[str, ...]:
    """The reading of a name word."""
    return rewrite([plain(word)], _RULES)
