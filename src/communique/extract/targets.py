"""At whom a statement is directed, or on whom it passes judgement: countries and organisations of states, the speaker's own left out.

Each act has its finders, asked in turn until one names somebody. A finder looks at one place: who is told, whose deed a phrase names, who
does what a clause tells. Acts that pass no judgement and want nothing (assert, announce, question) have none.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from communique.extract.burdens import eased, laid_on
from communique.extract.referents import NONE, Codes, Referents, content_ranges, own_codes, referents_of, tokens_of
from communique.extract.signs import Clause, clauses_of, sign_index
from communique.extract.tree import is_infinitive, is_punctuation, is_verb, own_subject
from communique.lexicon import Lexicon
from communique.model import Act, Body, Mention, Said

_BACK = 8  # how many statements back the target of a speaker's last one still holds


class Aim(NamedTuple):
    """A statement as the finders see it.

    own        codes the speaker speaks for
    performed  forms of cue verbs and what is done by them
    """

    said: Said
    clauses: tuple[Clause, ...]
    own: Codes
    referents: Referents
    performed: dict[str, Act]

    @property
    def body(self) -> Body:
        """The parsed body."""
        return self.referents.body

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens of the content."""
        return tuple(t for span in content_ranges(self.body, self.said) for t in range(*span))

    def doers(self, heads: Iterable[int]) -> Codes:
        """Who did, or is, what noun phrases name."""
        return _union(self.referents.doers(t, self.own) for t in heads)

    def of(self, heads: Iterable[int]) -> Codes:
        """Whom noun phrases stand for."""
        return _union(self.referents.of(t, self.own) for t in heads)


Finder = Callable[[Aim], Codes]


def hearer(aim: Aim) -> Codes:
    """Who is told: told [Ruritania] that it must leave."""
    span, cue = aim.said.attribution.addressee, aim.said.attribution.cue_head
    if span is None:
        objects = () if cue is None else aim.body.dependents(cue, "dobj", "dative", "prep")
        inner = (p for c in objects for p in ((c,) if aim.body.deps[c] == "dobj" else aim.body.dependents(c, "pobj")))
        return aim.of(t for t in inner if t not in aim.tokens and t in aim.referents.names)
    tokens = tokens_of(aim.body, span)
    return aim.of(t for t in tokens if aim.body.heads[t] not in tokens)


def phrase(aim: Aim) -> Codes:
    """Whose deed or thing a noun phrase names, or who it is: condemned [the Ruritanian raid], accused [Ruritania of lying]."""
    return aim.doers(c.root for c in aim.clauses[:1] if not is_verb(aim.body, c.root))


def subject(aim: Aim) -> Codes:
    """Who does what the first telling clause says, or whose it is: [Ruritania] has broken the truce; never the speaker's side."""
    telling = [c for c in aim.clauses if _tells(c, aim.said.attribution.act)]
    is_empty = all(c.who in ("it", "there", "none") for c in telling)  # it is essential that [Ruritania] hold the vote
    found = (_subject(aim, c.root) for c in (aim.clauses if is_empty else telling))
    return next((codes for codes in found if codes and codes.isdisjoint(aim.own)), NONE)


def partner(aim: Aim) -> Codes:
    """With whom the speaker's side is or does something: [Ruritania] and our country are true friends."""
    return _union(_subject(aim, c.root) for c in aim.clauses if c.who == "both")


def judged(aim: Aim) -> Codes:
    """Whose deed the speaker's own side rejects, regrets, will not lift: we are not happy with [the Ruritanian raid]."""
    pronouns = aim.referents.words["pronouns"]
    own = (c for c in aim.clauses if c.who in ("own", "both") or c.who in pronouns)
    now = [c.root for c in own if c.mood != "past" or aim.performed.get(aim.body.lower[c.root]) == aim.said.attribution.act]
    found = (_union(aim.doers([t]) or aim.of([t]) for t in _arguments(aim.body, root)) for root in now)
    return next((codes for codes in found if codes - aim.own), NONE)


