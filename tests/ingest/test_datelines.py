"""Datelines of all house styles, and openings that only look like one."""

import pytest

from communique.ingest.dateline import dateline_at, stamp_of
from communique.model import Dateline, Span

PUBLISHED = "2031-05-08"

# the paragraph with its dateline before the bar: place, agency, date
DATELINES = [
    ("Quito, April 2 (RHC)--| Ecuador said", "Quito", "RHC", None),
    ("QUITO, May 7. /TASS/.| Ecuador said", "QUITO", "TASS", "2031-05-07"),
    ("QUITO, 7 May. /TASS/.| Ecuador said", "QUITO", "TASS", "2031-05-07"),
    ("ANGRA /Azores/, May 7. /TASS/.| Ecuador said", "ANGRA /Azores/", "TASS", "2031-05-07"),
    ("ST. JOHN'S, May 7. /TASS/.| Ecuador said", "ST. JOHN'S", "TASS", "2031-05-07"),
    ("UN, May 7. /TASS/.| Ecuador said", "UN", "TASS", "2031-05-07"),
    ("THE HAGUE, May 7. /TASS/.| Ecuador said", "THE HAGUE", "TASS", "2031-05-07"),
    ("QUITO, May 7. /TASS Correspondent Jane Doe/.| Ecuador said", "QUITO", "TASS", "2031-05-07"),
    ("QUITO, May 7.| Ecuador said", "QUITO", None, "2031-05-07"),
    ("TASS, May 7.| Ecuador said", None, "TASS", "2031-05-07"),
    ("QUITO, /TASS/.| Ecuador said", "QUITO", "TASS", None),
    ("TEHRAN, May 9 (MNA) –| Iran said", "TEHRAN", "MNA", "2031-05-09"),
    ("Tehran, IRNA –| Iran said", "Tehran", "IRNA", None),
    ("SANTIAGO, 24 JAN 89 --| [TEXT] CHILE SAID", "SANTIAGO", None, "1989-01-24"),
    ("Lima (Peru), 3 Aug 88 (Domestic Service) --| [Text] Peru said", "Lima (Peru)", "Domestic Service", "1988-08-03"),
    ("LA PAZ, NO DATE (RADIO FIDES) --| [TEXT] BOLIVIA SAID", "LA PAZ", "RADIO FIDES", None),
    ("LIMA, 3 AUG 88 (CANAL\nDOCE) --| [TEXT] PERU SAID", "LIMA", "CANAL DOCE", "1988-08-03"),
    ("BAGHDAD, Iraq (AP) _| Iraq said", "BAGHDAD, Iraq", "AP", None),
    ("ALBANY, N.Y. (AP) —| The governor said", "ALBANY, N.Y.", "AP", None),
    ("NEW YORK, Nov. 3 (UPI) --| The mayor said", "NEW YORK", "UPI", None),
    ("LONDON/PARIS, May 5 (Reuters) -| Britain said", "LONDON/PARIS", "Reuters", "2031-05-05"),
    ("(Reuters) -| Britain said", None, "Reuters", None),
    ("KYIV. May 5 (Interfax-Ukraine) –| Ukraine said", "KYIV", "Interfax-Ukraine", "2031-05-05"),
    ("MOSCOW, May 5 - RIA Novosti.| Russia said", "MOSCOW", "RIA Novosti", "2031-05-05"),
    ("TOKYO, May 5, Kyodo -| Japan said", "TOKYO", "Kyodo", "2031-05-05"),
    ("ABU DHABI, 5th May, 2029 (WAM) --| The ministry said", "ABU DHABI", "WAM", "2029-05-05"),
    ("Havana, Jan 3 (Prensa Latina)| The minister said", "Havana", "Prensa Latina", None),
    ("Beirut (AsiaNews/Agencies) -| The bishop said", "Beirut", "AsiaNews/Agencies", None),
    ("GENEVA -| Switzerland said", "GENEVA", None, None),
    ("BISMARCK, N.D. -| The governor said", "BISMARCK, N.D.", None, None),
    ("MAPUTO —| Mozambique said", "MAPUTO", None, None),
    ("Gaborone —| Political talks in Botswana", "Gaborone", None, None),
    ("Mogadishu, Somalia -| The ministry said", "Mogadishu, Somalia", None, None),
    ("**MAPUTO, May 5 (AIM)** –| Mozambique said", "MAPUTO", "AIM", "2031-05-05"),
]

SENTENCES = [
    "He came - and went.",
    "On Monday, May 5 - the day of the vote - he left.",
    "In Paris, May 5 is a working day.",
    "NATO - The alliance said no.",
    "UPDATE - The alliance said no.",
    "The European Community (EC) said no.",
    "Hezbollah (Party of God) - The movement said no.",
    "Doe — Yale-trained lawyer and farmer — has been elected.",
    "George Doe – “Make the most of the seed.”",
    "Monday - Friday, 10:00",
    "DOE: We have no plans.",
    "HAVANA, CUBA - APRIL 6: A woman walks past a mural.",
    "Doe, 61, said no.",
    "May 5 (Reuters) was a holiday.",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "place", "agency", "date"), DATELINES, ids=lambda value: str(value)[:30])
def test_a_dateline_is_read_up_to_its_end(marked: str, place: str | None, agency: str | None, date: str | None) -> None:
    line, _, rest = marked.partition("|")
    text = "  " + line + rest
    opening = dateline_at(text, Span(2, len(text)), PUBLISHED)
    assert opening is not None
    start = 2 + len(line) - len(line.lstrip("*"))
    assert opening.dateline == Dateline(Span(start, 2 + len(line)), place, agency, date)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_not_eaten(text: str) -> None:
    assert dateline_at(text, Span(0, len(text)), PUBLISHED) is None


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (None, None),
        ("2030-01-03", "2029-12-30"),
        ("2029-12-30T23:10:00Z", "2029-12-30"),
        ("2029-12-29", "2029-12-30"),
        ("2030-01-07", None),
        ("2029-12-27", None),
    ],
)
def test_the_year_comes_from_publication_within_a_week_only(published: str | None, date: str | None) -> None:
    text = "SUVA, December 30 (PINA) - Fiji said"
    opening = dateline_at(text, Span(0, len(text)), published)
    assert opening is not None
    assert opening.dateline.date == date


def test_a_day_that_does_not_exist_is_no_date() -> None:
    text = "SUVA, February 30, 2030 (PINA) - Fiji said"
    opening = dateline_at(text, Span(0, len(text)))
    assert opening is not None
    assert opening.dateline.date is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("Friday, August 24, 2029", "2029-08-24"), ("Suva, 3 March 2030", "2030-03-03"), ("Suva, 3 March", None), ("Suva", None)],
)
def test_a_line_that_is_a_date(text: str, date: str | None) -> None:
    stamp = stamp_of(text, Span(0, len(text)))
    assert (stamp.date if stamp else None) == date
