"""Invented codings, made without a parser: text first, spans looked up in it."""

from msgspec.structs import replace

from communique.model import (
    Article,
    Coder,
    Coding,
    Commitment,
    Deadline,
    Event,
    EventDate,
    Layout,
    Location,
    Participant,
    Position,
    Problem,
    Relay,
    Span,
    Speaker,
    Statement,
    sha256_of,
)
from communique.record import stable_id

CODER = Coder("0.1.0", "1" * 64, "2" * 64, "3" * 64, "numpy")
TEXT = (
    "Suva, May {day} — The Fijian envoy Litia Ravouvou and the Samoan envoy said, as the Reef Post was told, that dispatch {number} 🐋 "
    "rejects the net ban because the lagoon is theirs. Fiji will open the harbour by June 2021. Fiji thanked Samoa in Apia."
)


def coding(number: int, *, stance: str = "oppose", outlet: str = "Lagoon Courier", text: str = TEXT) -> Coding:
    """The coding of the article "a<number>": a statement of two joint speakers with a relay, a position, a commitment and an event."""
    article = article_of(number, outlet, text)
    statement = statement_of(article)
    return Coding(
        article, (statement,), (position_of(article, statement, stance),), (commitment_of(article),), (event_of(article),),
        (Problem("layout", "no headline", spot(article, "Suva")),), CODER,
    )  # fmt: skip


def codings(count: int, *, start: int = 0) -> list[Coding]:
    """Codings of articles with numbers from `start` on."""
    return [coding(number) for number in range(start, start + count)]


def spot(article: Article, words: str) -> Span:
    """Where the words stand in the text."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def article_of(number: int, outlet: str, text: str) -> Article:
    day = number % 28 + 1
    written = text.format(number=number, day=day)
    return Article(
        f"a{number}", sha256_of(written), written, outlet=outlet, published=f"2020-05-{day:02}", language="en",
        layout=Layout(body=(Span(0, len(written)),)),
    )  # fmt: skip


def statement_of(article: Article) -> Statement:
    content = spot(article, article.text[article.text.index("dispatch") : article.text.index(" Fiji will") - 1])
    speaker = Speaker(
        ("Litia Ravouvou", None), ("FJI", "WSM"), "GOV", "envoy", None, "en.resolve.title", (spot(article, "Litia Ravouvou"),)
    )
    return Statement(
        id=stable_id(article.id, "statement", (content,)), source=spot(article, "The Fijian envoy Litia Ravouvou and the Samoan envoy"),
        cue=spot(article, "said"), content=(content,), kind="speech", manner="indirect", speaker=speaker,
        via=(Relay("Reef Post", spot(article, "Reef Post")),), act="reject", targets=("IGO:UN",), addressee=None, parent=None,
        rule="en.indirect.that-clause", confidence=0.9,
    )  # fmt: skip


def position_of(article: Article, statement: Statement, stance: str) -> Position:
    evidence, grounds = spot(article, "rejects the net ban"), spot(article, "the lagoon is theirs")
    id = stable_id(article.id, "position", (evidence,), "net ban", "FJI", "WSM")
    return Position(id, ("FJI", "WSM"), "net ban", stance, evidence, (grounds,), ("legal",), statement.id, "en.position.verb", 0.8)


def commitment_of(article: Article) -> Commitment:
    action = spot(article, "open the harbour")
    due = Deadline(spot(article, "by June 2021"), "2021-06-01", "2021-06-30", None, "en.date.month")
    return Commitment(
        stable_id(article.id, "commitment", action, ("FJI",)), ("FJI",), action, "WSM", None, due, "vow", None, "en.will", 0.7
    )


def event_of(article: Article) -> Event:
    trigger = spot(article, "thanked")
    actor, recipient = (Participant(spot(article, f" {name}"[1:]), name, code, "GOV") for name, code in (("Fiji", "FJI"), ("Samoa", "WSM")))
    place = Location(spot(article, "Apia"), "Apia", "WSM")
    return Event(
        stable_id(article.id, "event", trigger, "SUPPORT"), "SUPPORT", (), ("environment",), "051", trigger, (actor,), (recipient,),
        EventDate("2020-05-01", "2020-05-31", "en.date.month"), place, (), None, "en.event.verb", 0.6,
    )  # fmt: skip


def without_position(coding: Coding) -> Coding:
    """The same article read by another coder, who found no position."""
    return replace(coding, positions=(), coder=replace(coding.coder, lexicon_sha256="9" * 64))
