"""JSON-LD in any shape, and dates as pages and feeds write them."""

import pytest

from communique.ingest.json_ld import linked_data
from communique.ingest.written_dates import iso_date

DATES = [
    ("2031-03-04", "2031-03-04"),
    ("2031-03-04T09:15:00Z", "2031-03-04T09:15:00+00:00"),
    ("2031-03-04T09:15:00.123+0530", "2031-03-04T09:15:00+05:30"),
    ("2031-03-04 09:15:00 GMT", "2031-03-04T09:15:00+00:00"),
    ("20310304", "2031-03-04"),
    ("2031/3/4", "2031-03-04"),
    ("Tue, 04 Mar 2031 09:15:00 GMT", "2031-03-04T09:15:00+00:00"),
    ("March 4, 2031 9:15 am", "2031-03-04"),
    ("Published: 4th of March 2031", "2031-03-04"),
    ("04.03.2031", "2031-03-04"),
    ("13/03/2031", "2031-03-13"),
    ("03/13/2031", "2031-03-13"),
    ("03/04/2031", None),
    ("1930381200", "2031-03-04T09:00:00+00:00"),
    ("2031-02-30", None),
    ("yesterday", None),
    ("2031", None),
    ("", None),
    ("5 " * 50, None),
]


@pytest.mark.parametrize(("written", "expected"), DATES)
def test_dates_are_read_as_pages_write_them(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


ARTICLE = '{"@type": "NewsArticle", "headline": "Pact signed", "datePublished": "2031-03-04"%s}'


@pytest.mark.parametrize(
    "block",
    [
        ARTICLE % "",
        f"<!-- {ARTICLE % ''} -->",
        f"//<![CDATA[\n{ARTICLE % ''}\n//]]>",
        f"{ARTICLE % ''};",
        f"[{ARTICLE % ''}]",
        ARTICLE % ",",
        ARTICLE % ', "description": "a\nb"',
        ARTICLE % ', "author": {"name": }',
        '{"@graph": [{"@type": "WebSite", "name": "x"}, %s]}' % (ARTICLE % ""),
        '{"@type": "WebPage", "mainEntity": %s}' % (ARTICLE % ""),
        (ARTICLE % "").replace('"NewsArticle"', '["https://schema.org/NewsArticle", "Thing"]'),
    ],
)
def test_json_ld_is_read_in_any_shape(block: str) -> None:
    found = linked_data(["{broken", block])
    assert (found.title, found.published) == ("Pact signed", "2031-03-04")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ('"Jane Roe"', "Jane Roe"),
        ('{"name": "Jane Roe"}', "Jane Roe"),
        ('[{"name": "Jane Roe"}, "John Doe", {"name": "Jane Roe"}]', "Jane Roe, John Doe"),
        ('{"@id": "#jane"}', "Jane Roe"),
        ("7", None),
        ("[[]]", None),
    ],
)
def test_json_ld_names_authors_in_any_shape(author: str, expected: str | None) -> None:
    block = '{"@graph": [{"@id": "#jane", "name": "Jane Roe"}, %s]}' % (ARTICLE % f', "author": {author}')
    assert linked_data([block]).byline == expected
