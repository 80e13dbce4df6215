"""The words that show or turn a stance, found in a body, and what each of them takes."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.extract.tree import SUBJECTS, is_complementizer, own_subject
from communique.lexicon import Lexicon, StanceWord
from communique.lexicon.inflection import forms_of
from communique.model import Body

_TAGS = {"verb": ("VB",), "noun": ("NN",), "adjective": ("JJ", "VBN", "IN", "RB", "NN")}
_OF = frozenset({"of", "to", "on", "for", "against", "from", "with"})
Forms = dict[str, tuple[tuple[StanceWord, tuple[str, ...]], ...]]


class Stancer(NamedTuple):
    """A stance word in a body: its entry, its head, its last token (the preposition of "call for"; else the head)."""

    word: StanceWord
    head: int
    last: int

    @property
    def turn(self) -> int:
        """What becomes of a stance on the way from the word to what it takes: 1 stays, -1 is turned round."""
        return -1 if self.word.effect in ("against", "ends", "refuses", "bad") else 1


@cache
def _forms(lexicon: Lexicon) -> Forms:
    forms: dict[str, list[tuple[StanceWord, tuple[str, ...]]]] = defaultdict(list)
    for word in lexicon.stances:
        rest = tuple(word.lemma.split()[1:])
        for form in forms_of(word.lemma, word.pos, word.forms):
            forms[form].append((word, rest))
    return {form: tuple(sorted(found, key=lambda f: -len(f[1]))) for form, found in forms.items()}


def _last(body: Body, head: int, rest: tuple[str, ...]) -> int | None:
    """Where the further words end: right behind the head, or one of them hung on it; None where they are not there."""
    if body.lower[head + 1 : head + 1 + len(rest)] == rest:
        return head + len(rest)
    if not rest:
        return head
    before = head + len(rest) - 1
    if body.lower[head + 1 : before + 1] != rest[:-1]:
        return None
    hung = (c for t in {head, before} for c in body.children[t] if c > before and body.lower[c] == rest[-1])
    return next((c for c in hung if body.deps[c] in ("prep", "prt", "dative")), None)


def stancer_at(body: Body, token: int, lexicon: Lexicon) -> Stancer | None:
    """The stance word at a token, the longest that fits; None where there is none."""
    for word, rest in _forms(lexicon).get(body.lower[token], ()):
        if not body.tags[token].startswith(_TAGS[word.pos]):
            continue
        last = _last(body, token, rest)
        if last is not None:
            return Stancer(word, token, last)
    return None


def stancers(body: Body, lexicon: Lexicon) -> dict[int, Stancer]:
    """All stance words of a body, by head."""
    forms = _forms(lexicon)
    found = (stancer_at(body, t, lexicon) for t, form in enumerate(body.lower) if form in forms)
    return {one.head: one for one in found if one is not None}


def is_infinitive(body: Body, verb: int) -> bool:
    """True for "to leave", "not to leave", "to be lifted"."""
    return any(body.tags[c] == "TO" for c in body.dependents(verb, "aux"))


def is_passive(body: Body, verb: int) -> bool:
    """True for "was lifted" and "lifted by"."""
    return bool(body.dependents(verb, "auxpass", "nsubjpass")) or (body.tags[verb] == "VBN" and bool(body.dependents(verb, "agent")))


def taken(body: Body, stancer: Stancer) -> int | None:
    """Head of what a stance word takes: a noun, or the verb of a clause; None where it takes nothing."""
    ways = {"verb": _by_verb, "noun": _by_noun, "adjective": _by_adjective}
    return next(ways[stancer.word.pos](body, stancer), None)


def clauses_of(body: Body, head: int, last: int | None = None) -> Iterator[int]:
    """Infinitives that complete a word, hung on it or on its object, in the order of the text; `last` is its preposition."""
    owners = (head, *body.dependents(head, "dobj"), *(body.dependents(last, "pobj") if last not in (None, head) else ()))
    hung = {c for o in owners for c in body.dependents(o, "xcomp", "ccomp", "advcl", "acl", "relcl")}
    yield from sorted(c for c in hung if c > head and is_infinitive(body, c))


def _by_verb(body: Body, stancer: Stancer) -> Iterator[int]:
    head, last, takes = stancer.head, stancer.last, stancer.word.takes
    if "addressee" in takes or "infinitive" in takes:
        yield from (c for c in clauses_of(body, head, last) if "infinitive" in takes or has_addressee(body, stancer, c))
    yield from _blamed_for(body, stancer)
    if "clause" in takes:
        yield from (c for c in body.dependents(head, "ccomp") if c > last)
    if "object" not in takes:
        return
    if last != head:
        yield from _by_last(body, last)
        yield from body.dependents(head, "nsubjpass")
        yield from _left_out(body, head)
        yield from (body.dependents(head, "dobj") if body.tags[last].startswith("NN") else ())
        return
    yield from _asked_for(body, head)
    yield from body.dependents(head, "nsubjpass")
    if is_passive(body, head) and body.deps[head] == "conj":
        yield from body.dependents(body.heads[head], "nsubjpass")
    yield from (_antecedent_of_object(body, head, c) for c in body.dependents(head, "dobj", "oprd"))
    yield from (c for c in body.dependents(head, "xcomp", "ccomp") if c > head and body.tags[c] == "VBG")
    yield from _left_out(body, head)
    yield from (o for c in body.dependents(head, "conj") if not body.dependents(head, "dobj") for o in body.dependents(c, "dobj"))


def has_addressee(body: Body, stancer: Stancer, clause: int) -> bool:
    """True where somebody else than the subject is to do it: urged [Ruritania] to leave."""
    return any(stancer.head < t < clause and body.tags[t].startswith(("NN", "PRP", "DT", "CD")) for t in range(stancer.head, clause))


def _blamed_for(body: Body, stancer: Stancer) -> Iterator[int]:
    """What somebody is criticised, praised, accused for: criticized Ruritania for [sending ships]."""
    objects = body.dependents(stancer.head, "dobj", "nsubjpass") if stancer.last == stancer.head else ()
    if not objects or not body.tags[objects[0]].startswith(("NNP", "PRP")):
        return
    for owner in (stancer.head, *objects):
        for prep in body.dependents(owner, "prep"):
            if prep > stancer.head and body.lower[prep] in ("for", "of", "over"):
                yield from body.dependents(prep, "pcomp", "pobj")


def _antecedent_of_object(body: Body, verb: int, found: int) -> int:
    """The noun a relative pronoun stands for: a border [which] it does not recognize."""
    relative = body.tags[found] in ("WDT", "WP") or (body.lower[found] == "that" and found < verb)
    return body.heads[verb] if relative and body.deps[verb] == "relcl" else found


def _left_out(body: Body, verb: int) -> Iterator[int]:
    """The noun a clause describes that has no object of its own: measures it opposes, a move condemned by both."""
    described = body.deps[verb] == "relcl" or (body.deps[verb] == "acl" and body.tags[verb] == "VBN")
    if described and body.tags[body.heads[verb]].startswith("NN"):
        yield body.heads[verb]


def _by_last(body: Body, last: int) -> Iterator[int]:
    """The object of a phrase's preposition: call for [talks], against [leaving], for the embargo to be [lifted]."""
    yield from _done_to(body, last)
    yield from body.dependents(last, "pobj", "pcomp")
    if body.deps[last] == "mark":
        yield body.heads[last]
    if body.deps[last] == "prt":
        yield from (c for c in body.dependents(body.heads[last], "dobj", "xcomp") if c > last)


