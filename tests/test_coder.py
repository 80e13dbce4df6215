"""The whole method: what a coding promises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique as cq
from communique.record import from_json, to_json

DISPATCH = (
    "Valmora, May 4 (ZNA)-- Ruritania's Foreign Minister Elka Doran said that the talks would go on. "
    "“We have time,” she added. “We have patience too.”\n\n"
    "According to the ministry, the border is open. We expect no trouble, Doran said."
)


def every_span(coding: cq.Coding) -> list[cq.Span]:
    spans = [s for part in (coding.article.layout.headline, coding.article.layout.body, coding.article.layout.furniture) for s in part]
    for statement in coding.statements:
        spans += [s for s in (statement.source, statement.cue, statement.addressee, *statement.content) if s]
        spans += statement.speaker.evidence if statement.speaker else ()
    return spans + [p.span for p in coding.problems if p.span]


def test_statements_point_at_their_words() -> None:
    coding = cq.code(cq.read_text(DISPATCH))
    said = [
        (s.source and s.source.of(DISPATCH), s.cue and s.cue.of(DISPATCH), [c.of(DISPATCH) for c in s.content]) for s in coding.statements
    ]
    assert said == [
        ("Ruritania's Foreign Minister Elka Doran", "said", ["the talks would go on"]),
        ("she", "added", ["We have time", "We have patience too"]),
        ("the ministry", "According to", ["the border is open"]),
        ("Doran", "said", ["We expect no trouble"]),
    ]
    assert [s.manner for s in coding.statements] == ["indirect", "direct", "indirect", "direct"]


def test_coding_twice_is_byte_equal() -> None:
    article = cq.read_text(DISPATCH)
    assert to_json(cq.code(article)) == to_json(cq.code(article))


def test_a_coding_survives_json() -> None:
    coding = cq.code(cq.read_text(DISPATCH))
    assert from_json(to_json(coding)) == coding


def test_statements_do_not_depend_on_the_articles_beside_them() -> None:
    article, other = cq.read_text(DISPATCH), cq.read_text("The envoy said the road was closed. " * 40)
    alone, *_ = cq.code_all([article])
    _, beside = cq.code_all([other, article])
    assert to_json(alone) == to_json(beside)


def test_other_languages_are_kept_and_marked_not_coded() -> None:
    coding = cq.code(
        cq.read_text("El ministro de Asuntos Exteriores dijo que las conversaciones seguirán y que no habrá más sanciones este año.")
    )
    assert coding.statements == ()
    assert [p.stage for p in coding.problems] == ["language"]


def test_too_long_an_article_is_refused_with_a_problem() -> None:
    coding = cq.code(cq.read_text(DISPATCH), cq.Settings(longest=50))
    assert coding.statements == ()
    assert "split the article" in coding.problems[0].message


def test_rules_can_be_switched_off() -> None:
    without = cq.code(cq.read_text(DISPATCH), cq.Settings(without=("en.indirect.that-clause",)))
    assert "en.indirect.that-clause" not in {s.rule for s in without.statements}


def test_ids_are_stable_and_distinct() -> None:
    first, second = cq.code(cq.read_text(DISPATCH)), cq.code(cq.read_text(DISPATCH), cq.Settings(longest=99_999))
    assert [s.id for s in first.statements] == [s.id for s in second.statements]
    assert len({s.id for s in first.statements}) == len(first.statements)


def test_an_explanation_tells_what_was_dropped_and_why() -> None:
    explanation = cq.explain(cq.read_text("The envoy said that the talks would go on. The minister did not say that they failed."))
    dropped = [d for d in explanation.decisions if not d.kept]
    assert any("negated" in d.reason for d in dropped)
    assert {d.statement for d in explanation.decisions if d.kept} == {s.id for s in explanation.coding.statements}
    assert ("said", "VBD", "ROOT", "said") in explanation.parse_of(explanation.coding.statements[0].content[0])


SCRAPS = (
    'The envoy|Moscow|she|said|told reporters|that|,|.|"|“|”|the talks|would go on|We|\n\n|according to|reiterated its|call for|\u200b|É|😀'
    "|'|—|(Reuters)|not|was accused of|by|the U.S.|KARIMOV:|Asked|as"
)
WORDS = st.lists(st.sampled_from(SCRAPS.split("|")), max_size=40)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_any_word_salad_gives_spans_that_hold(words: list[str]) -> None:
    coding = cq.code(cq.read_text(" ".join(words)))
    text = coding.article.text
    for span in every_span(coding):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
