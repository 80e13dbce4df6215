"""Datelines: "Moscow, December 24 (RHC)-- ", "BERLIN, June 6. /TASS/. ", "BAGHDAD, Iraq (AP) _ ", "LIMA, 24 JAN 89 -- ", "GENEVA - "."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from communique.model import Dateline, Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"(?![a-z])\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)"
# "December 24", "Dec. 24th, 2020", "24 Dec. 89", "24 JAN 89", FBIS's "NO DATE"; a two-digit year only after day and month
DATE = (
    rf"(?i:{WEEKDAY}?(?:(?P<month_first>{MONTH})\s*(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year_after>(?:19|20)\d\d)\b)?"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_after>{MONTH})(?:,?\s+(?P<year_last>(?:19|20)?\d\d)\b)?"
    r"|no\s+date))"
)
# wires that stand in datelines without brackets or without a place
WIRES = (
    "AP", "AFP", "UPI", "Reuters", "REUTERS", "Reuter", "TASS", "Tass", "ITAR-TASS", "Interfax", "RIA Novosti", "Sputnik", "Xinhua",
    "EFE", "ACAN-EFE", "ANSA", "dpa", "DPA", "Kyodo", "KYODO", "Jiji", "Yonhap", "KCNA", "PTI", "ANI", "IANS", "UNI", "APP", "Antara",
    "ANTARA", "Bernama", "BERNAMA", "VNA", "MNA", "Mehr", "Tasnim", "TASNIM", "IRNA", "ISNA", "FNA", "Fars", "SANA", "SPA", "WAM",
    "QNA", "KUNA", "BNA", "ONA", "Petra", "MENA", "WAFA", "NINA", "INA", "Anadolu", "AA", "BelTA", "BELTA", "Ukrinform", "UNIAN",
    "AZERTAC", "Trend", "Kazinform", "PAP", "CTK", "MTI", "BTA", "Tanjug", "Hina", "HINA", "Notimex", "NOTIMEX", "ACN", "RHC",
    "Prensa Latina", "PL", "AIN", "Telam", "TELAM", "Lusa", "CNA", "CNS", "GNA", "NAN", "SAPA", "ZNA", "CP", "PA", "AAP", "CNN", "BBC",
    "VOA", "FBIS", "AsiaNews", "BIRN", "BNS", "ETA", "LETA", "STA",
)  # fmt: skip
WIRE = "(?:" + "|".join(sorted(map(re.escape, WIRES), key=len, reverse=True)) + ")"
# "(RHC)", "[AP]", "/TASS/", "/TASS Correspondent Jane Doe/"; FBIS's "[TEXT]" is none
BRACKETED = (
    r"(?:[(\[](?!(?i:text|excerpts?|continued)\])(?P<round>[^()\[\]\n]{2,60}(?:\n[^()\[\]\n]{1,40})?)[)\]]"
    r"|/(?P<slashed>[A-Z][^/\n]{1,40}?)(?:[ ]Correspondent[^/\n]{0,40})?/)"
)
# the same, or a known wire by itself
AGENCY = rf"(?:{BRACKETED}|(?P<bare>{WIRE})\b)"
EMPHASIS = r"[*_]{0,3}"
# what closes a dateline: dashes in all their writings (AP's "_", a dash lost in conversion) or a colon
CLOSE = rf"{EMPHASIS}\s*(?:-+|[—–―−‒_]+|\ufffd|:(?=\s)){EMPHASIS}"
PLACE = r"(?P<place>[^\W\d_][^\n():;!?\"“”\[\]—–]{1,60}?(?:\s\([^()\n]{2,40}\))?)"

# place, date, agency: "Moscow, December 24 (RHC)--", "BERLIN, June 6. /TASS/.", "TOKYO, May 5, Kyodo --"
DATED = re.compile(rf"{EMPHASIS}{PLACE},?\s+{DATE}[.,]?\s*{AGENCY}?(?P<close>\.?{CLOSE}|\.)?")
# agency, place or date: "BAGHDAD, Iraq (AP) _", "(Reuters) -", "Tehran, IRNA –", "KYIV (Interfax) May 5 --"
WIRED = re.compile(rf"{EMPHASIS}(?:{PLACE},?\s+)?{AGENCY}[,.]?\s*(?:{DATE}[,.]?)?(?P<close>{CLOSE})")
# the same without a dash: "VLADIVOSTOK, /TASS/. ", "Beijing (AsiaNews) Since ..."
UNDASHED = re.compile(
    rf"{EMPHASIS}{PLACE},?\s+(?:/(?P<slashed>[A-Z][^/\n]{{1,40}})/(?P<close>\.)|\((?P<round>{WIRE})\)(?=\s+[\"“'‘]?[A-Z]))"
)
# wire and date: "TASS, May 26."
WIRE_DATED = re.compile(rf"{EMPHASIS}(?P<bare>{WIRE}),\s+{DATE}(?P<close>\.|\s*{CLOSE})")
# a place and a dash: "GENEVA - ", "NEWPORT NEWS, Va. _ ", "Kampala — "
PLACED = re.compile(
    rf"{EMPHASIS}(?P<place>[^\W\d_][^\n():;!?\"“”\[\]—–_]{{1,50}}?),?\s*(?P<close>{EMPHASIS}\s(?:-|--|[—–―−‒_]){EMPHASIS}\s|\s?(?:--|—|–)\s)\s*"
)
# a date that is a line of its own, with or without place: "Wednesday, January 23, 2019", "Brussels, 24 May 2025"
STAMP = re.compile(rf"(?:(?!(?i:{WEEKDAY})){PLACE},\s+)?{DATE}\.?$")
# what RIA Novosti and others put behind the dash: "MOSCOW, May 5 - RIA Novosti. "
WIRE_BEHIND = re.compile(rf"\s*(?P<bare>{WIRE})\.(?=\s)")

# how a report begins behind a dateline: a capital or a digit, but no date (captions: "HAVANA, CUBA - APRIL 6: ...")
REPORT = re.compile(rf"(?!(?i:{MONTH})\s\d)[\"“‘'`(\[]*[A-Z0-9À-Þ]")
SPACED_DASH = re.compile(r"\s[—–-]\s")

LOOKED_AT = 200  # characters of a paragraph in which a dateline must end
MOST_WORDS = 7
LOWER_IN_PLACES = frozenset(
    {"de", "del", "della", "des", "di", "da", "do", "dos", "das", "du", "la", "las", "le", "les", "los", "el", "al", "am", "an", "der",
     "den", "of", "the", "and", "upon", "on", "sur", "y", "e", "i", "near"}
)  # fmt: skip
# first words that make the stretch before a dash no place: small words, labels, days and months, titles
NO_PLACE = re.compile(
    r"(?:an?|on|in|at|by|from|since|after|before|until|last|this|that|for|with|to|as|of|and|but|if|when|while|it|he|she|they|we|i|you|his|her|its"
    r"|topshot|updated?|published|posted|breaking|exclusive|watch|live|analysis|opinion|factbox|interview|correct(?:ed|ion)|explainer|timeline"
    r"|news|photos?|video|note|file|statement|question|answer|read|more|related|editorial|commentary|column|review|recap|poll|profile|feature"
    r"|developing|urgent|alert|advisory|today|yesterday|tomorrow"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|mrs?|ms|dr|sen|rep|gen|gov|president|minister|prime)$",
    re.IGNORECASE,
)
# bodies and wires that open sentences ("NATO - The alliance ..."): places only beside a date or an agency ("UN, January 4. /TASS/.")
NO_LONE_PLACE = re.compile(
    r"(?:the|nato|opec|asean|brics|nasa|fifa|uefa|isis|isil|hamas|unicef|unesco|unhcr|iaea|imf|who|wto|eu|un|us|u\.s|u\.k|uk|u\.n|uae|usa|ussr"
    r"|cia|fbi|kgb|mi6|gop|covid(?:-19)?|ap|afp|bbc|cnn|tass)$",
    re.IGNORECASE,
)
NEWS_NAME = re.compile(
    r"news|press|agenc|radio|television|\b(?:tv|abc|cbs|nbc|fox|cnn|bbc)\b|report|times|post|wire|network|service|prensa|presse|novosti|herald|tribune|journal"
    r"|\.com|\.org",
    re.IGNORECASE,
)

WEEK, DAY = timedelta(days=7), timedelta(days=1)
CENTURY_TURNS = 50  # two-digit years from here on are 19xx: wires with such datelines were first archived in the 1960s


class Opening(NamedTuple):
    """A dateline at the head of a paragraph, and whether date or agency make it sure."""

    dateline: Dateline
    is_sure: bool


def dateline_at(text: str, paragraph: Span, published: str | None = None) -> Opening | None:
    """The dateline that opens a paragraph of `text`, None where none does.

    published   ISO 8601; gives its year to a day and month close to it
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + LOOKED_AT)]
    whole = len(head) == len(paragraph)
    match = _dated(head, whole) or _wired(head) or _placed(head)
    if match is None:
        return None
    found = match.groupdict()
    end = match.end("close" if found.get("close") else 0)
    agency = next((found[name] for name in ("round", "slashed", "bare") if found.get(name)), None)
    behind = WIRE_BEHIND.match(head, end) if agency is None else None
    if behind:
        agency, end = behind["bare"], behind.end()
    span = Span(paragraph.start + len(head) - len(head.lstrip("*_")), paragraph.start + len(head[:end].rstrip().rstrip("*")))
    dateline = Dateline(span, _plain(found.get("place")), _plain(agency), _date_of(found, published))
    return Opening(dateline, bool(agency or found.get("day_after") or found.get("day_first")))


