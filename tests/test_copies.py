"""Reprints: coded once, and yet each coding is the one its article has alone."""

import random
from itertools import product

import pytest
from msgspec.structs import replace

import communique as cq
from communique.copies import Copies
from communique.lexicon import load
from communique.model import Article
from communique.record import to_json

LINES = (
    "The foreign minister said that the talks would go on. “We have time,” she added, “and patience too.”",
    "According to the ministry, the border is open. The president promised on Tuesday to send two ships by June 4.",
    "Ruritania condemned the raid, Elka Doran told reporters, because it broke the truce.",
    "His spokesman denied that he had said the road was closed. Police arrested eleven fishermen in Valmora.",
)
WIRE = cq.read_text("\n\n".join(LINES), id="wire", title="Talks in Warsaw go on", outlet="The Daily Crane", published="2024-05-07")


def copies_of(article: Article) -> list[Article]:
    """Reprints that differ in one thing or two, some of which the coder looks at."""
    changes: tuple[dict[str, str | None], ...] = (
        {"url": "https://crane.example/2024/05/07/talks"}, {"url": "https://www.mfa.gov.pl/talks"}, {"outlet": "TASS"}, {"outlet": None},
        {"title": "Latvia and Ghana agree"}, {"title": None}, {"published": "2024-06-07"}, {"published": "2024-05-07T10:00:00Z"},
        {"published": None}, {"byline": "A. Holub"}, {"language": "de"},
    )  # fmt: skip
    pairs = [{**one, **other} for one, other in product(changes, changes)]
    return [replace(article, id=f"copy-{n}", **pair) for n, pair in enumerate(pairs)]


def test_a_copy_has_the_coding_it_has_alone() -> None:
    articles = [WIRE, *copies_of(WIRE)]
    random.Random(11).shuffle(articles)
    for article, coding in zip(articles, cq.code_all(articles), strict=True):
        assert to_json(coding) == to_json(cq.code(article)), article.id


@pytest.mark.parametrize("seed", range(6))
def test_a_stream_with_reprints_is_coded_as_one_by_one(seed: int) -> None:
    dice = random.Random(seed)
    texts = [" ".join(dice.choices(LINES, k=dice.randint(1, 3))) for _ in range(6)]
    stream = [cq.read_text(dice.choice(texts), id=f"a{n}", published=dice.choice(("2024-05-07", "2023-01-02"))) for n in range(24)]
    assert [to_json(c) for c in cq.code_all(stream)] == [to_json(cq.code(a)) for a in stream]


def test_copies_of_one_wire_are_known_by_what_the_coder_reads() -> None:
    known = Copies(load())
    key = known.key_of(WIRE)
    assert known.key_of(replace(WIRE, id="b", url="https://b.example/x", outlet="The Evening Crane", byline="B. Moll")) == key
    assert known.key_of(replace(WIRE, published="2024-05-08")) != key
    assert known.key_of(replace(WIRE, outlet="TASS")) != key


def test_records_of_a_copy_bear_its_own_ids() -> None:
    first, second = cq.code_all([WIRE, replace(WIRE, id="copy")])
    ids = [{one.id for records in (c.statements, c.positions, c.commitments, c.events) for one in records} for c in (first, second)]
    assert len(ids[0]) == len(ids[1]) > 4
    assert not ids[0] & ids[1]
    assert {e.statement for e in (*second.positions, *second.commitments, *second.events)} - {None} <= {s.id for s in second.statements}


def test_no_more_copies_are_kept_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.copies.MOST", 2)
    known = Copies(load())
    coding = cq.code(WIRE)
    for key in "abc":
        known.keep(key, coding)
    assert list(known.codings) == ["b", "c"]
    assert known.of("b", WIRE) == coding
    assert list(known.codings) == ["c", "b"]
