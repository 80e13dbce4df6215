"""One event an act: what a sentence codes twice, and what the article tells again, is left out."""

from collections.abc import Iterable
from typing import NamedTuple

from communique.extract.events.stage import Stage
from communique.extract.holders import tokens_of
from communique.model import Event, Participant

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_FIGHTS = ("19", "183")
_WEAK = ("statement", "nominal")  # they give way to the verb that tells the same


class Sides(NamedTuple):
    """Type and sides of an event, for comparison; of a reciprocal one everybody together."""

    event: str | None
    actors: frozenset[str]
    recipients: frozenset[str]


def once(stage: Stage, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in the order of their triggers, each once: by its word anywhere in the article, by its code in one sentence."""
    seen: set[object] = set()
    kept = []
    for event in sorted(events, key=lambda e: (_is_weak(e), e.trigger)):
        sides, sentence = _sides(event), stage.body.sentence_of[tokens_of(stage.body, event.trigger.start, event.trigger.end)[0]]
        same_act = (sides, sentence) if _is_weak(event) else (sides, sentence, _code(event))
        same_word = (sides, event.trigger.of(stage.body.text).lower())
        if not {same_act, same_word} & seen or not (sides.actors or sides.recipients):
            kept.append(event)
        seen |= {(sides, sentence), (sides, sentence, _code(event)), same_word}
    return tuple(sorted(kept, key=lambda e: e.trigger))


def _code(event: Event) -> str | None:
    """The code; of fighting and bombing, by whatever means, the same."""
    is_fight = event.event == "ASSAULT" and (event.cameo or "").startswith(_FIGHTS)
    return "19" if is_fight else event.cameo


def _is_weak(event: Event) -> bool:
    return event.rule.rpartition(".")[2] in _WEAK


def _sides(event: Event) -> Sides:
    actors, recipients = _known(event.actor), _known(event.recipient)
    together = event.event in RECIPROCAL
    return Sides(event.event, actors | recipients if together else actors, frozenset() if together else recipients)


def _known(side: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(one.country or one.name or "" for one in side if one.country or one.name)
