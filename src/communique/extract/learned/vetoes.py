"""What is never a statement however well it scores: each veto gives its reason, None where it does not speak."""

from collections.abc import Callable
from typing import NamedTuple

from communique.extract.candidates import Ranges
from communique.extract.learned.cue_features import Look
from communique.extract.sources import Source
from communique.extract.tree import RELATIVES, is_verb, own_subject
from communique.model import Body, Kind

_DECISIVE = ("conditional", "asked, not told")  # what is never a statement; other flaws are evidence
_LABEL = 4  # tokens of a label before a colon
_BARE_ANTECEDENT = ("those", "anyone", "anybody", "everyone", "everybody", "someone", "people", "things", "something", "anything")


class Weighed(NamedTuple):
    """What a veto looks at: the anchor, its content, who is to have said it, and the kind of what it reports."""

    look: Look
    anchor: int
    content: Ranges
    source: Source | None
    kind: Kind

    @property
    def body(self) -> Body:
        """The parsed text."""
        return self.look.scene.body


def veto(one: Weighed) -> str | None:
    """The first reason against it."""
    flaw = one.look.flaw(one.anchor)
    return flaw if flaw in _DECISIVE else next((reason for check in _VETOES if (reason := check(one))), None)


def _names_source(one: Weighed) -> str | None:
    """What follows "according to" is whose words they are, never the words; so is who is "quoted as saying"."""
    body, anchor = one.body, one.anchor
    behind = body.lower[anchor : anchor + 2] == ("according", "to") and one.content[0][0] == anchor + 2
    saying = any(body.lower[a] == "as" and body.dependents(a, "pcomp") for a in body.dependents(anchor, "prep"))
    return "names the source" if behind or (saying and is_verb(body, anchor)) else None


def _to_come(one: Weighed) -> str | None:
    """What somebody will say is not said yet; what he will want may be wanted now."""
    body, futures = one.body, one.look.scene.words["futures"]
    ahead = any(body.tags[c] == "MD" and body.lower[c] in futures for c in body.dependents(one.anchor, "aux"))
    return "not said yet" if ahead and one.kind == "speech" and body.quotation_of[one.anchor] < 0 else None


def _own_source(one: Weighed) -> str | None:
    """A word of the content is not who says it, but where the cue stands there as well."""
    head = one.source.head if one.source else -1
    within = next((part for part in one.content if part[0] <= head < part[1]), None)
    return "its source is part of its content" if within and not within[0] <= one.anchor < within[1] else None


def _nobody(one: Weighed) -> str | None:
    """ "There" says nothing, nor does "the past two weeks"."""
    if one.source is None:
        return None
    head, words = one.source.head, one.look.scene.words
    is_time = one.body.lower[head] in words["times"] and not one.body.tags[head].startswith("NNP")
    return "nobody says it" if one.body.tags[head] == "EX" or is_time else None


def _everybody(one: Weighed) -> str | None:
    """What "many" fear, "most people" want, few are willing to do is the mood of a mass that nobody asked."""
    if one.source is None or one.kind != "attitude":
        return None
    first, end = one.source.words
    mass = one.look.scene.words["masses"]
    return "the mood of nobody in particular" if all(w in mass for w in one.body.lower[first:end]) else None


def _describing(one: Weighed) -> str | None:
    """ "Those who wish to smoke", "customers who want to pay" tell who is meant, not what he has said."""
    body, source = one.body, one.source
    if source is None or one.kind != "attitude" or body.deps[one.anchor] != "relcl" or body.heads[one.anchor] != source.head:
        return None
    bare = source.words[0] == source.head and body.tags[source.head] in ("NNS", "NN") and body.words[source.head - 1] != ","
    set_off = body.words[body.lefts[one.anchor] - 1] == ","
    return "tells who is meant" if not set_off and (bare or body.lower[source.head] in _BARE_ANTECEDENT) else None


def _gap(one: Weighed) -> str | None:
    """ "The barrels it plans to [release]", "what it claims to [be]", "as he vowed to [do]": the content's own words stand elsewhere."""
    body = one.body
    (first, end), *more = one.content
    if more or end - first > 1 or first < one.anchor or not is_verb(body, first) or body.quotation_of[first] >= 0:
        return None
    asked = any(body.tags[c] in ("WP", "WDT") and c < one.anchor for t in (first, one.anchor) for c in body.children[t])
    subject = own_subject(body, one.anchor)
    relative = body.deps[one.anchor] == "relcl" and subject is not None and body.lower[subject] not in RELATIVES
    empty = body.lower[first] in one.look.scene.words["empty_verbs"]
    return "a verb whose object stands elsewhere" if asked or relative or empty else None


def _labelled(one: Weighed) -> str | None:
    """ "Related:", "Warning:", "Bottom line:" before a colon are the page's own."""
    body = one.body
    mark = one.anchor if body.words[one.anchor] == ":" else one.anchor + 1
    low, high = body.sentences[body.sentence_of[one.anchor]]
    near = low < mark < high and mark - low <= _LABEL and body.words[mark] == ":" and one.content[0][0] > mark
    label = near and any(w in one.look.scene.words["labels"] for w in body.lower[low:mark])
    return "a label of the page" if label and not any(is_verb(body, t) for t in range(low, mark)) else None


def _asks_comment(one: Weighed) -> str | None:
    """ "Did not respond to a request for comment" is the outlet's own note."""
    body = one.body
    (first, end), *more = one.content
    bare = not more and end - first == 1 and body.lower[first] in one.look.scene.words["comments"]
    return "the outlet's own request" if bare and body.tags[one.anchor].startswith("NN") else None


def _shouted(one: Weighed) -> str | None:
    """A cue in capitals within running text stands in a headline that was left there."""
    body = one.body
    low, high = body.sentences[body.sentence_of[one.anchor]]
    words = [w for w in body.words[low:high] if w.isalpha()]
    loud = len(words) > 3 and sum(w.isupper() for w in words) >= 0.8 * len(words)
    text = body.text
    return "a headline within the text" if loud and sum(map(str.islower, text)) > sum(map(str.isupper, text)) else None


def _one_of_two(one: Weighed) -> str | None:
    """ "Peru and Chile traded accusations" is not Chile's alone."""
    if one.source is None or not one.body.tags[one.anchor].startswith("NN"):
        return None
    body, head, first = one.body, one.source.head, one.source.words[0]
    joined = body.deps[head] == "conj" and body.heads[head] < first and body.tags[body.heads[head]].startswith("NN")
    own = body.lefts[head] <= one.anchor <= body.rights[head]
    return "one of several who say it" if joined and not own else None


_VETOES: tuple[Callable[[Weighed], str | None], ...] = (
    _names_source,
    _to_come,
    _own_source,
    _nobody,
    _everybody,
    _describing,
    _gap,
    _labelled,
    _asks_comment,
    _shouted,
    _one_of_two,
)
