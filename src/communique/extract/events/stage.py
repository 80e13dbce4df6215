"""What every step of reading events asks: the body, the words, who is where, whose words stand where."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from communique.extract.events.slots import Heads, Slots, companions
from communique.extract.events.vocabulary import Vocabulary
from communique.extract.holders import Floor
from communique.extract.referents import Referents
from communique.extract.tree import is_punctuation, noun_phrase
from communique.model import Body, Mention, Participant, Range

Who = Callable[[Range, int], tuple[Participant, ...]]
LONGEST = 14  # words of a mention, where it names one actor
_LISTS = ("conj", "appos")
_CLAUSES = ("relcl", "advcl", "ccomp")
_PLACING = frozenset({"in", "at", "near", "during", "from"})
_WHERE = frozenset({"in", "for", "near", "along", "over", "around", "off", "outside", "across", "as"})


class Stage(NamedTuple):
    """One article.

    mentions  who is named at a token
    targets   at whom each statement is directed, by its id
    who       whom a noun phrase means
    nationalities   codes by single words for countries and their adjectives
    """

    body: Body
    vocabulary: Vocabulary
    words: dict[str, frozenset[str]]
    mentions: dict[int, Mention]
    floor: Floor
    targets: dict[str, tuple[str, ...]]
    referents: Referents
    who: Who
    nationalities: dict[str, str]

    def phrase(self, head: int) -> Range:
        """The noun phrase of a head, without what only describes it further where it is long."""
        body = self.body
        first, end = noun_phrase(body, head)
        first = max(first, body.sentences[body.sentence_of[head]][0])
        if end - first > LONGEST and not body.dependents(head, *_LISTS):
            edges = [body.lefts[c] for c in body.children[head] if c > head and body.deps[c] in ("prep", "punct", "acl", "relcl")]
            end = next((e for e in sorted(edges, reverse=True) if head < e and e - first <= LONGEST), min(edges, default=end))
        end = min([end, *(body.lefts[t] for t in range(head + 1, end) if body.deps[t] in _CLAUSES and body.lefts[t] > head)])
        gerunds = (t for t in range(head + 1, end) if body.deps[t] == "prep" and body.dependents(t, "pcomp"))
        end = min(end, next(gerunds, end))  # accused by them of arming others
        if beside := companions(body, head):
            end = min(end, body.heads[beside[0]] - 1)
        while first < head and body.lower[first] in ("both", "neither", "either"):
            first += 1
        while end > head + 1 and is_punctuation(body, end - 1):
            end -= 1
        while first < head and is_punctuation(body, first):
            first += 1
        return first, end

    def is_someone(self, head: int) -> bool:
        """True for whoever is named, a pronoun, people by their kind."""
        mention = self.mentions.get(head)
        if mention is not None:
            return mention.sort != "adjective"
        if self.body.tags[head] in ("PRP", "WP"):
            return self.body.lower[head] not in ("it", "itself", "what")
        return self.body.lower[head] in self.vocabulary.people or (self.body.tags[head] in ("NNP", "NNPS") and self.is_known(head))

    def nationality(self, head: int) -> str | None:
        """The country of a thing's flag: the Danish plane."""
        codes = {m.country for c in self.body.dependents(head, "amod", "compound") if (m := self.mentions.get(c)) and m.sort == "adjective"}
        return codes.pop() if len(codes) == 1 else None

    def is_known(self, head: int) -> bool:
        """True where something is known of whom a noun phrase means."""
        return any(one.sector or one.name for one in self.who(self.phrase(head), head))

    def nations(self, token: int) -> tuple[str, ...]:
        """The countries that a word joins by hyphens: "Czech-Danish"."""
        codes = [self.nationalities.get(part) for part in self.body.words[token].split("-")]
        return tuple(code for code in codes if code) if len(codes) > 1 and all(codes) else ()

    def is_named(self, head: int) -> bool:
        """True for whoever is somebody and for places by their name."""
        return not self.is_time(head) and (head in self.mentions or self.body.tags[head] in ("NNP", "NNPS") or self.is_someone(head))

    def is_time(self, head: int) -> bool:
        """True for days, months, years and stretches of time."""
        word = self.body.lower[head]
        if self.body.tags[head] == "CD" and any(
            self.body.lower[c] in self.words["months"] for c in self.body.dependents(head, "compound", "nmod")
        ):
            return True
        return word in self.words["calendar"] or word in self.words["event_times"] or (word.isdigit() and len(word) == 4)

    def is_of(self, head: int, classes: tuple[str, ...]) -> bool:
        """True where a noun is of one of the classes; of "dozens of prisoners" the prisoners count."""
        return any(self._is_in(one, name) for one in self.members(head) for name in classes)

    def class_of(self, head: int, classes: Collection[str]) -> str | None:
        """The first of the classes that a noun is of."""
        members = self.members(head)
        return next((name for name in classes if any(self._is_in(one, name) for one in members)), None)

    def members(self, head: int) -> tuple[int, ...]:
        """The head, what is coordinated with it, and what a word of number is of."""
        body = self.body
        word = body.lower[head]
        amount = word in self.words["collectives"] or word in self.words["event_amounts"]
        number = self.governed(head, ("of",)) if amount or body.tags[head] == "CD" or self.is_time(head) else ()
        return (head, *number, *(m for c in body.dependents(head, "conj") for m in self.members(c)))

    def governed(self, head: int, prepositions: tuple[str, ...]) -> list[int]:
        """What some prepositions behind a noun govern."""
        body = self.body
        return [p for c in body.dependents(head, "prep") if body.lower[c] in prepositions for p in body.dependents(c, "pobj")]

    def keepers(self, head: int) -> tuple[int, ...]:
        """Whose a thing is said to be: a hill held by rebels, lorries belonging to a firm."""
        body = self.body
        held = [c for c in body.dependents(head, "acl") if body.lower[c] in self.words["event_keeping"]]
        agents = [p for c in held for a in body.dependents(c, "agent") for p in body.dependents(a, "pobj")]
        return (*agents, *(p for c in held for p in self.governed(c, ("to", "for"))))

    def examples(self, head: int) -> tuple[int, ...]:
        """Those a group is said to include: allies such as Ruritania, ministers including those of A and B."""
        named = [m for p in self.governed(head, ("as", "including", "like")) for m in (p, *self.governed(p, ("of",)))]
        return tuple(m for p in named for m in self.members(p) if m in self.mentions)

    def _is_place(self, head: int) -> bool:
        """True for a state, and for a town or region by its name."""
        if head in self.mentions and self.mentions[head].sort != "name":
            return self.mentions[head].sort == "state"
        return self.body.tags[head] == "NNP" and any(
            one.country and one.name in (None, self.body.words[head]) for one in self.who(self.phrase(head), head)
        )

    def _is_in(self, head: int, name: str) -> bool:
        if name == "someone":
            return self.is_someone(head)
        if name in ("person", "humans", "named"):
            mention = self.mentions.get(head)
            if name == "named":
                return mention is not None and mention.sort in ("person", "name")
            if name == "humans" and (self.body.lower[head] in self.vocabulary.people or (mention is not None and mention.sort == "people")):
                return True
            return mention is not None and (mention.sort == "person" or (mention.sort == "name" and " " in (mention.name or "")))
        if name in ("anything", "several"):
            return name == "anything" or len(self.members(head)) > 1
        if name == "place":
            return self._is_place(head)
        lower = self.body.lower
        phrases = self.vocabulary.classes.get(name, {}).get(lower[head], ())
        return any(lower[head + 1 - len(phrase) : head + 1] == phrase for phrase in phrases)


