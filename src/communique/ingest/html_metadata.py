"""What a web page says about its article: JSON-LD first, then OpenGraph and other meta tags, then what the page shows.

Nothing is guessed: a date is one that the page gives as its date of publication.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from communique.ingest.json_ld import LinkedData, linked_data
from communique.ingest.language import language_code
from communique.ingest.metadata import Metadata
from communique.ingest.written_dates import iso_date

Element = Any  # lxml's elements; see html_text.py

# names of meta tags (name, property, itemprop or http-equiv, lower case), the surest first
TITLES = ("parsely-title", "sailthru.title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
OUTLETS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
    "apple-mobile-web-app-title",
    "twitter:site",
)
BYLINES = ("author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author", "article:author_name")
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datepublished",
    "article.published", "cxenseparse:recs:publishtime", "bt:pubdate", "originalpublicationdate", "article_date_original",
    "published_time", "publish-date", "publish_date", "publishdate", "published-date", "published_date", "publicationdate",
    "publication_date", "pubdate", "pub_date", "ptime", "article-publication-date", "displaydate", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dcsext.articlefirstpublished", "release_date", "date",
)  # fmt: skip
LANGUAGES = ("content-language", "dc.language", "dcterms.language", "language", "og:locale")

SEPARATOR = re.compile(r"\s+[|·•»›—–:-]{1,2}\s+|\s*\|\s*|:\s+(?=[^:]+$)")
PUT_BEHIND = re.compile(r"\s*(?:[|·•»›/ㅣ]|[—–-](?!-))")
PUT_BEFORE = re.compile(r"[|·•»›ㅣ]\s*$")
SHORTEST_BARE = 20  # characters of a title that another one may begin with without saying something else
LONGEST_BYLINE = 200
LONGEST_OUTLET = 60
SECTION_OF_OTHERS = re.compile(r"related|recommend|comment|sidebar|teaser|promo|most-?read|popular|trending|footer|widget", re.IGNORECASE)


def page_metadata(tree: Element) -> tuple[Metadata, LinkedData]:
    """Metadata of a page's article, and what its JSON-LD says."""
    linked = linked_data(_unescaped(script.text or "") for script in tree.iter("script") if _is_json_ld(script))
    meta = _meta(tree)
    address = _address(tree, linked, meta)
    outlet = _outlet(linked, meta) or _outlet_below_address(tree)
    return (
        Metadata(
            url=address,
            title=_title(tree, linked, meta, outlet, address),
            outlet=outlet,
            byline=_byline(tree, linked, meta, outlet),
            published=_published(tree, linked, meta),
            language=_language(tree, linked, meta),
        ),
        linked,
    )


def _unescaped(block: str) -> str:
    """JSON whose quotation marks were written as entities."""
    return unescape(block) if '"' not in block and "&quot;" in block else block


