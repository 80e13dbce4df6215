"""A coding survives JSON, byte for byte, and what is no coding is refused with a reason."""

import json

import pytest
from arbitrary import codings
from hypothesis import HealthCheck, given, settings

from communique.errors import ReadError
from communique.model import Article, Coder, Coding, Span, sha256_of
from communique.record import from_json, to_json

CODER = Coder("0", "l", "p", "s", "numpy")


def coding_of(text: str) -> Coding:
    return Coding(Article("a", sha256_of(text), text), (), (), (), (), (), CODER)


def with_problem(problem: bytes) -> bytes:
    return to_json(coding_of("x")).replace(b'"problems":[],"coder"', b'"problems":[' + problem + b'],"coder"')


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(codings())
def test_json_and_back(coding):
    line = to_json(coding)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    again = from_json(line)
    assert again == coding
    assert to_json(again) == line


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(codings())
def test_every_field_is_written_in_the_order_declared(coding):
    plain = json.loads(to_json(coding))
    assert tuple(plain) == Coding.__struct_fields__
    assert tuple(plain["article"]) == Article.__struct_fields__
    for statement, written in zip(coding.statements, plain["statements"], strict=True):
        assert tuple(written) == statement.__struct_fields__


def test_text_is_utf8_and_unescaped():
    assert "Müller, 古巴 — “sí” 😀".encode() in to_json(coding_of("Müller, 古巴 — “sí” 😀"))


def test_offsets_are_code_points():
    coding = coding_of("A😀 said “x”")
    assert len(coding.article.text) == 11
    assert Span(10, 11).of(from_json(to_json(coding)).article.text) == "”"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "truncated"),
        (b"{}", "article"),
        (b"not json", "malformed"),
        (b'{"article": ', "truncated"),
        (to_json(coding_of("x"))[:-20], "truncated"),
        (to_json(coding_of("x")).replace(b'"statements"', b'"sentences"'), "sentences"),
        (with_problem(b'{"stage":"parse","message":"m","span":[3,3]}'), "no span"),
        (with_problem(b'{"stage":"lunch","message":"m","span":null}'), "lunch"),
        (b"\xff\xfe", "malformed"),
    ],
)
def test_what_is_no_coding(line, reason):
    with pytest.raises(ReadError, match=reason) as caught:
        from_json(line)
    assert "communique schema" in str(caught.value)


def test_a_lone_surrogate_is_named():
    with pytest.raises(ReadError, match="lone surrogate"):
        to_json(coding_of("a\ud800b"))
