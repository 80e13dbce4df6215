"""The whole method on one screen: an article becomes a coding. Read this first; it is the only place where the stages meet."""

import gc
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from logging import getLogger
from typing import NamedTuple

import msgspec

from communique import __version__
from communique.assembly import dates_in, ids_of, numbered_commitment, numbered_event, numbered_position, said_of, statements_of
from communique.copies import Copies
from communique.errors import CommuniqueError
from communique.extract import (
    Choice,
    Found,
    Weights,
    decisions,
    find_acts,
    find_commitments,
    find_events,
    find_positions,
    find_statements,
    find_targets,
    load_weights,
)
from communique.lexicon import Lexicon, load
from communique.model import Article, Body, Coder, Coding, Explanation, Layout, Problem, Span, sha256_of
from communique.parse import Pipeline, load_pipeline, parse_article, parse_captions, read_ahead
from communique.resolve import PhraseActor, Resolution, carried, dated, holding, holding_on, resolve_phrase, resolve_speakers
from communique.settings import Settings

log = getLogger(__name__)

TOGETHER = 16  # articles parsed together


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
    """The stages in their order: date, parse, statements, speakers and relays, acts and targets, positions, commitments, events."""
    lexicon, pipeline = load(settings.language, settings.lexicon), load_pipeline(settings)
    article = dated(article, lexicon)
    body, problems = _parse(article, pipeline, lexicon, settings)
    found = find_statements(body, lexicon, Choice(settings.without, _weights(settings), settings.min_confidence))
    captions = parse_captions(article, pipeline, lexicon) if found.attributions else None
    resolution = resolve_speakers(article, body, found.attributions, holding(lexicon, article), captions)
    told, mentions = resolution.told, resolution.mentions()
    said = said_of(article, found, told)
    said = tuple(one.doing(act) for one, act in zip(said, find_acts(body, said, mentions, lexicon), strict=True))
    targets = find_targets(body, said, mentions, lexicon)
    statements = statements_of(told, said, targets)
    own = tuple(one for one, way in zip(said, told, strict=True) if not way.is_layer)
    aimed = tuple(codes for codes, way in zip(targets, told, strict=True) if not way.is_layer)
    positions = tuple(
        numbered_position(article, p) for p in find_positions(article, body, own, mentions, lexicon) if p.rule not in settings.without
    )
    promised = find_commitments(article, body, own, mentions, lexicon, partial(dates_in, article, lexicon))
    commitments = tuple(numbered_commitment(article, c) for c in promised if c.rule not in settings.without)
    done = find_events(article, body, own, aimed, mentions, resolution.who, lexicon, partial(dates_in, article, lexicon))
    events = tuple(numbered_event(article, e) for e in done if e.rule not in settings.without)
    coding = Coding(article, statements, positions, commitments, events, article.problems + problems, _coder(lexicon, pipeline, settings))
    return _Coded(coding, found, resolution, body)


def code_all(articles: Iterable[Article], settings: Settings = Settings()) -> Iterator[Coding]:  # noqa: B008 - frozen
    """A coding for each article, in order. An article the coder fails on gets a Problem and never stops the run.

    Some are read ahead and parsed together, and reprints are coded once; a coding is the same as that of the article alone.
    """
    articles, known = iter(articles), Copies(load(settings.language, settings.lexicon))
    while some := list(islice(articles, TOGETHER)):
        keys = [_key_of(article, known) for article in some]
        _read_ahead([article for article, key in zip(some, keys, strict=True) if key not in known.codings], settings)
        yield from (_once(article, key, known, settings) for article, key in zip(some, keys, strict=True))
        _keep_loaded()


@cache
def _keep_loaded() -> None:
    """Once a process: what the first articles had loaded stays, so that it is not searched whenever memory is looked through for waste."""
    gc.collect()
    gc.freeze()


def explain(article: Article, settings: Settings = Settings()) -> Explanation:  # noqa: B008 - frozen
    """The coding with every candidate that was weighed, everybody the article speaks of, and the parse it rests on."""
    coding, found, resolution, body = _coded(article, settings)
    ids = ids_of(article, found)
    told = {a: id for a, id, one in zip(found.attributions, ids, resolution.told, strict=True) if not one.is_layer}
    return Explanation(coding, decisions(found, told), resolution.members(ids), body)


def read_phrase(phrase: str, settings: Settings = Settings(), day: str | None = None) -> PhraseActor:  # noqa: B008 - frozen
    """Who a phrase alone stands for; `day` (YYYY-MM-DD) tells which of the user's actors hold."""
    lexicon = holding_on(load(settings.language, settings.lexicon), day)
    text = carried(phrase, lexicon)
    article = Article("phrase", sha256_of(text), text, language=settings.language, layout=Layout(body=(Span(0, len(text)),)))
    body, _ = parse_article(article, load_pipeline(settings), lexicon)
    return resolve_phrase(phrase, body, lexicon)


def prepared(article: Article, settings: Settings = Settings()) -> Article:  # noqa: B008 - frozen
    """The article as its coding will hold it: with its day."""
    return dated(article, load(settings.language, settings.lexicon))


def coder_of(settings: Settings = Settings()) -> Coder:  # noqa: B008 - frozen
    """What every coding made with these settings names as its coder."""
    return _coder(load(settings.language, settings.lexicon), load_pipeline(settings), settings)


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


def _key_of(article: Article, known: Copies) -> Hashable:
    """What two copies of an article share; None where that cannot be told."""
    try:
        return known.key_of(article)
    except Exception:  # told when it is coded
        log.debug("article %s", article.id, exc_info=True)
        return None


def _read_ahead(articles: Sequence[Article], settings: Settings) -> None:
    """Parse the articles together, as far as they may be coded; whatever fails here fails again for the one it is due to."""
    lexicon, pipeline = load(settings.language, settings.lexicon), load_pipeline(settings)
    try:
        read_ahead([article for article in articles if _refusal(article, settings) is None], pipeline, lexicon)
    except Exception:
        log.debug("parsing together", exc_info=True)


def _once(article: Article, key: Hashable, known: Copies, settings: Settings) -> Coding:
    """The coding of an article or of its copy."""
    coding = known.of(key, article)
    if coding is None:
        coding = _survived(article, settings)
        if key is not None and all(problem.stage != "coder" for problem in coding.problems):
            known.keep(key, coding)
    return coding


def _survived(article: Article, settings: Settings) -> Coding:
    try:
        return code(article, settings)
    except CommuniqueError:
        raise
    except Exception as error:
        log.debug("article %s", article.id, exc_info=True)
        problem = Problem("coder", f"internal error, please report it: {type(error).__name__}: {error}")
        return Coding(article, (), (), (), (), (*article.problems, problem), coder_of(settings))


def _weights(settings: Settings) -> Weights | None:
    return load_weights(settings.language) if settings.scorer == "learned" else None


def _coder(lexicon: Lexicon, pipeline: Pipeline, settings: Settings) -> Coder:
    weights = _weights(settings)
    given = [settings.language, settings.pipeline, sorted(settings.without), settings.longest, settings.scorer, settings.min_confidence]
    named = sha256(msgspec.json.encode(given)).hexdigest()
    return Coder(__version__, lexicon.sha256, pipeline.sha256, named, pipeline.kernel, weights.sha256 if weights else None)
