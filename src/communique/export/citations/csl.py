"""A citation as CSL-JSON, which reference managers read."""

import json

from communique.ask import Cited
from communique.export.citations.sentence import cited as as_sentence


def cited(record: Cited) -> str:
    """A list of one item."""
    item: dict[str, object] = {"id": f"{record.id}@{record.run}", "type": "article-newspaper"}
    known = {"title": record.title, "container-title": record.outlet, "URL": record.url, "language": record.language}
    item |= {name: value for name, value in known.items() if value}
    if record.byline:
        item["author"] = [{"literal": " ".join(record.byline.split())}]
    if record.day:
        item["issued"] = {"date-parts": [[record.day.year, record.day.month, record.day.day]]}
    return json.dumps([item | {"note": as_sentence(record)}], ensure_ascii=False)
