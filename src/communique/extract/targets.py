"""At whom a statement is directed, or on whom it passes judgement: countries and organisations of states."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.extract.referents import NONE, Codes, Referents, content_ranges, own_codes, referents_of
from communique.extract.signs import Clause, clauses_of, sign_index
from communique.extract.tree import is_verb, own_subject
from communique.lexicon import Lexicon
from communique.model import Act, Body, Mention, Said, Span


class Aim(NamedTuple):
    """A statement as the finders of targets see it: its clauses, the codes its speaker speaks for, who is meant where."""

    said: Said
    clauses: tuple[Clause, ...]
    own: Codes
    referents: Referents
    performed: dict[str, Act]

    @property
    def body(self) -> Body:
        """The parsed body."""
        return self.referents.body

    def others(self, codes: Codes) -> Codes:
        """The codes that are not the speaker's."""
        return codes - self.own


Finder = Callable[[Aim], Codes]


def hearer(aim: Aim) -> Codes:
    """Who is told: told [Ruritania] that ..."""
    return _of_span(aim, aim.said.attribution.addressee)


def phrase(aim: Aim) -> Codes:
    """Whose deed or thing a noun phrase names, or who it is: condemned [the Ruritanian raid], accused [Ruritania of ...]."""
    return _union(aim.referents.doers(c.root, aim.own) for c in aim.clauses[:1] if not is_verb(aim.body, c.root))


def subject(aim: Aim) -> Codes:
    """Who does what the clauses tell, or whose it is: [Ruritania] has broken the truce; [its raid] was a crime; never the speaker's side."""
    return _union(found for c in aim.clauses if (found := _subject(aim, c.root)).isdisjoint(aim.own))


def partner(aim: Aim) -> Codes:
    """With whom the speaker's side is or does something: [Ruritania] and our country are true friends."""
    return _union(_subject(aim, c.root) for c in aim.clauses if c.who == "both")


def judged(aim: Aim) -> Codes:
    """Whose deed the speaker's own side rejects, regrets, likes, lifts: we are not happy with [the Ruritanian raid]."""
    performing = [c.root for c in aim.clauses if aim.body.tags[c.root] != "VBD" and aim.body.lower[c.root] in aim.performed]
    own = [c for c in aim.clauses if (c.mood != "past" or c.root in performing) and (c.who in ("own", "both") or c.who in aim.referents.words["pronouns"])]
    return _union(aim.referents.doers(t, aim.own) or aim.referents.of(t, aim.own) for c in own for t in _arguments(aim.body, c.root))


def receiver(aim: Aim) -> Codes:
    """Whom the deed in the clauses touches: will strike [Ruritania], will work with [Ruritania]."""
    return _union(aim.referents.of(t, aim.own) for c in aim.clauses for t in _arguments(aim.body, c.root))


def pair(aim: Aim) -> Codes:
    """Both sides, or the other of two: what [the two sides] need to do; our [bilateral] relations."""
    return _union(aim.referents.sides(t, aim.own) for r in content_ranges(aim.body, aim.said) for t in range(*r))


def asked(aim: Aim) -> Codes:
    """Of whom something is wanted: a surrender by [Ruritania], guarantees from [Ruritania]."""
    body = aim.body
    found = (t for r in content_ranges(body, aim.said) for t in range(*r) if body.lower[t] in ("by", "from") and body.deps[t] in ("prep", "agent"))
    return _union(aim.referents.of(p, aim.own) for t in found for p in body.dependents(t, "pobj"))


def predicate(aim: Aim) -> Codes:
    """Whose it is said to be: the crash was [Ruritania's] doing."""
    found = (p for c in aim.clauses for p in aim.body.dependents(c.root, "attr"))
    return _union(aim.referents.doers(p, aim.own) for p in found)


def only_one(aim: Aim) -> Codes:
    """The one other state that the content names."""
    ranges = content_ranges(aim.body, aim.said)
    found = aim.others(frozenset(aim.referents.codes[t] for r in ranges for t in range(*r) if t in aim.referents.codes))
    return found if len(found) == 1 else NONE


