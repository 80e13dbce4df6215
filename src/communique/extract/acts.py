"""The act of a statement: what its cue does ("condemned"), or where the cue only reports ("said"), what its clauses do."""

from collections.abc import Callable
from typing import NamedTuple

from communique.extract.referents import Referents, content_ranges, own_codes, referents_of
from communique.extract.signs import Clause, SignIndex, clauses_of, sign_index
from communique.extract.tree import own_subject
from communique.lexicon import Lexicon
from communique.model import Act, Body, Mention, Role, Said

class Seen(NamedTuple):
    """A clause with what its rule may ask of the text around it.

    own       words for the speaker's side in reported speech: "he", or "it", "they" where the speaker is a body
    quoted    True where the words are the speaker's own
    """

    clause: Clause
    body: Body
    index: SignIndex
    role: Role | None
    own: frozenset[str]
    quoted: bool

    @property
    def subject(self) -> int:
        """Head of the subject, the clause's own head where it has none."""
        found = own_subject(self.body, self.clause.root)
        return self.clause.root if found is None else found

    @property
    def subject_classes(self) -> frozenset[str]:
        """Classes of the subject and of what its "of" names."""
        heads = [self.subject, *(p for c in self.body.dependents(self.subject, "prep") for p in self.body.dependents(c, "pobj"))]
        return frozenset(name for t in heads for name in self.index.at(self.body, t))

    @property
    def is_own(self) -> bool:
        """True where the speaker's side is the subject."""
        return self.clause.who == "own" or (not self.quoted and self.clause.who in self.own)


def courtesy(seen: Seen) -> Act | None:
    """Thanks, congratulations, condolences, apologies."""
    c = seen.clause
    kinds: tuple[tuple[str, Act], ...] = (("sorry", "apologize"), ("condole", "condole"), ("gratulate", "congratulate"), ("gratitude", "thank"))
    return next((act for name, act in kinds if name in c.does | c.is_ or (name in c.has and c.mood in ("nominal", "present"))), None)


def asking(seen: Seen) -> Act | None:
    """ "Why should we ...?"."""
    _, end = seen.body.sentences[seen.body.sentence_of[seen.clause.root]]
    return "question" if "?" in seen.body.words[end - 2 : end] else None


def performative(seen: Seen) -> Act | None:
    """ "We reject ...", "we have urged ..."."""
    c = seen.clause
    if not seen.is_own or c.mood not in ("present", "perfect", "progressive") or c.negated:
        return None
    act = seen.index.performed.get(seen.body.lower[c.root])
    return act if act not in ("assert", "announce") else None


def own_future(seen: Seen) -> Act | None:
    """What the speaker's side will do."""
    c = seen.clause
    is_ready = c.mood in ("present", "past", "progressive") and "ready" in c.does | c.is_
    if not (seen.is_own and c.mood == "future") and not (is_ready and (seen.is_own or c.who == "other")):
        return None
    if c.negated:
        return "reject" if c.does & {"yield", "refuse", "stop", "talk", "ready"} or is_ready else None
    kinds: tuple[tuple[str, Act], ...] = (("talk", "propose"), ("hurt", "threaten"), ("help", "promise"))
    found = next((act for name, act in kinds if name in c.does), None) or next((act for name, act in kinds if name in c.deals), None)
    return found or ("announce" if "done" in c.does else None)


def own_past(seen: Seen) -> Act | None:
    """What the speaker's side has done or decided."""
    c = seen.clause
    if c.who != "own" or c.mood not in ("past", "perfect") or c.negated or seen.role != "GOV":
        return None
    return "announce" if "done" in seen.index.at(seen.body, c.root) else None


def stated_stance(seen: Seen) -> Act | None:
    """ "We confirm our interest in ...", "the unwavering commitment of ...", "Ruritania and Graustark are loyal allies"."""
    c = seen.clause
    if c.negated:
        return None
    is_stating = seen.body.lower[c.root] in seen.index.performed or seen.body.lower[c.root] == "have"
    if seen.is_own and is_stating and c.mood == "present" and c.deals & {"ready", "interest"}:
        return "promise"
    if c.who == "own" and c.mood in ("present", "perfect") and "agree" in seen.index.at(seen.body, c.root):
        return "accept"
    if c.who == "both" and "good" in c.has:
        return "praise"
    head = set(seen.index.at(seen.body, c.root)) if c.mood == "nominal" else set()
    kinds: tuple[tuple[str, Act], ...] = (("ready", "promise"), ("plan", "announce"), ("agree", "accept"))
    return next((act for name, act in kinds if name in head), None)


