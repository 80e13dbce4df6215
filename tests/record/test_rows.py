"""Rows of a coding: every span with its words, joint speakers apart, unknown as null."""

from arbitrary import codings
from hypothesis import given
from msgspec.structs import replace

from communique.record import passage_of, rows_of
from communique.record.rows import day_of
from ledger import invented


@given(codings())
def test_a_row_for_each_id_with_the_words_its_spans_name(coding):
    rows, text = rows_of(coding), coding.article.text
    for table in ("statements", "positions", "commitments", "events"):
        assert [row.id for row in getattr(rows, table)] == list(dict.fromkeys(one.id for one in getattr(coding, table)))
    for row in rows.statements:
        assert row.cue_text == (text[row.cue.start : row.cue.end] if row.cue else None)
        assert row.content_text == " … ".join(text[part.start : part.end] for part in row.content)
        assert row.speaker_rule is not None or row.speaker_names is None
    for row in rows.positions:
        assert row.grounds_text == tuple(text[part.start : part.end] for part in row.grounds)


def test_joint_speakers_have_a_row_each_and_no_actor_id_for_both():
    rows = rows_of(invented.coding(1)).actors
    assert [(row.part, row.name, row.country) for row in rows if row.record == "statement"] == [
        ("speaker", "Litia Ravouvou", "FJI"), ("speaker", None, "WSM"),
    ]  # fmt: skip
    assert {row.actor_id for row in rows} == {None}


def test_names_and_countries_that_do_not_pair_give_nobody_a_country():
    coding = invented.coding(1)
    (statement,) = coding.statements
    unpaired = replace(statement, speaker=replace(statement.speaker, name="Litia Ravouvou", country=("FJI", "WSM")))
    rows = rows_of(replace(coding, statements=(unpaired,), events=())).actors
    assert [(row.name, row.country) for row in rows] == [(None, "FJI"), (None, "WSM")]


def test_the_same_words_are_one_passage_in_any_dress():
    assert passage_of("“We reject the net ban,” she said") == passage_of("We reject  the NET ban, she said.")
    assert passage_of("We reject the net ban") != passage_of("We accept the net ban")
    assert passage_of("Мы отвергаем запрет") == passage_of("МЫ ОТВЕРГАЕМ ЗАПРЕТ!")


def test_the_day_is_the_datelines_else_that_of_publication():
    article = invented.coding(1).article
    assert day_of(article) == "2020-05-02"
    assert day_of(replace(article, published="2020-05-02T23:10:00Z")) == "2020-05-02"
    assert day_of(replace(article, published="May 2020")) is None
    assert day_of(replace(article, published=None)) is None
