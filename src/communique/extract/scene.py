"""What the rules look at: the body, its cue candidates, and the clause around each cue."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from communique.extract.cues import FoundCue, find_cues
from communique.extract.tags import tags_of
from communique.extract.tree import SUBJECTS, is_punctuation, is_verb, overlap, sentence
from communique.lexicon import Lexicon
from communique.lexicon.inflection import noun_forms
from communique.model import Body, Range

_BEFORE_VERB = (*SUBJECTS, "aux", "auxpass", "neg", "advmod", "npadvmod")
_AFTER_VERB = (*SUBJECTS, "aux", "auxpass", "neg", "advmod", "npadvmod", "prt", "prep", "agent", "dative", "dobj", "oprd", "attr", "tmod")
_SPEAKING = frozenset({"documents", "governments", "groups"})
_TOUCHING = frozenset({"prep", "acl", "relcl", "xcomp"})


class Scene(NamedTuple):
    """The body of an article and the cue candidates in it, by head token.

    words     the lexicon's closed classes
    speaking  common nouns for those who speak: officials, ministries, reports
    tags      quotations with a reporting clause right behind them: the words of the last piece, and the verb
    """

    body: Body
    cues: dict[int, FoundCue]
    words: dict[str, frozenset[str]]
    speaking: frozenset[str]
    tags: dict[Range, int]

    def claims(self, anchor: int, parts: Sequence[Range]) -> bool:
        """True where a verb may attribute the ranges: with the quotation it is the tag of, without those that others are the tags of."""
        if not self.tags:
            return True
        quoted = self.quoted_by(anchor)
        mine = quoted is None or any(a <= quoted[0] and quoted[1] <= b for a, b in parts)
        clause = (quoted[1] + 2, anchor + 1) if quoted else (anchor, anchor)
        return mine and not any(overlap(clause, part) or self._belongs_to_another(anchor, part) for part in parts)

    def quoted_by(self, anchor: int) -> Range | None:
        """The words of the quotation that a verb is the tag of, of its last piece where there are several."""
        return next((words for words, verb in self.tags.items() if verb == anchor), None)

    def _belongs_to_another(self, anchor: int, part: Range) -> bool:
        return any(
            verb != anchor and overlap(piece, part) > 0 and not piece[0] <= anchor < piece[1] and not part[0] <= verb < part[1]
            for piece, verb in self.tags.items()
        )

    def is_first_person(self, token: int) -> bool:
        """True for I, we, us, our ..."""
        return self.body.lower[token] in self.words["first_person"] and self.body.tags[token].startswith("PRP")

    def can_speak(self, head: int) -> bool:
        """True for names, pronouns of persons, numbers of people, and common nouns for people, bodies and documents."""
        tag, word = self.body.tags[head], self.body.lower[head]
        return tag in ("NNP", "NNPS", "PRP", "CD", "DT", "WP") or word in self.speaking

    def after_time(self, first: int) -> int:
        """The token after a time that opens a clause but belongs to the cue: said [on Wednesday] it was ready."""
        body = self.body
        end = first + 1 + (body.lower[first] in ("on", "in", "late", "early", "this"))
        return end if body.lower[end - 1] in self.words["weekdays"] and body.words[end] != "," else first

    def is_time(self, preposition: int) -> bool:
        """True for "on Monday", "in March", "at 10"."""
        first, end = self.body.subtree(preposition)
        return end - first <= 5 and any(w in self.words["weekdays"] or w in self.words["months"] for w in self.body.lower[first:end])


@cache
def speaking_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Last words of the lexicon's role phrases, its words for institutions, documents and groups, in singular and plural."""
    lists = (words for name, words in lexicon.words.items() if name.startswith("institution_") or name in _SPEAKING)
    singular = {role.phrase.split()[-1] for role in lexicon.roles}.union(*lists)
    return frozenset(form for word in singular for form in noun_forms(word))


def scene_of(body: Body, lexicon: Lexicon) -> Scene:
    """The scene of a body."""
    cues = {cue.head: cue for cue in find_cues(body, lexicon)}
    return Scene(body, cues, lexicon.words, speaking_nouns(lexicon), tags_of(body, cues))


def _goes_with_verb(scene: Scene, verb: int, child: int, labels: tuple[str, ...]) -> bool:
    """True for a child that tells who, to whom, when or where; an object that holds a clause only where the verb has an addressee."""
    body = scene.body
    if body.deps[child] not in labels:
        return False
    cue = scene.cues.get(verb)
    tells = cue is not None and cue.entry("addressee") is not None
    return body.deps[child] != "dobj" or tells or not any(is_verb(body, t) for t in range(*body.subtree(child)))


def reporting_clause(scene: Scene, verb: int) -> Range:
    """The words around a reporting verb that tell who speaks, when, where and to whom: "the minister told reporters in Paris on Monday".

    Grown outward from the verb over its children as long as they touch; complements are left out.
    """
    body = scene.body
    first, end = verb, verb + 1
    low, high = sentence(body, verb)
    for child in reversed([c for c in body.children[verb] if c < verb]):
        if body.rights[child] + 1 == first and body.lefts[child] >= low and _goes_with_verb(scene, verb, child, _BEFORE_VERB):
            first = body.lefts[child]
    for child in (c for c in body.children[verb] if c > verb):
        if body.lefts[child] == end and body.rights[child] < high and _goes_with_verb(scene, verb, child, _AFTER_VERB):
            end = body.rights[child] + 1
    return first, end


def words_between(body: Body, first: int, end: int) -> int:
    """Number of tokens in a range that are not punctuation."""
    return sum(not is_punctuation(body, t) for t in range(first, end))


def has_finite_verb(body: Body, span: Range) -> bool:
    """True where a verb of the range carries tense or is a modal."""
    return any(body.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(*span))


def grown(scene: Scene, end: int, owners: tuple[int, ...]) -> int:
    """Where a phrase really ends: over what touches it at `end` and hangs on one of its owners; times and other clauses stay out."""
    body = scene.body
    touching = True
    while touching and end < len(body):
        touching = False
        for child in (c for owner in owners for c in body.children[owner] if body.lefts[c] == end):
            conditional = body.deps[child] == "advcl" and body.lower[end] in ("if", "unless")
            if conditional or (body.deps[child] in _TOUCHING and not scene.is_time(child)):
                end, touching = body.rights[child] + 1, True
                break
    return end
