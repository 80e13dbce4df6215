"""The name of the issue a reading is about."""

from typing import NamedTuple

from communique.extract.issue_words import clause_words, plain_words
from communique.extract.issues import alias_ends, codes_in, described_codes, fullest, known_issue, phrase_of
from communique.extract.readings import Reading, Stage
from communique.extract.tree import paragraph, sentence
from communique.lexicon.pointing import nouns_within
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
    if len(words) == 1 and words[0].lower() in stage.lexicon.words["issue_vague"]:
        words = clause_words(body, head)
    elif len(words) == 1:
        words = _alone(stage, head, words[0])
    key = _key(stage, span) or frozenset(w.lower() for w in words)
    return Named(" ".join(words), key, False, span) if words else None


def settled_heads(stage: Stage) -> tuple[int, ...]:
    """Heads of phrases about issues with a settled name."""
    body, ends = stage.body, alias_ends(stage.lexicon)
    return tuple(t for t, word in enumerate(body.lower) if word in ends and body.tags[t][:2] == "NN" and settled_name(stage, t) is not None)


def settled_name(stage: Stage, head: int) -> str | None:
    """The settled name of what a phrase is about: by its own words, those around it, or those of a fuller phrase elsewhere."""
    body, cast, lexicon = stage.body, stage.cast, stage.lexicon
    phrases = (phrase_of(body, head, lexicon.words), *fullest(body, cast, head, lexicon.words))
    elsewhere = frozenset[str]().union(*(described_codes(body, cast, phrase) for phrase in phrases[1:]))
    for phrase in phrases:
        for near in (sentence(body, phrase[0]), _around(body, phrase[0])):
            known = known_issue(body, cast, head, phrase, near, lexicon, elsewhere)
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


def _alone(stage: Stage, head: int, word: str) -> tuple[str, ...]:
    """The name where one word is left: a whole noun, for "the move" what was told before; a verb, an adjective, half a name are none."""
    body = stage.body
    if head in stage.cast.at:
        return (word,)
    shared = (o for c in body.dependents(head, "conj") for o in body.dependents(c, "dobj"))  # to lower and review [the fees]
    if body.tags[head] == "VB" and (thing := next(shared, None)) is not None:
        return (word, *plain_words(body, stage.cast, phrase_of(body, thing, stage.lexicon.words), stage.lexicon))
    is_noun = body.tags[head].startswith("NN") or bool(body.dependents(head, "det", "compound"))
    is_part = body.tags[head].startswith("NNP") and not word.isupper()
    if not is_noun or is_part or body.lower[head] != word.lower() or len(word) < 3:
        return ()
    return (word.lower() in nouns_within(stage.lexicon) and _told_before(stage, head)) or (word,)


def _told_before(stage: Stage, head: int) -> tuple[str, ...]:
    """The words of the nearest phrase before "the deal", "these measures" that has more of them; none where it points at nothing."""
    body = stage.body
    if not any(body.lower[c] in stage.lexicon.words["issue_pointing"] for c in body.dependents(head, "det", "predet", "amod")):
        return ()
    for token in range(head - 1, -1, -1):
        if body.lower[token] == body.lower[head] and body.deps[token] != "compound":
            first, _ = phrase_of(body, token, stage.lexicon.words)
            words = plain_words(body, stage.cast, (first, body.rights[token] + 1), stage.lexicon)
            if len(words) > 1:
                return words
    return ()


def _key(stage: Stage, span: Range) -> frozenset[str]:
    """The words of a phrase that tell it from others: no names of states, no short words."""
    return frozenset(stage.body.lower[t] for t in range(*span) if t not in stage.cast.at and stage.body.tags[t][:2] in ("NN", "VB", "JJ"))
