"""The act of a statement: what its cue does ("condemned"), or, where the cue only reports ("said"), what its clauses do.

Each rule looks at one clause and names the act it performs, None where it performs none that the rule knows; the first clause for
which a rule speaks decides, and the rules are asked in the order of `RULES`.
"""

from collections.abc import Callable
from typing import NamedTuple

from communique.extract.referents import Referents, content_ranges, own_codes, referents_of
from communique.extract.signs import Clause, SignIndex, clauses_of, is_ours, sign_index
from communique.extract.tree import own_subject
from communique.lexicon import Lexicon
from communique.model import Act, Body, Mention, Role, Said

_PEOPLE, _BODIES = frozenset({"he", "she"}), frozenset({"it", "they"})
_SMALL_CLAUSES = ("en.indirect.object-complement", "en.indirect.passive")
_Kinds = tuple[tuple[str, Act], ...]


class Seen(NamedTuple):
    """A clause with what its rule may ask of the text around it.

    role      the speaker's sector
    pronouns  those that mean the speaker's side in reported speech: "he", or "it" and "they" where the speaker is a body
    quoted    True where the words are the speaker's own
    is_its    True for a source such as "its spokesman": the state that the clause names is the speaker's
    told      True where a hearer is named: what "it should" do is then the hearer's duty
    """

    clause: Clause
    body: Body
    signs: SignIndex
    role: Role | None
    pronouns: frozenset[str]
    quoted: bool
    is_its: bool
    told: bool

    @property
    def is_own(self) -> bool:
        """True where the speaker's side is the subject."""
        who = self.clause.who
        return who == "own" or (not self.quoted and (who in self.pronouns or (who == "other" and self.is_its)))

    @property
    def subject(self) -> int:
        """Head of the subject, the clause's own head where it has none."""
        found = own_subject(self.body, self.clause.root)
        return self.clause.root if found is None else found

    @property
    def subject_classes(self) -> frozenset[str]:
        """Classes of the subject and of what its "of" names."""
        heads = [self.subject, *(p for c in self.body.dependents(self.subject, "prep") for p in self.body.dependents(c, "pobj"))]
        return frozenset(name for t in heads for name in self.signs.at(self.body, t))

    @property
    def head_classes(self) -> frozenset[str]:
        """Classes of the clause's head alone."""
        return frozenset(self.signs.at(self.body, self.clause.root))

    def governs(self, *words: str) -> bool:
        """True where the clause's head governs one of the words."""
        return any(self.body.lower[c] in words for c in self.body.children[self.clause.root])


Rule = Callable[[Seen], Act | None]


def courtesy(seen: Seen) -> Act | None:
    """Thanks, congratulations, condolences, apologies: "Our thoughts are with the families"."""
    c = seen.clause
    kinds: _Kinds = (("sorry", "apologize"), ("condole", "condole"), ("gratulate", "congratulate"), ("gratitude", "thank"))
    loosely = c.has if c.mood in ("nominal", "present") else frozenset()
    return next((act for name, act in kinds if name in c.does | c.is_ | loosely), None)


def asking(seen: Seen) -> Act | None:
    """ "Why should the border stay shut?"."""
    _, end = seen.body.sentences[seen.body.sentence_of[seen.clause.root]]
    return "question" if "?" in seen.body.words[end - 2 : end] else None


def performative(seen: Seen) -> Act | None:
    """ "We reject the charge", "we have urged both sides to talk"."""
    c = seen.clause
    moods = ("present", "perfect", "progressive") if seen.quoted or c.who == "own" else ("present", "perfect", "progressive", "past")
    if not seen.is_own or c.mood not in moods or c.negated:
        return None
    act = seen.signs.performed.get(seen.body.lower[c.root])
    return act if act not in ("assert", "announce") else None


def own_future(seen: Seen) -> Act | None:
    """What the speaker's side will do or is ready to do: to somebody's harm or good, talk, refuse, or plainly announce."""
    c = seen.clause
    is_ready = c.mood in ("present", "past", "progressive") and "ready" in c.does | c.is_
    if not (seen.is_own and c.mood == "future") and not (is_ready and (seen.is_own or c.who == "other")):
        return None
    if c.negated:
        return "reject" if is_ready or c.does & {"yield", "refuse", "stop", "talk"} else None
    kinds: _Kinds = (("talk", "propose"), ("hurt", "threaten"), ("help", "promise"))
    found = (act for classes in (c.does, c.deals) for name, act in kinds if name in classes)
    return next(found, "announce" if "done" in c.does else None)


