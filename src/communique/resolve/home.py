"""The country an article is written in or about, for those whose country it need not say: "the health minister" in a report from Warsaw.

Each sign of a country (how often the body names it, what it names first, headline, dateline, publisher) adds its weight; a country wins by
a floor and a margin. The weights are round numbers, chosen by looking at ../shared/training and the gold together: of 261 officials there
253 were given their country so and 8 a wrong one, where the share of mentions alone gave 214 and 11. Another text may do worse.
"""

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit

from communique.lexicon.entries import Domain, Lexicon
from communique.model import Article, Role
from communique.resolve.actors import Actor, Persons
from communique.resolve.index import Index, Sort, index_of
from communique.resolve.marked import Marked
from communique.resolve.names import fold

FIRST = 0.2  # the first country of the body
HEADLINE_FIRST = 0.3
HEADLINE = 0.1
DATELINE = 0.4
PUBLISHER = 0.8
FOREIGN = 0.3  # taken off: somebody in office there is given the country, as only foreigners are
FLOOR_OFFICIAL, MARGIN_OFFICIAL = 0.7, 0.2
FLOOR_PERSON, MARGIN_PERSON = 0.9, 0.4
FEW_MENTIONS = 3  # fewer count as a share of this many
OFFICIAL: frozenset[Role | None] = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "SPY"))
PRIVATE: frozenset[Role | None] = frozenset(("JRN", "IGO", "NGO"))  # at home anywhere
_COUNTRY_SORTS: tuple[Sort, ...] = ("country", "adjective", "seat", "place")
_WORD = re.compile(r"'s\b|’s\b|\w[\w.]*(?<!\.)\.?")


class Home(NamedTuple):
    """The country an article is written in or about.

    country      which it is
    for_persons  whether it is sure enough for persons who hold no office
    held         offices that the article gives to a person of that country, by their last word
    chief        whether it names the country with one of its chiefs: it would do so with the other, too
    """

    country: str
    for_persons: bool
    held: frozenset[str]
    chief: bool


class Beside(NamedTuple):
    """All that is read of an article but its text and its day: the countries its headline and its dateline name, its publisher's."""

    headline: tuple[str, ...]
    place: tuple[str, ...]
    publisher: str | None


def beside_text(article: Article, lexicon: Lexicon) -> Beside:
    """What stands beside the text; two articles of one text and one day that agree in this have the same speakers."""
    index = index_of(lexicon)
    place = countries_in(article.dateline.place or "", index) if article.dateline else ()
    return Beside(countries_in(article.title or "", index), place, publisher_country(article, index, lexicon.domains))


def find_home(beside: Beside, marked: Marked, persons: Persons) -> Home | None:
    """The country an article is written in or about; None where several may be."""
    scores = _scores(beside, marked, persons).most_common(2)
    if not scores:
        return None
    (country, best), second = scores[0], scores[1][1] if len(scores) > 1 else 0.0
    if best < FLOOR_OFFICIAL or best - second < MARGIN_OFFICIAL:
        return None
    natives = [actor for actor in persons.actors if actor.country == country and actor.role != "ELI"]
    held = frozenset(office[-1] for actor in natives for office in actor.offices)
    sure = best >= FLOOR_PERSON and best - second >= MARGIN_PERSON
    return Home(country, sure, held, any(is_chief(actor, marked.index) for actor in natives))


def _scores(beside: Beside, marked: Marked, persons: Persons) -> Counter[str]:
    """The weight of each country's signs."""
    named = [code for label in marked.labels_in(0, len(marked.labels)) if label.sense.sort != "outlet" and (code := marked.code_of(label))]
    mentions = Counter(code for code in named if not code.startswith("IGO:"))
    scores: Counter[str] = Counter()
    for code, count in mentions.items():
        scores[code] += count / max(mentions.total(), FEW_MENTIONS)  # type: ignore[assignment]
    headline, place, publisher = beside
    signs = [(FIRST, next(iter(mentions), None)), (HEADLINE_FIRST, headline[0] if headline else None)]
    signs += [(HEADLINE, code) for code in sorted(set(headline))]
    signs += [(DATELINE, place[0] if place else None), (PUBLISHER, publisher)]
    signs += [(-FOREIGN, code) for code in {a.country for a in persons.actors if a.offices and a.role != "ELI"} & scores.keys()]
    for weight, code in signs:
        if code:
            scores[code] += weight  # type: ignore[assignment]
    return scores


