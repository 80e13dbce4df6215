"""The article's text off a web page: what stands around it is taken out first, then trafilatura finds the article in what is left."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

Element = Any  # lxml's elements; lxml brings no types and is imported only where a page is read

LONGEST_LINKS = 200  # characters of a paragraph of links; longer ones are prose, whatever they link to
MOST_LINKED = 0.9  # share of such a paragraph that stands in links
SHORTEST_OF_CHUNK = 60  # characters of a paragraph that shows that its container holds a piece of the article
FEWEST_CHARACTERS = 100  # of an article found without its tables: with fewer it may be laid out in them
SHORTEST_PROSE = 60  # characters of a piece of text that is a sentence, no label
LEVELS = 8  # of containers that tell pieces of an article from other things
NUMBER = re.compile(r"[0-9]+")
DEEPEST = 100  # levels of elements in each other; pages have a few dozen
WALLS = ("div", "section", "table", "tbody", "tr", "td", "span", "b", "i", "font", "center", "ul", "ol", "li", "blockquote")
MOST_PROSE = 0.25  # share of a page's prose that furniture may hold

# elements that hold no prose of the article: what is not shown, pictures with their captions, players, forms, asides
NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "textarea", "button")
NO_PROSE = ("video", "audio", "picture", "figure", "figcaption", "form", "nav", "aside", "dialog", "menu")
# what the class or id of a container calls such things
CALLED = re.compile(
    r"(?:^|[\s_-])(?:"
    r"related(?:[_-]?(?:articles?|stories|posts?|content|links?|news))?|recommended|recirc\w*|most[_-]?(?:read|popular|viewed)|trending"
    r"|read[_-]?(?:more|next|also)|also[_-]?(?:read|like)|more[_-]?(?:stories|news|from|on|coverage)|you[_-]?may"
    r"|newsletters?|sign[_-]?up|subscri(?:be|ption)|paywall|promo(?:tion|box)?|outbrain|taboola|sponsor(?:ed)?|advert\w*|ad[_-]?slot"
    r"|share(?:[_-]?(?:bar|buttons?|tools?|links?))?|social(?:[_-]?(?:share|links?|media))?|comments?(?:[_-]?(?:section|list|area))?|disqus\w*"
    r"|breadcrumbs?|tag[_-]?(?:list|cloud)|author[_-]?(?:bio|box)|photo[_-]?(?:caption|credit)|image[_-]?(?:caption|credit)"
    r"|caption|wp[_-]caption(?:[_-]text)?|credit|gallery|slideshow|pull[_-]?quote|skip[_-]?link|cookie\w*|visually[_-]?hidden|sr[_-]only"
    r")(?:$|[\s_-])",
    re.IGNORECASE,
)
CONTAINERS = ("div", "section", "ul", "ol", "p", "span", "table", "dl", "header", "footer", "article")
TEXT_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6")


def article_text(tree: Element, *, is_live: bool = False) -> str:
    """The article's paragraphs with blank lines between them, "" where the page holds none.

    tree     the page; it is altered
    is_live  True where the page is a live blog, whose entries are articles within the article
    """
    from trafilatura import extract

    flatten(tree)
    take_out_furniture(tree, is_live)
    join_chunks(tree)
    if is_live:
        open_entries(tree)
    text = extract(tree, include_comments=False, include_tables=False) or ""
    if len(text) < FEWEST_CHARACTERS:
        text = max(text, extract(tree, include_comments=False, include_tables=True, favor_recall=True) or "", key=len)
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def flatten(tree: Element) -> None:
    """Takes away containers nested deeper than any page's, on which time would be lost; what is in them stays."""
    depths = {tree: 0}
    for element in tree.iterdescendants("*"):
        depths[element] = depths[element.getparent()] + 1
    for element in [element for element, depth in depths.items() if depth > DEEPEST]:
        if element.tag in WALLS:
            element.drop_tag()


def take_out_furniture(tree: Element, is_live: bool) -> None:
    """Takes out what holds no prose of the article; what holds much of the page's prose stays, whatever it is called."""
    for element in list(tree.iter(*NO_TEXT)):
        element.drop_tree()
    prose = _prose_in_each(tree)
    for element in list(_furniture(tree, is_live)):
        if element.getparent() is not None and prose[element] <= MOST_PROSE * prose[tree]:
            element.drop_tree()


def _furniture(tree: Element, is_live: bool) -> Iterator[Element]:
    for element in tree.iter("*"):
        if element.tag in NO_PROSE or _is_hidden(element) or _is_called_so(element):
            yield element
        elif element.tag == "article":
            if not is_live and next(element.iterancestors("article"), None) is not None:
                yield element
        elif (element.tag in TEXT_BLOCKS and (_is_link(element) or _is_picture_line(element))) or _is_link_alone(element):
            yield element


def _is_called_so(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in CONTAINERS and len(names) > 1 and CALLED.search(names) is not None


def _prose_in_each(tree: Element) -> dict[Element, int]:
    """For each element the characters in pieces of text so long that they are sentences, not labels."""
    elements = list(tree.iter("*"))
    prose = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        prose[element] += _sentence_length(element.text)
        if element is not tree:
            prose[element.getparent()] += prose[element] + _sentence_length(element.tail)
    return prose


def _sentence_length(text: str | None) -> int:
    return len(text) if text and len(text) >= SHORTEST_PROSE else 0


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or "display:none" in element.get("style", "").replace(" ", "")


def _is_link_alone(element: Element) -> bool:
    return element.tag == "div" and len(element) == 1 and element[0].tag == "a" and _is_link(element)


def _is_link(element: Element) -> bool:
    """True for a short paragraph that is nothing but links with words: an address in full, as print views end with, stays."""
    words = "".join(element.text_content().split())
    if not 0 < len(words) <= LONGEST_LINKS or words.startswith(("http://", "https://", "www.")):
        return False
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return linked >= MOST_LINKED * len(words)


def _is_picture_line(element: Element) -> bool:
    """True for a paragraph all in emphasis right below a picture: its caption."""
    above = element.getprevious()
    if above is None or element.tag != "p" or (above.tag != "img" and (above.text_content().strip() or above.find(".//img") is None)):
        return False
    words = element.text_content().strip()
    return any(child.text_content().strip() == words for child in element.iterchildren("strong", "b", "em", "i", "small"))


def join_chunks(tree: Element) -> None:
    """Puts an article that was cut into pieces, by advertisements between them, into one container.

    Pieces are containers of the same class and make, in parents of the same class, that hold paragraphs.
    """
    pieces: dict[tuple[str, ...], list[Element]] = defaultdict(list)
    for paragraph in tree.iter("p"):
        holder = paragraph.getparent()
        if holder is None or len(paragraph.text_content()) < SHORTEST_OF_CHUNK:
            continue
        known = pieces[_make(holder)]
        if not known or known[-1] is not holder:
            known.append(holder)
    for holders in pieces.values():
        for holder in holders[1:]:
            if holder.tag == "div" and holder.getparent() is not None:
                holders[0].extend(list(holder))


def open_entries(tree: Element) -> None:
    """Takes the walls of a live blog's entries away, so that they are one article."""
    for entry in list(tree.iterdescendants("article")):
        if next(entry.iterancestors("article"), None) is not None:
            entry.drop_tag()


def _make(element: Element) -> tuple[str, ...]:
    """Tags and classes from an element some levels up."""
    above_it = islice(chain([element], element.iterancestors()), LEVELS)
    return tuple(f"{above.tag}.{NUMBER.sub('', above.get('class', ''))}" for above in above_it)
