"""Where the arguments of a verb or noun stand: subject, objects, what its prepositions govern. Heads of noun phrases, as token indices."""

from collections import defaultdict
from typing import NamedTuple

from communique.extract.tree import RELATIVES, is_infinitive, own_subject
from communique.extract.undertakings import holder_of
from communique.model import Body

Heads = tuple[int, ...]
_CLAUSES = ("ccomp", "xcomp")
_OWNERS = ("poss", "amod", "compound", "nmod")


class Slots(NamedTuple):
    """The arguments of one word.

    places   heads by the name of their place: "subject", "object", "dative", "clause", "owner", a preposition
    passive  True where a verb is passive
    """

    places: dict[str, Heads]
    passive: bool = False

    def first(self, names: tuple[str, ...]) -> Heads:
        """The heads in the first of the places that is filled."""
        return next((self.places[name] for name in names if self.places.get(name)), ())


def is_passive(body: Body, verb: int) -> bool:
    """ "was seized"; "seized by" behind a noun; the second of two such verbs."""
    if body.dependents(verb, "auxpass", "nsubjpass"):
        return True
    if body.tags[verb] != "VBN" or body.dependents(verb, "aux", "nsubj"):
        return False
    head = body.heads[verb]
    return body.deps[verb] == "acl" or bool(body.dependents(verb, "agent")) or (body.deps[verb] == "conj" and is_passive(body, head))


def slots_of_verb(body: Body, verb: int) -> Slots:
    """The arguments of a verb, those it shares with another verb or takes from the noun it describes among them."""
    passive, objects = is_passive(body, verb), _objects(body, verb)
    places: defaultdict[str, list[int]] = defaultdict(list)
    holder = holder_of(body, verb)
    holder = _after_title(body, verb, _over_adverb(body, verb) if holder is None else holder)
    if passive:
        patient = own_subject(body, verb)
        patient = _meant(body, verb, patient) if patient is not None else holder
        places["object"] += [patient] if patient is not None else []
        places["dative"] += objects if patient is not None else []
        places["subject"] += [p for a in body.dependents(verb, "agent") for p in body.dependents(a, "pobj")]
        places["retained"] += objects
    else:
        places["subject"] += [holder, *companions(body, holder)] if holder is not None else []
        places["object"] += objects
        places["dative"] += _datives(body, verb)
    beside = tuple(m for o in objects for m in _beside(body, o) if body.tags[m] in ("NN", "NNS"))
    patients = places["object"] if passive and places["subject"] else ()
    for at in (verb, *objects, *patients, *beside, *body.dependents(verb, "prt", "advmod")):
        _add_prepositions(body, at, places)
    places["clause"] += [s for c in body.dependents(verb, *_CLAUSES) if (s := own_subject(body, c)) is not None]
    return Slots({name: tuple(dict.fromkeys(heads)) for name, heads in places.items()}, passive)


def companions(body: Body, head: int) -> list[int]:
    """Those who act with the subject: "Ruritania, together with Graustark,"."""
    preps = [
        c for c in body.dependents(head, "prep") if c > head and body.lower[c] == "with" and body.lower[c - 1] in ("together", "along")
    ]
    return [p for c in preps for p in body.dependents(c, "pobj")]


def _over_adverb(body: Body, verb: int) -> int | None:
    """The subject of a gerund that hangs on an adverb: "they stopped short of seizing it"."""
    prep = body.heads[verb]
    word = body.heads[prep]
    is_gerund = body.deps[verb] == "pcomp" and body.deps[word] in ("advmod", "acomp")
    return own_subject(body, body.heads[word]) if is_gerund else None


def _after_title(body: Body, verb: int, subject: int | None) -> int | None:
    """The names behind a plural title that the parser takes for a subject of its own: "Presidents A and B spoke"."""
    second = next((s for s in body.dependents(verb, "nsubj") if subject is not None and body.lefts[s] == subject + 1), None)
    is_title = second is not None and subject is not None and body.tags[subject] == "NNS" and body.tags[second] == "NNP"
    return second if is_title else subject


