"""The learned scorer: its models compute what they say, the rules work without it, and what it gives can be explained."""

from pathlib import Path

import numpy as np
import pytest

import communique as cq
from communique.coder import explain
from communique.extract import CONTINUATIONS, FINDERS, RULES, Weights, load_weights
from communique.extract.learned.accept_features import accept_columns
from communique.extract.learned.content_features import content_columns
from communique.extract.learned.linear import BITS, Linear, buckets
from communique.extract.learned.source_features import source_columns
from communique.extract.learned.trees import Trees
from communique.extract.learned.uncued_features import uncued_columns
from communique.extract.learned.weights import FOLDER, Scale, from_arrays, to_arrays
from communique.extract.learned.words import stem
from communique.settings import Settings

TEXT = """MONTAVIA CITY - The foreign minister of Montavia, Ilse Brandauer, trumpeted on Monday that the tunnel would open by spring.

"We have kept our word," she told reporters. Her deputy voiced doubts about the date and hopes to see the plans again.

According to the harbour office, nobody has asked the fishermen. The fishermen want the tunnel closed on Sundays."""
RULES_ALONE = Settings(scorer="rules")


@pytest.fixture(scope="module")
def weights() -> Weights:
    """The shipped weights."""
    found = load_weights("en")
    assert found is not None, f"no weights in {FOLDER}: make train"
    return found


def test_trees_give_the_sum_of_the_leaves_that_a_walk_reaches() -> None:
    dice = np.random.default_rng(3)
    trees = Trees(
        dice.integers(0, 6, (5, 3)).astype(np.int16), dice.random((5, 3)).astype(np.float32),
        dice.integers(-99, 99, (5, 8)).astype(np.int16), 0.25, 1.5,
    )  # fmt: skip
    rows = dice.random((20, 6)).astype(np.float32)
    for row, total in zip(rows, trees.sums(rows), strict=True):
        walked = 0
        for tree in range(5):
            leaf = sum(1 << level for level in range(3) if row[trees.features[tree, level]] > trees.thresholds[tree, level])
            walked += int(trees.leaves[tree, leaf])
        assert total == 1.5 + 0.25 * walked


def test_shares_of_the_features_add_up_to_what_the_row_has_beyond_the_mean() -> None:
    dice = np.random.default_rng(4)
    leaves = dice.integers(-99, 99, (7, 4)).astype(np.int16)
    trees = Trees(dice.integers(0, 3, (7, 2)).astype(np.int16), dice.random((7, 2)).astype(np.float32), leaves, 0.5, 0.0)
    row = dice.random(3).astype(np.float32)
    assert trees.shares(row).sum() == pytest.approx(trees.sums(row[None, :])[0] - 0.5 * leaves.mean(axis=1).sum())


def test_a_linear_model_adds_the_weights_of_the_buckets() -> None:
    table = np.zeros(1 << BITS, dtype=np.int8)
    a, b = buckets(["a", "b"])
    table[a], table[b] = 3, -5
    model = Linear(table, 0.5, 1.0)
    assert model.logits([[a, b], [b], []][:2]).tolist() == [0.0, -1.5]
    assert model.shares(["a", "b"]) == {"a": 1.5, "b": -2.5}


@pytest.mark.parametrize(("words", "same"), [("says say", "say"), ("stopped stopping stops stop", "stop"), ("denied denies deny", "deny")])
def test_forms_of_a_word_have_one_stem(words: str, same: str) -> None:
    assert {stem(word) for word in words.split()} == {same}


def test_weights_survive_their_arrays(weights: Weights) -> None:
    again = from_arrays(to_arrays(weights), weights.sha256)
    assert again.threshold == weights.threshold
    assert all(np.array_equal(x, y) for x, y in zip(again.accept, weights.accept, strict=True))


def test_weights_are_small_and_fit_the_features(weights: Weights) -> None:
    assert (FOLDER / "en.npz").stat().st_size < 15_000_000
    columns = {"content": content_columns(), "source": source_columns(), "accept": accept_columns(), "uncued": uncued_columns()}
    for name, names in columns.items():
        assert getattr(weights, name).features.max() < len(names), name
        assert len(set(names)) == len(names), name


@pytest.mark.parametrize("name", ["scale", "uncued_scale"])
def test_confidence_never_falls_with_the_logit(weights: Weights, name: str) -> None:
    scale: Scale = getattr(weights, name)
    given = scale.of(np.linspace(-9, 9, 200))
    assert (np.diff(given) >= 0).all()
    assert 0 <= given[0] < given[-1] <= 1


def test_a_language_without_weights_is_left_to_the_rules(tmp_path: Path) -> None:
    assert load_weights("xx", tmp_path) is None


def test_the_scorer_finds_what_no_cue_licenses() -> None:
    cues = {s.cue.of(TEXT) for s in cq.code(cq.read_text(TEXT)).statements if s.cue}
    by_rules = {s.cue.of(TEXT) for s in cq.code(cq.read_text(TEXT), RULES_ALONE).statements if s.cue}
    assert "trumpeted" in cues - by_rules


def test_the_coder_says_whether_weights_chose(weights: Weights) -> None:
    assert cq.code(cq.read_text(TEXT)).coder.weights_sha256 == weights.sha256
    assert cq.code(cq.read_text(TEXT), RULES_ALONE).coder.weights_sha256 is None


@pytest.mark.parametrize("scorer", ["learned", "rules"])
def test_a_higher_confidence_keeps_fewer(scorer: str) -> None:
    counts = []
    for least in (0.1, 0.5, 0.9):
        statements = cq.code(cq.read_text(TEXT), Settings(scorer=scorer, min_confidence=least)).statements
        assert all(s.confidence >= least - 0.001 for s in statements)
        counts.append(len(statements))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_rules_in_records_are_known() -> None:
    known = {rule.name for rule in (*RULES, *CONTINUATIONS)} | set(FINDERS)
    coding = cq.code(cq.read_text(TEXT), Settings(min_confidence=0.05))
    assert {s.rule for s in coding.statements} <= known


def test_an_explanation_names_what_weighed_most() -> None:
    learned, ruled = (explain(cq.read_text(TEXT), s) for s in (Settings(), RULES_ALONE))
    told = [d for d in learned.decisions if d.cue]
    assert told
    assert all(d.features for d in told)
    assert all(d.features for d in explain(cq.read_text("The envoy did not say that the talks had failed."), Settings()).decisions)
    assert not any(d.features for d in ruled.decisions)


def test_a_generator_that_is_off_gives_no_content() -> None:
    off = tuple(FINDERS)
    coding = cq.code(cq.read_text(TEXT), Settings(without=off, min_confidence=0.05))
    assert not any(s.rule in off for s in coding.statements)


def test_a_long_article_is_weighed_in_parts() -> None:
    once = cq.code(cq.read_text(TEXT)).statements
    text = "\n\n".join([TEXT] * 30)
    assert len(cq.code(cq.read_text(text)).statements) >= 25 * len(once)
