"""Contents before the cue: quotations and clauses that "..., said X" is put behind or into."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.extract.closing import closing_of
from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, has_finite_verb, reporting_clause, words_between
from communique.extract.sources import subject_of
from communique.extract.tree import is_punctuation, own_subject, paragraph, sentence, trim
from communique.lexicon import Cue
from communique.model import Body, Range

_DASHES = ("-", "--", "—", "–")
_ADVERBIAL = frozenset({"advcl", "prep", "npadvmod", "advmod", "mark", "cc"})
_SEPARATORS = frozenset({",", '"', "'", "?", "!", ".", *_DASHES})


class Frame(NamedTuple):
    """A reporting clause with what stands around it: the content's parts left and right, the source's head, the entry."""

    left: tuple[Range, ...]
    right: tuple[Range, ...]
    source: int
    entry: Cue

    @property
    def parts(self) -> tuple[Range, ...]:
        """All parts in order."""
        return self.left + self.right


def _speaker(scene: Scene, verb: int) -> int | None:
    """Head of the subject; without one on this side of the marks, of the noun phrase right behind the verb, however it was parsed."""
    body = scene.body
    subject = own_subject(body, verb)
    if subject is not None and (subject > verb or not _is_set_off(body, subject, verb)):
        return subject
    if body.tags[verb] == "VBG":
        return None
    behind = (c for c in body.children[verb] if c > verb and body.lefts[c] == verb + 1 and scene.can_speak(c))
    return next((c for c in behind if body.deps[c] not in ("npadvmod", "dative")), None)


def _is_set_off(body: Body, subject: int, verb: int) -> bool:
    """True where a quotation mark stands between subject and verb, or nothing but a comma: the words before belong to the content."""
    between = range(body.rights[subject] + 1, verb)
    return body.quotation_of[subject] >= 0 or any(body.words[t] == '"' for t in between) or [body.words[t] for t in between] == [","]


def _pieces_before(body: Body, last: int) -> tuple[Range, ...]:
    """The quotation that ends with the word `last`, or that and the reporter's words before it in its sentence."""
    pieces = [p for p in body.quotations[body.quotation_of[last]].pieces if p[0] <= last]
    start = pieces[0][0]
    low, _ = sentence(body, start)
    if words_between(body, low, start) == 0:
        return (*pieces[:-1], (pieces[-1][0], last + 1))
    return ((low, last + 1),)


def _left(scene: Scene, clause: Range) -> tuple[Range, ...]:
    """What stands before the reporting clause, back to the start of the sentence or of the quotation; () where nothing is set off."""
    body = scene.body
    start, _ = body.paragraphs[body.paragraph_of[clause[0]]]
    last = clause[0] - 1
    while last >= start and is_punctuation(body, last):
        last -= 1
    if last < start or not _SEPARATORS & set(body.lower[last + 1 : clause[0]]):
        return ()
    if body.quotation_of[last] >= 0:
        return _pieces_before(body, last)
    low, _ = sentence(body, clause[0])
    first = _next_word(body, low, last + 1)
    if last < low:
        return ()
    part = max([low, *(t + 1 for t in range(low, last) if body.words[t] == ";")])
    opening = _pieces_before(body, first) if body.quotation_of[first] >= 0 else ((part, last + 1),)
    return (*opening[:-1], (opening[-1][0], last + 1))


def _quoted_from(body: Body, token: int) -> tuple[Range, ...]:
    """The quotation from a token of it on."""
    pieces = body.quotations[body.quotation_of[token]].pieces
    return tuple((max(token, first), end) for first, end in pieces if end > token)


def _next_word(body: Body, token: int, stop: int) -> int:
    while token < stop and is_punctuation(body, token):
        token += 1
    return token


