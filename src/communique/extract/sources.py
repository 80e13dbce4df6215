"""Source candidates: the mention that says it, read off the tree around the cue."""

from typing import NamedTuple

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene
from communique.extract.tree import RELATIVES, is_verb, noun_phrase, own_subject
from communique.model import Body, Range


class Source(NamedTuple):
    """A source mention: token index of its head and the range of its words."""

    head: int
    words: Range


_DEPTH = 6  # how far up the tree a subject is looked for


def _agent(body: Body, verb: int) -> int | None:
    """ "by X" of a passive."""
    return next((p for a in body.dependents(verb, "agent") for p in body.dependents(a, "pobj")), None)


def _inherited(body: Body, verb: int, depth: int) -> int | None:
    """The subject that a verb without its own shares with its governor."""
    head, label = body.heads[verb], body.deps[verb]
    if head == verb or depth == 0:
        return None
    if label in ("conj", "xcomp", "advcl", "dep", "ccomp", "parataxis", "pcomp") and is_verb(body, head):
        return subject_of(body, head, depth - 1)
    if label in ("acl", "relcl"):
        return head
    if label == "pcomp" and body.heads[head] != head:
        return subject_of(body, body.heads[head], depth - 1) if is_verb(body, body.heads[head]) else None
    return None


def subject_of(body: Body, verb: int, depth: int = _DEPTH) -> int | None:
    """Head of the noun phrase that does what the verb says: its subject, agent, antecedent or its governor's subject."""
    agent = _agent(body, verb)
    if agent is not None:
        return agent
    subject = own_subject(body, verb)
    if subject is None:
        return _inherited(body, verb, depth)
    if body.deps[subject] in ("expl", "csubj") or body.dependents(verb, "auxpass"):
        return None
    if body.lower[subject] in RELATIVES and body.deps[verb] == "relcl":
        return body.heads[verb]
    return subject


def _owner(body: Body, noun: int) -> int | None:
    return next(iter(body.dependents(noun, "poss")), None)


def _phrase_object(body: Body, cue: FoundCue) -> int | None:
    last = cue.words[1] - 1
    return next((p for t in (last, cue.head) for p in body.dependents(t, "pobj")), None)


def _mention(body: Body, head: int, stop: int) -> Source:
    first, end = noun_phrase(body, head, stop)
    while end > first + 1 and body.tags[end - 1] == "POS":
        end -= 1
    return Source(head, (first, end))


def source_of(scene: Scene, cue: FoundCue, content: Content) -> Source | None:
    """The source mention of a cue; None where none is expressed."""
    body = scene.body
    if cue.pos == "phrase":
        head = _phrase_object(body, cue)
    elif cue.pos == "noun" and content.head is None:
        head = _owner(body, cue.head)
    else:
        head = subject_of(body, cue.head if content.head is None else content.head)
    if head is None or body.lower[head] in ("there", "what"):
        return None
    return _mention(body, head, cue.head)
