"""Words and codes as data (YAML), one checked loader."""

from communique.lexicon.doubts import doubts
from communique.lexicon.entries import Country, Cue, Frame, Language, Lexicon, Marks, Organisation, Outlet, RoleWord, WordList
from communique.lexicon.loader import languages, load

__all__ = [
    "Country", "Cue", "Frame", "Language", "Lexicon", "Marks", "Organisation", "Outlet", "RoleWord", "WordList", "doubts", "languages",
    "load",
]  # fmt: skip
