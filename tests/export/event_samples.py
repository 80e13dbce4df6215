"""Codings with events put in by hand, so that exports are tested whatever the extractor finds.

`python tests/export/event_samples.py` writes anew what each format makes of them; read the difference before you commit it.
"""

import io
from pathlib import Path

from communique.export import EXPORTS, Export, Found, dyads, events_of
from communique.model import Article, Coder, Coding, Dateline, Event, EventDate, Layout, Location, Participant, Role, Span, sha256_of
from communique.record import stable_id, to_json

GOLDEN = Path(__file__).parent / "golden"
CODINGS = Path(__file__).parent / "codings.jsonl"  # the sample as `communique code` would print it, for the docs
SUFFIXES = {"csv": "csv", "jsonl": "jsonl", "plover": "jsonl", "parquet": "txt"}  # others are tsv; Parquet is compared as text
CODER = Coder("0.0", "a" * 64, "b" * 64, "c" * 64, "generic")

LAGOON = """Suva, May 6 (PCN)-- 😀 Fiji's foreign minister Litia
Ravouvou rejected Tonga's call for talks. "Not now," she said. Dockers marched in Nadi on 4 May.
Ravouvou and Samoa's prime minister had met in April. The United Nations did not expel the Kosovar envoy.
The Daily Reef blamed the Lautoka hospital. Greenland gave money to Romania; Oxfish sent rice. Strangers took a ferry."""
NOTHING_TOLD = "Tonga appealed for rain. Palau will deny the Federated Isles an airport; \tVanuatu's navy was put on alert."
COPY = "Fiji's foreign minister once more turned down talks with Tonga's government on Tuesday, 6 May. An IMF loan reached Tonga."


