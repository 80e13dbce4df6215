"""A dispatch is pasted or uploaded, coded, shown and forgotten."""

import re

import pytest

from communique.show.web.views.code import LARGEST, LONGEST
from show.web.visitors import visitor

DISPATCH = (
    "Tonga asks for time\n\nNuku'alofa, May 9, 2020 — Tonga's fisheries minister Sione Falepapalangi said that the reef will be closed "
    "until the spring.\n\n\"We have waited long enough,\" he added.\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def client(reef):
    with visitor(reef) as opened:
        yield opened


def send(client, files=None, **fields):
    """Sends the form as a browser does."""
    token = re.search(r'name="_csrf_token" value="([^"]+)"', client.get("/code").text)[1]
    empty = {"file": ("", b"", "application/octet-stream")}
    return client.post("/code", data={"_csrf_token": token, "text": "", **fields}, files=files or empty)


def test_a_text_is_coded(client):
    page = send(client, text=DISPATCH.replace("\n", "\r\n"), outlet="Reef Post")
    assert page.status_code == 200, page.text
    assert "Reef Post reported that" in page.text
    assert "Sione Falepapalangi" in page.text
    assert '<mark class="cue">said</mark>' in page.text
    assert 'href="/r/' not in page.text


def test_a_file_is_coded(client):
    page = send(client, files={"file": ("dispatch.txt", DISPATCH.encode(), "text/plain")})
    assert '<mark class="cue">said</mark>' in page.text


def test_programs_send_json(client):
    answer = client.post("/code.json", json={"text": DISPATCH, "outlet": "Reef Post"})
    assert answer.status_code == 200, answer.text
    coding = answer.json()
    assert coding["article"]["outlet"] == "Reef Post"
    assert len(coding["statements"]) == 2
    assert "/code.json" in client.get("/openapi.json").json()["paths"]


def test_nothing_is_kept(client):
    before = client.get("/index.json").json()["tables"]
    send(client, text=DISPATCH)
    assert client.get("/index.json").json()["tables"] == before


@pytest.mark.parametrize(("files", "words"), [
    (None, "nothing was sent"), ({"file": ("x.zip", b"PK\x03\x04" + b"\0" * 50, "application/zip")}, "can be sent"),
    ({"file": ("x.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png")}, "an image"),
    ({"file": ("x.csv", b"id,text\n1,a\n", "text/csv")}, "can be sent"),
    ({"file": ("x.txt", b"a" * (LARGEST + 1), "text/plain")}, "bytes"), ({"file": ("x.txt", b"a " * LONGEST, "text/plain")}, "characters"),
])  # fmt: skip
def test_what_cannot_be_coded_is_refused_in_words(client, files, words):
    page = send(client, files=files)
    assert page.status_code == 400
    assert words in page.text


def test_a_huge_body_is_not_read(client):
    assert client.post("/code.json", content=b"x" * 3_000_000, headers={"content-type": "application/json"}).status_code == 413


def test_a_foreign_form_is_refused(client):
    assert client.post("/code", data={"text": DISPATCH}, files={"file": ("", b"")}).status_code == 403
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/code.json", json={"text": DISPATCH}, headers=headers).status_code == 403


def test_json_alone_is_taken_without_a_token(client):
    answer = client.post("/code.json", content=b'{"text": "a"}', headers={"content-type": "text/plain"})
    assert answer.status_code in (400, 415)