def located(stage: Stage, slots: Slots, names: tuple[str, ...]) -> Heads:
    """The heads in the first place that is filled; of places only those that can be meant: "in response" is none."""
    for name in names:
        heads = tuple(h for h in slots.places.get(name, ()) if not stage.is_time(h))
        if name in _WHERE:
            heads = tuple(h for h in heads if stage.is_named(h) or stage.is_of(h, ("territory",)) or stage.referents.doers(h))
        if heads:
            return heads
    return ()


def behind(stage: Stage, verb: int, names: tuple[str, ...]) -> Heads:
    """Whom or what a preposition governs anywhere behind a verb in its own clause, wherever the parser has hung it: somebody or a place."""
    body = stage.body
    for token in range(verb + 1, body.rights[verb] + 1):
        if body.lower[token] in names and body.deps[token] in ("prep", "dative", "agent") and _is_in_clause(body, token, verb):
            named = tuple(p for p in body.dependents(token, "pobj") if stage.is_named(p))
            if named:
                return named
    return ()


def has_preposition(body: Body, verb: int, word: str) -> bool:
    """True where a preposition stands behind a verb in its own clause."""
    after = (t for t in range(verb + 1, body.rights[verb] + 1) if body.lower[t] == word)
    return any(body.deps[t] in ("prep", "dative", "agent") and _is_in_clause(body, t, verb) for t in after)


def _is_in_clause(body: Body, token: int, verb: int) -> bool:
    """True where no other clause stands between a word and the verb above it."""
    while token != verb:
        if body.deps[token] in ("relcl", "ccomp", "advcl", "parataxis") or body.heads[token] == token:
            return False
        if body.deps[token] == "conj" and body.tags[token].startswith("VB"):
            return False
        token = body.heads[token]
    return True


def named(stage: Stage, verb: int, *, placed: bool = True) -> Heads:
    """The first that is named behind a verb in its own phrase; `placed`: also where that is only a place."""
    body = stage.body
    after = range(verb + 1, body.rights[verb] + 1)
    heads = (t for t in after if t in stage.mentions and body.tags[t].startswith("NN"))
    found = (t for t in heads if body.deps[t] not in ("nsubj", "nsubjpass", "compound", "nmod") and not stage.is_time(t))
    return next(((t,) for t in found if placed or body.lower[body.heads[t]] not in _PLACING), ())


def needed(stage: Stage, verb: int, event: str | None) -> Heads:
    """The same where an event is none without a recipient."""
    return named(stage, verb) if event in ("AID", "SANCTION") else ()
