"""One event an act: what a sentence codes twice, and what the article tells again, is left out."""

from collections.abc import Iterable, Iterator

from communique.extract.events.stage import Stage
from communique.extract.holders import tokens_of
from communique.model import Event

Sides = tuple[str | None, frozenset[str], frozenset[str]]

RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def once(stage: Stage, events: Iterable[Event]) -> Iterator[Event]:
    """The events without repetitions: the same type between the same sides in one sentence, or by the same word anywhere."""
    seen: set[tuple[Sides, object]] = set()
    for event in events:
        sides = _sides(event)
        first, _ = tokens_of(stage.body, event.trigger.start, event.trigger.end)
        keys = {(sides, stage.body.sentence_of[first]), (sides, event.trigger.of(stage.body.text).lower())}
        if not keys & seen or not (sides[1] or sides[2]):
            yield event
        seen |= keys


def _sides(event: Event) -> Sides:
    def known(side: tuple[object, ...]) -> frozenset[str]:
        return frozenset(str(one.country or one.name) for one in side if one.country or one.name)  # type: ignore[attr-defined]

    actor, recipient = known(event.actor), known(event.recipient)
    return (event.event, actor | recipient, frozenset()) if event.event in RECIPROCAL else (event.event, actor, recipient)