def countries_in(line: str, index: Index) -> tuple[str, ...]:
    """Codes of the countries named in a line that was not parsed, such as a headline, in their order; ambiguous words are left out."""
    words = _WORD.findall(line.replace("’", "'"))
    lower, found, at = [word.lower() for word in words], [], 0
    while at < len(words):
        lengths = index.lengths.get(lower[at], ()) if words[at][0].isupper() else ()
        length = next((n for n in lengths if tuple(lower[at : at + n]) in index.phrases and at + n <= len(words)), 0)
        sense = index.phrases[tuple(lower[at : at + length])] if length else None
        if sense and sense.sort in _COUNTRY_SORTS and len(sense.codes) == 1 and sense.written in (None, words[at]):
            found.append(sense.codes[0])
        at += length or 1
    return tuple(found)


def publisher_country(article: Article, index: Index, domains: tuple[Domain, ...]) -> str | None:
    """The country of whoever publishes the article, by the outlet (a state's) or the ending of the web address."""
    outlet = index.phrases.get(tuple((article.outlet or "").lower().split()))
    if outlet and outlet.sort == "outlet" and outlet.codes:
        return outlet.codes[0]
    host = "." + ((urlsplit(article.url).hostname if article.url else None) or "")
    endings = ((ending, d.code) for d in domains for ending in (*d.governments, *d.endings) if host.endswith("." + ending))
    return max(endings, key=lambda found: len(found[0]), default=(None, None))[1]


def at_home(actors: tuple[Actor, ...], home: Home, index: Index, humans: frozenset[Actor]) -> tuple[Actor, ...]:
    """The actors, the home country given to those without one who can only be its; `humans` are those whom "he" or "she" stands for."""
    return tuple(actor.speaking_for(home.country) if _is_native(actor, home, index, humans) else actor for actor in actors)


def _is_native(actor: Actor, home: Home, index: Index, humans: frozenset[Actor]) -> bool:
    """Officials, and named persons where the home is sure; nobody whose office there is another's."""
    if actor.country is not None or actor.role in PRIVATE or (actor.sort == "people" and _is_foreign(actor, index)):
        return False
    official = actor.role in OFFICIAL and actor.sort in ("person", "people", "body")
    person = actor.sort == "person" or (actor.sort == "name" and (actor in humans or _is_human_name(actor.name or "", index)))
    if (not official and not (person and home.for_persons)) or has_no_such(home.country, actor, index):
        return False
    return not any(office[-1] in home.held for office in actor.offices) and not (home.chief and is_chief(actor, index))


def _is_human_name(name: str, index: Index) -> bool:
    """True for a name of several words that begins with a given name: "Manila Bulletin" is at home in no country for sure."""
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first) in index.given


def _is_foreign(actor: Actor, index: Index) -> bool:
    """True for a diplomat without a name, who may be anyone's but the country's own."""
    return any(office[-1] in index.among("diplomats") for office in (*actor.offices, actor.about.office) if office)


def has_no_such(country: str, actor: Actor, index: Index) -> bool:
    """True where the country's government has no office that the actor holds."""
    return any(
        " ".join(office[-len(words) :]) == " ".join(words) and country in index.among(f"without_{'_'.join(words)}")
        for office in actor.offices
        for words in (("prime", "minister"), ("president",))
    )


def is_chief(actor: Actor, index: Index) -> bool:
    """A head of state or government."""
    chiefs, lesser = index.among("chief_offices"), index.among("lesser_office")
    return any((office[-1] in chiefs or " ".join(office[-2:]) in chiefs) and not lesser & set(office) for office in actor.offices)
