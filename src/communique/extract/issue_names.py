"""The name of the issue a reading is about."""

from typing import NamedTuple

from communique.extract.issue_words import clause_words, plain_words
from communique.extract.issues import alias_ends, codes_in, fullest, known_issue, phrase_of
from communique.extract.readings import Reading, Stage
from communique.extract.tree import paragraph, sentence
from communique.model import Body, Range


class Named(NamedTuple):
    """An issue's name, the words that tell it from others, whether the lexicon knows it, and the phrase."""

    name: str
    key: frozenset[str]
    known: bool
    range: Range


def named(stage: Stage, reading: Reading) -> Named | None:
    """The name of the issue a reading is about: a settled one, else the phrase itself, or the fullest with the same head."""
    body, cast, head = stage.body, stage.cast, reading.judged.head
    span = phrase_of(body, head, stage.lexicon.words)
    others = list(fullest(body, cast, head, stage.lexicon.words))
    known = settled_name(stage, head)
    if known is not None:
        return Named(known, frozenset({known}), True, span)
    words = _phrase_words(stage, reading, span, others)
    key = _key(stage, span) or frozenset(w.lower() for w in words)
    if len(words) == 1 and words[0].lower() in stage.lexicon.words["issue_vague"]:
        words = clause_words(body, head)
    return Named(" ".join(words), key, False, span) if words else None


def settled_heads(stage: Stage) -> tuple[int, ...]:
    """Heads of phrases about issues with a settled name."""
    body, ends = stage.body, alias_ends(stage.lexicon)
    return tuple(t for t, word in enumerate(body.lower) if word in ends and body.tags[t][:2] == "NN" and settled_name(stage, t) is not None)


def settled_name(stage: Stage, head: int) -> str | None:
    """The settled name of what a phrase is about: by its own words, those around it, or those of a fuller phrase elsewhere."""
    body, cast = stage.body, stage.cast
    for phrase in (phrase_of(body, head, stage.lexicon.words), *fullest(body, cast, head, stage.lexicon.words)):
        for near in (sentence(body, phrase[0]), _around(body, phrase[0])):
            known = known_issue(body, cast, head, phrase, near, stage.lexicon)
            if known is not None:
                return known.issue
    return None


def _around(body: Body, token: int) -> Range:
    """The sentence of a token with the one before and the one after it in the same paragraph."""
    number, (low, high) = body.sentence_of[token], paragraph(body, token)
    return max(low, body.sentences[max(number - 1, 0)][0]), min(high, body.sentences[min(number + 1, len(body.sentences) - 1)][1])


def _phrase_words(stage: Stage, reading: Reading, span: Range, others: list[Range]) -> tuple[str, ...]:
    """The words of the phrase judged, of the fullest like it where it names nobody, of all that hangs on it where it tells little."""
    body, head = stage.body, reading.judged.head
    if others and not codes_in(stage.cast, span):
        return plain_words(body, stage.cast, others[0], stage.lexicon)
    words = plain_words(body, stage.cast, span, stage.lexicon)
    if reading.prefix and len(words) <= 2:
        return (*reading.prefix.split(), *words)
    vague = len(words) < 2 or (len(words) < 3 and head in stage.found)
    return plain_words(body, stage.cast, (span[0], body.rights[head] + 1), stage.lexicon) if vague else words


def _key(stage: Stage, span: Range) -> frozenset[str]:
    """The words of a phrase that tell it from others: no names of states, no short words."""
    return frozenset(stage.body.lower[t] for t in range(*span) if t not in stage.cast.at and stage.body.tags[t][:2] in ("NN", "VB", "JJ"))