def _done_to(body: Body, preposition: int) -> Iterator[int]:
    """What is to be done to the object of "for": a call for the ban to be [lifted], wherever the parser hung it."""
    for thing in body.dependents(preposition, "pobj") if body.lower[preposition] == "for" else ():
        verb = body.rights[thing] + 3
        if body.lower[verb - 2 : verb] == ("to", "be") and body.tags[verb : verb + 1] == ("VBN",):
            yield verb


def _asked_for(body: Body, verb: int) -> Iterator[int]:
    """The object of "for" that a passive infinitive right behind it is about: a call for [the ban] to be lifted."""
    if body.lower[verb - 2 : verb] != ("to", "be"):
        return
    thing = verb - 3
    while body.rights[thing] == verb - 3 and body.heads[thing] < thing and not _is_of_for(body, thing):
        thing = body.heads[thing]
    if _is_of_for(body, thing) and body.rights[thing] == verb - 3:
        yield thing


def _is_of_for(body: Body, token: int) -> bool:
    return body.deps[token] == "pobj" and body.lower[body.heads[token]] == "for"


def _by_noun(body: Body, stancer: Stancer) -> Iterator[int]:
    head, last = stancer.head, stancer.last
    if last != head:
        yield from _by_last(body, last)
    for child in body.children[head]:
        if child > head and body.deps[child] in ("acl", "relcl", "ccomp") and _completes(body, child):
            yield child
        if child > head and body.deps[child] == "prep" and body.lower[child] in _OF:
            yield from _done_to(body, child)
            yield from body.dependents(child, "pobj", "pcomp")
    if stancer.word.effect == "ends":
        yield from body.dependents(head, "poss", "compound")
    yield from _hung_higher(body, head)


