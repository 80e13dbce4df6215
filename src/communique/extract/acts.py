"""The act of a statement: what the cue's lexicon entry says, refined by the content where the cue ("said") tells none."""

from collections.abc import Iterator, Sequence

from communique.extract.scene import Scene
from communique.extract.tree import own_subject
from communique.lexicon import Cue
from communique.model import Act, Range

_BY_WORDS: tuple[Act, ...] = (
    "condole", "congratulate", "thank", "apologize", "deny", "reject", "demand", "request", "accuse", "condemn", "praise", "warn",
)  # fmt: skip
_OWN = frozenset({"we", "i", "it", "he", "she", "they"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "ready", "prepared", "intends", "intend", "plans", "plan", "decided", "willing"})


def act_of(scene: Scene, entry: Cue | None, ranges: Sequence[Range], is_phrase: bool) -> Act | None:
    """The act; None where neither cue nor content tells."""
    if entry is None:
        return _by_content(scene, ranges) or "assert"
    if entry.act == "request" and _has(scene, "stopping", ranges):
        return "demand"
    if entry.act != "assert" or is_phrase:
        return entry.act
    return _by_content(scene, ranges) or entry.act


def _words(scene: Scene, ranges: Sequence[Range]) -> Iterator[str]:
    return (word for first, end in ranges for word in scene.body.lower[first:end])


def _has(scene: Scene, name: str, ranges: Sequence[Range]) -> bool:
    return any(word in scene.words[name] for word in _words(scene, ranges))


def _by_content(scene: Scene, ranges: Sequence[Range]) -> Act | None:
    own = _own_deed(scene, ranges)
    if own is not None:
        return own
    return next((act for act in _BY_WORDS if _has(scene, f"act_{act}", ranges)), None)


def _own_deed(scene: Scene, ranges: Sequence[Range]) -> Act | None:
    """What the speaker's side will do: promised for somebody's good, threatened to somebody's harm, offered, refused, or announced."""
    body = scene.body
    first, end = ranges[0]
    root = next((t for t in range(first, end) if not first <= body.heads[t] < end or body.heads[t] == t), first)
    subject = own_subject(body, root)
    if subject is None or body.lower[subject] not in _OWN:
        return None
    near = {body.lower[root], *(body.lower[c] for c in body.children[root])}
    if near.isdisjoint(_FUTURE):
        return None
    if any(body.deps[c] == "neg" for c in body.children[root]):
        return "reject"
    kinds: tuple[tuple[str, Act], ...] = (("conciliatory", "propose"), ("hostile", "threaten"), ("helpful", "promise"))
    return next((act for name, act in kinds if _has(scene, name, ranges)), "announce")
