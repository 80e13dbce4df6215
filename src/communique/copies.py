"""Reprints coded once: what a run coded last, to be handed on under another id where nothing differs that the coder looks at."""

from collections.abc import Hashable

from msgspec.structs import replace

from communique.assembly import of_copy
from communique.lexicon import Lexicon
from communique.model import Article, Coding
from communique.resolve import beside_text, dated, holding

MOST = 1_000  # codings remembered, some 50 kB each


class Copies:
    """The codings of a run's last articles, by all that they follow from; with one lexicon and one settings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.codings: dict[Hashable, Coding] = {}

    def key_of(self, article: Article) -> Hashable:
        """What the coding of an article follows from, its id apart: its text and parts, its day, and what is read beside them."""
        article = dated(article, self.lexicon)
        plain = replace(article, id="", url=None, title=None, outlet=None, byline=None)
        return plain, beside_text(article, holding(self.lexicon, article))

    def of(self, key: Hashable, article: Article) -> Coding | None:
        """The coding of an article like this one, as its own; None where there was none of late."""
        coding = self.codings.pop(key, None)
        if coding is None:
            return None
        self.codings[key] = coding  # at the end, as the one used last
        return of_copy(coding, dated(article, self.lexicon))

    def keep(self, key: Hashable, coding: Coding) -> None:
        """Remember a coding, and forget the one that was not asked for longest."""
        self.codings[key] = coding
        if len(self.codings) > MOST:
            del self.codings[next(iter(self.codings))]
