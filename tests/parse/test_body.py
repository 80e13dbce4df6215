"""The flat body: offsets, trees, sentences, paragraphs."""

import pytest

from communique.ingest import read_text
from communique.lexicon import load
from communique.model import Article, Body, Problem
from communique.parse import load_pipeline, parse_article
from communique.parse.pipeline import faster_kernel
from communique.settings import Settings

TEXT = "Lisbon, March 3 (XYZ)-- The envoy said  “we will\nstay” on Monday. The talks go on.\n\nNobody answered the minister's letter."


def parsed(text: str) -> tuple[Article, Body, tuple[Problem, ...]]:
    article = read_text(text)
    return article, *parse_article(article, load_pipeline(Settings()), load())


def test_tokens_point_at_their_characters() -> None:
    article, body, _ = parsed(TEXT)
    same = [(word, article.text[start:end]) for word, start, end in zip(body.words, body.starts, body.ends, strict=True)]
    assert all(word == cut or cut in "“”" for word, cut in same)


def test_the_dateline_is_not_parsed() -> None:
    _, body, _ = parsed(TEXT)
    assert "Lisbon" not in body.words
    assert body.words[0] == "The"


def test_paragraphs_and_sentences_are_ranges_that_cover_the_body() -> None:
    _, body, _ = parsed(TEXT)
    assert len(body.paragraphs) == 2
    assert len(body.sentences) == 3
    assert [t for first, end in body.sentences for t in range(first, end)] == list(range(len(body)))


def test_subtrees_lie_between_their_edges() -> None:
    _, body, _ = parsed(TEXT)
    for token in range(len(body)):
        first, end = body.subtree(token)
        assert all(first <= c < end for c in body.children[token])
        assert all(body.heads[c] == token for c in body.children[token])


def test_quotations_are_token_ranges() -> None:
    _, body, _ = parsed(TEXT)
    assert [body.words[slice(*piece)] for q in body.quotations for piece in q.pieces] == [("we", "will", "stay")]
    assert {body.words[t] for t in range(len(body)) if body.quotation_of[t] == 0} == {"we", "will", "stay"}


def test_long_paragraphs_are_cut_and_nothing_is_lost() -> None:
    text = "The envoy said the talks would go on. " * 1500
    _, body, _ = parsed(text)
    assert len(body.paragraphs) > 1
    assert body.words.count("envoy") == 1500


def test_a_word_of_a_hundred_thousand_letters_is_survived() -> None:
    _, body, _ = parsed("The envoy said that " + "a" * 100_000 + " was long.")
    assert sum(map(len, body.words)) > 100_000


@pytest.mark.parametrize("kernel", ["blis", "numpy"])
def test_both_kernels_give_the_same_trees(kernel: str) -> None:
    article, body, _ = parsed(TEXT)
    other, _ = parse_article(article, load_pipeline(Settings(kernel=kernel)), load())
    assert (other.heads, other.deps, other.tags) == (body.heads, body.deps, body.tags)


def test_the_faster_kernel_is_one_of_two() -> None:
    assert faster_kernel(size=16, rounds=1) in ("blis", "numpy")
