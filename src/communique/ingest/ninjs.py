"""ninjs, the press agencies' JSON (IPTC): versions 1 to 3, an object a file, an object a line, or a list of them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from communique.ingest.fields import article_from
from communique.ingest.fragment import line_of, text_of
from communique.ingest.jsonl import lines_of, object_of
from communique.ingest.sources import Source
from communique.ingest.written_dates import iso_date
from communique.model import Article, Unread

OPENING = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
URI = re.compile(r'"uri"\s*:\s*"')
PARTS = re.compile(r'"(?:bodies|headlines|body_text|body_xhtml|infosources|versioncreated)"\s*:', re.IGNORECASE)
NO_BODY = "a ninjs item without a body: only items of type text with a body can be read"


def sniff(head: str) -> bool:
    """True where a JSON object has an address and parts as ninjs names them."""
    return OPENING.match(head) is not None and URI.search(head) is not None and PARTS.search(head) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """An Article an item; one without a body is an Unread. Raises ReadError where there is no text at all."""
    if _is_by_line(source.head):
        for number, data in lines_of(source.stream, source.head):
            if data is None or data.strip():
                yield _item(data or b"", f"{source.name}, line {number}")
        return
    data = source.whole()
    try:
        items = json.loads(data)
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list):
        yield _item(data, source.name)
        return
    for number, item in enumerate(items, start=1):
        where = f"{source.name}, item {number}"
        yield _article(item, where) if isinstance(item, dict) else Unread(where, f"expected an object, got {type(item).__name__}")


def _is_by_line(head: bytes) -> bool:
    """True where the first line is an item of its own."""
    line, newline, _ = head.lstrip().partition(b"\n")
    try:
        return bool(newline) and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _item(data: bytes, where: str) -> Article | Unread:
    found = object_of(data, where)
    return found if isinstance(found, Unread) else _article(found[0], where)


def _article(item: Mapping[str, Any], where: str) -> Article | Unread:
    """The article of one item, whatever its version's spelling."""
    item = {key.casefold().replace("_", ""): value for key, value in item.items()}
    text = _text(item)
    if not text:
        return Unread(where, NO_BODY)
    uri = item.get("uri")
    written = next((item[key] for key in ("versioncreated", "contentcreated", "firstcreated") if isinstance(item.get(key), str)), None)
    given = {
        "id": uri,
        "url": uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None,
        "text": text,
        "title": line_of(_main(item.get("headlines")) or _string(item.get("headline"))),
        "outlet": next((source["name"] for source in _objects(item.get("infosources")) if isinstance(source.get("name"), str)), None),
        "byline": _string(item.get("by")) or _string(item.get("byline")),
        "date": (iso_date(written) or written) if written else None,
        "language": item.get("language"),
    }
    return article_from({name: value for name, value in given.items() if value is not None}, where)


def _text(item: Mapping[str, Any]) -> str:
    """The main body, else what older versions call it."""
    return text_of(_main(item.get("bodies")) or _string(item.get("bodyxhtml")) or _string(item.get("bodytext")))


def _main(parts: object) -> str:
    """The value of the part whose role is "main", else of the first that has none, else of the first."""
    found = [part for part in _objects(parts) if isinstance(part.get("value"), str)]
    rank = {"main": 0, "": 1}
    best = min(found, key=lambda part: rank.get(str(part.get("role") or ""), 2), default=None)
    return _string(best["value"]) if best else ""


def _objects(parts: object) -> list[dict[str, Any]]:
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
