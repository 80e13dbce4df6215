"""Through whose hands the words came: outlets and persons between the speaker and the article, outward from the speaker.

"told Prensa Latina", "in an interview with the Herald", "the Herald quoted him as saying", "according to a readout by the minister". An
outlet that only passes on what another said is a relay, not a speaker of its own; a relay once named holds for what the same speaker goes
on to say, until another occasion is named.
"""

from typing import NamedTuple

from communique.model import Range, Relay
from communique.resolve.actors import Actor
from communique.resolve.bodies import body_actor
from communique.resolve.marked import Marked
from communique.resolve.story import Actors, Story

_LONGEST_NAME = 5
_MOST = 0.6  # of an outlet's words: the rest is what it adds about the one it quotes


class Passed(NamedTuple):
    """What became of a statement on its way: the hands it went through, and whether it is itself nothing but the passing on of another."""

    via: tuple[Relay, ...]
    is_layer: bool


def find_relays(story: Story, quoted: dict[int, int]) -> tuple[Passed, ...]:
    """The relays of each statement, in the order given; `quoted` are statements of an outlet that cites somebody (citing.py)."""
    layers = _layers(story)
    own = {n: _own(story, n, layers, n in quoted) for n in range(len(story.found))}
    carried = _carried(story, own)
    return tuple(Passed(carried[n], n in layers.values() or n in quoted.values()) for n in range(len(story.found)))


def _layers(story: Story) -> dict[int, int]:
    """Statements of an outlet that only pass another on: from the number of the other to theirs."""
    found = {}
    for number, inner in enumerate(story.found):
        if inner.parent is None or inner.source is None or not _is_outlet(story.given.get(inner.parent, ())):
            continue
        outer = story.found[inner.parent].content
        whole = sum(span.end - span.start for span in outer)
        words = [*inner.content, inner.source, *([inner.cue] if inner.cue else [])]
        if sum(span.end - span.start for span in words) >= _MOST * whole and not _is_outlet(story.given.get(number, ())):
            found[number] = inner.parent
    return found


def _is_outlet(actors: Actors) -> bool:
    return len(actors) == 1 and actors[0].sort == "outlet" and actors[0].name is not None


def _own(story: Story, number: int, layers: dict[int, int], is_quoted: bool) -> tuple[Relay, ...]:
    """The relays that a statement's own sentence names, the nearest to the speaker first."""
    marked, attribution = story.cast.marked, story.found[number]
    speakers = {actor.name for actor in story.given.get(number, ())}
    zone = _zone(story, number)
    every = [*_outlets(marked, *zone), *_documents(story, *zone)]
    mentions = [mention for mention in every if is_quoted or _is_outside(story, number, mention[0])]
    if is_quoted and attribution.source and not mentions:
        first, end = marked.tokens_of(attribution.source.start, attribution.source.end) or (0, 0)
        first += marked.body.tags[first] == "DT"
        mentions = [((first, end), marked.written(first, end))] if first < end else []
    if number in layers:
        passing = story.given[layers[number]][0].mentions[0]
        mentions.append((passing, marked.written(*passing)))
    if attribution.source is None and attribution.cue is None:
        return ()
    named = {name: range_ for range_, name in reversed(mentions) if name not in speakers}
    return tuple(Relay(name, marked.body.span(*range_)) for name, range_ in reversed(named.items()))


def _zone(story: Story, number: int) -> Range:
    """The sentences that a statement's cue stands in, up to the end of its content."""
    body, attribution = story.cast.marked.body, story.found[number]
    anchor = attribution.cue or attribution.source or attribution.content[0]
    tokens = story.cast.marked.tokens_of(anchor.start, anchor.end)
    if tokens is None:
        return 0, 0
    return body.sentences[body.sentence_of[tokens[0]]]


def _is_outside(story: Story, number: int, mention: Range) -> bool:
    """True for a mention in nobody's words and in no words for the speaker ("a Herald reporter said")."""
    body, source = story.cast.marked.body, story.found[number].source
    span = body.span(*mention)
    in_source = source is not None and source.start <= span.start < source.end
    owner = story.inside[mention[0]]
    return not in_source and (owner < 0 or owner in story.ancestors(number))


