"""What is read of a paragraph does not depend on what is read beside it, nor on whether it was read before."""

import numpy as np

from communique.ingest import read_text
from communique.lexicon import load
from communique.parse import load_pipeline, parse_article, read_ahead
from communique.parse.kernel import SteadyOps
from communique.parse.passages import read_passages
from communique.settings import Settings

LINES = (
    "The envoy of Ruritania said the talks would go on.",
    "Nobody answered.",
    "“We have waited for ten years,” Elka Doran told reporters in Valmora, “and we can wait for ten more if we must.”",
    "Gen. Tarik Osman, who commands the border guards, denied that his men had crossed the river on Friday night.",
)
PIPELINE = load_pipeline(Settings())


def test_a_paragraph_is_read_the_same_alone_and_among_others() -> None:
    abbreviations = load().words["abbreviations"]
    among = read_passages(LINES, PIPELINE, abbreviations)
    for line, found in zip(LINES, among, strict=True):
        PIPELINE.passages.clear()
        assert read_passages([line], PIPELINE, abbreviations) == [found]


def test_what_is_remembered_is_what_was_read() -> None:
    first, again = (read_passages(LINES, PIPELINE, load().words["abbreviations"]) for _ in range(2))
    assert first == again


def test_abbreviations_are_part_of_what_is_remembered() -> None:
    line = "He met Gen. Osman at the gate. He left."
    known, unknown = (read_passages([line], PIPELINE, words)[0] for words in (load().words["abbreviations"], frozenset[str]()))
    assert line.index("Osman") not in [known.places[n] for n in known.opens]
    assert len(PIPELINE.passages) >= 2
    assert unknown.words == known.words


def test_articles_read_together_are_those_read_alone() -> None:
    articles = [read_text("\n\n".join(LINES[:count])) for count in (1, 4, 2)]
    PIPELINE.passages.clear()
    read_ahead(articles, PIPELINE, load())
    assert len(PIPELINE.passages) == len(LINES)
    together = [parse_article(article, PIPELINE, load()) for article in articles]
    for article, found in zip(articles, together, strict=True):
        PIPELINE.passages.clear()
        assert parse_article(article, PIPELINE, load()) == found


def test_no_row_of_a_product_depends_on_the_number_of_rows() -> None:
    random = np.random.default_rng(7)
    ops = SteadyOps(use_blis=False)
    for rows, columns in ((576, 288), (288, 288), (96, 50), (96, 1024)):
        x, y = (random.normal(size=(count, rows)).astype("float32") for count in (300, columns))
        whole = ops.gemm(x, y, trans2=True)
        assert all(np.array_equal(ops.gemm(x[:count], y, trans2=True), whole[:count]) for count in (1, 2, 5, 24, 63, 64, 65, 200))


def test_forms_are_remembered_exactly() -> None:
    docs = [PIPELINE.nlp.make_doc(line) for line in LINES]
    layer = PIPELINE.nlp.get_pipe("tok2vec").model.layers[0]
    remembered = layer.attrs["remembered"]
    remembered.clear()
    together = layer.predict(docs)
    remembered.clear()
    for doc, found in zip(docs, together, strict=True):
        assert np.array_equal(layer.predict([doc])[0], found)
    assert len(remembered.vectors) == len(remembered.place)