def felt(aim: Aim) -> Codes:
    """About whose deed somebody feels so: disturbed by [Ruritanian] moves, dissatisfied with [Ruritania's] raid."""
    body = aim.body
    heads = (t for c in aim.clauses[:1] if is_verb(body, c.root) for t in (c.root, *body.dependents(c.root, "acomp", "attr")))
    about = (c for t in heads for c in body.dependents(t, "prep", "agent") if body.lower[c] in ("by", "with", "at", "about", "over"))
    return aim.doers(p for c in about for p in body.dependents(c, "pobj"))


def predicate(aim: Aim) -> Codes:
    """Whose it is said to be: the crash was [Ruritania's] doing."""
    body = aim.body
    heads = [t for c in aim.clauses for t in (*body.dependents(c.root, "attr"), *body.dependents(c.root, "acomp"))]
    return aim.doers(t for head in heads for t in (head, *body.dependents(head, "xcomp")))


def receiver(aim: Aim) -> Codes:
    """Whom the deed touches: will strike [Ruritania], will work with [Ruritania]."""
    found = (aim.of(_arguments(aim.body, c.root)) for c in aim.clauses)
    return next((codes for codes in found if codes - aim.own), NONE)


def relieved(aim: Aim) -> Codes:
    """On whom the burden lies that is to be lifted: will end the ban [on Ruritania]."""
    body, words = aim.body, aim.referents.words
    tokens = range(aim.tokens[0], aim.tokens[-1] + 1) if aim.tokens else range(0)
    return _union(laid_on(body, t, aim.referents.codes, words) for t in eased(body, tokens, words))


def asked(aim: Aim) -> Codes:
    """Of whom something is wanted: a surrender by [Ruritania], guarantees from [Ruritania]."""
    body = aim.body
    behind = [t for t in range(aim.tokens[-1] + 1, len(body)) if not is_punctuation(body, t)][:1] if aim.tokens else []
    marks = (t for t in (*aim.tokens, *behind) if body.lower[t] in ("by", "from") and body.deps[t] in ("prep", "agent"))
    return aim.of(p for t in marks for p in body.dependents(t, "pobj"))


def pair(aim: Aim) -> Codes:
    """Both sides, or the other of two: what [the two sides] need to do; our [bilateral] relations."""
    return _union(aim.referents.sides(t, aim.own) for t in aim.tokens)


def other(aim: Aim) -> Codes:
    """The other of two of which the speaker's side is one: our fear of [each other]."""
    marks = (t for t in aim.tokens if aim.body.lower[t] in ("other", "another", *aim.referents.words["parties"]))
    return _union(aim.referents.sides(t, aim.own) for t in marks) if aim.own else NONE


def only_one(aim: Aim) -> Codes:
    """The one other state that the content names."""
    found = named(aim)
    return found if len(found) == 1 else NONE


def named(aim: Aim) -> Codes:
    """All other states that the content names."""
    return frozenset(aim.referents.codes[t] for t in aim.tokens if t in aim.referents.codes) - aim.own


FINDERS: dict[Act, tuple[Finder, ...]] = {
    "accuse": (phrase, subject, predicate),
    "condemn": (phrase, judged, felt, subject),
    "praise": (phrase, partner, felt, subject, pair),
    "accept": (phrase, judged, subject),
    "reject": (phrase, judged, subject),
    "deny": (phrase,),
    "demand": (hearer, phrase, subject, judged, asked, pair),
    "request": (hearer, phrase, subject, judged, pair),
    "propose": (hearer, phrase, subject, receiver, pair),
    "promise": (hearer, receiver, relieved, pair, only_one),
    "threaten": (hearer, phrase, receiver),
    "warn": (hearer, phrase, other),
    "thank": (hearer, phrase, receiver),
    "congratulate": (hearer, phrase, receiver),
    "condole": (hearer, phrase, receiver),
    "apologize": (hearer, phrase, receiver),
}
_GOING_ON: tuple[Act, ...] = (
    "accuse",
    "threaten",
    "warn",
)  # said of the same as before where nobody is named: "its presence", "you will pay"
_ATTACKS: tuple[Act, ...] = ("accuse", "condemn", "threaten", "demand")  # what is denied later