def _is_json_ld(script: Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _meta(tree: Element) -> dict[str, str]:
    """Content of each meta tag by its name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = _one_line(tag.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (tag.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _address(tree: Element, linked: LinkedData, meta: dict[str, str]) -> str | None:
    """The page's own address: absolute, and not that of a site's front page."""
    canonical = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    base = meta.get("og:url") or linked.url or ""
    for given in (*canonical, meta.get("og:url"), linked.url):
        address = urljoin(base, (given or "").strip()) if given else ""
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return address
    return None


def _outlet(linked: LinkedData, meta: dict[str, str]) -> str | None:
    names = [linked.outlet, *(meta.get(name) for name in OUTLETS)]
    return next((_one_line(unescape(name)).partition(" | ")[0] for name in names if name and not re.match(r"https?:|@|\d+$", name)), None)


def _outlet_below_address(tree: Element) -> str | None:
    """The name in emphasis that print views put below the page's address, which is their last link."""
    links = [link for link in tree.iter("a") if (link.get("href") or "").startswith("http")]
    if not links or _one_line(links[-1].text_content()) != links[-1].get("href").strip():
        return None
    below = [text for element in links[-1].xpath("following::*[self::strong or self::b]") if (text := _one_line(element.text_content()))]
    return below[0] if len(below) == 1 and len(below[0]) <= LONGEST_OUTLET else None


def _title(tree: Element, linked: LinkedData, meta: dict[str, str], outlet: str | None, address: str | None) -> str | None:
    """The headline as OpenGraph has it, else JSON-LD, else other tags, without what sites put behind it; else the page's heading."""
    heads = [head for element in tree.iter("h1") if (head := _one_line(element.text_content()))]
    given = (meta.get("og:title"), linked.title, *(meta.get(name) for name in TITLES), _own_title(tree))
    site = [letters for name in (outlet, meta.get("og:site_name"), _host(address)) if (letters := letters_of(name))]
    titles = [clean for title in given if title and (clean := without_site(_one_line(unescape(title)), site))]
    if titles:
        return next((shorter for shorter in (*heads, *titles[1:]) if _is_bare(shorter, titles[0])), titles[0])
    return next((head for head in heads if letters_of(head) not in site), None)


def _own_title(tree: Element) -> str | None:
    """The <title>; pictures in SVG have such elements too."""
    own = (element for element in tree.iter("title") if next(element.iterancestors("svg"), None) is None)
    return next((element.text_content() for element in own), None)


def _is_bare(shorter: str, title: str) -> bool:
    """True where a title is another one with a section put before it or a site behind it."""
    if len(shorter) < SHORTEST_BARE or shorter == title:
        return False
    if title.startswith(shorter):
        return PUT_BEHIND.match(title[len(shorter) :]) is not None
    return title.endswith(shorter) and PUT_BEFORE.search(title[: -len(shorter)]) is not None


def without_site(title: str, site: list[str]) -> str:
    """A title without the names of site and section that pages put behind or before it.

    site  letters of the site's names
    """
    pieces = list(SEPARATOR.finditer(title))
    for piece in pieces:
        if _is_site(title[piece.end() :], site):
            return title[: piece.start()]
    for piece in reversed(pieces):
        if _is_site(title[: piece.start()], site):
            return title[piece.end() :]
    return "" if letters_of(title) in site else title


def _is_site(text: str, site: list[str]) -> bool:
    """True where a piece of a title is the site's name, or begins or ends with it and holds little else."""
    letters = letters_of(text)
    return bool(letters) and any(letters == name or (len(name) > 3 and name in letters and len(letters) < 3 * len(name)) for name in site)


def letters_of(text: str | None) -> str:
    """Letters and digits of a text in lower case: what two ways to write a name or title share."""
    return "".join(filter(str.isalnum, (text or "").lower()))


def _host(address: str | None) -> str:
    """The name in an address: "island" of https://www.island.example/1."""
    names = urlsplit(address or "").netloc.lower().removeprefix("www.").split(".")
    return max(names[:-1], key=len, default="")


def _byline(tree: Element, linked: LinkedData, meta: dict[str, str], outlet: str | None) -> str | None:
    shown = (_one_line(element.text_content()) for element in _marked(tree, "author"))
    for given in (linked.byline, *(meta.get(name) for name in BYLINES), *shown):
        name = re.sub(r"^by:? ", "", _one_line(unescape(given or "")), flags=re.IGNORECASE)
        if name and len(name) <= LONGEST_BYLINE and not re.match(r"https?:|www\.|@|\d+$", name) and letters_of(name) != letters_of(outlet):
            return name
    return None


def _published(tree: Element, linked: LinkedData, meta: dict[str, str]) -> str | None:
    """The date of publication that the page states, None where it states none or several."""
    for given in (linked.published, *(meta.get(name) for name in DATES)):
        if given and (found := iso_date(given)):
            return found
    for element in _marked(tree, "datepublished"):
        if found := iso_date(element.get("datetime") or element.get("content") or element.text_content()):
            return found
    return _shown_time(tree)


def _marked(tree: Element, what: str) -> Iterator[Element]:
    """Elements that itemprop or rel calls so."""
    for element in tree.iter("span", "time", "a", "div", "p", "abbr", "b", "strong", "address", "li"):
        if what in (element.get("itemprop") or "").lower().split() or what in (element.get("rel") or "").lower().split():
            yield element


def _shown_time(tree: Element) -> str | None:
    """The date of the page's <time> elements: that marked as publication, else the first, so long as they stand by no other article."""
    times = [element for element in tree.iter("time") if not _is_of_others(element)]
    marked = [element for element in times if "pubdate" in element.attrib or "publish" in (element.get("class") or "").lower()]
    for element in marked + times:
        if found := iso_date(element.get("datetime") or element.text_content()):
            return found
    return None


def _is_of_others(element: Element) -> bool:
    """True in asides, footers, comments, teasers and lists of other articles, and for a time of change."""
    if "updat" in (element.get("class") or "").lower() or "modified" in (element.get("itemprop") or "").lower():
        return True
    return any(
        above.tag in ("aside", "footer", "nav", "li") or SECTION_OF_OTHERS.search(f"{above.get('class', '')} {above.get('id', '')}")
        for above in element.iterancestors()
        if above.tag not in ("html", "body")
    )


def _language(tree: Element, linked: LinkedData, meta: dict[str, str]) -> str | None:
    declared = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang"), linked.language)
    codes = (language_code(given) for given in (*declared, *(meta.get(name) for name in LANGUAGES)) if given)
    return next((code for code in codes if code), None)