def _right(scene: Scene, cue: FoundCue, clause: Range, left: tuple[Range, ...]) -> tuple[Range, ...]:
    """What goes on after the reporting clause: the quotation taken up again, or the clause that was interrupted."""
    body = scene.body
    stop = body.paragraphs[body.paragraph_of[cue.head]][1]
    _, high = sentence(body, cue.head)
    token = _next_word(body, clause[1], stop)
    quoted = body.quotation_of[left[-1][1] - 1] >= 0
    if token < stop and quoted and body.quotation_of[token] >= 0:
        return _quoted_from(body, token)
    if clause[1] < token < high and body.words[clause[1]] in (",", *_DASHES) and _goes_on(body, cue, (token, high)):
        return ((token, high),)
    return _further(scene, cue, left, high) if quoted else ()


def _further(scene: Scene, cue: FoundCue, left: tuple[Range, ...], end: int) -> tuple[Range, ...]:
    """The quotation that goes on behind the sentence of the reporting clause, unless it has one of its own."""
    body, stop = scene.body, paragraph(scene.body, cue.head)[1]
    token = _next_word(body, end, stop)
    further = _quoted_from(body, token) if token < stop and _opens(body, token) else ()
    words = [p for part in (*left, *further) if (p := trim(body, part))]
    return further if further and scene.claims(cue.head, words) else ()


def _opens(body: Body, token: int) -> bool:
    number = body.quotation_of[token]
    return number >= 0 and body.quotations[number].pieces[0][0] == token


def _goes_on(body: Body, cue: FoundCue, right: Range) -> bool:
    """True where the words after the reporting clause belong to the clause it interrupts, not to the cue."""
    if all(body.quotation_of[t] >= 0 or is_punctuation(body, t) for t in range(*right)):
        return True
    outside = [t for t in range(*right) if not right[0] <= body.heads[t] < right[1] or body.heads[t] == t]
    if any(body.heads[t] != cue.head for t in outside):
        return True
    return any(body.deps[t] == "ccomp" or (body.deps[t] == "conj" and _has_noun_subject(body, t)) for t in outside)


def _has_noun_subject(body: Body, verb: int) -> bool:
    subject = own_subject(body, verb)
    return subject is not None and body.lower[subject] not in ("he", "she", "they")


def is_end(body: Body, token: int) -> bool:
    """True at punctuation and where the sentence is over."""
    return token >= len(body) or is_punctuation(body, token) or body.sentences[body.sentence_of[token]][0] == token


def _is_fully_quoted(body: Body, parts: tuple[Range, ...]) -> bool:
    return all(body.quotation_of[t] >= 0 or is_punctuation(body, t) for part in parts for t in range(*part))


def _has_content(body: Body, parts: tuple[Range, ...]) -> bool:
    return any(words_between(body, *p) > 1 and (_is_fully_quoted(body, (p,)) or has_finite_verb(body, p)) for p in parts)


def _has_object(body: Body, cue: FoundCue, source: int) -> bool:
    """True where the verb says something of its own: ", and they denied the charge"."""
    return cue.entry("addressee") is None and any(c > cue.head and c != source for c in body.dependents(cue.head, "dobj"))


def _is_adverbial(body: Body, verb: int, left: Range) -> bool:
    """True where what stands before only tells when or why: "After he had left, the minister said"."""
    hung = [body.deps[t] for t in range(*left) if body.heads[t] == verb and not is_punctuation(body, t)]
    return bool(hung) and set(hung) <= _ADVERBIAL


def _first_person_outside(scene: Scene, parts: tuple[Range, ...]) -> bool:
    return any(scene.is_first_person(t) and scene.body.quotation_of[t] < 0 for part in parts for t in range(*part))


