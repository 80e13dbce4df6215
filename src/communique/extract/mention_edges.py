"""Where a source mention begins and ends: without the time that only stands beside it, without stray marks, with its brackets closed."""

from communique.extract.scene import Scene
from communique.extract.sources import Source
from communique.extract.tree import governors, is_punctuation
from communique.model import Body

_RELATIVE = ("WP", "WDT", "WRB")
_AUXILIARY = ("MD", "RB", "VBZ", "VBD", "VBP", "VBN", "VB")
_DESCRIBING = ("NN", "NNP", "JJ", "HYPH", "DT", "CD")
_COMPOUND = ("HYPH", "NN", "NNS", "NNP", "NNPS", "JJ", "IN", "DT")
_OPEN, _CLOSED = "([", ")]"


def bounded(scene: Scene, source: Source) -> Source:
    """A mention without what stands beside it: [Meanwhile] Dana Holub, [Last month] he, the governor [on Friday], [what] the company."""
    body, head = scene.body, source.head
    first, end = source.words
    if body.tags[head] == "PRP" and not body.dependents(head, "conj", "appos"):
        return Source(head, (head, head + 1))
    if first < head and _is_weekday(scene, head) and body.tags[head - 1].startswith("NN"):
        head, end = head - 1, head  # Vance Thursday
    first = _begun(scene, head, first)
    end = _ended(scene, head, end)
    return Source(head, (first, _closed(body, first, end)))


def named(scene: Scene, source: Source, anchor: int) -> Source:
    """A mention with the name or description that the parser parted from it: the state agency [Tass] said, [chip maker] Lumen said."""
    body, end = scene.body, source.words[1]
    first = _described(scene, source.words[0]) if source.words[0] < anchor else source.words[0]
    stop = next(
        (
            t
            for t in range(end, anchor)
            if not body.tags[t].startswith("NNP") or _is_time(scene, t) or (is_punctuation(body, t) and body.words[t] != "-")
        ),
        anchor,
    )
    if (
        end < anchor
        and body.tags[end] == "HYPH"
        and body.tags[anchor - 1].startswith("NN")
        and all(body.tags[t] in _COMPOUND for t in range(end, anchor))
    ):
        return Source(source.head, (first, anchor))
    known = end < stop and body.tags[end - 1].startswith("NN") and body.sentence_of[end - 1] == body.sentence_of[anchor]
    if not known or not all(body.tags[t] in _AUXILIARY for t in range(stop, anchor)):
        return Source(source.head, (first, end))
    return Source(source.head, (first, stop))


def _described(scene: Scene, first: int) -> int:
    """The start over the bare description of a name, where the parser parts them: [chip maker] Lumen said."""
    body, start = scene.body, first
    low = body.sentences[body.sentence_of[first]][0]
    if first == low or not body.tags[first].startswith("NNP") or body.tags[first - 1] != "NN" or not body.words[first - 1].islower():
        return first
    while start > low and body.tags[start - 1] in _DESCRIBING and not _is_time(scene, start - 1):
        start -= 1
    opens = start == low or is_punctuation(body, start - 1) or body.tags[start - 1] == "CC"
    return start if opens else first


def _begun(scene: Scene, head: int, first: int) -> int:
    """The start after times, adverbs, relatives and marks that do not belong to the head."""
    body = scene.body
    beside = [t for t in range(first, head) if _is_time(scene, t) and head not in governors(body, t)]
    first = next((t + 1 for t in reversed(beside) if all(head not in governors(body, u) for u in range(first, t))), first)
    if first < head and (_opens_with_day(scene, first) or (_is_weekday(scene, first) and body.lower[first - 1 : first] == ("on",))):
        first += 1
    while first < head and _is_stray(body, first, head):
        first += 1
    return first


def _is_stray(body: Body, token: int, head: int) -> bool:
    """True for marks, relatives, conjunctions that join nothing here, adverbs of the verb."""
    if is_punctuation(body, token) or body.tags[token] in _RELATIVE or body.deps[token] == "cc":
        return True
    return body.tags[token] == "RB" and head not in governors(body, token)


def _ended(scene: Scene, head: int, end: int) -> int:
    """The end before a time that follows: Vance [on Thursday], Vance [Thursday]."""
    body = scene.body
    when = [p for p in body.dependents(head, "prep") if head < p < end and scene.is_time(p) and body.rights[p] >= end - 1]
    end = min([end, *(body.lefts[p] for p in when)])
    while end > head + 1 and (_is_weekday(scene, end - 1) or (is_punctuation(body, end - 1) and body.words[end - 1] not in _CLOSED)):
        end -= 1
    return end


def _closed(body: Body, first: int, end: int) -> int:
    """The end over a bracket that closes one of the mention's, before one that stays open."""
    words = body.words[first:end]
    opened = [t for t in range(first, end) if body.words[t] in _OPEN]
    if not opened or len(opened) <= sum(w in _CLOSED for w in words):
        return end
    return end + 1 if body.words[end : end + 1] and body.words[end] in _CLOSED else opened[-1]


def _opens_with_day(scene: Scene, token: int) -> bool:
    """True for "Yesterday" where it opens the sentence; the parser takes it for part of the name behind."""
    body = scene.body
    return body.sentences[body.sentence_of[token]][0] == token and _is_time(scene, token) and body.tags[token] != "IN"


def _is_weekday(scene: Scene, token: int) -> bool:
    return scene.body.lower[token] in scene.words["weekdays"]


def _is_time(scene: Scene, token: int) -> bool:
    word = scene.body.lower[token]
    return _is_weekday(scene, token) or word in scene.words["times"] or word in scene.words["months"]
