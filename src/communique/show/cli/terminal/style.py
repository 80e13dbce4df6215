"""Colours and what stands for them without colour; hostile characters made harmless."""

from communique.model import Article

SOURCE, CUE, CONTENT, RELAY = "source", "cue", "content", "relay"

COLOURS = {
    SOURCE: "bold cyan",
    CUE: "bold magenta",
    CONTENT: "green",
    RELAY: "cyan underline",
}

# told apart on dark and light ground; the number of an actor stands for it without colour
ACTOR_COLOURS = ("bold cyan", "bold green", "bold magenta", "bold yellow", "bold blue", "bold red", "cyan underline", "green underline",
    "magenta underline", "yellow underline", "blue underline", "red underline")  # fmt: skip

# one character for one character, so that offsets hold: control characters become their pictures (U+2400 ...), what turns the direction
# of writing or cannot be encoded becomes U+FFFD; line ends stay
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)} | {0x7F: 0x2421}
_HOSTILE = (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_HARMLESS = _CONTROL_PICTURES | dict.fromkeys(_HOSTILE, 0xFFFD)
_ONE_LINE = _HARMLESS | {0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20}


def style_of(role: str) -> str:
    """The style of a piece of evidence, or of the mention of an actor, whose role is its number."""
    return COLOURS[role] if role in COLOURS else ACTOR_COLOURS[(int(role) - 1) % len(ACTOR_COLOURS)]


def visible(text: str) -> str:
    """The text with control characters shown instead of obeyed, line ends and tabs as spaces; its length stays."""
    return text.translate(_ONE_LINE)


def shortened(text: str, width: int) -> str:
    """The text on one line of at most `width` characters."""
    line = " ".join(visible(text[: 4 * width]).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def name_of(article: Article) -> str:
    """What to call an article in a line: its id; where that is only the hash of its text, the beginning of both."""
    if article.id != article.text_sha256:
        return shortened(article.id, 200)
    return f"{article.id[:12]} “{shortened(article.title or article.text.lstrip(), 40)}”"
