"""Reads sentences marked for events, one a line: `[actor=KEN Kenya] [SANCTION:expel expelled] [recipient two diplomats].`

`#` opens a comment line, `2024-05-13 | ` before a sentence is the day its article was published, `¶` a paragraph break, ` ...` at
the end of a line allows events that are not marked. A line without marks is a negative: nothing may be coded in it. Brackets nest.

Marks     `[role text]`; digits after the role tell which events it belongs to (`[actor12 ...]`: the first and the second; none: the
          first). A role that opens with `?` may be found or not; where it is, it must be as marked.
Events    `[TYPE:mode@context=cameo+auxiliary text]`, each part but the type optional, `|` between what is equally right.
          type       one of those named; `NONE` is an event of no PLOVER type, at which nothing else here looks
          mode       every mode found is one of those named, and one is found; unmarked is unchecked
          context    all those named (`@military@legal`) are among those found
          cameo      one of those named; 120 and 12 are the same
          auxiliary  exactly those named; `+future?` may be missing. An AGREE and a THREATEN are about what is to come or may come:
                     there `future` and `hypothetical` are free
          text       the trigger: the coded trigger overlaps it
Parties   `[actor=country.sector.Name text]`, `[recipient ...]`, `[either ...]` (actor or recipient). `-` is null, `|` as above, what is
          left out is unchecked, `_` in a name is a blank. The marked text ends with its head word. A coded participant stands for the
          mark whose last word its span contains; it may not contain that of another party of the event, nor the trigger. Every coded
          participant stands for one mark, and every mark is stood for once. `[actor' it]` is another mention of the event's first
          actor, on which the span may lie as well (`recipient'`, `either'` alike).
Place     `[place=country text]`: the coded location contains the last word of the text. `!place` after an event demands null.
Day       `[when=2024-05-13..2024-05-15 text]` is the interval coded. `!when` after an event demands null. Unmarked is unchecked.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from communique.model import Coding, Event, Participant, Span

_MARK = re.compile(r"\[(\??)((?:actor|recipient|either)'?|place|when|[A-Z]+(?:\|[A-Z]+)*)(\d*)([^\s\]]*) |\]")
_PART = re.compile(r"([:@=+!])([^:@=+!]+)")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d) \| ")
_SIDES = ("actor", "recipient", "either")


class Mark(NamedTuple):
    """One pair of brackets: role or event types, the events it belongs to, what follows the role, the span, whether it may be missing."""

    role: str
    events: str
    rest: str
    span: Span
    is_optional: bool

    def head(self, text: str) -> Span:
        """The last word of the marked text."""
        return Span(self.span.start + self.span.of(text).rfind(" ") + 1, self.span.end)


class ExpectedEvent(NamedTuple):
    """An event as marked, with the marks of its parties, of their other mentions, of place and day."""

    mark: Mark
    parties: tuple[Mark, ...]
    mentions: tuple[Mark, ...]
    place: Mark | None
    when: Mark | None
    text: str

    def is_met_by(self, event: Event) -> bool:
        """True where the coded event is as marked."""
        return (
            self._is_typed(event) and _is_aux(self, event) and self._has_parties(event) and self._is_placed(event) and self._is_dated(event)
        )

    def parts(self, sign: str) -> list[str]:
        """What follows a sign: `:` modes, `@` contexts, `=` CAMEO codes, `+` auxiliaries, `!` what must be null."""
        return [part for s, group in _PART.findall(self.mark.rest) for part in group.split("|") if s == sign]

    def _is_typed(self, event: Event) -> bool:
        modes, codes = self.parts(":"), {_cameo(code) for code in self.parts("=")}
        return (
            (event.event or "NONE") in self.mark.role.split("|")
            and _overlap(event.trigger, self.mark.span)
            and (not modes or (bool(event.mode) and set(event.mode) <= set(modes)))
            and set(self.parts("@")) <= set(event.context)
            and (not codes or _cameo(event.cameo or "") in codes)
        )

    def _has_parties(self, event: Event) -> bool:
        sided = [("actor", one) for one in event.actor] + [("recipient", one) for one in event.recipient]
        taken = [self._party(side, one) for side, one in sided]
        required = {party for party in self.parties if not party.is_optional}
        return None not in taken and len(set(taken)) == len(taken) and required <= set(taken)

    def _party(self, side: str, one: Participant) -> Mark | None:
        """The one mark a coded participant stands for."""
        held = [mark for mark in (*self.parties, *self.mentions) if _contains(one.span, mark.head(self.text))]
        if len(held) != 1 or _contains(one.span, self.mark.span):
            return None
        party = held[0] if held[0] in self.parties else next(p for p in self.parties if p.role == held[0].role.removesuffix("'"))
        return party if party.role in (side, "either") and _is_described(party.rest, one) else None

    def _is_placed(self, event: Event) -> bool:
        if not self.place:
            return "place" not in self.parts("!") or event.location is None
        if not event.location or not _contains(event.location.span, self.place.head(self.text)):
            return False
        return _is_one_of(self.place.rest.removeprefix("="), event.location.country)

    def _is_dated(self, event: Event) -> bool:
        if not self.when:
            return "when" not in self.parts("!") or event.date is None
        first, dots, last = self.when.rest.removeprefix("=").partition("..")
        return event.date is not None and (event.date.earliest or "", event.date.latest or "") == (first, last if dots else first)


class EventCase(NamedTuple):
    """One line: where it stands, the day of its article, the text without marks, the events, whether others may be found."""

    where: str
    day: str | None
    text: str
    expected: tuple[ExpectedEvent, ...]
    is_open: bool

    def differences(self, coding: Coding) -> list[str]:
        """What a coding of the text lacks and what it has too much, as readable lines; empty where it is as marked."""
        left, lines = list(coding.events), list[str]()
        for one in sorted(self.expected, key=lambda one: one.mark.is_optional):
            met = next((event for event in left if one.is_met_by(event)), None)
            if met:
                left.remove(met)
            elif not one.mark.is_optional:
                lines.append(f"lacks {wanted(one)}")
        extra = [] if self.is_open else [event for event in left if event.event]
        return lines + [f"codes {shown(self.text, event)}" for event in extra]


def wanted(one: ExpectedEvent) -> str:
    """An expected event on one line."""
    around = [mark for mark in (*one.parties, one.place, one.when) if mark]
    named = [f"{'?' * mark.is_optional}{mark.role}{mark.rest} {mark.span.of(one.text)!r}" for mark in around]
    return f"{one.mark.role}{one.mark.rest} {one.mark.span.of(one.text)!r}: {', '.join(named)}"


def shown(text: str, event: Event) -> str:
    """A coded event on one line."""
    sides = [f"{side} {one.span.of(text)!r} {one.country}.{one.sector}" for side in _SIDES[:2] for one in getattr(event, side)]
    when = f"{event.date.earliest}..{event.date.latest}" if event.date else None
    place = f"{event.location.span.of(text)!r} {event.location.country}" if event.location else None
    signs = f"{event.event}:{'|'.join(event.mode)}@{'@'.join(event.context)}={event.cameo}{''.join('+' + a for a in event.auxiliary)}"
    return f"{signs} {event.trigger.of(text)!r}: {', '.join(sides)}, place {place}, when {when} ({event.rule})"


def _cameo(code: str) -> str:
    return code[:2] if len(code) == 3 and code.endswith("0") else code


def _is_aux(one: ExpectedEvent, event: Event) -> bool:
    named = one.parts("+")
    free = {"future", "hypothetical"} if event.event in ("AGREE", "THREATEN") else set[str]()
    required = {aux for aux in named if not aux.endswith("?")} - free
    return required <= set(event.auxiliary) <= {aux.removesuffix("?") for aux in named} | free


def _is_described(rest: str, one: Participant) -> bool:
    country, sector, name = [*rest.removeprefix("=").split(".", 2), "", ""][:3]
    return _is_one_of(country, one.country) and _is_one_of(sector, one.sector) and _is_one_of(name.replace("_", " "), one.name)


def _is_one_of(allowed: str, found: str | None) -> bool:
    return not allowed or (found or "-") in allowed.split("|")


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _unmark(marked: str) -> tuple[str, list[Mark]]:
    text, at, marks, opened = "", 0, list[Mark](), list[tuple[re.Match[str], int]]()
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group(2):
            opened.append((match, len(text)))
        elif not opened:
            raise ValueError(f"a bracket is not opened: {marked}")
        else:
            (maybe, role, events, rest), start = opened[-1][0].groups(), opened.pop()[1]
            marks.append(Mark(role, events or "1", rest, Span(start, len(text)), bool(maybe)))
    if opened or "[" in text + marked[at:]:
        raise ValueError(f"a bracket is not closed, or its role is unknown: {marked}")
    return text + marked[at:], marks


def _expected(text: str, marks: list[Mark]) -> tuple[ExpectedEvent, ...]:
    events = [mark for mark in marks if mark.role.isupper()]
    if {digit for mark in marks for digit in mark.events} != {mark.events for mark in events}:
        raise ValueError(f"a mark belongs to no event, or an event bears no number of its own: {text}")
    if len({mark.events for mark in events}) < len(events):
        raise ValueError(f"two events bear the same number: {text}")
    return tuple(_gathered(text, event, [mark for mark in marks if event.events in mark.events]) for event in events)


def _gathered(text: str, event: Mark, around: list[Mark]) -> ExpectedEvent:
    parties = tuple(mark for mark in around if mark.role in _SIDES)
    mentions = tuple(mark for mark in around if mark.role.endswith("'"))
    if not {mark.role.removesuffix("'") for mark in mentions} <= {mark.role for mark in parties}:
        raise ValueError(f"another mention of a party that the event does not have: {text}")
    place, when = (next((mark for mark in around if mark.role == role), None) for role in ("place", "when"))
    return ExpectedEvent(event, parties, mentions, place, when, text)


def read_line(where: str, line: str) -> EventCase:
    """The case on one line; a ValueError where its marks are wrong."""
    dated = _DAY.match(line)
    marked = line[dated.end() if dated else 0 :].replace(" ¶ ", "\n\n")
    text, marks = _unmark(marked.removesuffix(" ..."))
    return EventCase(where, dated.group(1) if dated else None, text, _expected(text, marks), marked.endswith(" ..."))


def read_event_cases(folder: str) -> Iterator[EventCase]:
    """The cases of a folder of tests/cases: `en-events`, which must pass, `hard-events`, which do not yet."""
    for path in sorted(Path(__file__).parent.glob(f"{folder}/*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield read_line(f"{path.stem}:{number}", line.strip())
