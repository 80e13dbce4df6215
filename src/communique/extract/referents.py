"""Whom phrases mean: the countries and organisations of states that a noun phrase stands for, and those whose deed or thing it is."""

from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import NamedTuple

from communique.extract.tree import sentence
from communique.lexicon import Lexicon
from communique.model import Body, Mention, Range, Said, Span

Codes = frozenset[str]
NONE: Codes = frozenset()
_OWNING = ("poss", "amod", "compound", "nmod")
_POINTING = ("the", "this", "that", "these", "those")
_MAKING = ("by", "between", "among")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")


class Referents(NamedTuple):
    """Who is meant where in one body.

    codes   country or IGO code by token, of each word of a mention
    names   tokens that name a state, body or person, not only whose something is
    order   first token and code of each mention, left to right
    named   tokens of persons, states and outlets that are named
    people  names of persons
    words   the lexicon's closed classes
    """

    body: Body
    codes: dict[int, str]
    names: frozenset[int]
    order: tuple[tuple[int, str], ...]
    named: frozenset[int]
    people: frozenset[str]
    words: dict[str, frozenset[str]]

    def of(self, head: int, own: Codes = NONE) -> Codes:
        """The codes a noun phrase stands for: its name's, its pronoun's, or those it belongs to; of a coordination, of all members."""
        found = self._one(head, own)
        for other in self.body.dependents(head, "conj"):
            found |= self.of(other, own)
        return found

    def doers(self, head: int, own: Codes = NONE) -> Codes:
        """Who did what a noun phrase names, or is it: "the Ruritanian raid", "a raid by Ruritania", "the pact between A and B"."""
        body = self.body
        if head in self.names or body.tags[head].startswith("PRP"):
            return self.of(head, own)
        if body.lower[head] in self.words["passing"]:
            inner = [p for c in body.dependents(head, "prep") if body.lower[c] in ("of", "to") for p in body.dependents(c, "pobj")]
            if found := frozenset(code for p in inner for code in self.doers(p, own)):
                return found
        found = self._owners(head, own) | self._under(head, ("by", "between", "among", "from"), own) | self._agents(head, own)
        if not found and body.lower[head] in self.words["owned"]:
            found = self._under(head, ("of", "in"), own)
        return found or self._examples(head, own) or self._same_before(head)

    def _agents(self, head: int, own: Codes) -> Codes:
        """ "the words used by Ruritania"."""
        body = self.body
        by = (p for c in body.dependents(head, "acl") for a in body.dependents(c, "agent") for p in body.dependents(a, "pobj"))
        return frozenset(code for p in by for code in self.of(p, own))

    def _one(self, head: int, own: Codes) -> Codes:
        body = self.body
        if head in self.codes:
            return frozenset({self.codes[head]})
        if body.tags[head].startswith("PRP"):
            return self._pronoun(head, own)
        found = self._owners(head, own)
        if not found and body.lower[head] in self.words["owned"]:
            found = self._under(head, ("of", "in", "from"), own)
        return found or self._examples(head, own) or self.sides(head, own) or self.island(head) or self._same_before(head)

    def _examples(self, head: int, own: Codes) -> Codes:
        """Those a group is said to hold: "partners such as Ruritania", "states including Ruritania"."""
        body = self.body
        marks = [
            c
            for c in body.dependents(head, "prep")
            if body.lower[c] in ("including", "like") or body.lower[c - 1 : c + 1] == ("such", "as")
        ]
        return frozenset(code for c in marks for p in body.dependents(c, "pobj") for code in self.of(p, own))

    def sides(self, head: int, own: Codes) -> Codes:
        """ "Both sides", "the two countries", "bilateral relations": the two states most named before, without the speaker's own."""
        body = self.body
        near = {body.lower[c] for c in body.children[head]}
        near |= {"two"} if body.lower[head - 1 : head + 1] in (("each", "other"), ("one", "another")) else set()
        is_pair = body.lower[head] in self.words["parties"] | {"other", "another"} and near & {"both", "two"}
        if not is_pair and near.isdisjoint(self.words["bilateral"]):
            return NONE
        left_out = own if "both" in near else NONE
        counts = Counter(code for token, code in self.order if token < head and not code.startswith("IGO:") and code not in left_out)
        ranked = counts.most_common(3)
        if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] == ranked[2][1]):
            return NONE
        pair = frozenset(code for code, _ in ranked[:2])
        return pair - own if is_pair or pair & own else NONE

    def island(self, head: int) -> Codes:
        """ "The island": the island state last named."""
        if self.body.lower[head] != "island" or not any(self.body.lower[c] == "the" for c in self.body.children[head]):
            return NONE
        before = [code for token, code in self.order if token < head and code.lower() in self.words["island_states"]]
        return frozenset(before[-1:])

    def _owners(self, head: int, own: Codes) -> Codes:
        """Those whose a thing is: possessives, adjectives, names before the noun."""
        body = self.body
        found = NONE
        for child in body.dependents(head, *_OWNING):
            if child in self.codes:
                near = body.dependents(child, "conj", "compound", "nmod", "amod")
                found |= {self.codes[child], *(self.codes[c] for c in near if c in self.codes)}
            elif body.deps[child] == "poss":
                found |= self.of(child, own)
            elif body.deps[child] == "compound":
                found |= frozenset(self.codes[c] for c in body.dependents(child, "compound", "amod", "nmod") if c in self.codes)
        return found

    def _under(self, head: int, prepositions: tuple[str, ...], own: Codes) -> Codes:
        body = self.body
        found = NONE
        for child in body.dependents(head, "prep", "agent"):
            objects = body.dependents(child, "pobj")
            if body.lower[child] in prepositions:
                found |= frozenset(code for p in objects for code in self.of(p, own))
            elif body.lower[child] == "of" and not any(p in self.codes for p in objects):
                found |= frozenset(code for p in objects for code in self._under(p, ("between", "among"), own))
        return found

    def _pronoun(self, head: int, own: Codes) -> Codes:
        """First persons are the speaker; "they", "it", "he" the last one named before in the sentence or the one before."""
        word = self.body.lower[head]
        if word in self.words["first_person"]:
            return own
        if word in self.words["second_person"] or word not in self.words["pronouns"]:
            return NONE
        return self._last_before(head)

    def _last_before(self, token: int) -> Codes:
        """The subject last named before in the same sentence, else in the one before."""
        body = self.body
        first, _ = sentence(body, token)
        subjects = [t for t in range(first, token) if t in self.names and body.deps[t] in ("nsubj", "nsubjpass", "pobj", "dobj")]
        return frozenset({self.codes[subjects[-1]]}) if subjects else NONE

    def _same_before(self, head: int) -> Codes:
        """Whose the thing is that was named before with its owner: "the EU embargo ... the embargo", "Kenyan line Zaki Air ... Zaki"."""
        body, word = self.body, self.body.lower[head]
        is_pointed = any(body.lower[c] in _POINTING for c in body.children[head])
        is_name = not is_pointed and body.tags[head] == "NNP" and head not in self.named
        if body.tags[head] not in _NOUNS or not (is_name or is_pointed):
            return NONE
        for token in (t for t in range(head - 1, -1, -1) if body.lower[t] == word):
            if found := self._introduced(token) if is_name else self._owners(token, NONE) or self._under(token, _MAKING, NONE):
                return found
        return NONE

    def _introduced(self, token: int) -> Codes:
        """Whose an enterprise is by the phrase that its name, or a part of it, stands in: "the Kenyan airline Zaki Air"."""
        while self.body.deps[token] in ("compound", "appos"):
            token = self.body.heads[token]
        kinds = {self.body.lower[t] for t in (token, *self.body.dependents(token, "compound", "nmod"))}
        return NONE if kinds.isdisjoint(self.words["enterprises"]) else self._owners(token, NONE)


