"""News text in, an auditable record out: who said what, every claim pointing at the characters that carry it.

    import communique as cq

    coding = cq.code(cq.read("dispatch.md"))
    for statement in coding.statements:
        print(statement.speaker, [span.of(coding.article.text) for span in statement.content])

Names are imported when they are first used: `import communique` alone loads neither spaCy nor anything else of weight.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.ask import Ledger
    from communique.coder import code, code_all, explain
    from communique.errors import CommuniqueError
    from communique.ingest import read, read_all, read_text
    from communique.model import Article, Coding, Problem, Span, Speaker, Statement, Unread
    from communique.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article", "Coding", "CommuniqueError", "Ledger", "Problem", "Settings", "Span", "Speaker", "Statement", "Unread",
    "code", "code_all", "explain", "read", "read_all", "read_text",
]  # fmt: skip

_HOMES = {
    "communique.ask": ("Ledger",),
    "communique.coder": ("code", "code_all", "explain"),
    "communique.errors": ("CommuniqueError",),
    "communique.ingest": ("read", "read_all", "read_text"),
    "communique.model": ("Article", "Coding", "Problem", "Span", "Speaker", "Statement", "Unread"),
    "communique.settings": ("Settings",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """A public name, imported from its home and kept."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
