"""A citation as a sentence: "The Reef Post reported on 4 May 2020 that Litia Ravouvou (FJI) said: “…”."""

from communique.ask import Cited
from communique.lexicon.ontology import countries

STANCES = {"support": "for", "oppose": "against", "mixed": "both for and against"}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def cited(record: Cited) -> str:
    """What was reported, by whom, when and where; nothing that is not known."""
    where = "; ".join(f"{start}–{end}" for start, end in record.spans)
    parts = [f"{told(record)}.", f"{record.title}." if record.title else "", f"{record.url}." if record.url else ""]
    place = f"Characters {where} of the text with SHA-256 {record.text_sha256}, reading {record.id}@{record.run}"
    return " ".join(part for part in (*parts, f"{place}{'' if record.is_current else ' (superseded)'}.") if part)


def told(record: Cited) -> str:
    """The sentence itself: "X reported that Y said: ..."."""
    day = f" on {record.day.day} {MONTHS[record.day.month - 1]} {record.day.year}" if record.day else ""
    begun = f"{record.outlet or 'An article whose outlet is not known'} reported{day}"
    words = " ".join(record.words.split())
    if record.record == "position":
        stance = STANCES.get(record.stance or "", record.stance or "")
        return f"{begun}{_by(record)} that {_parties(record)} stand{'s' * (len(record.parties) == 1)} {stance} “{record.issue}”: “{words}”"
    if record.record == "commitment":
        return f"{begun}{_by(record)} a commitment of {_parties(record)}: “{words}”"
    if record.record == "event":
        return f"{begun}{_by(record)}: “{words}”"
    said = "said" if record.kind == "speech" else "is of this mind"
    return f"{begun} that {speaker(record)} {said}{_relayed(record)}: {_said(record, words)}"


def speaker(record: Cited) -> str:
    """Who says it: names with the country spoken for, else the words of the text, else somebody."""
    known = [f"{name} ({country})" if country else name for name, country in _each(record) if name]
    if known and len(known) == len(record.speakers):
        return _and(known)
    return inside(record.source) if record.source else _and(known) or "somebody"


def inside(mention: str) -> str:
    """A mention as it stands inside a sentence."""
    words = " ".join(mention.split())
    return f"the {words[4:]}" if words.startswith("The ") else words


def _parties(record: Cited) -> str:
    """Who holds the position or commits themselves, states by their names."""
    known = countries()
    return _and([known[party].name if party in known else party for party in record.parties])


def _each(record: Cited) -> list[tuple[str | None, str | None]]:
    countries = record.countries if len(record.countries) == len(record.speakers) else (None,) * len(record.speakers)
    return list(zip(record.speakers, countries, strict=True))


def _said(record: Cited, words: str) -> str:
    """The content in quotation marks where it is a quotation, else as the article words it."""
    return f"“{words}”" if record.manner == "direct" else f"{words} (in the article's words)"


def _by(record: Cited) -> str:
    """Whom the record rests on; nothing where no one says it."""
    return f", on the words of {speaker(record)}{_relayed(record)}," if record.manner else ""


def _relayed(record: Cited) -> str:
    return f", as told by {_and(record.relays)}" if record.relays else ""


def _and(texts: list[str] | tuple[str, ...]) -> str:
    """Texts in a row: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))