class Writer:
    """Writes down the events of one text: a mention is named by its words, which stand once in the text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.events: list[Event] = []

    def span(self, words: str) -> Span:
        assert self.article.text.count(words) == 1, words
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def who(self, words: str, country: str | None = None, sector: Role | None = None, name: str | None = None) -> Participant:
        return Participant(self.span(words), name, country, sector)

    def event(
        self,
        trigger: str,
        kind: str | None,
        *actor: Participant,
        to: tuple[Participant, ...] = (),
        mode: tuple[str, ...] = (),
        context: tuple[str, ...] = (),
        cameo: str | None = None,
        date: tuple[str, str] | None = None,
        place: tuple[str, str] | None = None,
        auxiliary: tuple[str, ...] = (),
        confidence: float = 0.9,
    ) -> None:
        span = self.span(trigger)
        self.events.append(
            Event(
                id=stable_id(self.article.id, "event", span, kind),
                event=kind,
                mode=mode,
                context=context,
                cameo=cameo,
                trigger=span,
                actor=actor,
                recipient=to,
                date=EventDate(*date, "en.date.day") if date else None,
                location=Location(self.span(place[0]), *place) if place else None,
                auxiliary=auxiliary,
                statement=None,
                rule="en.event.verb",
                confidence=confidence,
            )
        )

    def coding(self) -> Coding:
        return Coding(self.article, (), (), (), tuple(self.events), (), CODER)


def article(text: str, **given: str | None) -> Article:
    layout = Layout(body=(Span(0, len(text)),))
    sha256 = sha256_of(text)
    dateline = Dateline(Span(0, 20), "Suva", "PCN", None) if text.startswith("Suva") else None
    return Article(id=given.get("url") or sha256, text_sha256=sha256, text=text, layout=layout, dateline=dateline, **given)  # type: ignore[arg-type]


def lagoon() -> Coding:
    """Everything at once: lists, quotation marks, a line break in a name, a character beyond the BMP, deeds that did not happen."""
    url = "https://news.example/2031/talks"
    write = Writer(
        article(LAGOON, url=url, title="No talks", outlet='The "Lagoon" Post; Suva', published="2031-05-06T09:30:00+12:00", language="en")
    )
    she = write.who("Litia\nRavouvou", "FJI", "GOV", "Litia Ravouvou")
    write.event("rejected", "REJECT", she, to=(write.who("Tonga", "TON", "GOV"),), mode=("meet",), context=("diplomatic",), cameo="125")
    dockers = write.who("Dockers", "FJI", "LAB")
    write.event("marched", "PROTEST", dockers, mode=("demo",), cameo="14", date=("2031-05-04", "2031-05-04"), place=("Nadi", "FJI"))
    april = ("2031-04-01", "2031-04-30")
    write.event("had met", "CONSULT", she, write.who("Samoa's prime minister", "WSM", "GOV"), mode=("visit",), date=april, confidence=0.71)
    envoy = write.who("the Kosovar envoy", "XKX", "GOV")
    write.event(
        "expel", "SANCTION", write.who("The United Nations", "IGO:UN", "IGO"), to=(envoy,), mode=("expel",), auxiliary=("negation",)
    )
    hospital = write.who("the Lautoka hospital", "FJI", "MED", "Lautoka Hospital")
    write.event("blamed", "ACCUSE", write.who("The Daily Reef", "XKX", "JRN"), to=(hospital,), mode=("disapprove",), cameo="111")
    greenland, romania = write.who("Greenland", "GRL"), write.who("Romania", "ROU")
    write.event("gave money", "AID", greenland, to=(romania,), context=("economic", "health"), cameo="071")
    write.event("sent rice", "AID", write.who("Oxfish", None, "NGO", "Oxfish"), cameo="073")
    write.event("took a ferry", "COERCE", write.who("Strangers", None, "UNK"), mode=("seize",))
    return write.coding()


def undated() -> Coding:
    """An article that tells neither where it was published nor when."""
    write = Writer(article(NOTHING_TOLD))
    write.event("appealed", None, write.who("Tonga", "TON"), cameo="02")
    isles = write.who("the Federated Isles", "FSM")
    write.event("deny", "REJECT", write.who("Palau", "PLW"), to=(isles,), mode=("assist",), cameo="121", auxiliary=("future",))
    write.event(
        "was put on alert", "MOBILIZE", write.who("Vanuatu's navy", "VUT", "MIL"), mode=("troops",), context=("military",), cameo="152"
    )
    return write.coding()


def copy() -> Coding:
    """The same refusal in another paper, reported as one more."""
    write = Writer(article(COPY, url="https://reef.example/a", outlet="Reef Daily", published="2031-05-06", language="en"))
    tonga = write.who("Tonga's government", "TON", "GOV")
    write.event("turned down", "REJECT", write.who("Fiji's foreign minister", "FJI", "GOV"), to=(tonga,), mode=("meet",), cameo="12")
    loan = write.who("An IMF", "IGO:IMF", "IGO", "IMF")
    write.event("reached", "AID", loan, to=(write.who("Tonga.", "TON"),), cameo="071", date=("2031-05-06", "2031-05-06"))
    return write.coding()


def sample() -> list[Coding]:
    return [lagoon(), undated(), copy()]


def found() -> list[Found]:
    return list(events_of(sample()))


def written(export: Export, events: list[Found]) -> bytes:
    """What a format makes of the events it takes."""
    out = io.BytesIO()
    export.write([event for event in events if export.takes(event)], out)
    return out.getvalue()


def golden_of(name: str) -> Path:
    return GOLDEN / f"{name}.{SUFFIXES.get(name.removeprefix('dyads-'), 'tsv')}"


def readable(name: str, data: bytes) -> bytes:
    """What is compared: the bytes; of Parquet, whose bytes are pyarrow's affair, the columns with their types and values."""
    if name != "parquet":
        return data
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(io.BytesIO(data))
    lines = [f"{field.name} {field.type}: {table[field.name].to_pylist()}" for field in table.schema]
    return ("\n".join([str(table.schema.metadata), *lines]) + "\n").encode()


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    CODINGS.write_bytes(b"".join(map(to_json, sample())))
    for export in EXPORTS:
        golden_of(export.name).write_bytes(readable(export.name, written(export, found())))
    for name, write in dyads.WRITERS.items():
        out = io.BytesIO()
        write([event for event in found() if dyads.takes(event)], "month", out)
        golden_of(f"dyads-{name}").write_bytes(readable(name, out.getvalue()))


if __name__ == "__main__":
    main()
