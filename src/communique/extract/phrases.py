"""Fixed phrases: "according to X, ...", "..., in the words of X"."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, has_finite_verb
from communique.extract.tree import hull, is_punctuation, minus, sentence, trim
from communique.model import Body, Range


def phrase_range(body: Body, cue: FoundCue) -> Range:
    """The whole phrase with its source: "according to the ministry in Paris"."""
    top = cue.head
    return hull([body.subtree(top), *(body.subtree(t) for t in range(*cue.words) if body.lefts[t] >= cue.words[0])])


def _reach(body: Body, cue: FoundCue, phrase: Range) -> Range:
    """The clause or sentence the phrase belongs to; a quotation that ends right before it is taken whole."""
    span = sentence(body, cue.head)
    before = trim(body, (span[0], phrase[0]))
    if before is None and trim(body, (phrase[1], span[1])) is None:
        following = body.sentence_of[cue.head] + 1
        same = following < len(body.sentences) and body.paragraph_of[body.sentences[following][0]] == body.paragraph_of[cue.head]
        return (span[0], body.sentences[following][1]) if same else span
    number = body.quotation_of[span[0]]
    if number >= 0:
        span = (min(span[0], *(p[0] for p in body.quotations[number].pieces if p[0] <= span[0] < p[1])), span[1])
    return span


def _is_set_off(body: Body, phrase: Range) -> bool:
    """True where punctuation parts the phrase from the clause on one side; a phrase that opens the sentence needs it behind."""
    opens = phrase[0] == sentence(body, phrase[0])[0]
    before = not opens and is_punctuation(body, phrase[0] - 1)
    return before or (phrase[1] < len(body) and body.words[phrase[1]] == ",")


def _names_a_speaker(scene: Scene, cue: FoundCue) -> bool:
    """False for "placed according to the plan"."""
    last = cue.words[1] - 1
    heads = (p for t in (last, cue.head) for p in scene.body.dependents(t, "pobj"))
    head = next(heads, None)
    return head is not None and scene.can_speak(head)


def according_to(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """What a phrase attributes: According to the ministry, [the road is open]; [the road is open], according to the ministry."""
    body = scene.body
    entry = cue.entry("clause")
    if cue.pos != "phrase" or entry is None or body.quotation_of[cue.head] >= 0:
        return
    phrase = phrase_range(body, cue)
    if not _is_set_off(body, phrase) and not _names_a_speaker(scene, cue):
        return
    parts = [p for p in (trim(body, r) for r in minus(_reach(body, cue, phrase), phrase)) if p]
    if parts and any(has_finite_verb(body, p) for p in parts) and not any(_reports(scene, p) for p in parts):
        yield Content(tuple(parts), entry, 0.93)


def _reports(scene: Scene, part: Range) -> bool:
    """True where the part is itself a report ("..., the minister said"): then the phrase names who passed it on."""
    roots = (t for t in range(*part) if not part[0] <= scene.body.heads[t] < part[1] or scene.body.heads[t] == t)
    cues = (scene.cues.get(t) for t in roots)
    return any(cue is not None and cue.pos == "verb" and _has_words(scene.body, cue, part) for cue in cues)


def _has_words(body: Body, cue: FoundCue, part: Range) -> bool:
    quoted = any(body.quotation_of[t] >= 0 for t in range(*part))
    return cue.entry("clause", "quote") is not None and (quoted or bool(body.dependents(cue.head, "ccomp")))
