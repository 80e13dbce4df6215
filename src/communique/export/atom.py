"""A list of things with links as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from xml.etree import ElementTree as Tree

from communique.export.plots.svg import fit

NAMESPACE = "http://www.w3.org/2005/Atom"
LONGEST = 1000  # characters of a summary


class Entry(NamedTuple):
    """One thing: where it is for good, what it is called, some words of it, when it was recorded (UTC)."""

    address: str
    title: str
    summary: str
    updated: datetime


class Feed(NamedTuple):
    """A list: its own address, its title, the page it is of, its entries."""

    address: str
    title: str
    page: str
    entries: Sequence[Entry]


def written(feed: Feed) -> bytes:
    """The feed as XML; it is as new as its newest entry."""
    root = Tree.Element("feed", xmlns=NAMESPACE)
    newest = max((entry.updated for entry in feed.entries), default=datetime(1970, 1, 1))
    _head(root, feed.address, feed.title, newest)
    Tree.SubElement(root, "link", rel="self", href=fit(feed.address), type="application/atom+xml")
    Tree.SubElement(root, "link", rel="alternate", href=fit(feed.page), type="text/html")
    Tree.SubElement(Tree.SubElement(root, "author"), "name").text = "communique"
    for entry in feed.entries:
        one = Tree.SubElement(root, "entry")
        _head(one, entry.address, entry.title, entry.updated)
        Tree.SubElement(one, "link", rel="alternate", href=fit(entry.address), type="text/html")
        Tree.SubElement(one, "summary", type="text").text = fit(entry.summary[:LONGEST])
    return bytes(Tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _head(element: Tree.Element, address: str, title: str, updated: datetime) -> None:
    """What both a feed and an entry have to have."""
    Tree.SubElement(element, "id").text = fit(address)
    Tree.SubElement(element, "title", type="text").text = fit(" ".join(title.split()))
    Tree.SubElement(element, "updated").text = updated.replace(tzinfo=UTC, microsecond=0).isoformat().replace("+00:00", "Z")