def stamp_of(text: str, paragraph: Span, published: str | None = None) -> Dateline | None:
    """The dateline of a paragraph that is nothing but a date with its year, or a place and such a date; None for any other."""
    if len(paragraph) > 60:
        return None
    match = STAMP.match(paragraph.of(text))
    if match is None or (match["place"] and not _is_place(match["place"])):
        return None
    day = _date_of(match.groupdict(), None)
    return Dateline(paragraph, _plain(match["place"]), None, day) if day else None


def _dated(head: str, whole: bool) -> re.Match[str] | None:
    """Place and date, closed by a dash, by an agency, or by the end of the paragraph."""
    match = WIRE_DATED.match(head) or DATED.match(head)
    if match is None:
        return None
    found = match.groupdict()
    has_agency = any(found.get(name) for name in ("round", "slashed", "bare"))
    is_stopped = match.group().rstrip().endswith(".") and _in_capitals(found.get("place") or "")
    closed = (bool(found.get("close")) and (has_agency or found["close"] != ".")) or is_stopped
    if not (closed or has_agency or (whole and match.end() == len(head))) or ("place" in found and not _is_place(found["place"])):
        return None
    return match if _goes_on(head[match.end() :]) or whole else None


def _wired(head: str) -> re.Match[str] | None:
    """An agency and a dash, with or without a place."""
    match = WIRED.match(head)
    if match is None:
        match = UNDASHED.match(head)
        return match if match and _is_place(match["place"]) and not NEWS_NAME.search(match["place"]) else None
    if not _goes_on(head[match.end() :]):
        return None
    place, agency = match["place"], match["round"] or match["slashed"] or match["bare"]
    known = re.fullmatch(WIRE, agency) is not None
    if place is None:
        return match if known and match["bare"] is None else None
    if not _is_place(place):
        return None
    if match["bare"]:
        return match if "," in match.group() or place.isupper() else None
    news_name = known or NEWS_NAME.search(agency) is not None
    return match if news_name or (_in_capitals(place) and not re.search(r"\s", agency)) else None


