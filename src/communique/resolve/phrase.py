"""Who a phrase alone stands for ("a retired Thai general"): read as the source of a sentence would be, with less trust in the tagger."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from communique.lexicon.entries import Lexicon
from communique.model import Body, Range, Role, Spans, Speaker
from communique.resolve.actors import Actor, find_persons
from communique.resolve.bodies import find_bodies
from communique.resolve.concern import concern, is_former_holder
from communique.resolve.descriptions import PREPOSITIONS, first_country, fitting, head_role, spoken_for
from communique.resolve.index import Index, Sort, index_of
from communique.resolve.marked import Marked, mark
from communique.resolve.people import find_names
from communique.resolve.sources import Cast, Part, Reading, read_part

_ENDS = (",", ":", "WDT", "WP", "WP$", "WRB", "MD", "-LRB-", "``")
_NAMELESS: frozenset[Sort] = frozenset(("country", "seat", "place", "adjective"))


class PhraseActor(NamedTuple):
    """Who a phrase stands for, in our codes, and what else its words tell.

    speaker   name, country, role, title, rule, evidence (offsets into the phrase); None where the phrase names nobody
    form      how it names somebody (`sources.Form`)
    sort      the list of the lexicon that its head stands in, None for a head that no list knows
    own_role  what the word for the office says by itself, whatever body it belongs to
    plover    what PLOVER writes for the first body in it that has a code of its own there ("UNO", "UNO JUD")
    is_state_run  it names media as a state's ("state news agency")
    """

    speaker: Speaker | None
    form: str
    sort: Sort | None
    own_role: Role | None
    plover: str | None
    is_state_run: bool


def carried(phrase: str, lexicon: Lexicon) -> str:
    """The phrase as the beginning of a sentence, of which it is the subject; capitals lowered where all are capitals. Offsets stay."""
    return f"{_cased(phrase, index_of(lexicon))} {' '.join(sorted(lexicon.words['carrier']))}"


def _cased(phrase: str, index: Index) -> str:
    """A phrase in capitals as running text would have it: known words small, names with a capital, short unknown ones as acronyms."""
    words = phrase.split(" ")
    if not phrase.isupper():
        return phrase
    cased = [_word_cased(word, index) for word in words]
    for first, end in _listed_names(words, index):
        cased[first:end] = [_word_cased(word, index).capitalize() if not _is_acronym(word, index) else word for word in words[first:end]]
    return " ".join(cased)


def _listed_names(words: list[str], index: Index) -> Iterator[Range]:
    """Where names of several words stand that the lexicon lists."""
    lower = tuple(word.lower() for word in words)
    for first, word in enumerate(lower):
        for end in (first + length for length in index.lengths.get(word, ()) if 1 < length <= len(lower) - first):
            sense = index.phrases.get(lower[first:end])
            if sense and sense.is_name:
                yield first, end


def _is_acronym(word: str, index: Index) -> bool:
    sense = index.phrases.get((word.lower(),))
    return sense is not None and sense.written == word


def _word_cased(word: str, index: Index) -> str:
    sense = index.phrases.get((word.lower(),))
    if _is_acronym(word, index) or len(word.lower()) != len(word):
        return word
    if (sense and sense.sort == "role") or index.institution(word.lower()) or index.kind_at((word.lower(),), 0):
        return word.lower()
    return word[:1] + word[1:].lower() if len(word) > 5 or (sense and sense.is_name and word.isalpha()) else word


def resolve_phrase(phrase: str, body: Body, lexicon: Lexicon) -> PhraseActor:
    """Who a phrase stands for. `body` is the parse of what `carried` made of it."""
    index = index_of(lexicon)
    end = sum(start < len(phrase) for start in body.starts)
    if end == 0:
        return PhraseActor(None, "nobody", None, None, None, False)
    body = _retagged(body, index, end)
    marked = _without_others(mark(body, index), end)
    cast = Cast(marked, find_persons(marked, find_names(marked)), find_bodies(marked))
    part = _part(marked, end)
    reading = read_part(cast, part)
    return _phrase_actor(marked, reading, _filled(marked, reading), phrase, lexicon.language)


def _retagged(body: Body, index: Index, end: int) -> Body:
    """The body, tags of the lexicon's words mended where the tagger, who knows them from sentences, took them for something else."""
    tags = list(body.tags)
    for first in range(end):
        for length in index.lengths.get(body.lower[first], ()):
            sense = index.phrases.get(body.lower[first : first + length])
            stop = first + length
            if sense and stop <= end:
                if sense.sort == "role" and tags[stop - 1][0] != "N" and _ends_phrase(body, stop, end):
                    tags[stop - 1] = "NNS" if sense.plural else "NN"
                if sense.is_name and body.words[first][0].isupper() and not any(t[:2] in ("NN", "JJ") for t in tags[first:stop]):
                    tags[stop - 1] = "NNP"
                break
        if tags[first][:3] == "NNP" and body.words[first].islower():
            tags[first] = tags[first].replace("P", "", 1)
        if tags[first][0] not in "NJ" and index.institution(body.lower[first]) and _ends_phrase(body, first + 1, end):
            tags[first] = "NN"
    return msgspec.structs.replace(body, tags=tuple(tags))