_FINDERS: dict[Act, tuple[Finder, ...]] = {
    "accuse": (phrase, subject, predicate),
    "condemn": (phrase, judged, subject),
    "praise": (phrase, partner, subject, pair),
    "accept": (phrase, judged, subject),
    "reject": (phrase, judged, subject),
    "deny": (phrase,),
    "demand": (hearer, phrase, subject, judged, asked, pair),
    "request": (hearer, phrase, subject, judged, pair),
    "propose": (hearer, phrase, subject, receiver, pair),
    "promise": (hearer, receiver, pair),
    "threaten": (hearer, phrase, receiver),
    "warn": (hearer, phrase),
    "thank": (hearer, phrase, receiver),
    "congratulate": (hearer, phrase, receiver),
    "condole": (hearer, phrase, receiver),
    "apologize": (hearer, phrase, receiver),
}  # fmt: skip


def find_targets(body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Codes of the targets of each statement, in the order given."""
    referents = referents_of(body, mentions, lexicon)
    last: dict[Codes, Codes] = {}
    accusers: dict[str, Codes] = {}
    found = []
    for one in said:
        own = own_codes(one)
        codes = _targets(one, referents, lexicon)
        if not codes and one.attribution.act in BEFORE: codes = last.get(own, NONE); LOG.append((one,codes)) if codes else 0
        if not codes and one.attribution.act in ("deny",): codes = frozenset(c for o in own for c in accusers.get(o, NONE)) - own
        if one.attribution.act in ("accuse", "condemn", "threaten", "demand"): accusers.update(dict.fromkeys(codes, own))
        if codes and own:
            last[own] = codes
        found.append(tuple(sorted(codes)))
    return tuple(found)


BEFORE = {'accuse', 'threaten', 'warn'}
ONLY = {'condemn', 'reject', 'promise'}
LOG = []


def _targets(said: Said, referents: Referents, lexicon: Lexicon) -> Codes:
    act = said.attribution.act
    finders = _FINDERS.get(act, ()) if act else ()
    if not finders:
        return NONE
    own = own_codes(said)
    clauses = clauses_of(content_ranges(referents.body, said), own, referents, sign_index(lexicon))
    aim = Aim(said, clauses, own, referents, sign_index(lexicon).performed)
    if act in ONLY: finders = (*finders, only_one)
    return next((found for finder in finders if (found := aim.others(finder(aim)))), NONE)


def _union(found: Iterator[Codes]) -> Codes:
    return frozenset(code for codes in found for code in codes)


def _of_span(aim: Aim, span: Span | None) -> Codes:
    """Those a mention stands for."""
    if span is None:
        return NONE
    tokens = [t for t in range(len(aim.body)) if span.start <= aim.body.starts[t] < span.end]
    return _union(aim.referents.of(t, aim.own) for t in tokens if aim.body.heads[t] not in tokens)


def _subject(aim: Aim, root: int) -> Codes:
    """Who a clause's subject is or belongs to; in the passive the agent."""
    agents = [p for a in aim.body.dependents(root, "agent") for p in aim.body.dependents(a, "pobj")]
    found = own_subject(aim.body, root)
    codes = _union(aim.referents.doers(t, aim.own) for t in agents)
    return codes or (NONE if found is None else aim.referents.doers(found, aim.own))


def _arguments(body: Body, root: int) -> list[int]:
    """Heads of the objects of a clause's verbs and of their prepositions."""
    verbs = [root, *body.dependents(root, "xcomp", "acomp", "attr", "conj")]
    verbs += [x for v in verbs[1:] for x in body.dependents(v, "xcomp")]
    direct = [c for v in verbs for c in body.dependents(v, "dobj", "dative")]
    verbs += [c for d in direct for c in body.dependents(d, "acl")]
    direct += [x for c in body.dependents(root, "ccomp") if _is_infinitive(body, c) for x in body.dependents(c, "nsubj")]
    prepositions = [c for v in (*verbs, *direct) for c in body.dependents(v, "prep", "dative")]
    return [*direct, *(p for c in prepositions for p in body.dependents(c, "pobj"))]


def _is_infinitive(body: Body, verb: int) -> bool:
    return any(body.tags[c] == "TO" for c in body.dependents(verb, "aux"))
