"""What the clauses of a statement's content show about its act: who is the subject, which mood, which classes of words in which place."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.extract.referents import Codes, Referents
from communique.extract.tree import is_verb, own_subject
from communique.lexicon import Lexicon
from communique.lexicon.inflection import forms_of
from communique.model import Act, Body, Range

_TAGS = {"verb": ("VB",), "noun": ("NN",), "adjective": ("JJ", "VBN", "VBG"), "phrase": ("",)}
_FUTURE = frozenset({"will", "would", "shall", "'ll", "'d", "wo"})
_DUTY = frozenset({"must", "should", "need", "ought"})
_CHANCE = frozenset({"could", "can", "may", "might", "ca"})


class SignIndex(NamedTuple):
    """First word of a form -> the words that must follow, the tags it may bear, and its class; forms of cue verbs -> what is done by them."""

    first: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]
    performed: dict[str, Act]

    def at(self, body: Body, token: int) -> Iterator[str]:
        """The classes that begin at a token."""
        for rest, tags, name in self.first.get(body.lower[token], ()):
            if body.lower[token + 1 : token + 1 + len(rest)] == rest and body.tags[token].startswith(tags):
                yield name


@cache
def sign_index(lexicon: Lexicon) -> SignIndex:
    """The lexicon's sign words by form."""
    first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = defaultdict(list)
    for entry in lexicon.signs:
        for word in entry.words:
            rest = tuple(word.split()[1:])
            for form in forms_of(word, entry.pos):
                first[form].append((rest, _TAGS[entry.pos], entry.name))
        for form in entry.forms:
            first[form].append(((), _TAGS[entry.pos], entry.name))
    return SignIndex({form: tuple(dict.fromkeys(found)) for form, found in first.items()}, _performed(lexicon))


def _performed(lexicon: Lexicon) -> dict[str, Act]:
    """What "we urge", "we reject" does: the act of the cue verb, where it has but one."""
    acts: dict[str, set[Act]] = defaultdict(set)
    for cue in lexicon.cues:
        if cue.pos == "verb" and " " not in cue.lemma and cue.act and cue.kind == "speech":
            for form in forms_of(cue.lemma, cue.pos, cue.forms):
                acts[form].add(cue.act)
    return {form: next(iter(found)) for form, found in acts.items() if len(found) == 1}


class Clause(NamedTuple):
    """One clause of the content.

    root       its head
    who        its subject: own (the speaker's side), other (another country), you, the pronoun, name, thing, none
    mood       past, present, progressive, perfect, future, duty, chance, imperative, infinitive, nominal
    negated    "will not", "never", "no project can"
    does       classes of its verb, and of the infinitive the verb opens
    is_        classes of its predicate ("is a crime", "as a crime"); of a noun phrase, classes of its noun and adjectives
    deals      classes of its objects
    has        classes of all its words
    """

    root: int
    who: str
    mood: str
    negated: bool
    does: frozenset[str]
    is_: frozenset[str]
    deals: frozenset[str]
    has: frozenset[str]


def clauses_of(ranges: tuple[Range, ...], own: Codes, referents: Referents, index: SignIndex) -> tuple[Clause, ...]:
    """The clauses of a content in order: one for each stretch of a sentence, and what it holds true ("we know that ...")."""
    return tuple(_clause(root, span, own, referents, index) for root, span in _with_inner(referents, ranges))


def _with_inner(referents: Referents, ranges: tuple[Range, ...]) -> Iterator[tuple[int, Range]]:
    body = referents.body
    for root, span in _roots(body, ranges):
        yield root, span
        holding = [t for t in (root, *body.dependents(root, "acomp", "attr")) if body.lower[t] in referents.words["holding_true"]]
        for inner in (c for t in holding for c in body.dependents(t, "ccomp", "acl", "advcl")):
            if is_verb(body, inner) and span[0] <= inner < span[1]:
                yield inner, span


def _roots(body: Body, ranges: tuple[Range, ...]) -> Iterator[tuple[int, Range]]:
    """The head of each stretch of a sentence in the content, a verb where there is one, and the stretch."""
    for first, end in ranges:
        heads = [t for t in range(first, end) if not first <= body.heads[t] < end or body.heads[t] == t]
        for number in dict.fromkeys(body.sentence_of[t] for t in heads):
            here = [t for t in heads if body.sentence_of[t] == number]
            low, high = body.sentences[number]
            root = max([t for t in here if is_verb(body, t)] or here, key=lambda t: body.rights[t] - body.lefts[t])
            yield root, (max(first, low), min(end, high))


