"""What every view gets without asking: twins, errors that say what to do, doors, a newer ledger."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

import communique.show.web
from communique import Ledger
from communique.errors import LedgerError, UsageError
from communique.show.web.addresses import inside, outside
from communique.show.web.doors import COOKIE
from communique.show.web.routes import VIEWS, views
from ledger.invented import coding, codings
from show.web.visitors import visitor

STATIC = Path(communique.show.web.__file__).parent / "static"
BUDGET = 30 * 1024  # bytes of scripts and styles a page may load, packed
SAID = coding(3).statements[0].id
WHERE = {
    "front": "/",
    "search": "/search?words=net",
    "articles": "/articles",
    "article": "/article?id=a3",
    "record": f"/r/{SAID}",
    "actors": "/actors",
    "actor": "/a/FJI",
    "issues": "/issues",
    "issue": "/issue?name=net+ban",
    "dyads": "/dyads",
    "dyad": "/dyad?one=FJI&other=WSM",
    "commitments": "/commitments",
    "chain": f"/chain/{SAID}",
    "votes": "/votes",
    "reprints": "/reprints",
    "runs": "/runs",
    "diff": "/diff?first=0&second=1",
    "sql": "/sql?q=SELECT+1",
    "code": "/code",
}  # an address of each view


def twin_of(address, form):
    path, mark, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.{form}{mark}{query}"


def test_every_view_is_tried_here():
    assert [view.name for view in views()] == list(VIEWS)
    assert set(VIEWS) == set(WHERE)


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_a_page_links_to_its_twins_and_they_are_there(client, view):
    page = client.get(WHERE[view.name])
    assert page.status_code == 200, page.text
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    kinds = {"json": "application/json", "csv": "text/csv; charset=utf-8", "jsonld": "application/ld+json", "atom": "application/atom+xml"}
    for form in view.forms:
        twin = twin_of(WHERE[view.name], form)
        assert f'href="{twin}"'.replace("&", "&amp;") in page.text
        answer = client.get(twin)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == kinds[form]
    for form in {"json", "csv", "jsonld", "atom"} - set(view.forms):
        assert client.get(twin_of(WHERE[view.name], form)).status_code == 404


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_a_page_is_whole_without_scripts_and_holds_none(client, view):
    page = client.get(WHERE[view.name]).text
    assert page.count("<h1>") == 1
    assert '<a class="skip" href="#main">' in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []
    assert re.findall(r"""\s(?:on\w+|style)=["']""", page) == []
    assert page.count("<table>") == page.count("<caption>")


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_a_page_loads_little(client, view):
    page = client.get(WHERE[view.name]).text
    loaded = re.findall(r"""(?:src|href)="(/static/[^"]+)""", page)
    assert "/static/style.css" in loaded
    assert sum(len(gzip.compress(client.get(one).content, 9)) for one in loaded) <= BUDGET


def test_every_address_for_programs_is_described(client):
    schema = client.get("/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    paths = set(schema["paths"])
    for view in views():
        assert {twin_of(view.path.replace(":str", ""), form) for form in view.forms} <= paths
    assert not [path for path in paths if path.startswith("/.")]


def test_endings_become_beginnings_and_back():
    for address in ("/index.json", "/r/x.csv", "/r/x@3.jsonld", "/a/rus.ryabkov.sergei.json", "/search.atom"):
        assert inside(address).startswith("/.")
        assert outside(inside(address)) == address
    for page in ("/", "/r/x", "/a/rus.ryabkov.sergei", "/static/x.json", "/r/x.md"):
        assert inside(page) == page


def test_what_is_inside_cannot_be_asked_for_from_outside(client):
    assert client.get("/.json/").status_code == 404
    assert client.get("/.schema/openapi.json").status_code == 404


@pytest.mark.parametrize(("address", "status", "words"), [
    ("/r/nothing", 404, "no record nothing"), ("/nowhere", 404, "front page"), ("/article", 400, "id"), (f"/r/{SAID}@x", 404, "ID@RUN"),
    ("/article?id=" + "x" * 5000, 414, "longer"), ("/article?id=a99", 404, "no article a99"),
])  # fmt: skip
def test_errors_say_what_to_do(client, address, status, words):
    page = client.get(address)
    assert page.status_code == status
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert words in page.text
    twin = client.get(twin_of(address, "json"))
    assert twin.status_code == status
    assert set(twin.json()) == {"status", "wrong", "do"}


def test_nothing_is_written_without_review(client):
    assert client.post("/", headers={"origin": "http://127.0.0.1:8321"}).status_code in (403, 405)


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "[", "localhost.evil.example:8321"])
def test_another_host_name_is_not_answered(client, name):
    assert client.get("/", headers={"host": name}).status_code in (400, 403)


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1:8321", "LOCALHOST:8321", "[::1]:8321"])
def test_the_names_of_this_machine_are(client, name):
    assert client.get("/", headers={"host": name}).status_code == 200


def test_headers_leave_no_way_for_foreign_scripts(client):
    for address in ("/", "/index.json", "/nowhere", "/static/style.css", "/index.csv"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"  # with no-referrer a browser sends our own forms with the origin "null"


def test_others_need_a_token(reef):
    with pytest.raises(UsageError, match="token"):
        app_of(reef, host="0.0.0.0")
    with visitor(reef, host="0.0.0.0", token="starfish") as client:
        page = client.get("/", headers={"host": "reef.example"})
        assert page.status_code == 401
        assert "/token" in page.text
        assert client.get("/index.json").status_code == 401
        assert client.get("/index.json", headers={"authorization": "Bearer starfish"}).status_code == 200
        assert client.get("/index.json", headers={"authorization": "Bearer starfis"}).status_code == 401
        assert client.get("/static/style.css").status_code == 200


def app_of(path, **given):
    return communique.show.web.app(path, **given)


def token_from(page):
    return re.search(r'name="_csrf_token" value="([^"]+)"', page.text)[1]


def test_the_token_is_given_once_in_a_form(reef):
    with visitor(reef, host="0.0.0.0", token="starfish") as client:
        form = client.get("/token")
        assert client.post("/token", data={"token": "starfish"}).status_code == 403, "no CSRF token"
        given = {"token": "wrong", "_csrf_token": token_from(form)}
        assert client.post("/token", data=given).status_code == 401
        assert client.post("/token", data=given | {"token": "starfish"}, headers={"origin": "http://evil.example"}).status_code == 403
        answer = client.post("/token", data=given | {"token": "starfish"}, headers={"origin": "http://127.0.0.1:8321"})
        assert answer.status_code == 303
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert COOKIE in client.cookies
        assert client.get("/").status_code == 200


def test_what_is_added_is_seen_at_the_next_page(tmp_path, reef):
    path = shutil.copy(reef, tmp_path / "reef.duckdb")
    with visitor(path) as client:
        assert client.get("/index.json").json()["tables"]["articles"] == 4
        Ledger.open(path).add(codings(2, start=50))
        assert client.get("/index.json").json()["tables"]["articles"] == 6
        assert client.get("/article?id=a51").status_code == 200


def test_a_ledger_that_is_not_there_is_told_at_the_start(tmp_path):
    with pytest.raises(LedgerError, match="no ledger"):
        app_of(tmp_path / "none.duckdb")


def test_htmx_comes_with_its_licence():
    assert "Zero-Clause BSD" in (STATIC / "htmx.LICENSE.txt").read_text("utf-8")
    assert 'version:"2.0' in (STATIC / "htmx.min.js").read_text("utf-8")


def test_a_head_request_is_answered(client):
    assert client.head("/").status_code == 200
