"""Contents that are noun phrases: objects that hold a verdict, objects with complement, objects of prepositions."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, grown
from communique.lexicon import Cue, Frame
from communique.model import Body, Range

_PREPOSITIONS: tuple[Frame, ...] = ("for", "on", "of", "against", "about", "to", "with", "as", "in", "at", "over")
_WITH_PREPOSITION: dict[str, Frame] = {
    "of": "object+of", "for": "object+for", "as": "object+as", "against": "object+against", "about": "object+about",
    "with": "object+with", "on": "object+on", "to": "object+to", "in": "object+in", "over": "object+about",
}  # fmt: skip
_EMPTY = frozenset(
    {"it", "that", "this", "so", "what", "which", "something", "anything", "nothing", "things", "him", "her", "them", "me", "us", "one"}
)


def _object_of(body: Body, cue: FoundCue) -> int | None:
    """The direct object; for "call on X" and "refer to X" the preposition's object."""
    verb, last = cue.head, cue.words[1] - 1
    if last > verb and body.deps[last] in ("prep", "agent", "dative"):
        return next(iter(body.dependents(last, "pobj")), None)
    return next((c for c in body.dependents(verb, "dobj") if c > last), None)


def _is_telling(body: Body, head: int) -> bool:
    """True where the object phrase is more than a pronoun or a bare name."""
    return body.lower[head] not in _EMPTY and body.tags[head] not in ("PRP", "WP", "WDT", "EX")


