"""The reporting clause right behind a quotation, told by marks and order alone: "[We will stay]," said the envoy.

A quotation that ends in a comma waits for its speaker; what follows it names him, whatever the parser made of the words around.
"""

from collections.abc import Iterator, Mapping

from communique.extract.cues import FoundCue
from communique.extract.tree import is_punctuation, own_subject, trim
from communique.model import Body, Range

_REACH = 30  # tokens from the closing mark to the verb: names, offices, a clause between commas
_NEAR = 7  # the same where the quotation ends in a question or exclamation mark, which may as well end the sentence
_CLOSERS = frozenset({'"', "'"})
_QUESTIONS = frozenset({"?", "!", "—", "–", "--"})
_NO_TAG = frozenset({"and", "but", "or", "nor", "which", "who", "that", "whose", "as", "so", "yet"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def tags_of(body: Body, cues: Mapping[int, FoundCue]) -> dict[Range, int]:
    """For each quotation with a reporting clause right behind it, by the words of its last piece, the verb that reports it."""
    found = ((trim(body, q.pieces[-1]), _tag(body, cues, q.pieces[-1], q.pieces[0])) for q in body.quotations if q.closed)
    return {words: verb for words, verb in found if words is not None and verb is not None}


def _tag(body: Body, cues: Mapping[int, FoundCue], piece: Range, opening: Range) -> int | None:
    if not _opens_sentence(body, opening[0]):
        return None
    end, stop = piece[1], body.paragraphs[body.paragraph_of[piece[0]]][1]
    behind = next((t for t in range(end, stop) if body.words[t] not in _CLOSERS), stop)
    last = body.words[end - 1]
    if behind < stop and body.words[behind] == "," and last not in _QUESTIONS:
        behind, last = behind + 1, ","
    if behind >= stop or body.lower[behind] in _NO_TAG or body.quotation_of[behind] >= 0:
        return None
    verb = next(_reporting(body, cues, behind, min(stop, behind + _REACH)), None)
    if verb is None or not (last == "," or (last in _QUESTIONS and verb - behind < _NEAR and _is_bare(body, verb))):
        return None
    return _saying(body, verb)


def _opens_sentence(body: Body, token: int) -> bool:
    """True where nothing but marks stands before it in its sentence."""
    low, _ = body.sentences[body.sentence_of[token]]
    return all(is_punctuation(body, t) for t in range(low, token))


def _reporting(body: Body, cues: Mapping[int, FoundCue], first: int, stop: int) -> Iterator[int]:
    """Verbs of saying from a place on that carry tense, up to the end of the sentence or the next quotation."""
    for token in range(first, stop):
        if body.words[token] in (".", ";", ":") or body.quotation_of[token] >= 0:
            return
        cue = cues.get(token)
        if cue is None or cue.pos != "verb" or cue.entry("quote") is None:
            continue
        if body.tags[token] in _FINITE and body.deps[token] not in ("relcl", "acl"):
            yield token


def _is_bare(body: Body, verb: int) -> bool:
    """True where the verb reports nothing of its own; what follows it at once may be who speaks, whatever the parser says."""
    return not any(
        c > verb and (body.deps[c] == "ccomp" or (body.deps[c] == "dobj" and own_subject(body, verb) is not None))
        for c in body.children[verb]
    )


def _saying(body: Body, verb: int) -> int:
    """The verb itself, or the "saying" of "the agency quoted the envoy as saying"."""
    told = (p for a in body.dependents(verb, "prep") if body.lower[a] == "as" for p in body.dependents(a, "pcomp"))
    return next(told, verb)
