"""A body with what the lexicon says about its words: the one thing every step of this stage reads."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Body, Range
from communique.resolve.index import Index, Label, Labels, find_labels


@dataclass(frozen=True, slots=True)
class Marked:
    """A body, the index, and the label of each token.

    known  codes that the body names beyond doubt; they decide what an ambiguous word means
    """

    body: Body
    index: Index
    labels: Labels
    known: frozenset[str]

    def labels_in(self, first: int, end: int) -> Iterator[Label]:
        """The labels that begin in a token range, from left to right."""
        i = first
        while i < end:
            label = self.labels[i]
            if label is None:
                i += 1
            else:
                if label.first >= first:
                    yield label
                i = label.end

    def code_of(self, label: Label) -> str | None:
        """The country or organisation of states a label stands for; None where that is open."""
        codes = label.sense.codes
        if len(codes) == 1:
            return codes[0]
        fits = [code for code in codes if code in self.known]
        return fits[0] if len(fits) == 1 else None

    def is_in(self, token: int, name: str) -> bool:
        """True where the token is one of a closed class of words."""
        return token >= 0 and self.body.lower[token] in self.index.words[name]

    def is_any_in(self, first: int, end: int, name: str) -> bool:
        """True where a token of the range is one of a closed class of words."""
        words = self.index.among(name)
        return any(word in words for word in self.body.lower[first:end])

    def is_role(self, token: int) -> bool:
        """True where the token is part of a role word."""
        label = self.labels[token]
        return label is not None and label.sense.sort == "role"

    def written(self, first: int, end: int) -> str:
        """The characters of a token range on one line."""
        body = self.body
        return " ".join(body.text[body.starts[first] : body.ends[end - 1]].split())

    def tokens_of(self, start: int, end: int) -> Range | None:
        """The tokens that cover characters start..end; None where there is no token."""
        return _tokens_of(self.body, start, end)


def _tokens_of(body: Body, start: int, end: int) -> Range | None:
    first, after = bisect_right(body.ends, start), bisect_left(body.starts, end)
    return (first, after) if first < after else None


def mark(body: Body, index: Index) -> Marked:
    """Put the lexicon's labels on a body."""
    labels = find_labels(body, index)
    known = {label.sense.codes[0] for label in labels if label and len(label.sense.codes) == 1}
    return Marked(body, index, labels, frozenset(known))
