"""Invented codings of a dispute along time, for the pages that show time: people with ids, stances that turn, promises, events."""

from datetime import date, timedelta
from typing import NamedTuple

from communique.model import (
    Article,
    Coding,
    Commitment,
    Deadline,
    Event,
    EventDate,
    Layout,
    Participant,
    Position,
    Span,
    Speaker,
    Statement,
    sha256_of,
)  # fmt: skip
from communique.record import stable_id
from ledger.invented import CODER, spot

TEXT = (
    "{place}, {day} — {title} {name} said that {country} {verb} the net ban because {reason}. "
    "{country} will {action} by {by}. {country} {deed} {other} in Apia."
)
STANCES = {"rejects": "oppose", "supports": "support"}
EVENTS = {"thanked": ("SUPPORT", "051"), "blamed": ("ACCUSE", "112"), "supplied": ("AID", "070"), "raided": ("ASSAULT", "180")}
PEOPLE = {
    "FJI": ("Fiji", "Litia Ravouvou", "Envoy", "fji.ravouvou.litia"),
    "WSM": ("Samoa", "Sefo Tuala", "Premier", "wsm.tuala.sefo"),
}


class Tide(NamedTuple):
    """One dispatch: its number, day, who speaks, and the words that carry the records."""

    number: int
    day: date
    code: str = "FJI"
    verb: str = "rejects"
    deed: str = "thanked"
    action: str = "open the harbour"
    reason: str = "the lagoon is theirs"
    outlet: str = "Lagoon Courier"
    title: str | None = None
    confidence: float = 0.9


def told(tide: Tide) -> Coding:
    """The coding of the article "t<number>"."""
    country, name, title, actor = PEOPLE[tide.code]
    other = "Samoa" if tide.code == "FJI" else "Fiji"
    due = tide.day + timedelta(days=60)
    text = TEXT.format(
        place="Suva", day=tide.day, title=tide.title or title, name=name, country=country, verb=tide.verb, reason=tide.reason,
        action=tide.action, by=due, deed=tide.deed, other=other,
    )  # fmt: skip
    article = Article(
        f"t{tide.number}", sha256_of(text), text, title=f"Dispatch {tide.number}", outlet=tide.outlet, published=tide.day.isoformat(),
        language="en", layout=Layout(body=(Span(0, len(text)),)),
    )  # fmt: skip
    statement = _statement(article, tide, name, tide.title or title, actor)
    return Coding(
        article,
        (statement,),
        (_position(article, tide, statement),),
        (_commitment(article, tide, due),),
        (_event(article, tide),),
        (),
        CODER,
    )


def _statement(article: Article, tide: Tide, name: str, title: str, actor: str) -> Statement:
    text = article.text
    content = spot(article, text[text.index("that ") + 5 : text.index(". ")])
    speaker = Speaker(name, tide.code, "GOV", title, actor, "en.resolve.title", (spot(article, name),))
    return Statement(
        id=stable_id(article.id, "statement", (content,)), source=spot(article, f"{title} {name}"), cue=spot(article, "said"),
        content=(content,), kind="speech", manner="indirect", speaker=speaker, via=(), act="reject" if tide.verb == "rejects" else "assert",
        targets=("WSM" if tide.code == "FJI" else "FJI",), addressee=None, parent=None, rule="en.indirect.that-clause",
        confidence=tide.confidence,
    )  # fmt: skip


def _position(article: Article, tide: Tide, statement: Statement) -> Position:
    evidence, grounds = spot(article, f"{tide.verb} the net ban"), spot(article, tide.reason)
    id = stable_id(article.id, "position", (evidence,), "net ban", tide.code)
    return Position(
        id, (tide.code,), "net ban", STANCES[tide.verb], evidence, (grounds,), ("legal",), statement.id, "en.position.verb", 0.8
    )


def _commitment(article: Article, tide: Tide, due: date) -> Commitment:
    action = spot(article, tide.action)
    deadline = Deadline(spot(article, f"by {due}"), None, due.isoformat(), None, "en.date.iso")
    return Commitment(
        stable_id(article.id, "commitment", action, (tide.code,)), (tide.code,), action, None, None, deadline, "vow", None, "en.will", 0.7
    )


def _event(article: Article, tide: Tide) -> Event:
    trigger = spot(article, tide.deed)
    country, other = (("Fiji", "FJI"), ("Samoa", "WSM"))[:: 1 if tide.code == "FJI" else -1]
    sides = [(Participant(spot(article, name), name, code, "GOV"),) for name, code in (country, other)]
    day = tide.day.isoformat()
    kind, cameo = EVENTS[tide.deed]
    return Event(
        stable_id(article.id, "event", trigger, kind), kind, (), (), cameo, trigger, *sides, EventDate(day, day, "en.date.iso"), None, (),
        None, "en.event.verb", 0.6,
    )  # fmt: skip


def tides() -> list[Coding]:
    """Fiji rejects the ban, says so again, then supports it; Samoa supports it all along; deeds of each quad class."""
    return [
        told(Tide(1, date(2020, 1, 10))),
        told(Tide(2, date(2020, 2, 11), deed="blamed", reason="the lagoon belongs to them")),
        told(Tide(3, date(2020, 2, 11), "WSM", "supports", "blamed", "mend the pier", "fish are few")),
        told(Tide(4, date(2020, 6, 12), verb="supports", deed="supplied", action="mend the pier", reason="fish are few", title="Minister")),
        told(Tide(5, date(2020, 6, 13), "WSM", "supports", "raided", "free the crew", "fish are few", "Reef Post")),
        told(Tide(6, date(2020, 7, 1), reason="nobody asked", outlet="Reef Post", confidence=0.3)),
    ]
