"""When an article was written, and what its dateline's date is."""

import json
from datetime import date

import msgspec
import pytest

from communique.ingest import read_text
from communique.lexicon import load
from communique.model import Article, DateExpression, Span
from communique.resolve import article_date, dated, find_dates
from communique.resolve.article_date import date_in_url

LEXICON = load()
LEAD = "Foreign Minister Orla Quint said on Thursday that the pandemic of Covid-19 had slowed the talks."
HOPE = "Ministers expect by the beginning of 2021 to have signed."


def article(text: str, **fields: str) -> Article:
    return msgspec.structs.replace(read_text(text), **fields)


def told(text: str, **fields: str) -> str | None:
    found, _ = article_date(article(text, **fields), LEXICON)
    return found and f"{found.earliest} {found.rule}" if found and found.day else found and f"{found.earliest}..{found.latest} {found.rule}"


def test_the_metadata_come_first() -> None:
    assert told("Nothing happened in Vellano.", published="2024-05-15T08:00:00Z") == "2024-05-15 article.published"


def test_then_the_address() -> None:
    assert told("Nothing happened.", url="https://vellano.example/2024/05/15/nothing.html") == "2024-05-15 article.url"
    assert told("Nothing happened.", url="https://vellano.example/2024/05/nothing.html") == "2024-05-01..2024-05-31 article.url"


def test_then_the_dateline() -> None:
    assert told("VELLANO, May 15, 2024 (VNS) -- Nothing happened.") == "2024-05-15 article.dateline"


def test_nothing_tells() -> None:
    assert article_date(article("Nothing happened in Vellano on Tuesday."), LEXICON) == (None, ())


@pytest.mark.parametrize(
    ("url", "first"),
    [
        ("https://a.example/2024/05/15/x", "2024-05-15"),
        ("https://a.example/news/2024-05-15/x", "2024-05-15"),
        ("https://a.example/x-20240515.html", "2024-05-15"),
        ("https://a.example/2024/may/15/x", "2024-05-15"),
        ("https://a.example/2024/5/x", "2024-05-01"),
        ("https://a.example/2024/13/45/x", None),
        ("https://a.example/20241399/x", None),
        ("https://a.example/story/2055465", None),
        ("https://a.example/2024/05/15/looking-back/2023/05/15", None),
        ("https://2024-05-15.example/x", None),
        ("", None),
    ],
)
def test_dates_in_addresses(url: str, first: str | None) -> None:
    found = date_in_url(url)
    assert (found and found.earliest.isoformat()) == first


def test_the_year_is_inferred_and_every_step_named_and_shown() -> None:
    read = article(f"Vellano, December 24 (VNS)-- {LEAD}\n\n{HOPE}")
    found, problems = article_date(read, LEXICON)
    assert problems == ()
    assert found is not None
    assert found.day == "2020-12-24"
    assert found.rule == "article.dateline+weekday+after-term+before-text"
    assert [span.of(read.text) for span in found.evidence[1:]] == ["Thursday", "Covid-19", "by the beginning of 2021"]


def test_without_a_bound_the_year_stays_unknown() -> None:
    assert article_date(article(f"Vellano, December 24 (VNS)-- {LEAD}"), LEXICON) == (None, ())
    assert article_date(article(f"Vellano, December 24 (VNS)-- Nothing happened.\n\n{HOPE}"), LEXICON) == (None, ())


def test_a_weekday_that_fits_no_year_is_a_problem() -> None:
    found, problems = article_date(article(f"Vellano, December 24 (VNS)-- {LEAD.replace('Thursday', 'Monday')}\n\n{HOPE}"), LEXICON)
    assert found is None
    assert "contradicts" in problems[0].message
    assert "2020-12-24" in problems[0].message


def test_several_years_that_fit_are_listed() -> None:
    text = f"Vellano, December 24 (VNS)-- {LEAD.replace(' on Thursday', '')}\n\n{HOPE.replace('2021', '2024')}"
    found, problems = article_date(article(text), LEXICON)
    assert found is None
    assert "2020-12-24, 2021-12-24, 2022-12-24, 2023-12-24" in problems[0].message


def test_sources_that_contradict_each_other_give_no_date() -> None:
    read = article("VELLANO, May 15, 2024 (VNS) -- Nothing happened.", published="2021-03-01")
    found, problems = article_date(read, LEXICON)
    assert found is None
    assert "published 2021-03-01, dateline 2024-05-15" in problems[0].message
    once = dated(read, LEXICON)
    assert once.dateline is not None
    assert once.dateline.date is None
    assert dated(once, LEXICON).problems.count(problems[0]) == 1


def date_of(read: Article) -> str | None:
    line = dated(read, LEXICON).dateline
    assert line is not None
    return line.date


def test_a_dateline_without_date_has_the_day_of_publication() -> None:
    assert date_of(article("VELLANO — Nothing happened in the capital on Tuesday.", published="2024-05-15")) == "2024-05-15"


def test_a_dateline_keeps_its_own_day_near_publication() -> None:
    assert date_of(article("VELLANO, Dec. 30 (VNS) -- Nothing happened.", published="2025-01-02")) == "2024-12-30"
    assert date_of(article("VELLANO, June 1 (VNS) -- Nothing happened.", published="2024-05-15")) is None


def test_a_month_is_no_day() -> None:
    assert date_of(article("VELLANO — Nothing happened in the capital.", url="https://a.example/2024/05/x")) is None


def test_articles_without_dateline_stay_as_they_are() -> None:
    read = article("Nothing happened in Vellano.", published="2024-05-15")
    assert dated(read, LEXICON) == read


def test_spans_point_into_the_article() -> None:
    text = "İstanbul’s envoy said on 3 May 2024 that he’d leave by the end of 2025."
    start = text.index("said")
    found = find_dates(text, start, len(text), None, LEXICON)
    assert [expression.span.of(text) for expression in found] == ["on 3 May 2024", "by the end of 2025"]
    assert [expression.preposition for expression in found] == ["on", "by"]


def test_a_record_survives_json() -> None:
    (found,) = find_dates("since 1962", 0, 10, None, LEXICON)
    assert found == DateExpression(Span(0, 10), "1962-01-01", "1962-12-31", None, "en.date.year", "since")
    assert json.loads(msgspec.json.encode(found))["open"] is None


def test_the_caller_may_know_better() -> None:
    text = "the meeting on Friday"
    assert find_dates(text, 0, len(text), None, LEXICON)[0].open == "the article's date"
    day = date(2024, 5, 15)
    assert find_dates(text, 0, len(text), day, LEXICON, "future")[0].earliest == "2024-05-17"
    assert find_dates(text, 0, len(text), day, LEXICON, "past")[0].earliest == "2024-05-10"


def test_a_day_of_publication_that_is_none_is_passed_over() -> None:
    assert told("Nothing happened in Vellano.", published="some day") is None