def own_past(seen: Seen) -> Act | None:
    """What a government has done or decided: "Ruritania has suspended the permit"."""
    c = seen.clause
    if not seen.is_own or c.mood not in ("past", "perfect") or c.negated or seen.role != "GOV":
        return None
    return "announce" if "done" in seen.head_classes else None


def stated_stance(seen: Seen) -> Act | None:
    """ "We confirm our interest in ...", "the unwavering commitment of ...", "Ruritania and Graustark are loyal allies"."""
    c = seen.clause
    if c.negated:
        return None
    is_stating = seen.body.lower[c.root] in seen.signs.performed or seen.body.lower[c.root] == "have"
    if seen.is_own and is_stating and c.mood == "present" and c.deals & {"ready", "interest"}:
        return "promise"
    if c.who == "own" and c.mood in ("present", "perfect") and "agree" in seen.head_classes:
        return "accept"
    if c.who == "both" and "good" in c.has:
        return "praise"
    kinds: _Kinds = (("ready", "promise"), ("plan", "announce"), ("agree", "accept"))
    return next((act for name, act in kinds if c.mood == "nominal" and name in seen.head_classes), None)


def duty(seen: Seen) -> Act | None:
    """ "Must", "should", "it is essential that", "stand firm"; what should not have been is condemned."""
    c = seen.clause
    binds_oneself = not seen.told and seen.is_own and seen.body.lower[seen.subject] in ("i", *seen.pronouns)
    if c.mood in ("must", "should") and not binds_oneself:
        if any(seen.body.lower[x] == "have" for x in seen.body.dependents(c.root, "aux")):
            return "condemn"
        return "demand" if c.mood == "must" or "urgent" in c.has else "request"
    if c.mood == "obliged" and c.who == "other":
        return "demand"
    if c.mood == "imperative" and seen.quoted and c.root - seen.body.lefts[c.root] <= 3:
        return "request"
    needed = c.is_ & {"must", "should"} if c.mood in ("present", "past") else c.is_ & {"must"} if c.who == "there" else frozenset()
    return ("demand" if "must" in needed else "request") if needed else None


def denial(seen: Seen) -> Act | None:
    """Untrue, void, not so, out of the question: "The charge is baseless", "We did not take part"."""
    c = seen.clause
    if "untrue" in c.is_ and not c.negated:
        return "deny"
    is_void = "void" in c.is_ or ("claims" in seen.subject_classes and (c.is_ | c.deals) & {"bad", "void"})
    if is_void and not c.negated:
        return "reject"
    is_disowned = c.mood == "past" and not seen.governs("never")
    is_disowned |= c.mood == "perfect" and bool((c.does | c.deals) & {"harm", "wrong", "hurt"})
    if "nothing" in c.has or (c.negated and seen.is_own and is_disowned):
        return "deny"
    if c.negated and c.mood in ("chance", "future") and c.who != "other" and c.does & {"yield", "agree"}:
        return "reject"
    is_refused = "refuse" in c.is_ and c.mood not in ("nominal", "complement") and c.who != "other"
    return "reject" if is_refused or (seen.is_own and "refuse" in c.does) else None


def accusation(seen: Seen) -> Act | None:
    """Another's wrong: "Ruritania has violated the truce", "the raid is an act of aggression"; called so to its face it is condemned."""
    c = seen.clause
    if seen.is_own or c.negated or c.mood in ("future", "chance"):
        return None
    if c.mood == "complement":
        return "condemn" if c.is_ & {"wrong", "danger"} else None
    is_agentless = bool(seen.body.dependents(c.root, "nsubjpass")) and not seen.body.dependents(c.root, "agent")
    if "wrong" in c.is_ or ("wrong" in c.does and not is_agentless):
        return "condemn" if "bad" in c.is_ else "accuse"  # a barbaric crime
    harms = "neglect" in c.does or ("harm" in c.does and c.deals & {"harm", "wrong"})
    return "accuse" if c.who == "other" and harms else None


