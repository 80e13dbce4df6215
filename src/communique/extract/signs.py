"""What the clauses of a statement's content show about its act: who is the subject, which mood, which classes of words in which place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from communique.extract.referents import Codes, Referents
from communique.extract.tree import is_infinitive, is_verb, own_subject
from communique.lexicon import GroundWords, Lexicon, SignWords
from communique.lexicon.inflection import forms_of
from communique.model import Act, Body, Range

_TAGS = {"verb": ("VB",), "noun": ("NN",), "adjective": ("JJ", "VBN", "VBG"), "phrase": ("",)}
_FUTURE = frozenset({"will", "would", "shall", "'ll", "'d", "wo"})
_MUST = frozenset({"must"})
_SHOULD = frozenset({"should", "need", "ought"})
_CHANCE = frozenset({"could", "can", "may", "might", "ca"})


Name = TypeVar("Name", bound=str)
ByFirst = dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], Name], ...]]


class SignIndex(NamedTuple):
    """Where the lexicon's sign words begin, and what cue verbs do.

    first      first word of a form -> the words that must follow, the tags it may bear, and its class
    performed  forms of cue verbs -> the act done by them
    meant      forms of cue nouns -> the act they stand for: "gratitude"
    """

    first: ByFirst[str]
    performed: dict[str, Act]
    meant: dict[str, Act]

    def at(self, body: Body, token: int) -> Iterator[str]:
        """The classes that begin at a token."""
        for rest, tags, name in self.first.get(body.lower[token], ()):
            if body.lower[token + 1 : token + 1 + len(rest)] == rest and body.tags[token].startswith(tags):
                yield name

    def classes(self, body: Body, tokens: Iterable[int]) -> frozenset[str]:
        """All classes that begin at some tokens."""
        return frozenset(name for token in tokens for name in self.at(body, token))

    def phrases_at(self, body: Body, token: int) -> Iterator[str]:
        """The classes of the phrases that begin at a token."""
        for rest, _, name in self.first.get(body.lower[token], ()):
            if rest and body.lower[token + 1 : token + 1 + len(rest)] == rest:
                yield name


@cache
def sign_index(lexicon: Lexicon) -> SignIndex:
    """The lexicon's sign words by form."""
    return SignIndex(by_first_word((s.name, s) for s in lexicon.signs), _acts_of(lexicon, "verb"), _acts_of(lexicon, "noun"))


def by_first_word(classed: Iterable[tuple[Name, SignWords | GroundWords]]) -> ByFirst[Name]:
    """Words of several classes by the forms of their first word: what must follow, the tags it may bear, the class."""
    first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Name]]] = defaultdict(list)
    for name, entry in classed:
        written = [(form, tuple(word.split()[1:])) for word in entry.words for form in forms_of(word, entry.pos)]
        for form, rest in (*written, *((form, ()) for form in entry.forms)):
            first[form].append((rest, _TAGS[entry.pos], name))
    return {form: tuple(dict.fromkeys(found)) for form, found in first.items()}


def _acts_of(lexicon: Lexicon, pos: str) -> dict[str, Act]:
    """What "we urge", "we reject", "its rejection" does: the act of the cue verb or noun, where it has but one."""
    acts: dict[str, set[Act]] = defaultdict(set)
    for cue in lexicon.cues:
        if cue.pos == pos and " " not in cue.lemma and cue.act and cue.kind == "speech":
            for form in forms_of(cue.lemma, cue.pos, cue.forms):
                acts[form].add(cue.act)
    return {form: next(iter(found)) for form, found in acts.items() if len(found) == 1}


