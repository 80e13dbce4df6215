"""`communique code --html`: a page beside what is printed, whole or not there at all."""

import os
import re
import stat
from html import unescape

import pytest
from conftest import DISPATCH, MORE, call

MARKUP = re.compile(r'<mark[^>]*>|</mark>|<span class="[a-z ]+">|</span>')


def texts_of(html: str) -> list[str]:
    """The articles' texts as the page has them."""
    return [unescape(MARKUP.sub("", text)) for text in re.findall(r'<div class="text">(.*?)</div>', html, re.DOTALL)]


def test_one_article_is_a_page_without_index(inputs, tmp_path):
    place = tmp_path / "dispatch.html"
    made = call("code", inputs / "dispatch.md", "--html", place)
    html = place.read_text(encoding="utf-8")
    assert (made.returncode, made.stderr) == (0, b"")
    assert made.stdout.count(b"\n") == 1  # the coding is printed as ever
    assert texts_of(html) == [DISPATCH]
    assert "<title>Fiji asks for a wider whale sanctuary</title>" in html
    assert "<nav" not in html
    assert os.listdir(tmp_path) == ["dispatch.html"]


def test_several_articles_stand_under_an_index(inputs, tmp_path):
    place = tmp_path / "news.html"
    made = call("code", inputs / "mixed.jsonl", inputs / "dispatch.md", "--html", place)
    html = place.read_text(encoding="utf-8")
    assert made.returncode == 3  # a line of the input is broken
    assert texts_of(html) == [*MORE, DISPATCH]
    links = re.findall(r'<li><a href="#([^"]+)">', html)
    assert links == re.findall(r'<h2 id="([^"]+)">', html)
    assert "4 articles" in html
    assert html.count("<!DOCTYPE html>") == html.count("</html>") == 1
    assert html.count("<style>") == 1


def test_standard_output_holds_the_page_alone(inputs):
    made = call("code", inputs / "good.jsonl", "--html", "-")
    assert made.returncode == 0
    assert made.stdout.startswith(b"<!DOCTYPE html>")
    assert texts_of(made.stdout.decode()) == MORE
    assert b'{"article"' not in made.stdout


def test_the_text_is_exact_whatever_it_holds(tmp_path):
    text = 'The <i>envoy</i> said that "peace & quiet" will\r\ncome.\r\n\r\n  &lt;He\u202e denied & left.\r\n'
    call("code", "-", "--html", tmp_path / "x.html", stdin=text.encode())
    with open(tmp_path / "x.html", encoding="utf-8", newline="") as page:
        assert texts_of(page.read()) == [text]


def test_an_existing_page_is_replaced_and_keeps_its_mode(inputs, tmp_path):
    place, link = tmp_path / "page.html", tmp_path / "link.html"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    call("code", inputs / "dispatch.md", "--html", link)
    assert link.is_symlink()
    assert place.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_run_that_breaks_leaves_the_old_page(inputs, tmp_path):
    place = tmp_path / "page.html"
    place.write_text("old", encoding="utf-8")
    made = call("code", inputs / "dispatch.md", "--html", place, "--pipeline", "no_such_pipeline")
    assert made.returncode == 2
    assert os.listdir(tmp_path) == ["page.html"]
    assert place.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("place", ["/no/such/folder/page.html", "."])
def test_a_place_that_cannot_be_written(place, inputs):
    made = call("code", inputs / "dispatch.md", "--html", place)
    assert (made.returncode, made.stdout) == (2, b"")
    assert made.stderr.startswith(f"communique: --html {place}: ".encode())


def test_nothing_read_is_an_empty_index(tmp_path):
    made = call("code", tmp_path / "missing.md", "--html", tmp_path / "page.html")
    assert made.returncode == 2
    assert "0 articles" in (tmp_path / "page.html").read_text(encoding="utf-8")
