"""The templates' environment: everything escaped, filters, addresses of articles, records and actors."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig
from markupsafe import Markup

from communique.export.citations.sentence import inside
from communique.model.cells import exact
from communique.show.web.addresses import outside, twin
from communique.show.web.places import PLACES
from communique.show.web.view import View

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NOT_KNOWN = "und"  # how HTML names a language that is not known


def templates(views: Sequence[View], review: bool, *, is_archive: bool, with_text: bool) -> TemplateConfig[JinjaTemplateEngine]:
    """The engine with all that templates may call; an archive has no pages that need a server, and texts only where it says so."""
    menu = [(view.menu, view.path) for view in views if view.menu and not (is_archive and view.needs_server)]
    environment = Environment(
        loader=PackageLoader("communique.show.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"exact": text, "count": count, "percent": percent, "day": day, "moment": moment}
    environment.filters |= {"joined": joined, "language": language, "said": said}
    environment.globals |= {
        "menu": menu, "is_archive": is_archive, "with_text": with_text, "review": review, "article_url": article_url,
        "record_url": record_url, "actor_url": actor_url, "changed": changed, "twins": twins,
    }  # fmt: skip
    environment.globals |= PLACES
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment))


def text(words: str | None) -> Markup:
    """Words of an article, so that a browser has the same characters; nothing for None."""
    return Markup(exact(words or ""))


def language(tag: str | None) -> str:
    """The language of an article as HTML may name it."""
    return tag if tag and LANGUAGE.fullmatch(tag) else NOT_KNOWN


def count(number: int) -> str:
    """12,345."""
    return f"{number:,}"


def percent(share: float) -> str:
    """0.93 as 93 %."""
    return f"{share:.0%}".replace("%", " %")


def day(known: date | str | None) -> str:
    """A day, or that it is not known."""
    return str(known) if known else "day not known"


def moment(time: datetime | None) -> str:
    """A time to the minute, UTC."""
    return f"{time:%Y-%m-%d %H:%M} UTC" if time else "not known"


def joined(texts: Sequence[str | None] | str | None, unknown: str = "unknown") -> str:
    """Texts with commas between; what `unknown` says where there are none."""
    if isinstance(texts, str):
        return texts
    return ", ".join(one for one in texts or () if one) or unknown


def said(hit: Any) -> str:
    """ "The Reef Post reported on 2020-05-04 that Litia Ravouvou (FJI) said" of a hit; without a name, in the words of the text."""
    names, codes = hit.speaker_names or (), hit.speaker_countries or ()
    known = [f"{name} ({code})" if code else name for name, code in zip(names, codes or [None] * len(names), strict=False) if name]
    who = ", ".join(known) if known and len(known) == len(names) else hit.source_text or ", ".join(known) or "somebody"
    when = f" on {hit.day}" if hit.day else ""
    said = "said" if hit.kind == "speech" else "is of this mind"
    return f"{hit.outlet or 'An outlet that is not known'} reported{when} that {inside(who)} {said}"


def article_url(id: str) -> str:
    """Where an article is read."""
    return f"/article?{urlencode({'id': id})}"


def record_url(id: str, run: int | None = None) -> str:
    """The permalink of a record, or of one reading of it."""
    return f"/r/{quote(id, safe='')}{'' if run is None else f'@{run}'}"


def actor_url(id: str) -> str:
    """The permalink of an actor."""
    return f"/a/{quote(id, safe=':.')}"


def changed(request: Any, **given: object) -> str:
    """The address that was asked for with other parameters; None takes one away."""
    query = request.scope["query_string"].decode("latin-1")
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in given]
    asked = urlencode([*kept, *((name, str(value)) for name, value in given.items() if value is not None)])
    path = outside(request.scope["path"])
    return f"{path}?{asked}" if asked else path


def twins(request: Any, view: View) -> Mapping[str, str]:
    """The addresses of a page's other forms, by their ending."""
    query = request.scope["query_string"].decode("latin-1")
    path = request.scope["path"]
    return {form: twin(quote(path, safe="/:@."), form) + (f"?{query}" if query else "") for form in view.forms}
