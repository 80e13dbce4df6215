"""Training texts with their marked statements in tokens: labelled articles, copies with damaged quotation marks, marked sentences."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import communique.ingest as ingest
from communique.extract.candidates import anchors
from communique.extract.scene import Scene, scene_of
from communique.extract.tree import is_punctuation
from communique.lexicon import Lexicon
from communique.model import Body
from communique.parse import Pipeline, parse_article

Offsets = tuple[int, int]
Words = frozenset[int]

LEADING = frozenset({"that", "to", "whether", "if", "for", "of", "about", "as"})
MARKS = '“”"«»„‟'


class Marked(NamedTuple):
    """A statement in characters of a text."""

    source: Offsets | None
    cue: Offsets | None
    content: tuple[Offsets, ...]
    kind: str


class Text(NamedTuple):
    """A text to learn from: its id, the group whose members stay in one fold, its statements, and how much it counts."""

    id: str
    group: str
    text: str
    statements: tuple[Marked, ...]
    title: str | None = None
    weight: float = 1.0


class Source(NamedTuple):
    """A text with its title where it has one."""

    text: str
    title: str | None


class Label(NamedTuple):
    """A statement in tokens of a body: words of content, source and cue, and the anchor on which the rest of the cue hangs."""

    content: Words
    source: Words
    cue: Words
    anchor: int | None
    kind: str


class Example(NamedTuple):
    """A parsed text with its labels."""

    text: Text
    body: Body
    labels: tuple[Label, ...]


def _pair(span: Sequence[int] | None) -> Offsets | None:
    return (span[0], span[1]) if span else None


def labelled(labels: Iterable[dict[str, Any]], texts: dict[str, Source]) -> Iterator[Text]:
    """Labels joined to the texts that bear their hash; those whose text is not here are named on standard error."""
    for row in labels:
        source = texts.get(row["text_sha256"])
        if source is None:
            print(f"no text for {row['id']}", file=sys.stderr)
            continue
        found = (Marked(_pair(s["source"]), _pair(s["cue"]), tuple((a, b) for a, b in s["content"]), s["kind"]) for s in row["statements"])
        yield Text(row["id"], row["id"].rsplit(".", 1)[0], source.text, tuple(found), source.title)


def texts_by_hash(paths: Iterable[Path], wanted: frozenset[str]) -> dict[str, Source]:
    """The texts of JSON Lines files whose SHA-256 is wanted."""
    found = {}
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                given = json.loads(line)
                text = given.get("text") or ""
                digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
                if digest in wanted:
                    found[digest] = Source(text, given.get("title"))
    return found


def _moved(original: Text, suffix: str, weight: float, put: Iterable[str]) -> Text:
    """The text with each character replaced by what `put` gives for it, statements moved with them."""
    at, pieces, where = 0, [], []
    for piece in put:
        where.append(at)
        pieces.append(piece)
        at += len(piece)
    where.append(at)

    def span(given: Offsets | None) -> Offsets | None:
        moved = (where[given[0]], where[given[1]]) if given else None
        return moved if moved and moved[0] < moved[1] else None

    statements = (Marked(span(s.source), span(s.cue), tuple(c for c in map(span, s.content) if c), s.kind) for s in original.statements)
    return Text(
        f"{original.id}/{suffix}", original.group, "".join(pieces), tuple(s for s in statements if s.content), original.title, weight
    )


def without_marks(text: Text) -> Text:
    """A copy without quotation marks."""
    return _moved(text, "stripped", 1.0, ("" if c in MARKS else c for c in text.text))


def with_half_the_marks(text: Text) -> Text:
    """A copy that has lost about half of its marks; which ones, the hash of their place tells."""

    def is_lost(place: int) -> bool:
        return sha256(f"{text.id} {place}".encode()).digest()[0] < 128

    return _moved(text, "half", 0.3, ("" if c in MARKS and is_lost(n) else c for n, c in enumerate(text.text)))


def with_other_marks(text: Text) -> Text:
    """A copy with plain marks for typographic ones."""
    return _moved(text, "plain", 0.3, ('"' if c in "“”«»„" else c for c in text.text))


def copies(text: Text) -> Iterator[Text]:
    """The text itself and, where it has quotation marks, its damaged copies."""
    yield text
    if any(mark in text.text for mark in MARKS):
        yield from (without_marks(text), with_half_the_marks(text))


def _words(body: Body, spans: Iterable[Offsets | None]) -> Words:
    given = [s for s in spans if s]
    inside = (
        t
        for t in range(len(body))
        if any(body.starts[t] < end and body.ends[t] > start for start, end in given) and not is_punctuation(body, t)
    )
    return frozenset(inside)


def content_words(body: Body, tokens: Iterable[int]) -> Words:
    """The words of a content as they are compared: without an opening "that", "to", "of"."""
    words = sorted(tokens)
    while words and body.lower[words[0]] in LEADING:
        words = words[1:]
    return frozenset(words)


def head_of(body: Body, tokens: frozenset[int], among: Sequence[int]) -> int | None:
    """The anchor on which the rest of the cue hangs; a verb before a noun where there are several."""
    tops = [t for t in among if body.heads[t] not in tokens or body.heads[t] == t] or list(among)
    order = {"VB": 0, "NN": 1, "JJ": 2}
    return min(tops, key=lambda t: (order.get(body.tags[t][:2], 3), t), default=None)


def label_of(scene: Scene, statement: Marked, possible: frozenset[int]) -> Label | None:
    """A statement in tokens; None where its content lies outside the body."""
    body = scene.body
    content = content_words(body, _words(body, statement.content))
    cue = statement.cue
    tokens = [t for t in range(len(body)) if cue and body.starts[t] < cue[1] and body.ends[t] > cue[0]]
    anchor = head_of(body, frozenset(tokens), [t for t in tokens if t in possible])
    if not content or (cue and not tokens):
        return None
    return Label(content, _words(body, [statement.source]), frozenset(tokens), anchor, statement.kind)


def examples(texts: Iterable[Text], pipeline: Pipeline, lexicon: Lexicon) -> Iterator[Example]:
    """The texts parsed as communique would read them."""
    for text in texts:
        article = ingest.read_text(text.text, id=text.id, title=text.title)
        body, _ = parse_article(article, pipeline, lexicon)
        scene = scene_of(body, lexicon)
        possible = frozenset(anchors(scene))
        labels = (label_of(scene, s, possible) for s in text.statements)
        yield Example(text, body, tuple(label for label in labels if label))
