"""Reads texts whose sources are marked and tells who speaks: `[Jonas Petrauskas] said {the talks failed}. [He] went away.`

`[...]` is a source, `{...}` the words it is credited with. Braces with no source before them in their sentence are a statement that goes on
without one. Sources inside braces are nested. `¶` parts paragraphs.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from communique.lexicon import load
from communique.model import Article, Attribution, Layout, Span, Speaker, sha256_of
from communique.parse import load_pipeline, parse_article
from communique.resolve import resolve_speakers
from communique.settings import Settings

_MARK = re.compile(r"[\[\]{}]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Lt|Col|U\.S|U\.N|J|K)\.$")


@dataclass
class _Statement:
    source: Span | None
    content: list[Span] = field(default_factory=list)
    parent: int | None = None


def told(marked: str) -> tuple[str, list[_Statement]]:
    """The text without marks, and its statements in order."""
    text, at = "", 0
    opened: list[tuple[str, int, int | None]] = []
    found: list[_Statement] = []
    current: dict[int, int | None] = {0: None}  # by depth of braces: the statement a brace belongs to
    depth = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at, mark = match.end(), match.group()
        if re.search(r"[.?!]['\"]?\s*$", text) and not _TITLE.search(text.rstrip()) and mark in "[{":
            current[depth] = None
        if mark == "[":
            opened.append(("source", len(text), None))
        elif mark == "]":
            _, start, _ = opened.pop()
            found.append(_Statement(Span(start, len(text)), parent=current[depth - 1] if depth else None))
            current[depth] = len(found) - 1
        elif mark == "{":
            if current[depth] is None:
                found.append(_Statement(None, parent=current[depth - 1] if depth else None))
                current[depth] = len(found) - 1
            opened.append(("content", len(text), current[depth]))
            depth += 1
            current[depth] = None
        else:
            _, start, owner = opened.pop()
            depth -= 1
            assert owner is not None
            found[owner].content.append(Span(start, len(text)))
    return text + marked[at:], found


@cache
def _tools():
    settings = Settings()
    return load(settings.language), load_pipeline(settings)


def speakers_in(marked: str) -> tuple[Speaker | None, ...]:
    """Who makes each statement of a marked text."""
    text, statements = told(marked.replace(" ¶ ", "\n\n"))
    lexicon, pipeline = _tools()
    paragraphs, at = [], 0
    for piece in text.split("\n\n"):
        paragraphs.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    article = Article("test", sha256_of(text), text, language="en", layout=Layout(body=tuple(paragraphs)))
    body, _ = parse_article(article, pipeline, lexicon)
    found = tuple(_attribution(body, statement) for statement in statements)
    return tuple(told.speaker for told in resolve_speakers(article, body, found, lexicon).told)


def _attribution(body, statement: _Statement) -> Attribution:
    source = statement.source
    return Attribution(
        source=source, source_head=_head(body, source) if source else None, cue=source, cue_head=None, lemma=None,
        content=tuple(statement.content) or (source,), kind="speech", manner="indirect", act=None, rule="test", confidence=1.0,
        parent=statement.parent,
    )  # fmt: skip


def _head(body, span: Span) -> int:
    inside = [i for i in range(len(body)) if span.start <= body.starts[i] < span.end]
    roots = [i for i in inside if body.heads[i] not in inside or body.heads[i] == i]
    return next((i for i in roots if body.tags[i][:2] in ("NN", "PR")), roots[0])


def shown(speaker: Speaker | None) -> str:
    """ "name / country / role" in one line, "-" for what is None."""
    if speaker is None:
        return "nobody"
    text = lambda value: " + ".join(part or "-" for part in value) if isinstance(value, tuple) else value or "-"  # noqa: E731
    return f"{text(speaker.name)} / {text(speaker.country)} / {speaker.role or '-'}"