def _clause(root: int, span: Range, own: Codes, referents: Referents, index: SignIndex) -> Clause:
    body = referents.body
    verbs, predicate, objects = _places(referents, root)
    classes = lambda tokens: frozenset(name for t in tokens if span[0] <= t < span[1] for name in index.at(body, t))  # noqa: E731
    who = _subject(root, own, referents)
    return Clause(
        root, who, mood_of(body, root), is_negated(body, root), classes(verbs), classes(predicate), classes(objects), classes(range(*span))
    )


def _places(referents: Referents, root: int) -> tuple[list[int], list[int], list[int]]:
    """Tokens of verb, predicate and objects."""
    body = referents.body
    if not is_verb(body, root):
        inner = _within(body, [root])
        return [], [root, *body.dependents(root, "amod", "compound", "acl"), *_as(body, inner)], _phrases(body, [root])
    verbs = [root, *body.dependents(root, "xcomp", "prt", "conj")]
    verbs += [x for v in body.dependents(root, "xcomp", "acomp", "attr", "oprd") for x in body.dependents(v, "xcomp", "conj")]
    predicate = _within(body, [c for v in verbs for c in body.dependents(v, "acomp", "attr", "oprd", "neg")])
    objects = _phrases(body, verbs)
    amounting = [v for v in verbs if body.lower[v] in referents.words["amounting"]]
    return verbs, [*predicate, *_as(body, verbs), *_phrases(body, amounting)], objects


def _phrases(body: Body, heads: list[int]) -> list[int]:
    """Objects of verbs and of their prepositions, with adjectives, compounds and what is coordinated."""
    direct = [c for h in heads for c in body.dependents(h, "dobj", "dative")]
    prepositions = [c for h in heads for c in body.dependents(h, "prep", "agent")]
    return [*prepositions, *_within(body, [*direct, *(p for c in prepositions for p in body.dependents(c, "pobj", "pcomp"))])]


def _as(body: Body, heads: list[int]) -> list[int]:
    """What something is described "as"."""
    return _within(body, [x for h in heads for c in body.dependents(h, "prep", "advcl") if body.lower[c] == "as" for x in body.children[c]])


def _within(body: Body, heads: list[int]) -> list[int]:
    """Heads of phrases with their adjectives, compounds and coordinated words."""
    return [*heads, *(x for h in heads for x in body.dependents(h, "amod", "conj", "compound", "advmod", "acomp"))]


def is_negated(body: Body, verb: int) -> bool:
    """ "will not", "never", "no project can", "is no way"."""
    if body.dependents(verb, "neg"):
        return True
    return any(body.lower[c] == "no" for child in body.dependents(verb, "nsubj", "attr", "dobj") for c in body.dependents(child, "det"))


def mood_of(body: Body, root: int) -> str:
    """The mood, or tense, of a clause; "nominal" for a noun phrase."""
    if not is_verb(body, root):
        return "nominal"
    aux = {body.lower[c] for c in body.dependents(root, "aux", "auxpass")} | {body.lower[root]}
    for mood, words in (("duty", _DUTY), ("future", _FUTURE), ("chance", _CHANCE)):
        if aux & words:
            return mood
    if body.lower[root] in ("have", "has", "had", "need", "needs", "needed") and _opens_infinitive(body, root):
        return "duty"
    if body.lower[root] in ("going", "set", "about") and _opens_infinitive(body, root):
        return "future"
    if body.tags[root] == "VB" and own_subject(body, root) is None:
        return "infinitive" if "to" in aux else "imperative"
    if body.tags[root] == "VBN" and aux & {"has", "have", "had", "'ve"}:
        return "perfect"
    return {"VBD": "past", "VBN": "past", "VBG": "progressive"}.get(body.tags[root], "present")


def _opens_infinitive(body: Body, verb: int) -> bool:
    return any(body.tags[c] == "TO" for x in body.dependents(verb, "xcomp") for c in body.dependents(x, "aux"))


def _subject(root: int, own: Codes, referents: Referents) -> str:
    body = referents.body
    subject = own_subject(body, root)
    if subject is None:
        return "none"
    word = body.lower[subject]
    if word in ("we", "i"):
        return "own"
    codes = referents.of(subject, own)
    if codes:
        return "own" if codes & own else "other"
    if word in referents.words["pronouns"] or word in ("you", "there", "this", "that"):
        return word
    return "name" if body.tags[subject].startswith("NNP") else "thing"
