"""Statements without a cue: quotations and first-person sentences that go on with the words of the speaker before."""

from collections.abc import Iterator, Sequence

from communique.extract.proposal import Content
from communique.extract.scene import Scene, has_finite_verb
from communique.extract.tree import is_punctuation, is_verb, overlap, own_subject, paragraph, trim
from communique.model import Body, Quotation, Range


def _is_free(span: Range, taken: Sequence[Range]) -> bool:
    return not any(overlap(span, t) for t in taken)


def _is_whole(body: Body, quotation: Quotation) -> bool:
    """True where a quotation opens its sentence and is long enough to be one."""
    first, end = quotation.pieces[0]
    opens = all(is_punctuation(body, t) for t in range(body.sentences[body.sentence_of[first]][0], first))
    return opens and sum(e - f for f, e in quotation.pieces) >= 4 and has_finite_verb(body, (first, end))


def floating(scene: Scene, taken: Sequence[Range]) -> Iterator[Content]:
    """A quotation of whole sentences without a reporting clause, after a statement: "[We have time. The door is open.]" """
    body = scene.body
    for quotation in body.quotations:
        first = quotation.pieces[0][0]
        if (
            trim(body, quotation.pieces[-1]) in scene.tags
            or not _is_whole(body, quotation)
            or not all(_is_free(p, taken) for p in quotation.pieces)
        ):
            continue
        if any(t[0] < first and body.paragraph_of[first] - body.paragraph_of[t[1] - 1] <= 1 for t in taken):
            yield Content(quotation.pieces, None, 0.6)


def _introducer(body: Body, colon: int) -> int | None:
    """Head of who is named before a colon: the name that touches it, else the subject of the first verb that has one."""
    if body.tags[colon - 1] in ("NNP", "NNPS"):
        return colon - 1
    first, _ = body.sentences[body.sentence_of[colon]]
    subjects = (own_subject(body, t) for t in range(first, colon) if is_verb(body, t))
    return next((s for s in subjects if s is not None and s < colon), None)


def introduced(scene: Scene, taken: Sequence[Range]) -> Iterator[Content]:
    """A quotation behind a colon without a reporting verb: The president issued the following statement: "[We mourn with you.]" """
    body = scene.body
    for quotation in body.quotations:
        first = quotation.pieces[0][0]
        colon = first - 1
        while colon > 0 and is_punctuation(body, colon) and body.words[colon] != ":":
            colon -= 1
        if colon < 1 or body.words[colon] != ":" or not all(_is_free(p, taken) for p in quotation.pieces):
            continue
        source = _introducer(body, colon)
        if source is not None and sum(e - f for f, e in quotation.pieces) >= 4:
            yield Content(quotation.pieces, None, 0.7, source=source)


def _is_unmarked(scene: Scene, sentence: Range) -> bool:
    """True for a sentence in the first person without quotation marks."""
    tokens = range(*sentence)
    return any(map(scene.is_first_person, tokens)) and all(scene.body.quotation_of[t] < 0 for t in tokens)


def continued(scene: Scene, taken: Sequence[Range]) -> Iterator[Content]:
    """A sentence in the first person, without marks, right after a statement: The envoy said that ... [We hope to agree soon.]

    Where the first person stands elsewhere too, the author speaks of himself, and nothing is concluded.
    """
    body = scene.body
    free = [n for n, s in enumerate(body.sentences) if _is_unmarked(scene, s) and _is_free(s, taken)]
    following = [n for n in free if _follows(body, n, taken)]
    if len(following) < len(free):
        return
    for number in following:
        content = trim(body, body.sentences[number])
        if content and has_finite_verb(body, content):
            yield Content((content,), None, 0.7)


def _follows(body: Body, number: int, taken: Sequence[Range]) -> bool:
    """True where the sentence before, in the same paragraph, holds a statement."""
    if number == 0:
        return False
    before, here = body.sentences[number - 1], body.sentences[number]
    return body.paragraph_of[before[0]] == body.paragraph_of[here[0]] and not _is_free(before, taken)


def _label(scene: Scene, paragraph: Range) -> Range | None:
    """The name before a colon that opens a paragraph: "KARIMOV:", "Mr. Delaney:"."""
    body, (first, end) = scene.body, paragraph
    colon = next((t for t in range(first, min(first + 8, end - 2)) if body.words[t] == ":"), None)
    if colon is None or colon == first or body.quotation_of[first] >= 0:
        return None
    words = [t for t in range(first, colon) if not is_punctuation(body, t)]
    named = all(body.words[t][:1].isupper() for t in words) and any(body.tags[t].startswith("N") or body.words[t].isupper() for t in words)
    return (first, colon) if words and named and not any(body.lower[t] in scene.words["labels"] for t in words) else None


def _is_speech(body: Body, content: Range) -> bool:
    """True where the first verb that carries tense has a subject: "Served in several posts" is a note on somebody."""
    finite = next((t for t in range(*content) if body.tags[t] in ("VBD", "VBZ", "VBP", "MD")), None)
    verb = finite if finite is None or body.deps[finite] not in ("aux", "auxpass") else body.heads[finite]
    return verb is not None and own_subject(body, verb) is not None


def transcript(scene: Scene, taken: Sequence[Range]) -> Iterator[Content]:
    """A turn of a transcript: a name in capitals, or one the article knows, before a colon: KARIMOV: [We have nothing to hide.]"""
    body = scene.body
    labels = [label for label in (_label(scene, p) for p in body.paragraphs) if label]
    for first, colon in labels:
        name = body.words[colon - 1]
        full = colon - first > 1 and sum(w == name for w in body.words) > 1
        known = name.isupper() or full or len(labels) > 2
        content = trim(body, (colon + 1, paragraph(body, first)[1]))
        if known and content and _is_free(content, taken) and _is_speech(body, content):
            yield Content((content,), None, 0.7, source=colon - 1)
