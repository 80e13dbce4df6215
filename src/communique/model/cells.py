"""The small parts of a coding's page: escaped text, anchors, cells and tables."""

from collections.abc import Sequence
from html import escape

# what an HTML parser would change in a text: it takes a carriage return for a line feed, and has no way to write a null character
_EXACT = {0x0D: "&#13;", 0x00: "\ufffd"}


def exact(text: str) -> str:
    """A text escaped so that a browser has the same characters, in an element or between quotation marks."""
    return escape(text).translate(_EXACT)


def anchor(kind: str, id: str) -> str:
    """The name of the place where a record begins in the text."""
    return exact(f"{kind}-{id}")


def cell(text: str, below: str = "", css: str = "") -> str:
    """A cell, with small words below its text."""
    small = f"<small>{exact(below)}</small>" if below else ""
    opened = f'<td class="{css}">' if css else "<td>"
    return f"{opened}{exact(text)}{small}</td>"


def number_cell(number: int, place: str, below: str = "") -> str:
    """A row's number, which leads to a place in the text."""
    small = f"<small>{exact(below)}</small>" if below else ""
    return f'<td><a href="#{place}">{number}</a>{small}</td>'


def table(caption: str, columns: Sequence[str], rows: Sequence[str]) -> str:
    """A table of rows."""
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    inner = f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="wide"><table>{inner}</table></div>'
