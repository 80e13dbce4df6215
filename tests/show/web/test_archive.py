"""An archive: every page as a file, links that lead from file to file, no text but where it is wanted."""

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from communique import Ledger
from communique.errors import LedgerError, UsageError
from communique.show.cli import app
from communique.show.web.archive import publish
from communique.show.web.archive.links import links_of, relative, relinked
from communique.show.web.archive.places import PLAIN, Places, name_of
from communique.show.web.routes import views
from ledger.invented import coding, codings
from show.web.hostile import hostile

TEXT = coding(1).article.text
SAID = coding(1).statements[0]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory, reef):
    path = shutil.copy(reef, tmp_path_factory.mktemp("archive") / "shelf.duckdb")
    Ledger.open(path).add([hostile()])
    return path


@pytest.fixture(scope="module")
def bare(tmp_path_factory, shelf):
    folder = tmp_path_factory.mktemp("archive") / "bare"
    publish(shelf, folder)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory, shelf):
    folder = tmp_path_factory.mktemp("archive") / "whole"
    publish(shelf, folder, with_text=True)
    return folder


def pages(folder):
    return sorted(folder.rglob("*.html"))


def links(page):
    return [unescape(link) for link in re.findall(r"""\s(?:href|src)="([^"]*)\"""", page.read_text("utf-8"))]


def test_every_record_and_article_has_its_page(bare):
    for made in codings(4):
        assert (bare / "article" / f"{made.article.id}.html").is_file()
        for one in (*made.statements, *made.positions, *made.commitments, *made.events):
            assert (bare / "r" / f"{one.id}.html").is_file()
            assert json.loads((bare / "r" / f"{one.id}.jsonld").read_text("utf-8"))["type"] == "Annotation"


def test_every_view_that_needs_no_server_is_there(bare):
    stems = {view.path.strip("/").partition("/")[0] or "index" for view in views() if not view.needs_server}
    assert stems <= {path.name.removesuffix(".html") for path in bare.iterdir()}
    assert not (bare / "search.html").exists()


def test_links_lead_from_file_to_file(bare):
    for page in pages(bare):
        for link in links(page):
            to, _, place = link.partition("#")
            if link.startswith(("http://", "https://", "data:")):
                continue
            assert not link.startswith("/"), f"{page}: {link}"
            target = (page.parent / to).resolve() if to else page
            assert target.is_file(), f"{page}: {link}"
            assert target.is_relative_to(bare.resolve())
            if place:
                assert f'id="{place}"' in target.read_text("utf-8"), f"{page}: {link}"


def test_all_is_reached_from_the_front_page(bare):
    waiting, seen = [bare / "index.html"], set()
    while waiting:
        page = waiting.pop().resolve()
        if page not in seen:
            seen.add(page)
            waiting += [page.parent / link.partition("#")[0] for link in links(page) if ".html" in link]
    assert seen == {page.resolve() for page in pages(bare)}


def test_nothing_is_left_that_takes_a_server(whole):
    for page in pages(whole):
        text = page.read_text("utf-8")
        assert "<form" not in text
        assert "/search" not in text
        assert "openapi" not in text
        assert text.count("<h1>") == 1


def test_texts_are_there_only_where_they_are_wanted(bare, whole):
    beyond = "as the Reef Post was told"  # no part of what was found
    assert beyond in TEXT
    assert [page.name for page in bare.rglob("*.html") if beyond in page.read_text("utf-8")] == []
    assert beyond in (whole / "article" / "a1.html").read_text("utf-8")
    assert beyond in (whole / "r" / f"{SAID.id}.html").read_text("utf-8")
    quoted = SAID.content[0].of(TEXT)
    assert quoted in (bare / "article" / "a1.html").read_text("utf-8")


def test_linked_data_names_pages_of_the_archive(bare):
    page = bare / "article" / "a1.jsonld"
    data = json.loads(page.read_text("utf-8"))
    assert data["items"]
    for item in data["items"]:
        assert (page.parent / item["id"]).is_file()
    assert "127.0.0.1" not in page.read_text("utf-8")


def test_the_same_ledger_gives_the_same_bytes(shelf, bare, tmp_path):
    publish(shelf, tmp_path / "again")
    files = sorted(path.relative_to(bare) for path in bare.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file())
    assert [file for file in files if (bare / file).read_bytes() != (tmp_path / "again" / file).read_bytes()] == []


def test_a_folder_that_holds_something_is_left_alone(shelf, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        publish(shelf, tmp_path)
    with pytest.raises(LedgerError):
        publish(tmp_path / "none.duckdb", tmp_path / "new")


def test_the_command_says_where_to_begin(reef, tmp_path, capsys):
    assert app.run(["publish", str(tmp_path / "archive"), "--ledger", str(reef)]) == 0
    assert "index.html" in capsys.readouterr().err
    assert (tmp_path / "archive" / "index.html").is_file()


@pytest.mark.parametrize(("address", "file"), [
    ("/", "index"), ("/r/abc", "r/abc"), ("/article?id=a1", "article/a1"), ("/issues?page=3", "issues~3"), ("/issues?page=1", "issues"),
    ("/a/nor.brandvold.ada", "a/nor.brandvold.ada"), ("/r/abc@2", None), ("/issues?words=x", None), ("/article", None),
    ("/search?words=x", None), ("/r/abc.csv", None), ("/nowhere", None), ("/r/a/b", None),
])  # fmt: skip
def test_what_is_kept_and_where(address, file):
    place = Places(views()).place(address)
    assert (place and place.file) == file


def test_names_differ_where_values_do():
    values = ["NOR", "nor", "Nor", "../../etc/passwd", "..", ".", "a/b", "a--b", "a~2", "x" * 81, "x" * 82, "é", "", "con\0", "ß"]
    names = [name_of(value) for value in values]
    assert len(set(map(str.lower, names))) == len(values)
    for name in names:
        assert re.fullmatch(r"[a-z0-9._~-]{1,80}", name)
        assert not name.startswith(".")
    assert PLAIN.fullmatch("a.b-c_d")


def test_only_links_change():
    page = (
        '<!DOCTYPE html>\n<p title="a href=&quot;/x&quot;">&#13;\n&lt;a href="/no"&gt; &amp;amp; '
        '<a class="y" href="/r/1?a=1&amp;b=2">x</a><br></p>'
    )
    assert relinked(page, lambda to: to) == page
    assert list(links_of(page)) == ["/r/1?a=1&b=2"]
    assert '<a class="y">x</a>' in relinked(page, lambda to: None)
    assert relinked("<p>a<form><input><b>c</b></form>d</p>", lambda to: to) == "<p>ad</p>"


def test_the_way_between_files():
    assert relative("r/1.html", "r/2.html") == "2.html"
    assert relative("index.html", "r/2.html") == "r/2.html"
    assert relative("r/1.html", "index.html") == str(Path("../index.html"))