def duty(seen: Seen) -> Act | None:
    """ "must", "should", "it is essential that", "let us"."""
    c = seen.clause
    if c.mood in ("must", "should") and not (seen.is_own and seen.body.lower[seen.subject] in ("i", *seen.own)):
        if any(seen.body.lower[x] == "have" for x in seen.body.dependents(c.root, "aux")):
            return "condemn"
        return "demand" if c.mood == "must" else "request"
    if c.mood == "imperative" and seen.quoted:
        return "request"
    if (c.mood in ("present", "past") and c.is_ & {"must", "should"}) or (c.who == "there" and "must" in c.is_):
        return "demand" if "must" in c.is_ else "request"
    return None


def denial(seen: Seen) -> Act | None:
    """Untrue, void, not so."""
    c = seen.clause
    if "untrue" in c.is_ and not c.negated:
        return "deny"
    if c.negated:
        void = False
    else:
        void = "void" in c.is_ or ("claims" in seen.subject_classes and (c.is_ | c.deals) & {"bad", "void"})
    if void:
        return "reject"
    if "nothing" in c.has or (c.negated and seen.is_own and c.mood == "past"):
        return "deny"
    return "reject" if "refuse" in c.is_ or (seen.is_own and "refuse" in c.does) else None


def accusation(seen: Seen) -> Act | None:
    """Another's wrong."""
    c = seen.clause
    if seen.is_own or c.negated or c.mood in ("future", "chance"):
        return None
    agentless = seen.body.dependents(c.root, "nsubjpass") and not seen.body.dependents(c.root, "agent")
    if "wrong" in c.is_ or ("wrong" in c.does and not agentless):
        return "condemn" if c.mood == "complement" else "accuse"
    harms = c.does & {"harm", "danger"} and c.deals & {"harm", "wrong"}
    return "accuse" if c.who == "other" and (harms or "refuse" in c.does) else None


def verdict(seen: Seen) -> Act | None:
    """Good or bad."""
    c = seen.clause
    if "bad" in c.is_ or ("good" in c.is_ and c.negated):
        return None if c.negated and "bad" in c.is_ else "condemn"
    return "praise" if "good" in c.is_ else None


def danger(seen: Seen) -> Act | None:
    """What may come."""
    c = seen.clause
    return "warn" if c.mood in ("future", "chance") and "danger" in c.does | c.is_ | c.deals and not seen.is_own else None


RULES: tuple[Callable[[Seen], Act | None], ...] = (
    courtesy, asking, performative, own_future, own_past, stated_stance, duty, denial, accusation, verdict, danger,
)  # fmt: skip


def find_acts(body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Act | None, ...]:
    """The act of each statement, in the order given."""
    referents = referents_of(body, mentions, lexicon)
    return tuple(act_of(one, referents, lexicon) for one in said)


def act_of(said: Said, referents: Referents, lexicon: Lexicon) -> Act | None:
    """The act of one statement."""
    return explain(said, referents, lexicon)[0]


WEAK = {"urge", "encourage", "invite", "ask", "appeal", "advise", "recommend", "beg", "plead"}
def explain(said, referents, lexicon):
    entry = said.attribution.act
    index = sign_index(lexicon)
    ranges = content_ranges(referents.body, said)
    clauses = clauses_of(ranges, own_codes(said), referents, index)
    if entry not in (None, "assert"):
        c = clauses[0] if clauses else None
        if c and entry == "request" and said.attribution.lemma not in WEAK and ("stop" in c.does | c.is_ | frozenset(n for t in referents.body.dependents(c.root,'acl','advcl','xcomp','ccomp') for n in index.at(referents.body,t))): return "demand", "cue-fix"
        if c and entry == "promise" and "hurt" in c.does | c.deals and "help" not in c.does: return "threaten", "cue-fix"
        return entry, "cue"
    name = said.speaker.name if said.speaker else None
    own = frozenset({"he", "she"}) if name and any(m in referents.people for m in ([name] if isinstance(name, str) else name)) else frozenset({"it", "they"}) if name else frozenset({"he","she","it","they"})
    for clause in clauses:
        seen = Seen(clause, referents.body, index, said.speaker.role if said.speaker else None, own, said.attribution.manner == "direct")
        for rule in RULES:
            act = rule(seen)
            if act:
                return act, rule.__name__
    return "assert", "none"