def _ends_phrase(body: Body, at: int, end: int) -> bool:
    """True where no noun follows that a word could only qualify."""
    return at >= end or body.tags[at] in PREPOSITIONS or body.tags[at] in _ENDS or body.words[at][0].isupper()


def _without_others(marked: Marked, end: int) -> Marked:
    """Without a listed body of one state behind another state's word: "Somali Federation Council" is not Russia's."""
    labels = list(marked.labels)
    for label in [label for label in marked.labels_in(0, end) if label.sense.sort == "organisation" and label.first]:
        before = marked.labels[label.first - (2 if marked.body.tags[label.first - 1] == "POS" else 1)]
        code, own = before and marked.code_of(before), marked.code_of(label)
        another = before and before.sense.sort in _NAMELESS and code and own and code != own and not own.startswith("IGO:")
        if another and any(marked.index.institution(word) for word in marked.body.lower[label.first : label.end]):
            labels[label.first : label.end] = [None] * (label.end - label.first)
    return Marked(marked.body, marked.index, tuple(labels), marked.known)


def _part(marked: Marked, end: int) -> Part:
    """The phrase with its head; of "a group of tourists" the tourists."""
    first, head = 0, _head(marked, 0, end)
    while marked.is_in(head, "collectives") and head + 2 < end and marked.body.lower[head + 1] == "of":
        first = head + 2
        head = _head(marked, first, end)
    return Part(first, end, head)


def _head(marked: Marked, first: int, end: int) -> int:
    """The last noun before what only qualifies it: a preposition, a comma, a clause."""
    body, head = marked.body, None
    for i in range(first, end):
        inside = marked.labels[i] is not None and i > first and marked.labels[i] is marked.labels[i - 1]
        if head is not None and not inside and _is_end(body, i):
            break
        if body.tags[i][:2] in ("NN", "PR") or marked.labels[i] is not None:
            head = i
    return _with_place(marked, first, end - 1 if head is None else head)


def _with_place(marked: Marked, first: int, head: int) -> int:
    """The body a place stands behind: "Police Scotland", "Rural Doctors Alliance Northern Territory"."""
    label, before = marked.labels[head], (marked.labels[head].first if marked.labels[head] else head) - 1  # type: ignore[union-attr]
    is_place = label is not None and label.sense.sort in ("country", "place", "seat")
    return before if is_place and before >= first and marked.index.institution(marked.body.lower[before]) else head


def _is_end(body: Body, i: int) -> bool:
    """True where what qualifies a noun begins behind it; not in "Ruritania-based" or "coffee-growing"."""
    verb = body.tags[i] in ("VBN", "VBG") and body.tags[i - 1] not in ("HYPH", "POS", "JJ", "DT", "CC")
    return verb or body.tags[i] in PREPOSITIONS or body.tags[i] in _ENDS


def _filled(marked: Marked, reading: Reading) -> Actor | None:
    """The actor of a reading, country and role filled from the words that only qualify it."""
    part, actor = reading.part, reading.actor
    if reading.form in ("pronoun", "nobody") or actor is None:
        return actor
    about = actor.about
    is_name = reading.form in ("full-name", "surname")
    role = about.role or (None if is_name else concern(marked, part.first, part.end))
    country = about.country or spoken_for(marked, part.first, part.end, first_country(marked, 0, part.end), role)
    if is_former_holder(marked, part.first, part.head, role):
        role = "ELI"
    return actor._replace(about=about._replace(country=country, role=fitting(role, country)))


def _phrase_actor(marked: Marked, reading: Reading, actor: Actor | None, phrase: str, language: str) -> PhraseActor:
    part = reading.part
    label = marked.labels[part.head]
    office = head_role(marked, part.first, part.end)
    bodies = [found for found in marked.labels_in(part.first, part.end) if found.sense.sort == "organisation"]
    plover = next((code for found in bodies if (code := _plover(marked, found.first, found.end, found.sense.codes))), None)
    speaker = _speaker(marked, actor, f"{language}.resolve.{reading.form}", (part.first, part.end)) if actor else None
    return PhraseActor(
        speaker,
        reading.form,
        label.sense.sort if label else None,
        office.sense.role if office else None,
        plover,
        marked.is_any_in(part.first, part.end, "state_media"),
    )


def _plover(marked: Marked, first: int, end: int, codes: tuple[str, ...]) -> str | None:
    """PLOVER's code of an organ, else of the whole organisation it belongs to."""
    organ = marked.index.organs.get(marked.body.lower[first:end])
    return organ or (marked.index.plover.get(codes[0]) if codes else None)


def _speaker(marked: Marked, actor: Actor, rule: str, tokens: Range) -> Speaker | None:
    """The record; None where nothing is known of the actor."""
    if not (actor.name or actor.country or actor.role):
        return None
    evidence: Spans = (marked.body.span(*tokens),)
    return Speaker(actor.name, actor.country, actor.role, actor.about.title, None, rule, evidence)
