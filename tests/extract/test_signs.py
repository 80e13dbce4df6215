"""The words that show acts: every class is asked for, and a phrase, a verb and a noun are found under the right part of speech."""

import re
from pathlib import Path

import communique.extract as extract
from communique.extract.signs import sign_index
from communique.lexicon import load
from communique.model import Body


def body(*words: tuple[str, str]) -> Body:
    """A body of words with tags and no tree."""
    texts, tags = zip(*words, strict=True)
    return Body(" ".join(texts), words=texts, lower=tuple(w.lower() for w in texts), tags=tags)


def test_every_class_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(extract.__file__).parent.glob("*.py"))
    unused = {entry.name for entry in load().signs} - set(re.findall(r'"(\w+)"', code))
    assert not unused


def test_part_of_speech_decides() -> None:
    index = sign_index(load())
    assert "hurt" in set(index.at(body(("strike", "VB")), 0))
    assert "hurt" not in set(index.at(body(("strike", "JJ")), 0))


def test_phrases_need_all_their_words() -> None:
    index = sign_index(load())
    found = body(("nothing", "NN"), ("to", "IN"), ("do", "VB"), ("with", "IN"))
    assert set(index.phrases_at(found, 0)) == {"nothing"}
    assert not set(index.phrases_at(body(("nothing", "NN"), ("to", "IN")), 0))


def test_what_verbs_and_nouns_do() -> None:
    index = sign_index(load())
    assert index.performed["reject"] == "reject"
    assert index.meant["gratitude"] == "thank"
    assert "call" not in index.performed  # several acts