def _frame(scene: Scene, cue: FoundCue) -> Frame | None:
    """The frame of a cue that stands behind or inside what it attributes; None if it does not."""
    body, entry = scene.body, cue.entry("quote")
    source = _speaker(scene, cue.head) if cue.pos == "verb" else None
    if entry is not None and entry.lemma == "quote":  # "...," the agency quoted the minister as saying
        source = next(iter(body.dependents(cue.head, "dobj", "nsubjpass")), source)
    if entry is None or source is None or body.quotation_of[cue.head] >= 0 or body.deps[source] == "expl":
        return None
    clause = reporting_clause(scene, cue.head)
    if any(c > cue.head for c in body.dependents(cue.head, "ccomp") if body.lower[body.lefts[c]] == "that"):
        return None
    left = _left(scene, clause)
    if (
        not left
        or not (is_end(body, clause[1]) or _is_fully_quoted(body, left))
        or body.deps[cue.head] == "relcl"
        or (body.lower[source] == "it" and body.dependents(cue.head, "auxpass"))
    ):
        return None
    right = _right(scene, cue, clause, left)
    if scene.quoted_by(cue.head) and not _is_fully_quoted(body, right):
        right = ()
    own_voice = _is_fully_quoted(body, left) or _first_person_outside(scene, left)
    if not own_voice and (_has_object(body, cue, source) or (not right and _is_adverbial(body, cue.head, left[-1]))):
        return None
    is_whole = _has_content(body, left + right) and scene.claims(cue.head, [p for part in left + right if (p := trim(body, part))])
    return Frame(left, right, source, entry) if is_whole else None


def _content(frame: Frame, score: float, body: Body) -> Content:
    parts = tuple(p for p in (trim(body, part) for part in frame.parts) if p)
    return Content(parts, frame.entry, score, source=frame.source)


def quotation_before(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A quotation before its reporting clause, or around it: "[We will stay]," said the envoy. "[We have time.]" """
    frame = _frame(scene, cue)
    if frame and _is_fully_quoted(scene.body, frame.left):
        yield _content(frame, 0.97, scene.body)
    elif frame is None:
        yield from _tagged(scene, cue)


def _tagged(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """The quotation that a verb is the tag of where the tree does not show it."""
    entry, words = cue.entry("quote"), scene.quoted_by(cue.head)
    if entry is not None and words is not None:
        pieces = [p for p in scene.body.quotations[scene.body.quotation_of[words[0]]].pieces if p[1] <= words[0]]
        source = _speaker(scene, cue.head)
        further = _further(scene, cue, (*pieces, words), sentence(scene.body, cue.head)[1])
        yield Content((*pieces, words, *further), entry, 0.95, source=subject_of(scene.body, cue.head) if source is None else source)


def fronted_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A clause before its reporting clause, or around it: [The talks], the envoy said, [would go on]."""
    frame = _frame(scene, cue)
    told = frame is not None and frame.source > cue.head and cue.entry("addressee") is not None  # the hearer taken for who speaks
    closed = _closed(scene, cue) if frame is None or told else None
    if closed is not None:
        yield closed
    elif frame and not _is_fully_quoted(scene.body, frame.left) and not _first_person_outside(scene, frame.parts):
        yield _content(frame, 0.93, scene.body)


def _closed(scene: Scene, cue: FoundCue) -> Content | None:
    """The words before a reporting clause that closes its sentence, where the tree does not show it."""
    entry, body = cue.entry("quote"), scene.body
    if entry is None or cue.pos != "verb" or body.quotation_of[cue.head] >= 0 or scene.quoted_by(cue.head):
        return None
    closing = closing_of(scene, cue)
    content = trim(body, (sentence(body, cue.head)[0], closing.end)) if closing else None
    if closing is None or content is None or not scene.claims(cue.head, (content,)) or _first_person_outside(scene, (content,)):
        return None
    return Content((content,), entry, 0.9, source=closing.source)


def unmarked_direct(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """Direct speech whose quotation marks were lost, known by its first person: [We intend to stay], said the envoy."""
    frame = _frame(scene, cue)
    if frame and not _is_fully_quoted(scene.body, frame.left) and _first_person_outside(scene, frame.parts):
        yield _content(frame, 0.94, scene.body)
