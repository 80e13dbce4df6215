"""The event's record, beside it what tells its article, JSON Lines: the one format that reads back into ours."""

from collections.abc import Iterable
from typing import IO

import msgspec

from communique.export.about import versions
from communique.export.found import Found


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """A JSON object a line: article, event, versions."""
    for found in events:
        article = found.article
        told = {"id": article.id, "url": article.url, "outlet": article.outlet, "title": article.title, "published": article.published}
        line = {"article": told | {"text_sha256": article.text_sha256}, "event": found.event, "versions": versions()}
        out.write(msgspec.json.encode(line) + b"\n")