class Clause(NamedTuple):
    """One clause of the content.

    root       its head
    who        its subject: own (the speaker's side), other (another country), both, you, the pronoun, name, thing, none
    mood       past, present, progressive, perfect, future, must, should, obliged ("had to"), chance, imperative, infinitive, nominal, or
               complement ("the raid | a crime")
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
    """The clauses of a content in order: the main ones, what is coordinated with them, and what they hold true ("we know that ...")."""
    body = referents.body
    found = []
    for heads, span in _stretches(body, ranges):
        root = _root(body, heads)
        others = [t for t in heads if t != root and not is_verb(body, root)]
        found += [_clause(t, others, span, own, referents, index) for t in (root, *_joined(referents, root, span))]
    return tuple(found)


def _root(body: Body, heads: list[int]) -> int:
    """A noun that comes first (accused [Ruritania] of ...), else the greatest of the verbs, else the first noun."""
    verbs, nouns = [t for t in heads if is_verb(body, t)], [t for t in heads if body.tags[t][:2] in ("NN", "PR", "CD", "DT")]
    if nouns and body.deps[nouns[0]] in ("dobj", "pobj") and all(nouns[0] < v for v in verbs):
        return nouns[0]
    return max(verbs, key=lambda t: body.rights[t] - body.lefts[t]) if verbs else (nouns or heads)[0]


def _stretches(body: Body, ranges: tuple[Range, ...]) -> Iterator[tuple[list[int], Range]]:
    """Each stretch of a sentence in the content, with those of its tokens whose heads stand outside it."""
    for first, end in ranges:
        heads = [t for t in range(first, end) if not first <= body.heads[t] < end or body.heads[t] == t]
        for number in dict.fromkeys(body.sentence_of[t] for t in heads):
            low, high = body.sentences[number]
            yield [t for t in heads if body.sentence_of[t] == number], (max(first, low), min(end, high))


def _joined(referents: Referents, root: int, span: Range) -> Iterator[int]:
    """Heads of clauses coordinated with a clause, or held true in it."""
    body = referents.body
    holds = [t for t in (root, *body.dependents(root, "acomp", "attr")) if body.lower[t] in referents.words["holding_true"]]
    labels = ("ccomp", "advcl", "acl")
    before = [c for c in body.dependents(root, "ccomp", "advcl") if c < root and not body.dependents(c, "mark")]  # as parsers have it
    beside = [*before, *body.dependents(root, "conj", "parataxis")]
    inner = [c for c in beside if own_subject(body, c) is not None]
    inner += [c for t in ({root, *holds} if holds else ()) for c in body.dependents(t, *labels) if c not in inner]
    for clause in sorted(c for c in inner if is_verb(body, c) and span[0] <= c < span[1]):
        yield clause
        yield from _joined(referents, clause, span)


def _clause(root: int, others: list[int], span: Range, own: Codes, referents: Referents, index: SignIndex) -> Clause:
    body = referents.body
    verbs, predicate, objects = _places(referents, root)
    predicate += _within(body, [x for t in others for x in (t, *body.children[t])])
    does, is_, deals = (index.classes(body, [t for t in tokens if span[0] <= t < span[1]]) for tokens in (verbs, predicate, objects))
    phrases = frozenset(name for t in range(*span) for name in index.phrases_at(body, t))
    who, mood = _subject(root, own, referents), "complement" if others else mood_of(body, root)
    return Clause(root, who, mood, is_negated(body, root), does, is_ | phrases, deals, index.classes(body, range(*span)))


def _places(referents: Referents, root: int) -> tuple[list[int], list[int], list[int]]:
    """Tokens of verb, predicate and objects."""
    body = referents.body
    if not is_verb(body, root):
        inner = _within(body, [root])
        return [], [root, *body.dependents(root, "amod", "compound", "acl"), *_as(body, inner)], _phrases(body, [root])
    verbs = [root, *body.dependents(root, "xcomp", "prt", "conj")]
    verbs += [x for v in body.dependents(root, "xcomp", "acomp", "attr", "oprd") for x in body.dependents(v, "xcomp", "conj")]
    states = [root] if body.tags[root] == "VBN" else []
    predicate = _within(body, [*states, *(c for v in verbs for c in body.dependents(v, "acomp", "attr", "oprd", "neg"))])
    objects = _phrases(body, verbs)
    amounting = [v for v in verbs if body.lower[v] in referents.words["amounting"]]
    return verbs, [*predicate, *_as(body, verbs), *_phrases(body, amounting)], objects


def _phrases(body: Body, heads: list[int]) -> list[int]:
    """Objects of verbs and of their prepositions, with adjectives, compounds and what is coordinated."""
    direct = [c for h in heads for c in body.dependents(h, "dobj", "dative")]
    prepositions = [
        c for h in (*heads, *(a for h in heads for a in body.dependents(h, "acomp"))) for c in body.dependents(h, "prep", "agent")
    ]
    return [*prepositions, *_within(body, [*direct, *(p for c in prepositions for p in body.dependents(c, "pobj", "pcomp"))])]


def _as(body: Body, heads: list[int]) -> list[int]:
    """What something is described "as"."""
    return _within(body, [x for h in heads for c in body.dependents(h, "prep", "advcl") if body.lower[c] == "as" for x in body.children[c]])


def _within(body: Body, heads: list[int]) -> list[int]:
    """Heads of phrases with their adjectives, compounds and coordinated words."""
    parts = [*heads, *(p for h in heads for c in body.dependents(h, "prep") if body.lower[c] == "of" for p in body.dependents(c, "pobj"))]
    return [*parts, *(x for h in parts for x in body.dependents(h, "amod", "conj", "compound", "advmod", "acomp"))]


def is_negated(body: Body, verb: int) -> bool:
    """ "will not", "never", "no project can", "is no way"."""
    if body.dependents(verb, "neg"):
        return True
    return any(
        body.lower[c] == "no"
        for child in body.dependents(verb, "nsubj", "nsubjpass", "attr", "dobj")
        for c in body.dependents(child, "det")
    )


def mood_of(body: Body, root: int) -> str:
    """The mood, or tense, of a clause; "nominal" for a noun phrase."""
    if not is_verb(body, root):
        return "nominal"
    aux = {body.lower[c] for c in body.dependents(root, "aux", "auxpass")} | {body.lower[root]}
    for mood, words in (("must", _MUST), ("should", _SHOULD), ("future", _FUTURE), ("chance", _CHANCE)):
        if aux & words:
            return mood
    if body.lower[root] == "had" and _opens_infinitive(body, root):
        return "obliged"
    if body.lower[root] in ("have", "has", "need", "needs") and _opens_infinitive(body, root) and not _is_pending(body, root):
        return "should" if body.lower[root].startswith("need") else "must"
    if body.lower[root] in ("going", "set", "about") and _opens_infinitive(body, root):
        return "future"
    if body.tags[root] == "VB" and own_subject(body, root) is None:
        return "infinitive" if "to" in aux else "imperative"
    if "did" in aux:
        return "past"
    if body.tags[root] == "VBN" and aux & {"has", "have", "had", "'ve"}:
        return "perfect"
    return {"VBD": "past", "VBN": "past", "VBG": "progressive"}.get(body.tags[root], "present")


def _is_pending(body: Body, verb: int) -> bool:
    """ "Has yet to be built"."""
    return any(body.lower[t] == "yet" for t in range(verb + 1, min(verb + 3, len(body))))


def _opens_infinitive(body: Body, verb: int) -> bool:
    return any(is_infinitive(body, x) for x in body.dependents(verb, "xcomp"))


def _subject(root: int, own: Codes, referents: Referents) -> str:
    body = referents.body
    subject = own_subject(body, root)
    if subject is None:
        return "none"
    word = body.lower[subject]
    if word in ("we", "i"):
        return "own"
    if word in referents.words["pronouns"] or word in ("you", "there", "this", "that"):
        return word
    if word in referents.words["owned"] and is_ours(referents, subject):
        return "own"
    codes = referents.of(subject, own)
    if codes:
        return "both" if codes & own and codes - own else "own" if codes & own else "other"
    return "name" if body.tags[subject].startswith("NNP") else "thing"


def is_ours(referents: Referents, head: int) -> bool:
    """ "Our country", "his government": in what is said, the speaker's."""
    body = referents.body
    return any(body.lower[c] in referents.words["pronouns"] for c in body.dependents(head, "poss"))
