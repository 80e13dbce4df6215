"""Print views of news sites saved as text: an emphasised title, a rule, pictures that did not load, at the end the address and the outlet.

The parts are found by `layout` as in any text; this reader says so by its name, and is where what only print views have would go.
"""

import re
from collections.abc import Iterator

from communique.ingest import text
from communique.ingest.sources import Source
from communique.model import Article, Unread

# "# *Title*" or "# **Title**", then a rule of dashes, asterisks or underscores
HEAD = re.compile(r"\s*#{1,3} +(\*{1,3}|_{1,3})[^\n]+\1 *\r?\n\s*(?:-{3,}|\*{3,}|_{3,}) *\r?\n")


def sniff(head: str) -> bool:
    """True where the text opens with an emphasised title and a rule."""
    return HEAD.match(head) is not None


def read(source: Source) -> Iterator[Article | Unread]:
    """The one article of a print view. Raises ReadError where it is empty or no text."""
    return text.read(source)
