"""The whole method on one screen: an article becomes a coding. Read this first; it is the only place where the stages meet."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from hashlib import sha256
from logging import getLogger
from typing import NamedTuple

import msgspec

from communique import __version__
from communique.errors import CommuniqueError
from communique.extract import (
    Choice,
    Found,
    Weights,
    decisions,
    find_acts,
    find_commitments,
    find_positions,
    find_statements,
    find_targets,
    load_weights,
)  # fmt: skip
from communique.lexicon import Lexicon, load
from communique.model import (
    Article,
    Body,
    Coder,
    Coding,
    DateExpression,
    Explanation,
    Layout,
    Position,
    Problem,
    Said,
    Span,
    Statement,
    sha256_of,
)  # fmt: skip
from communique.parse import Pipeline, load_pipeline, parse_article, parse_captions
from communique.record import stable_id
from communique.resolve import (
    PhraseActor,
    Resolution,
    Told,
    carried,
    dated,
    day_of,
    find_dates,
    holding,
    holding_on,
    resolve_phrase,
    resolve_speakers,
)  # fmt: skip
from communique.settings import Settings

log = getLogger(__name__)


def code(article: Article, settings: Settings = Settings()) -> Coding:  # noqa: B008 - frozen
    """Everything communique reads off one article; what went wrong is in its `problems`."""
    return _coded(article, settings).coding


class _Coded(NamedTuple):
    """A coding and what it was made of."""

    coding: Coding
    found: Found
    resolution: Resolution
    body: Body


def _coded(article: Article, settings: Settings) -> _Coded:
    """The stages in their order: the article's date, parse, statements, speakers and relays."""
    lexicon, pipeline = load(settings.language, settings.lexicon), load_pipeline(settings)
    article = dated(article, lexicon)
    body, problems = _parse(article, pipeline, lexicon, settings)
    found = find_statements(body, lexicon, Choice(settings.without, _weights(settings), settings.min_confidence))
    captions = parse_captions(article, pipeline, lexicon) if found.attributions else None
    resolution = resolve_speakers(article, body, found.attributions, holding(lexicon, article), captions)
    mentions = resolution.mentions()
    said = _said(article, found, resolution.told)
    said = tuple(one.doing(act) for one, act in zip(said, find_acts(body, said, mentions, lexicon), strict=True))
    statements = _statements(found, resolution.told, said, find_targets(body, said, mentions, lexicon))
    own = tuple(one for one, way in zip(said, resolution.told, strict=True) if not way.is_layer)
    positions = tuple(_with_id(article, position) for position in find_positions(article, body, own, mentions, lexicon))
    commitments = find_commitments(article, body, own, mentions, lexicon, partial(_dates_in, article, lexicon))
    commitments = tuple(msgspec.structs.replace(c, id=stable_id(article.id, "commitment", c.action, c.committer)) for c in commitments)
    coding = Coding(article, statements, positions, commitments, (), article.problems + problems, _coder(lexicon, pipeline, settings))
    return _Coded(coding, found, resolution, body)


def code_all(articles: Iterable[Article], settings: Settings = Settings()) -> Iterator[Coding]:  # noqa: B008 - frozen
    """A coding for each article, in order, one at a time. An article the coder fails on gets a Problem and never stops the run."""
    return (_survived(article, settings) for article in articles)


def explain(article: Article, settings: Settings = Settings()) -> Explanation:  # noqa: B008 - frozen
    """The coding with every candidate that was weighed, everybody the article speaks of, and the parse it rests on."""
    coding, found, resolution, body = _coded(article, settings)
    ids = _ids(article, found)
    told = {a: id for a, id, one in zip(found.attributions, ids, resolution.told, strict=True) if not one.is_layer}
    return Explanation(coding, decisions(found, told), resolution.members(ids), body)


def read_phrase(phrase: str, settings: Settings = Settings(), day: str | None = None) -> PhraseActor:  # noqa: B008 - frozen
    """Who a phrase alone stands for; `day` (YYYY-MM-DD) tells which of the user's actors hold."""
    lexicon = holding_on(load(settings.language, settings.lexicon), day)
    text = carried(phrase, lexicon)
    article = Article("phrase", sha256_of(text), text, language=settings.language, layout=Layout(body=(Span(0, len(text)),)))
    body, _ = parse_article(article, load_pipeline(settings), lexicon)
    return resolve_phrase(phrase, body, lexicon)


