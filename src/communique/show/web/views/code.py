"""A dispatch pasted or uploaded, and coded on the spot. Nothing is kept."""

import io
from typing import Annotated, Any

import msgspec
from litestar import post
from litestar.datastructures import UploadFile
from litestar.params import JSONBody, MultipartBody
from litestar.response import Template

from communique.errors import ReadError, UsageError
from communique.model import Article, Coding
from communique.model.highlight import title_of
from communique.show.web.asking import Waited
from communique.show.web.failures import FAILURES
from communique.show.web.view import View
from communique.show.web.views.article import DRAWS

LONGEST = 50_000  # characters of a text: some seconds of work
LARGEST = 1_000_000  # bytes of a file
FORMATS = ("text", "print-view", "html", "pdf", "json", "jsonl")


class Limits(msgspec.Struct, frozen=True):
    """What may be sent: characters of a text, bytes of a file, formats of files."""

    longest: int = LONGEST
    largest: int = LARGEST
    formats: tuple[str, ...] = FORMATS


class Dispatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text to be coded, and what is known about it."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
    title: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    outlet: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    published: Annotated[str, msgspec.Meta(max_length=100)] | None = None


class Sent(msgspec.Struct):
    """What the form sends."""

    text: str = ""
    outlet: str = ""
    published: str = ""
    file: UploadFile | None = None


class Coded(msgspec.Struct, frozen=True):
    """A coding that nobody keeps."""

    coding: Coding


def code() -> Limits:
    """What may be sent to be coded, by POST to the same address."""
    return Limits()


@post("/.json/code", responses=FAILURES, sync_to_thread=True, exclude_from_csrf=True, status_code=200, operation_id="code_dispatch")
def code_dispatch(data: JSONBody[Dispatch], turn: Waited) -> Coding:
    """The coding of a text. Nothing is kept."""
    from communique.ingest import read_text

    return _coded(read_text(data.text, title=data.title, outlet=data.outlet, published=data.published), turn)


@post("/code", include_in_schema=False, status_code=200, request_max_body_size=LARGEST + 200_000)
async def code_form(data: MultipartBody[Sent], turn: Waited) -> Template:
    """The page of a coding."""
    from litestar.concurrency import sync_to_thread

    upload = await data.file.read() if data.file and data.file.filename else b""
    name = data.file.filename if data.file else ""
    coding = await sync_to_thread(lambda: _coded(_article(data, name, upload), turn))
    context = {"page": Coded(coding), "view": None, "title": title_of(coding), **DRAWS}
    return Template("coded.html", context=context, media_type="text/html")


def _article(sent: Sent, name: str, upload: bytes) -> Article:
    """The file, else the text that was pasted. Raises UsageError where there is neither."""
    from communique.ingest import read_text

    if upload:
        return _uploaded(name, upload)
    if not sent.text.strip():
        raise UsageError("nothing was sent: paste a text, or choose a file")
    known = {"outlet": sent.outlet.strip() or None, "published": sent.published.strip() or None}
    return read_text(sent.text.replace("\r\n", "\n"), **known)


def _uploaded(name: str, data: bytes) -> Article:
    """The one article of a file. Raises UsageError, ReadError."""
    from communique.ingest import read_source
    from communique.ingest.readers import reader_for
    from communique.ingest.sources import source_of
    from communique.ingest.unpacking import is_packed

    if len(data) > LARGEST:
        raise UsageError(f"the file has more than {LARGEST:,} bytes: communique code reads it")
    stream = io.BufferedReader(io.BytesIO(data))
    source = source_of(name, name, stream)
    if is_packed(source.head) or reader_for(source).name not in FORMATS:
        raise ReadError(f"{name}: one article as {', '.join(FORMATS)} can be sent; communique code reads the rest")
    found = [one for one, _ in zip(read_source(source), range(2), strict=False)]
    if len(found) != 1 or not isinstance(found[0], Article):
        raise ReadError(f"{name}: {'more than one article' if found[1:] else getattr(next(iter(found), None), 'message', 'no article')}")
    return found[0]


def _coded(article: Article, turn: Any) -> Coding:
    """The coding. Raises UsageError where the text is long."""
    from communique.coder import code_all

    if len(article.text) > LONGEST:
        raise UsageError(f"{len(article.text):,} characters, more than the {LONGEST:,} that are coded here: communique code takes them")
    with turn:
        return next(code_all([article]))


VIEW = View("code", "/code", code, title=lambda page: "Code a dispatch", menu="Code", needs_server=True)
HANDLERS = (code_dispatch, code_form)
