"""The links of our own pages. Everything else of a page is left to the letter."""

from collections.abc import Callable, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from posixpath import dirname, relpath
from re import Match, compile

NAMES = ("href", "src")
FORMS = ("form",)  # they take a server
_ATTRIBUTE = compile(r"""\s(href|src)="([^"]*)\"""")


class _Page(HTMLParser):
    """Takes a page to pieces and puts it together again, with other links and without forms."""

    def __init__(self, link: Callable[[str], str | None]) -> None:
        super().__init__(convert_charrefs=False)
        self.link, self.out, self.inside = link, list[str](), 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag in FORMS
        if not self.inside:
            self.out.append(_ATTRIBUTE.sub(self._linked, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)
        self.inside -= tag in FORMS

    def handle_endtag(self, tag: str) -> None:
        if not self.inside:
            self.out.append(f"</{tag}>")
        self.inside -= tag in FORMS

    def _linked(self, found: Match[str]) -> str:
        to = self.link(unescape(found[2]))
        return f' {found[1]}="{escape(to)}"' if to is not None else ""

    def _kept(self, text: str) -> None:
        if not self.inside:
            self.out.append(text)

    def handle_data(self, data: str) -> None:
        self._kept(data)

    def handle_entityref(self, name: str) -> None:
        self._kept(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._kept(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._kept(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._kept(f"<!{decl}>")


def relinked(page: str, link: Callable[[str], str | None]) -> str:
    """A page whose links are what `link` makes of them; None: the link goes and its words stay. Forms go with all that is in them."""
    parser = _Page(link)
    parser.feed(page)
    parser.close()
    return "".join(parser.out)


def links_of(page: str) -> Iterator[str]:
    """The addresses on this site to which a page leads, without the places in them."""
    found = list[str]()

    def keep(address: str) -> None:
        found.append(address)

    relinked(page, keep)
    return (address.partition("#")[0] for address in found if address.startswith("/"))


def relative(file: str, to: str) -> str:
    """The way from one file to another; both from the same folder."""
    return relpath(to, dirname(file) or ".")
