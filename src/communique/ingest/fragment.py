"""HTML inside other formats becomes text: paragraphs with blank lines between them, pictures, scripts and players left out."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip
LEFT_OUT = frozenset({"script", "style", "figure", "iframe", "noscript", "svg", "video", "audio", "object", "form", "template"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def text_of(markup: str) -> str:
    """The text of a piece of HTML, headings marked as such; text without markup keeps its lines."""
    if not MARKUP.search(markup):
        return markup.strip()
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    return "\n\n".join(parser.finished())


def line_of(markup: str) -> str:
    """The text of a piece of HTML on one line, for titles."""
    return " ".join(text_of(markup).removeprefix("# ").split())


class _Paragraphs(HTMLParser):
    """Collects the text between block elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[str] = []
        self._words: list[str] = []
        self._left_out: list[str] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEFT_OUT:
            self._left_out.append(tag)
        elif tag in BLOCKS:
            self._end_paragraph()
            self._heading = tag in HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag in self._left_out:
            del self._left_out[self._left_out.index(tag) :]
        elif tag in BLOCKS:
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._words.append(data)

    def finished(self) -> list[str]:
        self._end_paragraph()
        return self._paragraphs

    def _end_paragraph(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self._paragraphs.append(f"## {text}" if self._heading else text)
        self._words, self._heading = [], False
