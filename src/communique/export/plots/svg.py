"""The few elements of SVG that the pictures are made of."""

import re
from collections.abc import Iterable
from html import escape

FONT = "font-family='system-ui, sans-serif' font-size='12'"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML has not


def document(width: float, height: float, title: str, summary: str, parts: Iterable[str]) -> str:
    """A picture with its title and what it shows in words, which screen readers read out. Sizes in pixels."""
    return "\n".join([
        f"<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='title summary' width='{width:g}' height='{height:g}' "
        f"viewBox='0 0 {width:g} {height:g}' {FONT}>",
        f"<title id='title'>{safe(title)}</title>",
        f"<desc id='summary'>{safe(summary)}</desc>",
        f"<rect width='{width:g}' height='{height:g}' fill='#ffffff'/>",
        *parts,
        "</svg>\n",
    ])  # fmt: skip


def box(x: float, y: float, width: float, height: float, colour: str, tip: str) -> str:
    """A rectangle that says what it is when pointed at."""
    place = f"x='{x:g}' y='{y:g}' width='{width:g}' height='{height:g}'"
    return f"<rect {place} fill='{colour}' stroke='#ffffff'><title>{safe(tip)}</title></rect>"


def text(x: float, y: float, words: str, *, anchor: str = "start", turned: float = 0, colour: str = "#222222", bold: bool = False) -> str:
    """A line of text, turned by degrees about its beginning."""
    weight = " font-weight='bold'" if bold else ""
    turn = f" transform='rotate({turned:g} {x:g} {y:g})'" if turned else ""
    return f"<text x='{x:g}' y='{y:g}' text-anchor='{anchor}' fill='{colour}'{weight}{turn}>{safe(words)}</text>"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """A thin line."""
    return f"<line x1='{x:g}' y1='{y:g}' x2='{to_x:g}' y2='{to_y:g}' stroke='#bbbbbb'/>"


def safe(words: str) -> str:
    """Words as XML can have them, escaped."""
    return escape(fit(words))


def fit(words: str) -> str:
    """Words without the characters that XML has not."""
    return _UNFIT.sub("\ufffd", words)


def cut(words: str, longest: int) -> str:
    """Words on one line, at most so many characters."""
    joined = " ".join(words.split())
    return joined if len(joined) <= longest else f"{joined[: longest - 1]}…"