def plain_object(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """An object that holds what is judged or asserted: The ministry condemned [the raid on the port]."""
    entry, body = cue.entry("object"), scene.body
    if entry is None or cue.pos != "verb":
        return
    found = _object_of(body, cue)
    if found is not None and _is_telling(body, found) and not any(c < found for c in body.dependents(cue.head, "dative")):
        first = max(body.lefts[found], cue.words[1])
        yield Content(((first, grown(scene, body.rights[found] + 1, (cue.head, found))),), entry, 0.7)


def object_with_complement(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """An object and what is said of it: The envoy accused [Ruritania of breaking the truce]; called [the raid a crime]."""
    if cue.pos != "verb":
        return
    body = scene.body
    found = _object_of(body, cue)
    if found is None:
        yield from _small_clause(scene, cue)
        return
    for child in body.children[cue.head]:
        entry = _complement_entry(body, cue, child) if child > found else None
        if entry is not None:
            end = grown(scene, body.rights[child] + 1, (cue.head, found))
            yield Content(((max(body.lefts[found], cue.words[1]), end),), entry, 0.8)
            return
    inside = list(_inside_object(scene, cue, found))
    entry = cue.entry("object+complement")
    if not inside and entry is not None and "object" not in entry.frames and _holds_two(body, found):
        inside = [Content(((max(body.lefts[found], cue.words[1]), body.rights[found] + 1),), entry, 0.65)]
    yield from inside


def _holds_two(body: Body, head: int) -> bool:
    """True for two phrases parsed as one: [the outbreak a public emergency], [the delay "unhelpful"]."""
    first, end = body.subtree(head)
    return any(body.tags[t] == "DT" for t in range(first + 1, head)) or '"' in body.words[first:end]


def _complement_entry(body: Body, cue: FoundCue, child: int) -> Cue | None:
    label, word = body.deps[child], body.lower[child]
    if label in ("prep", "dative") and word in _WITH_PREPOSITION:
        return cue.entry(_WITH_PREPOSITION[word])
    if label in ("advcl", "amod", "oprd") and body.lower[body.lefts[child]] == "as":
        return cue.entry("object+as")
    if label in ("xcomp", "ccomp", "advcl") and any(body.tags[c] == "TO" for c in body.dependents(child, "aux")):
        return cue.entry("object+infinitive")
    return cue.entry("object+complement") if label in ("oprd", "attr", "acomp", "xcomp", "ccomp", "dobj") else None


def _inside_object(scene: Scene, cue: FoundCue, found: int) -> Iterator[Content]:
    """The complement hung on the object itself, as parsers often have it: accused [the army of the raid]."""
    body = scene.body
    for child in sorted(t for t in range(found + 1, body.rights[found] + 1) if body.heads[t] == found or body.lower[t] == "as"):
        if body.deps[child] in ("prep", "acl", "relcl"):
            frame = _WITH_PREPOSITION.get(body.lower[child]) if body.deps[child] == "prep" else "object+infinitive"
            if frame == "object+infinitive" and not any(body.tags[c] == "TO" for c in body.dependents(child, "aux")):
                continue
            entry = cue.entry(frame) if frame else None
            if entry is not None:
                yield Content((body.subtree(found),), entry, 0.75)
                return


def _small_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """Object and complement parsed as one clause: called [the raid a crime], urged [the sides to talk]."""
    body = scene.body
    for child in body.dependents(cue.head, "ccomp", "xcomp"):
        subject = next(iter(body.dependents(child, "nsubj", "nsubjpass")), None)
        if child < cue.head or subject is None or subject < cue.head:
            continue
        is_infinitive = any(body.tags[c] == "TO" for c in body.dependents(child, "aux"))
        entry = cue.entry("object+infinitive") if is_infinitive else cue.entry("object+complement")
        if entry is not None:
            yield Content(((max(body.lefts[child], cue.words[1]), body.rights[child] + 1),), entry, 0.8)


def prepositional_object(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """What a preposition adds to the verb: The union called for [an end to the strike], for [the strike to end]."""
    if cue.pos != "verb":
        return
    body = scene.body
    for child in body.dependents(cue.head, "prep"):
        frame = next((f for f in _PREPOSITIONS if f == body.lower[child]), None)
        entry = cue.entry(frame) if frame and child >= cue.words[1] and not scene.is_time(child) else None
        for found in body.dependents(child, "pobj", "pcomp") if entry else ():
            if _is_telling(body, found):
                end = grown(scene, body.rights[found] + 1, (cue.head, child, found))
                yield Content(((max(body.lefts[found], child + 1), end),), entry, 0.7, words=_with(cue, child))
    yield from _for_clause(scene, cue)


def _with(cue: FoundCue, preposition: int) -> Range | None:
    return (cue.words[0], preposition + 1) if preposition == cue.words[1] else None


def _for_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """ "called for [the strike to end]": subject and infinitive behind "for"."""
    body, entry = scene.body, cue.entry("for")
    for child in body.dependents(cue.head, "advcl", "xcomp", "ccomp") if entry else ():
        first, end = body.subtree(child)
        if first == cue.words[1] and body.lower[first] == "for" and any(body.tags[c] == "TO" for c in body.dependents(child, "aux")):
            yield Content(((first + 1, end),), entry, 0.75, words=_with(cue, first))


def passive(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A verdict in the passive, by somebody: [The raid] was described by the envoy [as a crime]; [the plan] was rejected by Ruritania."""
    body = scene.body
    subject = next(iter(body.dependents(cue.head, "nsubjpass")), None)
    agent = next(iter(body.dependents(cue.head, "agent")), None)
    if cue.pos != "verb" or subject is None or agent is None:
        return
    about = body.subtree(subject)
    for child in range(cue.words[1], body.rights[cue.head] + 1):
        entry = _complement_entry(body, cue, child) if body.heads[child] == cue.head or _is_under(body, child, agent) else None
        if entry is not None:
            yield Content((about, body.subtree(child)), entry, 0.8)
            return
    entry = cue.entry("object")
    if entry is not None and _is_telling(body, subject):
        yield Content((about,), entry, 0.65)


def _is_under(body: Body, preposition: int, agent: int) -> bool:
    """True for a preposition in the agent's phrase: accused by prosecutors [of selling fuel]."""
    return body.deps[preposition] == "prep" and agent < preposition <= body.rights[agent]
