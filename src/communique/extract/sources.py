"""Source candidates: the mention that says it, read off the tree around the cue."""

from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene
from communique.extract.tree import RELATIVES, is_punctuation, is_verb, noun_phrase, own_subject, phrase_before
from communique.model import Body, Range


class Source(NamedTuple):
    """A source mention: token index of its head and the range of its words."""

    head: int
    words: Range


_SCENE = frozenset({"on", "during", "after", "before", "here"})  # said the envoy | on Monday
_DEPTH = 6  # how far up the tree a subject is looked for


def _agent(body: Body, verb: int) -> int | None:
    """ "by X" of a passive."""
    return next((p for a in body.dependents(verb, "agent") for p in body.dependents(a, "pobj")), None)


def _inherited(body: Body, verb: int, depth: int) -> int | None:
    """The subject that a verb without its own shares with its governor."""
    head, label = body.heads[verb], body.deps[verb]
    if head == verb or depth == 0:
        return phrase_before(body, verb) if depth else None
    if label in ("conj", "advcl") and _belongs_above(body, verb, head):
        return subject_of(body, body.heads[head], depth - 1)
    if label in ("conj", "xcomp", "advcl", "dep", "ccomp", "parataxis", "pcomp") and is_verb(body, head):
        return subject_of(body, head, depth - 1)
    if label in ("acl", "relcl"):
        return head if body.deps[head] != "npadvmod" else None
    if label == "pcomp" and is_verb(body, body.heads[head]):
        return _quoted_as(body, body.heads[head]) if body.lower[head] == "as" else subject_of(body, body.heads[head], depth - 1)
    return None


def _belongs_above(body: Body, verb: int, head: int) -> bool:
    """True for a second reporting verb that the parser hung on the first one's complement: said it was ready and pledged ..., adding ..."""
    if body.deps[head] != "ccomp" or not is_verb(body, body.heads[head]):
        return False
    if body.deps[verb] == "advcl":
        return body.tags[verb] == "VBG" and body.words[body.lefts[verb] - 1] == ","
    return body.tags[verb] == body.tags[body.heads[head]] != body.tags[head]


def _quoted_as(body: Body, verb: int) -> int | None:
    """Who is "quoted as saying": the object, in the passive the subject."""
    return next(iter(body.dependents(verb, "nsubjpass") or body.dependents(verb, "dobj")), None)


def subject_of(body: Body, verb: int, depth: int = _DEPTH) -> int | None:
    """Head of the noun phrase that does what the verb says: its subject, agent, antecedent or its governor's subject."""
    agent = _agent(body, verb)
    if agent is not None:
        return agent
    subject = own_subject(body, verb)
    if subject is None:
        asked = body.tags[verb] == "VBN" and body.deps[verb] == "advcl" and not body.dependents(verb, "aux", "auxpass")
        return None if asked else _inherited(body, verb, depth)
    if body.deps[subject] in ("expl", "csubj") or body.dependents(verb, "auxpass"):
        return None
    if body.lower[subject] in RELATIVES and body.deps[verb] == "relcl":
        return body.heads[verb]
    return subject


def _owner(scene: Scene, noun: int) -> int | None:
    """Whose word it is: "the minister's pledge", "yesterday's announcement by the bank"."""
    body = scene.body
    owner = next((c for c in body.dependents(noun, "poss") if body.lower[c] not in scene.words["times"]), None)
    by = (p for c in body.dependents(noun, "prep") if body.lower[c] == "by" for p in body.dependents(c, "pobj"))
    return owner if owner is not None else next(by, None)


def _phrase_object(body: Body, cue: FoundCue) -> int | None:
    last = cue.words[1] - 1
    return next((p for t in (last, cue.head) for p in body.dependents(t, "pobj")), None)


def _mention(body: Body, head: int, cue: FoundCue, content: Content) -> Source:
    """The mention of a head: its noun phrase without the cue, the content, and what tells when and where behind an inverted verb."""
    first, end = noun_phrase(body, head, cue.head)
    for start, stop in content.ranges:
        if head < start < end:
            end = start
        elif first < stop <= head:
            first = stop
    if head > cue.head and cue.pos == "verb":
        end = min([end, *(body.lefts[c] for c in body.dependents(head, "prep", "advmod") if c > head and body.lower[c] in _SCENE)])
    while end > head + 1 and (body.tags[end - 1] in ("POS", "CC", "IN", "-LRB-") or is_punctuation(body, end - 1)):
        end -= 1
    return Source(head, (first, end))


def _named_by(scene: Scene, cue: FoundCue, content: Content) -> int | None:
    body = scene.body
    if content.source is not None:
        return content.source
    if cue.pos == "phrase":
        return _phrase_object(body, cue)
    if cue.pos == "noun":
        return _owner(scene, cue.head)
    return subject_of(body, cue.head)


def source_of(scene: Scene, cue: FoundCue, content: Content) -> Source | None:
    """The source mention of a cue; None where none is expressed."""
    head = _named_by(scene, cue, content)
    if head and scene.body.lower[head] in scene.words["weekdays"] and scene.body.tags[head - 1].startswith("NNP"):
        head -= 1  # Vance Thursday said
    if head is None or scene.body.lower[head] in ("there", "what") or scene.body.lower[head] in scene.words["times"]:
        return None
    if cue.pos == "verb" and scene.body.deps[cue.head] == "advcl" and not scene.can_speak(head):
        return None
    return _mention(scene.body, head, cue, content)


def addressee_of(scene: Scene, cue: FoundCue, content: Content) -> Range | None:
    """The mention of the hearer: told [reporters] that ..., said to [the envoy] that ...; None where none is expressed."""
    body = scene.body
    if cue.pos != "verb" or content.entry is None:
        return None
    hearers = [c for c in body.dependents(cue.head, "dobj", "dative") if "addressee" in content.entry.frames]
    hearers += [p for c in body.dependents(cue.head, "prep", "dative") if body.lower[c] == "to" for p in body.dependents(c, "pobj")]
    for hearer in hearers:
        first, end = noun_phrase(body, hearer)
        apart = all(end <= start or stop <= first for start, stop in content.ranges)
        if hearer >= cue.words[1] and apart and body.tags[hearer][:2] in ("NN", "PR") and not scene.is_time(hearer):
            return first, end
    return None
