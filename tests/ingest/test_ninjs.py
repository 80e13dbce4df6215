"""ninjs items of all versions."""

import json
from pathlib import Path
from typing import Any

import pytest

import communique.ingest as ingest
from communique.model import Article, Unread

SAID = "SUVA, May 5 (PINA) – Fiji and Tonga resumed their talks on a ferry, officials said."
THREE: dict[str, Any] = {
    "uri": "https://pacific-wire.example/items/1",
    "type": "text",
    "versionCreated": "2031-05-06T10:15:00Z",
    "language": "en",
    "by": "Mere Vuki",
    "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Ferry talks resume"}],
    "bodies": [
        {"role": "caption", "contentType": "text/plain", "value": "The quay"},
        {"role": "main", "contentType": "text/html", "value": f"<p>{SAID}</p><p>Tonga welcomed the step.</p>"},
    ],
    "infoSources": [{"role": "isrol:desk", "name": "Pacific Wire"}],
    "usageTerms": "Ask first.",
}
TWO = {
    "uri": THREE["uri"], "versioncreated": THREE["versionCreated"], "language": "en", "by": "Mere Vuki",
    "headlines": [{"value": "Ferry talks resume"}], "infosources": [{"name": "Pacific Wire"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": f"{SAID}\n\nTonga welcomed the step."}],
}  # fmt: skip
ONE = {
    "uri": THREE["uri"], "versioncreated": THREE["versionCreated"], "language": "en", "byline": "Mere Vuki",
    "headline": "Ferry talks resume", "infosource": [], "body_xhtml": THREE["bodies"][1]["value"],
}  # fmt: skip


def outcomes(tmp_path: Path, content: str) -> list[Article | Unread]:
    (tmp_path / "news.json").write_text(content, encoding="utf-8")
    return list(ingest.read_all([tmp_path / "news.json"]))


@pytest.mark.parametrize("item", [THREE, TWO, ONE], ids=["3.1", "2.x", "1.x"])
@pytest.mark.parametrize("indent", [None, 2])
def test_an_item_of_each_version_is_an_article(tmp_path: Path, item: dict[str, Any], indent: int | None) -> None:
    (article,) = outcomes(tmp_path, json.dumps(item, indent=indent))
    assert isinstance(article, Article)
    assert article.id == article.url == THREE["uri"]
    assert (article.title, article.byline, article.language) == ("Ferry talks resume", "Mere Vuki", "en")
    assert article.published == "2031-05-06T10:15:00+00:00"
    assert article.outlet == (None if item is ONE else "Pacific Wire")
    assert article.dateline is not None
    assert [span.of(article.text)[:5] for span in article.layout.body] == ["Fiji ", "Tonga"]
    assert article.problems == ()


def test_items_come_a_line_or_in_a_list(tmp_path: Path) -> None:
    lines = outcomes(tmp_path, f"{json.dumps(THREE)}\n{json.dumps(TWO)}\nbroken\n")
    assert [type(outcome) for outcome in lines] == [Article, Article, Unread]
    assert [type(outcome) for outcome in outcomes(tmp_path, json.dumps([THREE, 7]))] == [Article, Unread]


def test_an_item_without_a_body_is_named(tmp_path: Path) -> None:
    (unread,) = outcomes(tmp_path, json.dumps(THREE | {"bodies": []}))
    assert isinstance(unread, Unread)
    assert "without a body" in unread.message


@pytest.mark.parametrize("change", [{"bodies": "x"}, {"bodies": [7]}, {"headlines": {"a": 1}}, {"uri": 7}, {"infoSources": [{"name": 3}]}])
def test_an_item_of_wrong_types_does_no_harm(tmp_path: Path, change: dict[str, Any]) -> None:
    assert len(outcomes(tmp_path, json.dumps({"uri": "x", **THREE, **change}))) == 1
