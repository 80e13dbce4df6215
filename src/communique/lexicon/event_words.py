"""The records of the tables of events: what a word codes and how its arguments stand, classes of nouns, the words that show a context."""

from typing import Literal

from communique.model import Record

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventMode = Literal[
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign", "assist", "change",
    "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest", "relations", "expel", "territory", "violence", "demo",
    "riot", "strike", "hunger", "boycott", "obstruct", "vandalize", "convict", "discontinue", "troops", "weapons", "police", "militia",
    "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual",
    "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
    "unconventional",
]  # fmt: skip
# Classes without a list: whoever is somebody, a person by full name, whoever bears a name, people, a named place, anything, two or more.
OPEN_CLASSES = frozenset({"someone", "person", "named", "humans", "place", "anything", "several"})
Turn = Literal[
    "light",  # does what its object names: launch an attack, hold talks
    "suffer",  # its subject is the recipient of what its object names: come under attack, receive aid
    "stop",  # ends what its object or gerund names: halt aid, suspend talks, end the siege
    "refuse",  # turns it down: refuse to meet, reject talks
    "agree",  # binds oneself to it: agree to withdraw, pledge aid
    "plan",  # means to do it, is ready for it: counts only where it is for somebody
    "threaten",  # threaten to shell, threaten sanctions
    "warn",  # the same, where somebody is warned
    "demand",  # wants it from somebody: call for talks, urge Ruritania to free them
    "allow",  # lets somebody do it
    "nothing",  # an idiom that is no event: strike a balance
]


class EventWord(Record, frozen=True):
    """A word that codes an event.

    lemma      a verb (particles, fixed objects behind it), noun (its last word is the head) or adjective
    event      PLOVER type; None for words that only turn what another word codes (`does`)
    mode       PLOVER modes; `cameo` the code, as far as the words tell it
    actor, recipient   where they stand, the first place that is filled counts: "subject", "object", "dative", "clause" (the subject of a
               complement), "owner" (possessor or adjective before a noun), or a preposition
    object, subject    it counts only where that is of one of these classes (event_classes.yaml, or OPEN_CLASSES)
    needs      it counts only with one of these words behind it: a preposition, any word of its phrase, "infinitive" (told them to), "bare"
               (no other complement), "intransitive"
    mutual     everybody takes part: all are actors
    does       how it turns what its complement names
    forms      irregular inflections; regular ones are made
    """

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    event: EventType | None = None
    mode: tuple[EventMode, ...] = ()
    cameo: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ("object",)
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    mutual: bool = False
    does: Turn | None = None
    forms: tuple[str, ...] = ()


class NounClass(Record, frozen=True):
    """Nouns that verbs of events ask for as their object; a noun of several words is known by all of them."""

    name: str
    words: tuple[str, ...]


class ContextWords(Record, frozen=True):
    """A context of PLOVER, and the words that show it."""

    context: str
    words: tuple[str, ...]