def slots_of_noun(body: Body, noun: int) -> Slots:
    """The arguments of a noun: whose it is, what its prepositions govern, the agent of a participle behind it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    places["owner"] += [t for t in range(body.lefts[noun], noun) if _owns(body, t, noun)]
    _add_prepositions(body, noun, places)
    for participle in body.dependents(noun, "acl"):
        places["by"] += [p for a in body.dependents(participle, "agent") for p in body.dependents(a, "pobj")]
    for head in (*places.get("of", ()), *places.get("by", ())):  # "the arrest of a bishop by police", wherever the parser has hung it
        places["by"] += [p for c in body.dependents(head, "prep") if body.lower[c] == "by" for p in body.dependents(c, "pobj")]
        places["against"] += [p for c in body.dependents(head, "prep") if body.lower[c] == "against" for p in body.dependents(c, "pobj")]
    clauses = body.dependents(noun, "acl", "ccomp", "relcl")
    places["that"] += [s for c in clauses if body.dependents(c, "mark") and (s := own_subject(body, c)) is not None]
    return Slots({name: tuple(dict.fromkeys(heads)) for name, heads in places.items()})


def _objects(body: Body, verb: int) -> Heads:
    """A verb's objects: its own, the noun it describes ("the ban that they imposed"), that of a verb beside it."""
    own = tuple(_meant(body, verb, o) for o in body.dependents(verb, "dobj"))
    if own:
        return own
    if body.dependents(verb, "prt") and (beside := tuple(o for o in body.dependents(verb, "oprd") if body.tags[o].startswith("NN"))):
        return beside  # called up militias
    raised = tuple(s for c in body.dependents(verb, "ccomp") if is_infinitive(body, c) and (s := own_subject(body, c)) is not None)
    if raised:
        return raised  # declared a state of siege to begin at midnight
    subject = own_subject(body, verb)
    under = any(body.lower[p] in RELATIVES for c in body.dependents(verb, "prep") for p in body.dependents(c, "pobj"))
    if (
        body.deps[verb] == "relcl"
        and not under
        and subject is not None
        and body.lower[subject] not in RELATIVES
        and not is_passive(body, verb)
    ):
        return (body.heads[verb],)
    shared = (o for c in body.dependents(verb, "conj") if c > verb for o in body.dependents(c, "dobj"))
    return tuple(shared)[:1] if not body.dependents(verb, "prep", *_CLAUSES) else ()


def _meant(body: Body, verb: int, head: int) -> int:
    """What a relative pronoun goes back to."""
    return body.heads[verb] if body.lower[head] in RELATIVES and body.deps[verb] in ("relcl", "acl") else head


def _datives(body: Body, verb: int) -> list[int]:
    found: list[int] = []
    for child in body.dependents(verb, "dative"):
        found += body.dependents(child, "pobj") if body.tags[child] in ("IN", "TO") else (child,)
    return found


def _owns(body: Body, token: int, noun: int) -> bool:
    """True for what stands before a noun and says whose it is: "the joint Czech-Danish raid", "Ruritania's raid"."""
    is_direct = True
    while token != noun:
        if body.deps[token] not in (*_OWNERS, "conj", "npadvmod", "advmod", "det") or not body.lefts[noun] <= token <= noun:
            return False
        if body.deps[token] == "poss":
            return is_direct and body.heads[token] == noun  # of "the U.S. president's raid" the president
        is_direct = is_direct and body.deps[token] == "conj"
        token = body.heads[token]
    return True


def _beside(body: Body, head: int) -> Heads:
    return tuple(m for c in body.dependents(head, "conj") for m in (c, *_beside(body, c)))


def _add_prepositions(body: Body, at: int, places: defaultdict[str, list[int]]) -> None:
    """What prepositions behind a word govern, under their own names; "out of" under both words."""
    for prep in body.children[at]:
        if body.deps[prep] not in ("prep", "agent", "dative", "prt") or (prep < at and body.deps[prep] != "prep"):
            continue
        name = body.lower[prep]
        places[name] += body.dependents(prep, "pobj")
        for second in body.dependents(prep, "prep"):
            places[f"{name} {body.lower[second]}"] += body.dependents(second, "pobj")
            places[body.lower[second]] += body.dependents(second, "pobj")