def _parse(article: Article, pipeline: Pipeline, lexicon: Lexicon, settings: Settings) -> tuple[Body, tuple[Problem, ...]]:
    """The parsed body, empty with a Problem where the article may not be coded."""
    refusal = _refusal(article, settings)
    return (Body(article.text), (refusal,)) if refusal else parse_article(article, pipeline, lexicon)


def _refusal(article: Article, settings: Settings) -> Problem | None:
    if article.language != settings.language:
        language = f"the article is in {article.language!r}" if article.language else "the article's language could not be told"
        return Problem("language", f"{language}, the lexicon in {settings.language!r}: it was kept but not coded")
    if len(article.text) > settings.longest:
        return Problem("parse", f"{len(article.text):,} characters are more than the {settings.longest:,} allowed: split the article")
    return None


def _survived(article: Article, settings: Settings) -> Coding:
    try:
        return code(article, settings)
    except CommuniqueError:
        raise
    except Exception as error:
        log.debug("article %s", article.id, exc_info=True)
        problem = Problem("coder", f"internal error, please report it: {type(error).__name__}: {error}")
        coder = _coder(load(settings.language, settings.lexicon), load_pipeline(settings), settings)
        return Coding(article, (), (), (), (), (*article.problems, problem), coder)


def _said(article: Article, found: Found, told: tuple[Told, ...]) -> tuple[Said, ...]:
    """The attributions with their speakers and ids; those that only pass another on among them."""
    ids = _ids(article, found)
    return tuple(Said(a, one.speaker, id) for a, one, id in zip(found.attributions, told, ids, strict=True))


def _ids(article: Article, found: Found) -> tuple[str, ...]:
    return tuple(stable_id(article.id, "statement", attribution.content) for attribution in found.attributions)


def _statements(
    found: Found, told: tuple[Told, ...], said: tuple[Said, ...], targets: tuple[tuple[str, ...], ...]
) -> tuple[Statement, ...]:
    """The statements; those that only pass another on are left out, and the other moves up into their place."""
    above = [a.parent for a in found.attributions]
    parents = [above[p] if p is not None and told[p].is_layer else p for p in above]
    every = zip(said, told, parents, targets, strict=True)
    return tuple(_statement(one, way, None if p is None else said[p].id, aimed) for one, way, p, aimed in every if not way.is_layer)


def _statement(said: Said, told: Told, parent: str | None, targets: tuple[str, ...]) -> Statement:
    found = said.attribution
    source, cue = told.source or found.source, told.cue or found.cue
    return Statement(
        id=said.id, source=source, cue=cue, content=found.content, kind=found.kind, manner=found.manner, speaker=told.speaker,
        via=told.via, act=found.act, targets=targets, addressee=found.addressee, parent=parent, rule=found.rule,
        confidence=found.confidence,
    )  # fmt: skip


def _with_id(article: Article, position: Position) -> Position:
    """The position under its id."""
    id = stable_id(article.id, "position", (position.evidence,), position.issue, *position.holder)
    return msgspec.structs.replace(position, id=id)


def _dates_in(article: Article, lexicon: Lexicon, span: Span) -> tuple[DateExpression, ...]:
    """The times in a stretch of the article's text, counted from its day, and from later where the words leave it open."""
    day = day_of(article)
    return find_dates(article.text, span.start, span.end, date.fromisoformat(day) if day else None, lexicon, "future")


def _weights(settings: Settings) -> Weights | None:
    return load_weights(settings.language) if settings.scorer == "learned" else None


def _coder(lexicon: Lexicon, pipeline: Pipeline, settings: Settings) -> Coder:
    weights = _weights(settings)
    given = [settings.language, settings.pipeline, sorted(settings.without), settings.longest, settings.scorer, settings.min_confidence]
    named = sha256(msgspec.json.encode(given)).hexdigest()
    return Coder(__version__, lexicon.sha256, pipeline.sha256, named, pipeline.kernel, weights.sha256 if weights else None)
