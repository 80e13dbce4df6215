"""Words and codes as data (YAML), one checked loader."""

from communique.lexicon.doubts import doubts
from communique.lexicon.entries import (
    Country,
    Cue,
    FamilyName,
    Frame,
    GivenName,
    Issue,
    Language,
    Lexicon,
    Marks,
    NameTradition,
    Organisation,
    Outlet,
    RoleWord,
    StanceWord,
    Tradition,
    WordList,
)
from communique.lexicon.loader import languages, load

__all__ = [
    "Country", "Cue", "FamilyName", "Frame", "GivenName", "Issue", "Language", "Lexicon", "Marks", "NameTradition", "Organisation",
    "Outlet", "RoleWord", "StanceWord", "Tradition", "WordList", "doubts", "languages", "load",
]  # fmt: skip
