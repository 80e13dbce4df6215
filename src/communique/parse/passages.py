"""Paragraphs read by the pipeline, many at once; one that comes again, as in a reprint, is remembered and not read again."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG
from spacy.tokens import Doc

from communique.parse.capitals import behind_headings
from communique.parse.kernel import one_thread
from communique.parse.pipeline import Pipeline

BATCH = 64  # paragraphs parsed together; more is slower (cache)
_BY_PART = {"parser": {"batch_size": 4 * BATCH}}  # it sorts them by length and takes a quarter at a time
_MOST = 4_000  # paragraphs remembered, some 6 kB each
_UNSIGNED = 0xFFFFFFFFFFFFFFFF


class Passage(NamedTuple):
    """One paragraph as the pipeline read it. All but `opens` have an entry a token.

    words    as the pipeline was shown them
    places   where a token begins in the text that was read
    tags, deps   as in Body
    heads    the governor's number in the paragraph
    opens    numbers of the tokens that begin a sentence
    """

    words: tuple[str, ...]
    places: tuple[int, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    opens: tuple[int, ...]


def read_passages(texts: Sequence[str], pipeline: Pipeline, abbreviations: frozenset[str]) -> list[Passage]:
    """The texts read, in their order."""
    known = pipeline.passages
    new = list(dict.fromkeys(text for text in texts if (text, abbreviations) not in known))
    fresh = dict(zip(new, _read(new, pipeline, abbreviations), strict=True))
    found = []
    for text in texts:
        key = text, abbreviations
        passage = known.pop(key, None) or fresh[text]
        known[key] = passage  # at the end, as the one used last
        found.append(passage)
    for key in list(known)[: max(0, len(known) - _MOST)]:
        del known[key]
    return found


def _read(texts: Sequence[str], pipeline: Pipeline, abbreviations: frozenset[str]) -> list[Passage]:
    docs = (_document(pipeline, text, abbreviations) for text in texts)
    with one_thread():
        read = pipeline.nlp.pipe(docs, batch_size=BATCH, component_cfg=_BY_PART) if texts else ()
        return [_passage(doc, text, abbreviations) for doc, text in zip(read, texts, strict=True)]


def _document(pipeline: Pipeline, text: str, abbreviations: frozenset[str]) -> Doc:
    """The tokens of a text, told where no sentence begins, for all the parser sees (after "Gen.", "Rev.", "No."), and where one does."""
    doc = pipeline.nlp.make_doc(text)
    lower = text.lower()
    if any(abbreviation in lower for abbreviation in abbreviations):
        for token in doc[1:]:
            if doc[token.i - 1].lower_ in abbreviations:
                token.is_sent_start = False
    for place in behind_headings([token.text for token in doc]):
        doc[place].is_sent_start = True
    return doc


def _passage(doc: Doc, text: str, abbreviations: frozenset[str]) -> Passage:
    strings = doc.vocab.strings
    columns = doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START]).astype("int64")
    places, lengths, tags, deps, heads, starts = columns.T.tolist()
    names = {key: strings[key & _UNSIGNED] for key in {*tags, *deps}}
    words = [text[place : place + length] for place, length in zip(places, lengths, strict=True)]
    opens = [n for n, start in enumerate(starts) if n == 0 or (start == 1 and not _is_abbreviated(words[max(0, n - 2) : n], abbreviations))]
    return Passage(
        tuple(words),
        tuple(places),
        tuple([names[tag] for tag in tags]),
        tuple([names[dep] for dep in deps]),
        tuple([n + head for n, head in enumerate(heads)]),
        tuple(opens),
    )


def _is_abbreviated(before: Sequence[str], abbreviations: frozenset[str]) -> bool:
    """True behind "Sgt.", which the tokenizer parts from its point, so that the parser sees the end of a sentence there."""
    return before[-1] == "." and before[0][:1].isupper() and "".join(before).lower() in abbreviations
