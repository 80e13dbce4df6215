"""Words and codes as data (YAML), one checked loader."""

from communique.lexicon.doubts import doubts
from communique.lexicon.entries import (
    CommittingWord,
    Country,
    Cue,
    FamilyName,
    Frame,
    GivenName,
    GroundWords,
    Issue,
    Language,
    Lexicon,
    Marks,
    NameTradition,
    Organisation,
    Outlet,
    RoleWord,
    SignWords,
    StanceWord,
    Tradition,
    WordList,
)
from communique.lexicon.event_words import ContextWords, EventMode, EventType, EventWord, NounClass
from communique.lexicon.loader import languages, load, outlets

__all__ = [
    "CommittingWord", "ContextWords", "Country", "Cue", "EventMode", "EventType", "EventWord", "FamilyName", "Frame", "GivenName",
    "GroundWords", "Issue", "Language", "Lexicon", "Marks", "NameTradition", "NounClass", "Organisation", "Outlet", "RoleWord",
    "SignWords", "StanceWord", "Tradition", "WordList", "doubts", "languages", "load", "outlets",
]  # fmt: skip