def _hung_higher(body: Body, noun: int) -> Iterator[int]:
    """What the parser hung on the verb although it completes the object: demand an end [to the raids], reject calls [to leave]."""
    if body.deps[noun] not in ("dobj", "pobj"):
        return
    end = body.rights[noun] + 1
    for child in (c for c in body.children[body.heads[noun]] if body.lefts[c] == end):
        if body.deps[child] in ("prep", "dative") and body.lower[child] in _OF:
            yield from body.dependents(child, "pobj", "pcomp")
        if body.deps[child] in ("xcomp", "advcl", "ccomp") and is_infinitive(body, child):
            yield child


def _completes(body: Body, clause: int) -> bool:
    """True for "to lift", "condemning", "that the embargo be lifted", not for "that he made"."""
    if is_infinitive(body, clause) or body.tags[clause] == "VBG":
        return True
    that = body.lefts[clause]
    if body.deps[clause] == "relcl" and body.tags[that] == "WDT":
        return own_subject(body, clause) == that  # a resolution that calls for
    return body.lower[that] == "that" and is_complementizer(body, clause, that)


def _by_adjective(body: Body, stancer: Stancer) -> Iterator[int]:
    if stancer.last != stancer.head or body.tags[stancer.head] == "IN":
        yield from _by_last(body, stancer.last)
    if "infinitive" in stancer.word.takes:
        yield from (c for c in body.dependents(stancer.head, "xcomp", "ccomp", "acl", "advcl") if is_infinitive(body, c))


def subject_of(body: Body, verb: int) -> int | None:
    """Who does it, as the tree has it: the verb's subject or agent, that of the verb it is hung on, or the noun it describes."""
    seen = 0
    while seen < 6:
        seen += 1
        if is_passive(body, verb):
            return next((p for a in body.dependents(verb, "agent") for p in body.dependents(a, "pobj")), None)
        owners = (verb, *body.dependents(verb, "aux"))
        own = next((c for o in owners for c in body.dependents(o, *SUBJECTS) if body.deps[c] != "nsubjpass"), None)
        if own is not None:
            return _antecedent(body, verb, own)
        head = body.heads[verb]
        if head == verb:
            return None
        if body.deps[verb] in ("acl", "relcl") and body.tags[head].startswith(("NN", "PRP")):
            return head
        while body.tags[verb] == "VBG" and not body.tags[head].startswith("VB") and body.heads[head] != head:
            head = body.heads[head]  # in solidarity with them in calling for
        if not body.tags[head].startswith("VB"):
            return None
        verb = head
    return None


def _antecedent(body: Body, verb: int, subject: int) -> int:
    """The noun a relative pronoun stands for."""
    return body.heads[verb] if body.tags[subject] in ("WDT", "WP") and body.deps[verb] == "relcl" else subject
