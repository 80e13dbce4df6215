"""Whether a cue reports a saying at all: denied, asked, supposed and future sayings are no statements."""

from communique.extract.cues import FoundCue
from communique.extract.scene import Scene
from communique.extract.tree import is_verb, own_subject, sentence
from communique.model import Body

_INNER = frozenset({"perception", "belief", "intention", "emotion"})  # "went there to find out", but "rose to say"


def _is_negated(scene: Scene, verb: int) -> bool:
    """ "did not say", "hardly ever says", "neither confirmed nor denied"."""
    body = scene.body
    if any(body.deps[c] == "neg" or body.lower[c] in scene.words["hardly"] for c in body.children[verb]):
        return True
    near = (verb, body.heads[verb]) if body.deps[verb] == "conj" else (verb,)
    return any(body.lower[c] == "neither" for v in near for c in body.dependents(v, "preconj", "cc", "det"))


def _nobody(scene: Scene, verb: int) -> bool:
    """ "Nobody said", "no one has claimed"."""
    body = scene.body
    subject = own_subject(body, verb)
    return subject is not None and not {body.lower[subject], body.lower[body.lefts[subject]]}.isdisjoint(scene.words["nobody"])


def _is_hearsay(scene: Scene, verb: int) -> bool:
    """ "allegedly said", "it was reported that"."""
    body = scene.body
    if any(body.lower[c] in scene.words["hearsay"] for c in body.children[verb]):
        return True
    impersonal = any(body.lower[c] == "it" for c in body.dependents(verb, "nsubjpass", "expl"))
    return impersonal and bool(body.dependents(verb, "auxpass")) and not body.dependents(verb, "agent")


def _is_modal(body: Body, verb: int) -> bool:
    return any(body.tags[c] == "MD" for c in body.dependents(verb, "aux"))


def _is_conditional(scene: Scene, verb: int) -> bool:
    """ "if he says", "had the minister said"."""
    body = scene.body
    subject = own_subject(body, verb)
    inverted = subject is not None and any(c < subject and body.lower[c] in ("had", "should", "were") for c in body.dependents(verb, "aux"))
    return inverted or any(body.lower[c] in scene.words["conditionals"] for c in body.dependents(verb, "mark"))


def _is_question(body: Body, verb: int) -> bool:
    """ "Did X say ...?": an auxiliary before the subject, a question mark at the end."""
    subject = own_subject(body, verb)
    _, end = sentence(body, verb)
    asks = body.words[end - 1] == "?" or body.words[max(end - 2, 0)] == "?"
    return asks and subject is not None and any(c < subject for c in body.dependents(verb, "aux"))


def _is_unrealised(scene: Scene, verb: int, group: str) -> bool:
    """ "to say" under a verb that does not tell that it happened: wants to say, is expected to say; without saying."""
    body = scene.body
    if body.deps[verb] == "pcomp" and body.lower[body.heads[verb]] in ("without", "of"):
        return True
    if not any(body.tags[c] == "TO" for c in body.dependents(verb, "aux")):
        return False
    head = body.heads[verb]
    told = body.lower[head] in scene.words["realising"] or (body.deps[verb] == "advcl" and group not in _INNER)
    return not told or not is_verb(body, head)


def unreal(scene: Scene, cue: FoundCue) -> str | None:
    """Why the cue reports no saying that took place, None where it does."""
    return unreal_at(scene, cue.head, cue.pos, cue.entries[0].group)


def unreal_at(scene: Scene, head: int, pos: str | None, group: str = "") -> str | None:
    """The same for any word that is taken for a cue, with its part of speech and the group it would belong to."""
    body = scene.body
    if pos not in ("verb", "adjective"):
        return None
    verb = head if pos == "verb" else body.heads[head]
    if _is_negated(scene, verb) or _nobody(scene, verb):
        return "negated"
    if _is_hearsay(scene, verb):
        return "nobody's hearsay"
    if _is_modal(body, verb):
        return "not yet or only possibly said"
    if _is_conditional(scene, verb):
        return "conditional"
    if _is_question(body, verb):
        return "asked, not told"
    return "not told to have happened" if _is_unrealised(scene, verb, group) else None
