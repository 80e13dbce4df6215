"""A citation says what is known, quotes only quotations, and can be read by those it is for."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from communique.ask import Cited
from communique.export.citations import CITATIONS

SAID = Cited(
    record="statement", id="abcd", run=3, is_current=True, words="we will\nnot go", spans=((10, 20), (30, 34)),
    kind="speech", manner="direct",
    speakers=("Litia Ravouvou",), countries=("FJI",), source="she", relays=(), parties=(), issue=None, stance=None, article_id="a1",
    title="Nets & {reefs}", outlet="Reef Post", byline="Ann Vea", published="2020-05-04T10:00", url="https://reef.example/1",
    day=date(2020, 5, 4),
    language="en", text_sha256="f" * 64,
)  # fmt: skip


def text(**changes):
    return CITATIONS["text"](replace(SAID, **changes))


def test_a_sentence():
    assert text() == (
        "Reef Post reported on 4 May 2020 that Litia Ravouvou (FJI) said: “we will not go”. Nets & {reefs}. https://reef.example/1. "
        f"Characters 10–20; 30–34 of the text with SHA-256 {'f' * 64}, reading abcd@3."
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"manner": "indirect"}, "said: we will not go (in the article's words)."),
        ({"manner": "mixed"}, "said: we will not go (in the article's words)."),
        ({"kind": "attitude"}, "that Litia Ravouvou (FJI) is of this mind: "),
        ({"speakers": (None,), "source": "The Fijian envoy"}, "that the Fijian envoy said"),
        ({"speakers": (), "countries": (), "source": None}, "that somebody said"),
        ({"speakers": ("A B", "C D"), "countries": ("FJI", None)}, "that A B (FJI) and C D said"),
        ({"relays": ("one", "two", "three")}, "said, as told by one, two and three: "),
        ({"outlet": None, "day": None}, "An article whose outlet is not known reported that"),
        ({"is_current": False}, "reading abcd@3 (superseded)."),
        (
            {"record": "position", "parties": ("FJI", "A B"), "issue": "net ban", "stance": "oppose"},
            "reported on 4 May 2020, on the words of Litia Ravouvou (FJI), that Fiji and A B stand against “net ban”: “we will not go”",
        ),
        (
            {"record": "position", "parties": ("FJI",), "issue": "net ban", "stance": "support", "manner": None},
            "2020 that Fiji stands for “net",
        ),
        ({"record": "commitment", "parties": ("IGO:UN",), "manner": None}, "a commitment of IGO:UN: “we will not go”"),
        ({"record": "event", "manner": None}, "reported on 4 May 2020: “we will not go”"),
    ],
)  # fmt: skip
def test_what_it_says_depends_on_what_is_known(changes, told):
    assert told in text(**changes)


def test_bibtex_has_balanced_braces_and_no_bare_specials():
    entry = CITATIONS["bibtex"](SAID)
    assert entry.startswith("@misc{abcd-3,\n")
    assert r"  title = {Nets \& \{reefs\}}," in entry
    assert "  date = {2020-05-04}," in entry
    assert entry.count("{") == entry.count("}")


def test_csl_json_reads_back():
    (item,) = json.loads(CITATIONS["csl"](SAID))
    assert (item["id"], item["issued"], item["URL"]) == ("abcd@3", {"date-parts": [[2020, 5, 4]]}, SAID.url)
    (bare,) = json.loads(CITATIONS["csl"](replace(SAID, day=None, url=None, byline=None)))
    assert {"issued", "URL", "author"} & {*bare} == set()
