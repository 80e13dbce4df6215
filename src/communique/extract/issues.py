"""What a position is about: the phrase judged, the settled issue it names, the fuller phrases for the same thing."""

from collections.abc import Iterator
from functools import cache

from communique.extract.holders import Cast
from communique.extract.tree import governors, noun_phrase, sentence
from communique.lexicon import Issue, Lexicon
from communique.lexicon.inflection import noun_forms
from communique.model import Body, Range

Words = dict[str, frozenset[str]]


def phrase_of(body: Body, head: int, words: Words) -> Range:
    """The tokens of the thing judged: a noun phrase without what is hung behind it, a clause from its verb on."""
    if not body.tags[head].startswith("VB") or body.deps[head] in ("amod", "compound"):
        return _with_places(body, noun_phrase(body, head), head, words["issue_places"])
    borne = body.dependents(head, "nsubjpass") if body.tags[head] == "VBN" else ()
    first, end = min((body.lefts[t] for t in borne), default=head), body.rights[head] + 1  # prices to be lowered
    for child in body.children[head]:
        if child > head and body.deps[child] in ("advcl", "parataxis", "conj", "cc", "punct", "relcl"):
            end = min(end, body.lefts[child])
    return first, max(end, head + 1)


def _with_places(body: Body, span: Range, head: int, places: frozenset[str]) -> Range:
    """The phrase with the prepositional phrases that follow it but were hung on what governs it: cease trading [in Ruritania]."""
    first, end = span
    above = [head, *governors(body, head)[:4]]
    high = sentence(body, head)[1]
    while end < high:
        child = next((c for t in above for c in body.children[t] if body.lefts[c] == end and c > head and _is_place(body, c, places)), None)
        if child is None:
            return first, end
        end = body.rights[child] + 1
    return first, end


def _is_place(body: Body, preposition: int, places: frozenset[str]) -> bool:
    names = any(body.tags[p].startswith("NNP") for p in body.dependents(preposition, "pobj"))
    return body.deps[preposition] == "prep" and names and body.lower[preposition] in places


@cache
def _aliases(lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], Issue], ...]:
    """Every alias in singular and plural, the longest first."""
    written = [(alias.split(), issue) for issue in lexicon.issues for alias in issue.aliases]
    every = [((*alias[:-1], form), issue) for alias, issue in written for form in noun_forms(alias[-1])]
    return tuple(sorted(every, key=lambda pair: -len(pair[0])))


@cache
def alias_ends(lexicon: Lexicon) -> frozenset[str]:
    """The words on which aliases end."""
    return frozenset(alias[-1] for alias, _ in _aliases(lexicon))


def codes_in(cast: Cast, span: Range) -> frozenset[str]:
    """The states and bodies named in a range."""
    return frozenset(m.country for t in range(*span) if (m := cast.at.get(t)) is not None and m.country)


def _has(words: tuple[str, ...], alias: tuple[str, ...]) -> bool:
    return any(words[n : n + len(alias)] == alias for n in range(len(words) - len(alias) + 1))


def known_issue(
    body: Body, cast: Cast, head: int, span: Range, near: Range, lexicon: Lexicon, elsewhere: frozenset[str] = frozenset()
) -> Issue | None:
    """The settled issue a phrase is about: its head in an alias, its parties in the phrase, else in the words near it.

    `elsewhere` are the states that like phrases name: where one of them is no party of it, what stands near does not tell.
    """
    words, named = body.lower[slice(*span)], codes_in(cast, _described(body, span))
    around, found = named or codes_in(cast, near), list[Issue]()
    for alias, issue in _aliases(lexicon):
        if not _has(words, alias) or body.lower[head] not in alias:
            continue
        parties, allowed = frozenset(issue.parties), frozenset((*issue.parties, *issue.others))
        if not parties or (named and named <= allowed and named & parties):
            return issue
        if not named and around & parties and elsewhere <= allowed and issue not in found:
            found.append(issue)
    return found[0] if len(found) == 1 else None  # of two that the words around may mean, neither


def described_codes(body: Body, cast: Cast, span: Range) -> frozenset[str]:
    """The states and bodies named in a phrase and the participles behind it."""
    return codes_in(cast, _described(body, span))


def _described(body: Body, span: Range) -> Range:
    """The phrase with the participles that follow it: the embargo [imposed against Ruritania]."""
    described = [c for t in range(*span) for c in body.dependents(t, "acl") if body.tags[c] == "VBN" and body.lefts[c] >= span[0]]
    return span[0], max([span[1], *(body.rights[c] + 1 for c in described)])


def fullest(body: Body, cast: Cast, head: int, words: Words) -> Iterator[Range]:
    """Other phrases of the article with the same noun that name states, those that name most first, then the nearest before it."""
    if not body.tags[head].startswith("NN"):
        return
    heads = {body.lower[h].removesuffix("s") for h in (head, *body.dependents(head, "compound")) if h not in cast.at}
    same = (t for t, word in enumerate(body.lower) if word.removesuffix("s") in heads and t != head and body.tags[t].startswith("NN"))
    spans = [phrase_of(body, t, words) for t in same if body.deps[t] != "compound"]
    like = [s for s in spans if _names(body, cast, s) and s[1] - s[0] <= 25 and _is_same_thing(body, head, s, words["issue_compared"])]
    yield from sorted(like, key=lambda span: (-len(codes_in(cast, _described(body, span))), span[0] > head, abs(span[0] - head)))


def _names(body: Body, cast: Cast, span: Range) -> bool:
    return bool(codes_in(cast, _described(body, span))) or any(body.tags[t].startswith("NNP") for t in range(*span))


def _is_same_thing(body: Body, head: int, span: Range, compared: frozenset[str]) -> bool:
    """True where a phrase has every adjective the head has, and does not compare."""
    words = frozenset(body.lower[slice(*span)])
    adjectives = {body.lower[c] for c in body.dependents(head, "amod") if c < head and body.tags[c] == "JJ" and body.words[c - 1] != "-"}
    return compared.isdisjoint(words) and adjectives <= words
