"""The recipe of the weights: labels hold no text, sentences are well marked, copies keep their marks in place, fitting is repeatable."""

import json
from pathlib import Path

import numpy as np
import pytest

import boosting
import calibrate
import logistic
from boosting import Shape
from communique.lexicon import load
from communique.parse import load_pipeline
from communique.settings import Settings
from examples import Marked, Text, examples, with_half_the_marks, without_marks
from pages import is_source, pages_of, words_of
from sentences import marked_cases, own_sentences

LABELS = sorted((Path(__file__).resolve().parents[2] / "training" / "labels").glob("*.jsonl"))
SENTENCE = "“We will stay,” said the envoy of Montavia, who had “no doubt” about it."


def shown(text: Text) -> list[tuple[str, ...]]:
    """The words of each statement."""
    return [tuple(text.text[a:b] for a, b in (s.source, s.cue, *s.content) if a < b) for s in text.statements if s.source and s.cue]


def marked() -> Text:
    """A sentence with one statement."""
    place = SENTENCE.index
    source = (place("the envoy"), place(", who"))
    return Text("t", "t", SENTENCE, (Marked(source, (place("said"), place("said") + 4), ((1, place(",”")),), "speech"),))


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_hold_offsets_and_no_text(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"id", "url", "text_sha256", "statements"}
        for statement in row["statements"]:
            assert set(statement) == {"source", "cue", "content", "kind", "manner", "act"}
            spans = [*statement["content"], *(s for s in (statement["source"], statement["cue"]) if s)]
            assert spans
            assert all(isinstance(a, int) and 0 <= a < b for a, b in spans)


def test_there_are_labels() -> None:
    assert LABELS


def test_sentences_are_well_marked() -> None:
    texts = list(own_sentences())
    assert len(texts) > 1000
    assert not [t.id for t in texts if "[" in t.text.replace("[...]", "") and "content" in t.text]
    for text in texts:
        for words in shown(text):
            assert all(part == part.strip() for part in words), f"{text.id}: {words}"


def test_no_sentence_is_a_case_too() -> None:
    assert not {t.text for t in own_sentences()} & {t.text for t in marked_cases()}


def test_copies_keep_the_marks_in_place() -> None:
    assert shown(without_marks(marked())) == shown(marked())
    assert "“" not in without_marks(marked()).text
    half = with_half_the_marks(marked())
    assert shown(half) == shown(marked())
    assert half.text == with_half_the_marks(marked()).text


def test_a_label_finds_its_anchor_and_its_words() -> None:
    lexicon = load("en")
    (page,) = pages_of(examples([marked()], load_pipeline(Settings(kernel="numpy")), lexicon), lexicon)
    (label,) = page.labels
    assert label.anchor is not None
    assert page.body.words[label.anchor] == "said"
    assert [page.body.words[t] for t in sorted(label.content)] == ["We", "will", "stay"]
    assert words_of(page.body, ((0, 5),)) == label.content
    assert not is_source(page.body, label.source, None)


def test_fitting_twice_gives_the_same_numbers() -> None:
    dice = np.random.default_rng(5)
    rows = dice.random((400, 6)).astype(np.float32)
    target = ((rows[:, 0] > 0.5) ^ (rows[:, 3] > 0.3)).astype(float)
    first, second = (
        boosting.fit(rows, target, Shape(trees=30, depth=3, columns=1.0, shrink=1.0, rate=0.3), np.ones(400)) for _ in range(2)
    )
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    assert ((first.sums(rows) > 0) == (target > 0.5)).mean() > 0.95


def test_a_regression_learns_which_features_count() -> None:
    rows = [[1, 7], [2, 7], [1, 8], [2, 8]] * 20
    target = np.array([1.0, 0.0, 1.0, 0.0] * 20)
    model = logistic.fit(rows, target, np.ones(80), penalty=0.1)
    assert (model.logits(rows) > 0).tolist() == (target > 0.5).tolist()
    assert abs(int(model.weights[7])) < abs(int(model.weights[1])) / 10


def test_confidence_is_the_share_that_is_right() -> None:
    dice = np.random.default_rng(6)
    logits = np.sort(dice.normal(0, 2, 4000))
    right = (dice.random(4000) < 1 / (1 + np.exp(-logits))).astype(float)
    scale = calibrate.scale(logits, right)
    middle = np.array([-2.0, 0.0, 2.0])
    assert scale.of(middle) == pytest.approx(1 / (1 + np.exp(-middle)), abs=0.06)
    assert (np.diff(scale.values) >= 0).all()