_TELLING: dict[Act, frozenset[str]] = {
    "accuse": frozenset({"wrong", "harm", "neglect"}),
    "condemn": frozenset({"bad", "wrong", "good"}),
    "praise": frozenset({"good"}),
    "reject": frozenset({"void", "bad", "refuse"}),
    "demand": frozenset({"must", "should"}),
    "request": frozenset({"must", "should"}),
}


class Course(NamedTuple):
    """What was said so far: the last target of each side with the number of the statement, and who attacked whom last."""

    aimed: dict[Codes, tuple[int, Codes]]
    attackers: dict[str, Codes]

    def implied(self, number: int, aim: Aim, act: Act) -> Codes:
        """The target of a statement that names none, where the course tells: the attacker denied, the target of just before."""
        if act == "deny":
            return _union(self.attackers.get(code, NONE) for code in aim.own)
        last, codes = self.aimed.get(aim.own, (-_BACK, NONE))
        is_thing = act == "accuse" and bool(aim.clauses) and aim.clauses[0].mood in ("nominal", "complement")  # blamed the weather
        others = named(aim)
        goes_on = act in _GOING_ON and number - last < _BACK and not is_thing and (not others or codes <= others)
        return codes if goes_on else NONE

    def note(self, number: int, own: Codes, act: Act, codes: Codes) -> None:
        """Remember a statement and its targets."""
        if own and codes:
            self.aimed[own] = (number, codes)
            self.attackers.update(dict.fromkeys(codes, own) if act in _ATTACKS else {})


def find_targets(body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Codes of the targets of each statement, sorted, in the order given; the acts must have been found."""
    referents = referents_of(body, mentions, lexicon)
    course = Course({}, {})
    return tuple(tuple(sorted(_targets(number, one, referents, lexicon, course))) for number, one in enumerate(said))


def _targets(number: int, said: Said, referents: Referents, lexicon: Lexicon, course: Course) -> Codes:
    act = said.attribution.act
    if act is None or act not in FINDERS:
        return NONE
    own, index = own_codes(said, referents), sign_index(lexicon)
    aim = Aim(said, clauses_of(content_ranges(referents.body, said), own, referents, index), own, referents, index.performed)
    found = next((codes for find in FINDERS[act] if (codes := find(aim) - own)), NONE) or course.implied(number, aim, act) - own
    course.note(number, own, act, found)
    return found


def _union(found: Iterable[Codes]) -> Codes:
    return frozenset(code for codes in found for code in codes)


def _tells(clause: Clause, act: Act | None) -> bool:
    """True where a clause bears the signs of the act."""
    signs = _TELLING.get(act, frozenset()) if act else frozenset()
    return clause.mood in signs or not signs.isdisjoint(clause.does | clause.is_ | clause.deals)


def _subject(aim: Aim, root: int) -> Codes:
    """Who a clause's subject is or belongs to; in the passive the agent."""
    agents = [p for a in aim.body.dependents(root, "agent") for p in aim.body.dependents(a, "pobj")]
    found = own_subject(aim.body, root)
    return aim.doers(agents) or (NONE if found is None else aim.referents.doers(found, aim.own))


def _arguments(body: Body, root: int) -> list[int]:
    """Heads of the objects of a clause's verbs and of their prepositions."""
    verbs = [root, *body.dependents(root, "xcomp", "acomp", "attr", "conj")]
    verbs += [x for v in verbs[1:] for x in body.dependents(v, "xcomp")]
    direct = [c for v in verbs for c in body.dependents(v, "dobj", "dative")]
    verbs += [c for d in direct for c in body.dependents(d, "acl") if body.tags[c] == "VBN"]
    direct += [x for c in body.dependents(root, "ccomp") if is_infinitive(body, c) for x in body.dependents(c, "nsubj")]
    prepositions = [c for v in (*verbs, *direct) for c in body.dependents(v, "prep", "dative")]
    objects = [p for c in prepositions for p in body.dependents(c, "pobj")]
    deeper = [p for o in objects for c in body.dependents(o, "prep") if body.lower[c] == "with" for p in body.dependents(c, "pobj")]
    return [*direct, *objects, *deeper]
