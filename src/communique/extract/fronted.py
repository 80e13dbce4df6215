"""Contents before the cue: quotations and clauses that "..., said X" is put behind or into."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, has_finite_verb, reporting_clause, words_between
from communique.extract.tree import is_punctuation, own_subject, sentence, trim
from communique.model import Body, Range

_SEPARATORS = frozenset({",", '"', "'", "-", "--", "—", "–", "?", "!", "."})


def _skip_marks_left(body: Body, token: int, low: int) -> int:
    """Index of the last word before `token`, not before `low`; low - 1 if there is none."""
    while token > low and is_punctuation(body, token - 1):
        token -= 1
    return token - 1


def _left_part(scene: Scene, clause: Range) -> Range | None:
    """What stands before the reporting clause: back to the start of the sentence, or of the quotation that reaches over it."""
    body = scene.body
    low, _ = sentence(body, clause[0])
    start, _ = body.paragraphs[body.paragraph_of[clause[0]]]
    last = _skip_marks_left(body, clause[0], start)
    if last < start or not _SEPARATORS & set(body.lower[last + 1 : clause[0]]):
        return None
    number = body.quotation_of[last]
    if last < low and number < 0:
        return None
    first = low if last >= low else sentence(body, last)[0]
    if body.quotation_of[first] >= 0 or last < low:
        piece = next(
            (p for p in body.quotations[body.quotation_of[first] if body.quotation_of[first] >= 0 else number].pieces if p[0] <= last), None
        )
        first = min(first, piece[0]) if piece else first
    return first, last + 1


def _right_part(scene: Scene, clause: Range, left: Range) -> Range | None:
    """What goes on after the reporting clause: the rest of the sentence, or the quotation that is taken up again."""
    body = scene.body
    _, high = sentence(body, clause[0])
    _, stop = body.paragraphs[body.paragraph_of[clause[0]]]
    token, marks = clause[1], []
    while token < stop and is_punctuation(body, token):
        marks.append(body.words[token])
        token += 1
    if token >= stop or not marks:
        return None
    number = body.quotation_of[token]
    if number >= 0 and body.quotation_of[left[1] - 1] >= 0:
        return next(((token, p[1]) for p in body.quotations[number].pieces if p[0] <= token < p[1]), None)
    return (token, high) if token < high and marks[0] in (",", "-", "--", "—", "–") and number < 0 else None


def _resumed(body: Body, verb: int, left: Range) -> Range | None:
    """The quotation that opens the next sentence of the paragraph, where the one with the cue began with a quotation too."""
    number = body.sentence_of[verb] + 1
    if body.quotation_of[left[1] - 1] < 0 or number == len(body.sentences):
        return None
    first, end = body.sentences[number]
    while first < end and is_punctuation(body, first):
        first += 1
    if first == end or body.paragraph_of[first] != body.paragraph_of[verb] or body.quotation_of[first] < 0:
        return None
    return next((p for p in body.quotations[body.quotation_of[first]].pieces if p[0] == first), None)


def is_end(body: Body, token: int) -> bool:
    """True at punctuation and where the sentence is over."""
    return token >= len(body) or is_punctuation(body, token) or body.sentences[body.sentence_of[token]][0] == token


def _is_fully_quoted(body: Body, span: Range) -> bool:
    return all(body.quotation_of[t] >= 0 or is_punctuation(body, t) for t in range(*span))


def _has_content(scene: Scene, part: Range) -> bool:
    return words_between(scene.body, *part) > 1 and (_is_fully_quoted(scene.body, part) or has_finite_verb(scene.body, part))


def _first_person_outside(scene: Scene, span: Range) -> bool:
    return any(scene.is_first_person(t) and scene.body.quotation_of[t] < 0 for t in range(*span))


def _parts(scene: Scene, cue: FoundCue) -> tuple[Range, ...]:
    """Left and right part around a cue that stands behind or inside what it attributes; () if it does not."""
    body = scene.body
    if cue.pos != "verb" or body.quotation_of[cue.head] >= 0 or own_subject(body, cue.head) is None:
        return ()
    clause = reporting_clause(scene, cue.head)
    if not is_end(body, clause[1]) or any(c > cue.head for c in body.dependents(cue.head, "ccomp") if body.lower[body.lefts[c]] == "that"):
        return ()
    left = _left_part(scene, clause)
    if left is None or words_between(body, *left) < 1:
        return ()
    right = _right_part(scene, clause, left) or _resumed(body, cue.head, left)
    if right is not None and not (_is_fully_quoted(body, right) or _goes_on(body, cue, right)):
        right = None
    parts = tuple(p for p in (trim(body, left), trim(body, right) if right else None) if p)
    return parts if any(_has_content(scene, p) for p in parts) else ()


def _goes_on(body: Body, cue: FoundCue, right: Range) -> bool:
    """True where the words after the reporting clause belong to the clause it interrupts, not to the cue."""
    root = next((t for t in range(*right) if not right[0] <= body.heads[t] < right[1]), right[0])
    head = body.heads[root]
    return head != cue.head or body.deps[root] in ("ccomp", "conj")


def quotation_before(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A quotation before its reporting clause, or around it: "[We will stay]," said the envoy. "[We have time.]" """
    entry, parts = cue.entry("quote"), _parts(scene, cue)
    if entry is not None and parts and _is_fully_quoted(scene.body, parts[0]):
        yield Content(parts, entry, 0.97)


def fronted_clause(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A clause before its reporting clause, or around it: [The talks], the envoy said, [would go on]."""
    entry, parts = cue.entry("quote"), _parts(scene, cue)
    if (
        entry is not None
        and parts
        and not _is_fully_quoted(scene.body, parts[0])
        and not any(_first_person_outside(scene, p) for p in parts)
    ):
        yield Content(parts, entry, 0.93)


def unmarked_direct(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """Direct speech whose quotation marks were lost, known by its first person: [We intend to stay], said the envoy."""
    entry, parts = cue.entry("quote"), _parts(scene, cue)
    if entry is not None and parts and not _is_fully_quoted(scene.body, parts[0]) and any(_first_person_outside(scene, p) for p in parts):
        yield Content(parts, entry, 0.94)