def verdict(seen: Seen) -> Act | None:
    """Good or bad: "The raid was a mistake", "We are not happy with it", "The talks were fruitful"."""
    c = seen.clause
    if "bad" in c.is_:
        return None if c.negated else "condemn"
    return ("condemn" if c.negated else "praise") if "good" in c.is_ else None


def danger(seen: Seen) -> Act | None:
    """What may come: "The raid could lead to war"."""
    c = seen.clause
    threatens = c.mood in ("future", "chance") and "danger" in c.does | c.is_ | c.deals
    return "warn" if threatens and not seen.is_own else None


RULES: tuple[Rule, ...] = (
    courtesy, asking, performative, own_future, own_past, stated_stance, duty, denial, accusation, verdict, danger,
)  # fmt: skip


def find_acts(body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Act | None, ...]:
    """The act of each statement, in the order given."""
    referents = referents_of(body, mentions, lexicon)
    return tuple(act_of(one, referents, lexicon) for one in said)


def act_of(said: Said, referents: Referents, lexicon: Lexicon) -> Act | None:
    """The act of one statement: its cue's, mended where the content says otherwise, or what its clauses do."""
    index, act = sign_index(lexicon), said.attribution.act
    clauses = clauses_of(content_ranges(referents.body, said), own_codes(said, referents), referents, index)
    if not clauses:
        return act
    if act not in (None, "assert") and not _only_insists(said, clauses[0], referents):
        return _mended(act, said, clauses[0], referents, index)
    noun = _noun_act(said, referents, index)
    if noun:
        return noun
    seen = (_seen(c, said, referents, index) for c in clauses)
    return next((done for one in seen for rule in RULES if (done := rule(one))), "assert")


def _seen(clause: Clause, said: Said, referents: Referents, index: SignIndex) -> Seen:
    found, speaker = said.attribution, said.speaker
    if clause.mood == "complement" and found.rule not in _SMALL_CLAUSES:
        clause = clause._replace(mood="nominal")
    role, pronouns = speaker.role if speaker else None, _pronouns(said, referents)
    is_its = found.source_head is not None and is_ours(referents, found.source_head)
    return Seen(clause, referents.body, index, role, pronouns, found.manner == "direct", is_its, found.addressee is not None)


def _pronouns(said: Said, referents: Referents) -> frozenset[str]:
    """The pronouns that mean the speaker's side in what is reported of him."""
    name = said.speaker.name if said.speaker else None
    if name is None:
        return _PEOPLE | _BODIES
    names = (name,) if isinstance(name, str) else name
    return _PEOPLE if any(one in referents.people for one in names) else _BODIES


def _noun_act(said: Said, referents: Referents, index: SignIndex) -> Act | None:
    """The act of the noun in "expressed its gratitude to", "voiced opposition to"."""
    cue, body = said.attribution.cue_head, referents.body
    if cue is None or said.attribution.rule != "en.indirect.verb-noun":
        return None
    return next((index.meant[body.lower[t]] for t in body.dependents(cue, "dobj") if body.lower[t] in index.meant), None)


def _only_insists(said: Said, clause: Clause, referents: Referents) -> bool:
    """ "Insisted that the gift is legal", against "insisted that he resign", "insisted on talks"."""
    is_told = clause.mood in ("present", "past", "perfect", "progressive") and referents.body.tags[clause.root] != "VB"
    return said.attribution.lemma in referents.words["insisting"] and (is_told or clause.mood == "future")


def _mended(act: Act | None, said: Said, clause: Clause, referents: Referents, index: SignIndex) -> Act | None:
    """The cue's act; a call to stop something is a demand unless the cue is weak, a pledge to hurt a threat."""
    body = referents.body
    below = (t for t in body.dependents(clause.root, "acl", "advcl", "xcomp", "ccomp"))
    asked = clause.does | clause.is_ | frozenset(name for t in below for name in index.at(body, t))
    if act == "request" and "stop" in asked and said.attribution.lemma not in referents.words["weak_requests"]:
        return "demand"
    if act == "propose" and said.attribution.lemma in referents.words["inviting"] and "talk" not in asked | clause.deals:
        return "request"
    if act == "promise" and "hurt" in clause.does | clause.deals and "help" not in clause.does:
        return "threaten"
    return act