@cache
def country_words(lexicon: Lexicon) -> dict[str, str]:
    """Single words for countries and whose something is, as written, to their codes; without those that may mean something else."""
    pairs = [(word, c) for c in lexicon.countries for word in (c.name, *c.names, *c.adjectives)]
    return {word: c.code for word, c in pairs if " " not in word and word not in c.ambiguous}


def referents_of(body: Body, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Referents:
    """The referents of a body."""
    codes = {token: m.country for m in mentions if m.country for token in range(*m.tokens)}
    countries = country_words(lexicon)
    for m in mentions:
        code = countries.get(body.words[m.tokens[0]]) if not m.country and m.sort in ("body", "name") else None
        codes |= {m.tokens[0]: code} if code else {}
    names = frozenset(token for m in mentions if m.country and m.sort != "adjective" for token in range(*m.tokens))
    people = frozenset(m.name for m in mentions if m.name and m.sort == "person")
    order = tuple((m.tokens[0], m.country) for m in mentions if m.country)
    named = frozenset(token for m in mentions if m.sort in ("person", "people", "state", "outlet") for token in range(*m.tokens))
    return Referents(body, codes, names, order, named, people, lexicon.words)


def own_codes(said: Said, referents: Referents) -> Codes:
    """The codes a speaker speaks for; where that is unknown, the one that the words for the source name."""
    country = said.speaker.country if said.speaker else None
    if country is None:
        source = said.attribution.source
        named = (
            frozenset()
            if source is None
            else frozenset(referents.codes[t] for t in tokens_of(referents.body, source) if t in referents.codes)
        )
        return named if len(named) == 1 else NONE
    return frozenset({country} if isinstance(country, str) else (c for c in country if c))


def tokens_of(body: Body, span: Span) -> range:
    """The tokens of a stretch of text."""
    return range(bisect_left(body.starts, span.start), bisect_left(body.starts, span.end))


def content_ranges(body: Body, said: Said) -> tuple[Range, ...]:
    """The token ranges of a statement's content."""
    return tuple((tokens.start, tokens.stop) for tokens in (tokens_of(body, span) for span in said.attribution.content))
