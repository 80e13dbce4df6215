"""Quotations after their cue."""

from collections.abc import Iterator

from communique.extract.cues import FoundCue
from communique.extract.proposal import Content
from communique.extract.scene import Scene, reporting_clause, words_between
from communique.extract.tree import is_punctuation
from communique.model import Body

_OPENERS = frozenset({"that", "as", "follows", "this", "and", "but"})


def _next_word(body: Body, token: int, stop: int) -> tuple[int, list[str]]:
    """The first word from `token` on, over marks and "that", and the marks passed."""
    passed: list[str] = []
    while token < stop and (is_punctuation(body, token) or (body.lower[token] in _OPENERS and body.quotation_of[token] < 0)):
        passed.append(body.lower[token])
        token += 1
    return token, passed


def quotation_after(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """A quotation after its reporting clause: The envoy said: "[We will stay.]" """
    entry, body = cue.entry("quote"), scene.body
    if entry is None or cue.pos != "verb" or body.quotation_of[cue.head] >= 0:
        return
    clause = reporting_clause(scene, cue.head)
    paragraph = body.paragraph_of[cue.head]
    token, passed = _next_word(body, clause[1], body.paragraphs[paragraph][1])
    if token == body.paragraphs[paragraph][1] and ":" in passed and token < len(body):
        token, more = _next_word(body, token, body.paragraphs[paragraph + 1][1])
        passed += more
    number = body.quotation_of[token] if token < len(body) else -1
    if (
        number < 0
        or not passed
        or body.quotations[number].pieces[0][0] != token
        or not {'"', "'"} & set(passed)
        or {".", "?", "!"} & set(passed)
    ):
        return
    pieces = body.quotations[number].pieces
    if sum(words_between(body, *p) for p in pieces) >= 2:
        yield Content(pieces, entry, 0.95)


def colon(scene: Scene, cue: FoundCue) -> Iterator[Content]:
    """Words after a colon, without marks: The envoy said: [the talks will go on]."""
    entry, body = cue.entry("quote"), scene.body
    if entry is None or cue.pos != "verb":
        return
    end = reporting_clause(scene, cue.head)[1]
    stop = body.paragraphs[body.paragraph_of[cue.head]][1]
    if end < stop - 2 and body.words[end] == ":" and body.quotation_of[end] < 0 and not is_punctuation(body, end + 1):
        sentence_end = body.sentences[body.sentence_of[end + 1]][1]
        yield Content(((end + 1, sentence_end),), entry, 0.85)
