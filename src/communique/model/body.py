"""The parsed body of an article: tokens and dependency trees of all its paragraphs in flat, parallel tuples.

Only `parse` knows spaCy; everything later reads this. Token indices run over the whole body; a range is (first, end), end-exclusive.
"""

from collections import defaultdict
from functools import cached_property

from communique.model.base import Record
from communique.model.span import Span

Range = tuple[int, int]


class Quotation(Record, frozen=True):
    """Words between quotation marks.

    pieces  token ranges without the marks, one a paragraph: a quotation that goes on reopens its marks in each
    closed  False where the closing mark is missing
    mark    the opening mark as written
    """

    pieces: tuple[Range, ...]
    closed: bool
    mark: str


class Body(Record, frozen=True, dict=True):
    """What the parser saw. All tuples but `sentences`, `paragraphs`, `quotations` have one entry a token.

    text          the article's text, to which `starts` and `ends` point
    words, lower  as written (whitespace runs and quotation marks normalised), and lower-cased
    tags, deps    Penn Treebank tags; ClearNLP dependency labels
    heads         index of the governor, itself at a root
    children      indices of the dependents, left to right
    lefts, rights first and last token of the subtree (both inclusive)
    starts, ends  offsets in `text`
    sentences, paragraphs        token ranges
    sentence_of, paragraph_of    number of the range a token lies in
    quotations    in the order of their opening marks
    quotation_of  number of the quotation (outermost) a token lies in, -1 outside
    """

    text: str
    words: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()
    lefts: tuple[int, ...] = ()
    rights: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    sentences: tuple[Range, ...] = ()
    sentence_of: tuple[int, ...] = ()
    paragraphs: tuple[Range, ...] = ()
    paragraph_of: tuple[int, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quotation_of: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return f"<Body: {len(self.words)} tokens, {len(self.sentences)} sentences, {len(self.quotations)} quotations>"

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens first..end-1."""
        return Span(self.starts[first], self.ends[end - 1])

    def subtree(self, token: int) -> Range:
        """The range from the leftmost to the rightmost descendant of a token."""
        return self.lefts[token], self.rights[token] + 1

    def dependents(self, token: int, *labels: str) -> tuple[int, ...]:
        """Children of a token that bear one of the labels."""
        if len(labels) == 1:
            return self._labelled.get((token, labels[0]), ())
        deps = self.deps
        return tuple([c for c in self.children[token] if deps[c] in labels])

    @cached_property
    def _labelled(self) -> dict[tuple[int, str], tuple[int, ...]]:
        """Children by governor and label."""
        found: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for token, (head, dep) in enumerate(zip(self.heads, self.deps, strict=True)):
            if head != token:
                found[head, dep].append(token)
        return {key: tuple(tokens) for key, tokens in found.items()}

    @cached_property
    def punctuation(self) -> tuple[bool, ...]:
        """True for marks, dashes, brackets: what has no letter and no digit; not for "Inc.", whatever its tag."""
        return tuple([not (word.isalnum() or any(map(str.isalnum, word))) for word in self.words])
