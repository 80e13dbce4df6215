"""The whole method on one screen: an article becomes a coding. Read this first; it is the only place where the stages meet."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from logging import getLogger

import msgspec

from communique import __version__
from communique.errors import CommuniqueError
from communique.extract import Choice, Found, Weights, decisions, find_statements, load_weights
from communique.lexicon import Lexicon, load
from communique.model import Article, Attribution, Body, Coder, Coding, Explanation, Problem, Speaker, Statement
from communique.parse import Pipeline, load_pipeline, parse_article
from communique.record import stable_id
from communique.resolve import dated, resolve_speakers
from communique.settings import Settings

log = getLogger(__name__)


def code(article: Article, settings: Settings = Settings()) -> Coding:  # noqa: B008 - frozen
    """Everything communique reads off one article; what went wrong is in its `problems`."""
    return _coded(article, settings)[0]


def _coded(article: Article, settings: Settings) -> tuple[Coding, Found, Body]:
    """The stages in their order: the article's date, parse, statements, speakers."""
    lexicon, pipeline = load(settings.language, settings.lexicon), load_pipeline(settings)
    article = dated(article, lexicon)
    body, problems = _parse(article, pipeline, lexicon, settings)
    found = find_statements(body, lexicon, Choice(settings.without, _weights(settings), settings.min_confidence))
    speakers = resolve_speakers(article, body, found.attributions, lexicon)
    statements = _statements(article, found, speakers)
    coding = Coding(article, statements, (), (), (), article.problems + problems, _coder(lexicon, pipeline, settings))
    return coding, found, body


def code_all(articles: Iterable[Article], settings: Settings = Settings()) -> Iterator[Coding]:  # noqa: B008 - frozen
    """A coding for each article, in order, one at a time. An article the coder fails on gets a Problem and never stops the run."""
    return (_survived(article, settings) for article in articles)


def explain(article: Article, settings: Settings = Settings()) -> Explanation:  # noqa: B008 - frozen
    """The coding with every candidate that was weighed and the parse it rests on."""
    coding, found, body = _coded(article, settings)
    ids = {attribution: statement.id for attribution, statement in zip(found.attributions, coding.statements, strict=True)}
    return Explanation(coding, decisions(found, ids), body)


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


def _statements(article: Article, found: Found, speakers: tuple[Speaker | None, ...]) -> tuple[Statement, ...]:
    ids = [stable_id(article.id, "statement", a.content) for a in found.attributions]
    return tuple(_statement(a, speaker, ids[n], ids) for n, (a, speaker) in enumerate(zip(found.attributions, speakers, strict=True)))


def _statement(found: Attribution, speaker: Speaker | None, id: str, ids: list[str]) -> Statement:
    return Statement(
        id=id, source=found.source, cue=found.cue, content=found.content, kind=found.kind, manner=found.manner, speaker=speaker, via=(),
        act=found.act, targets=(), addressee=found.addressee, parent=None if found.parent is None else ids[found.parent],
        rule=found.rule, confidence=found.confidence,
    )  # fmt: skip


def _weights(settings: Settings) -> Weights | None:
    return load_weights(settings.language) if settings.scorer == "learned" else None


def _coder(lexicon: Lexicon, pipeline: Pipeline, settings: Settings) -> Coder:
    weights = _weights(settings)
    given = [settings.language, settings.pipeline, sorted(settings.without), settings.longest, settings.scorer, settings.min_confidence]
    named = sha256(msgspec.json.encode(given)).hexdigest()
    return Coder(__version__, lexicon.sha256, pipeline.sha256, named, pipeline.kernel, weights.sha256 if weights else None)
