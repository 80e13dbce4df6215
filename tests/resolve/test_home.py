"""The country an article is written in or about: which signs count, and for whom."""

import pytest

from communique.lexicon import load
from communique.model import Article, Dateline, Layout, Span, sha256_of
from communique.parse import load_pipeline, parse_article
from communique.resolve import resolve_speakers
from communique.resolve.home import countries_in, publisher_country
from communique.resolve.index import index_of
from communique.settings import Settings

SAID = "Foreign Minister Adam Wrona told the house that talks had failed."


def country_of(text: str, title: str | None = None, place: str | None = None, url: str | None = None, outlet: str | None = None):
    """The country of the one speaker of a text."""
    from communique.extract import find_statements

    lexicon, pipeline = load(), load_pipeline(Settings())
    dateline = Dateline(Span(0, 1), place=place) if place else None
    article = Article(
        "a", sha256_of(text), text, url, title, outlet, language="en", dateline=dateline, layout=Layout(body=(Span(0, len(text)),))
    )
    body, _ = parse_article(article, pipeline, lexicon)
    (told,) = resolve_speakers(article, body, find_statements(body, lexicon).attributions, lexicon).told
    return told.speaker.country if told.speaker else None


@pytest.mark.parametrize(
    ("text", "signs", "expected"),
    [
        (SAID, {}, None),
        (f"Poland closed its border. Polish farmers were angry. {SAID}", {}, "POL"),
        (SAID, {"url": "https://news.example.pl/1"}, "POL"),
        (SAID, {"url": "https://example.com/pl"}, None),
        (SAID, {"outlet": "TASS"}, "RUS"),
        (f"Poland and Latvia closed the border with Belarus. {SAID}", {}, None),
        (f"Poland and Latvia closed the border with Belarus. {SAID}", {"title": "Latvia closes border"}, None),
        (f"Latvia and Poland closed the border with Belarus. {SAID}", {"title": "Latvia closes border", "place": "Riga"}, "LVA"),
        # a foreigner is given his country, so another is meant
        (f"Latvian Foreign Minister Andris Ozols came to Riga. Latvia was quiet. {SAID}", {}, None),
    ],
)
def test_signs_of_a_home(text: str, signs: dict[str, str], expected: str | None) -> None:
    assert country_of(text, **signs) == expected


def test_no_country_gets_an_office_that_it_has_not() -> None:
    text = "The United States sent a ship. American sailors were tired. Prime Minister Adam Wrona told the house that talks had failed."
    assert country_of(text) is None
    assert country_of(text.replace("Prime Minister", "President")) == "USA"


def test_countries_of_a_headline() -> None:
    index = index_of(load())
    assert countries_in("Latvia's minister in Warsaw: no U.S. ships", index) == ("LVA", "POL", "USA")
    assert countries_in("us and them, georgia on my mind", index) == ()


def test_publishers() -> None:
    lexicon = load()
    index = index_of(lexicon)
    where = lambda url: publisher_country(Article("a", "", "", url), index, lexicon.domains)  # noqa: E731
    assert where("https://www.mid.ru/en/press") == "RUS"
    assert where("https://archive.example.gov/x") == "USA"
    assert where("https://example.co.uk/news") == "GBR"
    assert where("https://example.com/uk") is None
    assert where("https://radio.example.tv") is None
    assert where(None) is None