def _outlets(marked: Marked, first: int, end: int) -> list[tuple[Range, str]]:
    """Outlets named in a token range: those of the lexicon, and names beside a word for one ("the daily X", "X news agency")."""
    found: dict[int, tuple[Range, str]] = {}
    for label in marked.labels_in(first, end):
        if label.sense.sort == "outlet":
            start = label.first
            while start > first and _name_end(marked, start - 1, start) == start:
                start -= 1  # "Lesna Pravda" is not Pravda
            start -= start > first and marked.body.words[start - 1] == "The"
            found[label.end] = ((start, label.end), marked.written(start, label.end))
    for i in range(first, end):
        named = _described_outlet(marked, i, first, end)
        if named and not any(named[0] < other[0][1] and other[0][0] < named[1] for other in found.values()):
            found[named[1]] = (named, marked.written(*named))
    return [found[key] for key in sorted(found)]


def _described_outlet(marked: Marked, head: int, first: int, end: int) -> Range | None:
    """The name beside a small-letter word for an outlet: the name behind it, else the whole phrase in front."""
    body = marked.body
    role = marked.index.institution(body.lower[head])
    is_inner = head + 1 < end and body.tags[head + 1] == "NN" and marked.index.institution(body.lower[head + 1]) is not None
    if role is None or marked.labels[head] is not None or body.words[head][0].isupper() or is_inner:
        return None
    start = head
    while start > first and body.tags[start - 1] in ("NNP", "NN") and marked.labels[start - 1] is None:
        start -= 1
    start = next((i for i in range(start, head) if body.words[i][0].isupper()), head)
    if body_actor(marked, start, head + 1, head).sort != "outlet":
        return None
    behind = head + 1 + (head + 1 < end and body.words[head + 1] == "the")
    stop = _name_end(marked, behind, min(end, behind + _LONGEST_NAME))
    if stop > behind:
        return behind, stop
    return (start, head + 1) if start < head and _name_end(marked, start, head) > start else None


def _name_end(marked: Marked, start: int, end: int) -> int:
    """End of the proper nouns from a token on that no list knows for anything else."""
    stop = start
    while stop < end and marked.body.tags[stop] in ("NNP", "NNPS") and marked.labels[stop] is None and not _is_date(marked, stop):
        stop += 1
    return stop


def _is_date(marked: Marked, token: int) -> bool:
    return marked.body.lower[token] in marked.index.dates


def _documents(story: Story, first: int, end: int) -> list[tuple[Range, str]]:
    """Persons who published the words: "according to a readout posted by the minister"."""
    marked = story.cast.marked
    body, found = marked.body, []
    for i in range(first, end - 2):
        if body.lower[i] == "according" and any(marked.is_in(t, "documents") for t in body.dependents(i + 1, "pobj")):
            for named in story.cast.persons.named_in(i, end):
                actor = story.cast.persons.by_token.get(named.name[0])
                if actor and actor.name and any(word == "by" for word in body.lower[i : named.first]):
                    found.append((named.name, actor.name))
    return found[:1]


def _carried(story: Story, own: dict[int, tuple[Relay, ...]]) -> dict[int, tuple[Relay, ...]]:
    """The relays of each statement, with those that hold on from the same speaker's words before."""
    last: dict[Actor, tuple[Relay, ...]] = {}
    carried = {}
    for number in sorted(own, key=lambda n: story.found[n].content[0]):
        speakers = story.given.get(number, ())
        one = speakers[0] if len(speakers) == 1 and not _is_outlet(speakers) else None
        via = own[number]
        if not via and one and not _is_another_occasion(story, number):
            via = last.get(one, ())
        if one:
            last[one] = via
        carried[number] = via
    return carried


def _is_another_occasion(story: Story, number: int) -> bool:
    """True where the sentence says on what other occasion it was said: "in a speech", "at a press conference"."""
    marked, (first, end) = story.cast.marked, _zone(story, number)
    return any(story.inside[i] < 0 and marked.is_in(i, "occasions") for i in range(first, end))