def _placed(head: str) -> re.Match[str] | None:
    """A place alone and a dash: in capitals, or in title case before an em dash or with its country, no other dash near."""
    match = PLACED.match(head)
    if match is None or not _is_place(match["place"]) or NO_LONE_PLACE.match(match["place"].split()[0].strip(".,")):
        return None
    place, rest = match["place"], head[match.end() :]
    if not REPORT.match(rest) or rest[:80].isupper():
        return None
    if _in_capitals(place):
        return match
    is_short = len(place.split(",")[0].split()) <= 2
    has_strong_dash = any(dash in match["close"] for dash in "—–") or "," in place
    return match if is_short and has_strong_dash and rest[0].isalnum() and not SPACED_DASH.search(rest) else None


def _is_place(place: str) -> bool:
    """True where every word of a stretch can be part of a place's name."""
    words = re.sub(r"[()/,]", " ", place).split()
    if not words or len(words) > MOST_WORDS or NO_PLACE.match(words[0].strip(".'’")) or any(map(str.isdigit, place)):
        return False
    return all(word[0].isupper() or word.lower() in LOWER_IN_PLACES or word[:2] in ("d'", "l'", "d’", "l’") for word in words)


def _in_capitals(place: str) -> bool:
    """True where a place is set in capitals, its region apart ("NEWPORT NEWS, Va.")."""
    city = re.split(r"[,(/]", place)[0]
    return city.isupper() and sum(c.isalpha() for c in city) >= 3


def _goes_on(rest: str) -> bool:
    """True where a report can begin: not in the middle of a sentence."""
    rest = rest.lstrip(" \t\r\n*_")
    return bool(rest) and not (rest[0].islower() and rest[:1].isascii() and rest[:2] not in ("al", "el"))


def _plain(words: str | None) -> str | None:
    """A name on one line, without emphasis and without the full stop behind a place ("KYIV. May 5"; "Ky." and "D.C." keep theirs)."""
    if not words:
        return None
    name = " ".join(words.split()).strip(" *_,")
    return name[:-1] if name.endswith(".") and "," not in name and len(name.split()[-1]) > 4 else name


def _date_of(found: dict[str, str | None], published: str | None) -> str | None:
    """ISO date of a day, a month and, written or from the publication date, a year; None where one is missing."""
    month, day = found.get("month_first") or found.get("month_after"), found.get("day_after") or found.get("day_first")
    if not month or not day:
        return None
    number = MONTHS.index(month[:3].lower()) + 1
    year = found.get("year_after") or found.get("year_last")
    try:
        if year:
            return date(_full_year(year), number, int(day)).isoformat()
        return _near(number, int(day), date.fromisoformat(published[:10])) if published else None
    except ValueError:
        return None


def _full_year(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= CENTURY_TURNS else 2000)


def _near(month: int, day: int, published: date) -> str | None:
    """The date with this month and day within the week before publication, or a day after it (clocks differ)."""
    for year in (published.year, published.year - 1, published.year + 1):
        filed = date(year, month, day)
        if -DAY <= published - filed <= WEEK:
            return filed.isoformat()
    return None
