"""Institutions in a body: their names as they stand, the acronyms that stand for them, and which of them "the ministry" is."""

from typing import Literal, NamedTuple

from communique.model import Range, Role
from communique.resolve.actors import Actor
from communique.resolve.concern import armed, task
from communique.resolve.descriptions import Description, affiliated_role, first_country, fitting, spoken_for
from communique.resolve.marked import Marked

_LONGEST_NAME = 14
_TRADES = ("MED", "EDU", "JRN", "LAB", "AGR", "BUS", "REL", "JUD", "MIL", "COP")
_BEFORE_NAMES = ("DT", "PRP$", "RB", "PDT", "CD")


class Bodies(NamedTuple):
    """Institutions named in capitals, in the order of the text, and what each acronym in brackets stands for."""

    named: tuple[tuple[Range, Actor], ...]
    acronyms: dict[str, Actor]


def find_bodies(marked: Marked) -> Bodies:
    """All institutions of the body that are named in capitals."""
    body, institutions = marked.body, marked.index.institutions
    acronyms = {body.words[i + 1]: actor for i, word in enumerate(body.words) if word == "(" and (actor := _acronym(marked, i))}
    heads = [i for i, word in enumerate(body.lower) if word in institutions and body.words[i][0].isupper() and _is_head(marked, i)]
    spans = [_around(marked, head) for head in heads]
    named = [(span, _listed(marked, head) or body_actor(marked, *span, head)) for span, head in zip(spans, heads, strict=True)]
    return Bodies(tuple(named), acronyms)


def _listed(marked: Marked, head: int) -> Actor | None:
    """The organisation or outlet of the lexicon that a head noun ends."""
    label = marked.labels[head]
    if label is None or label.sense.sort not in ("organisation", "outlet", "actor") or label.end != head + 1:
        return None
    about = Description(marked.code_of(label), label.sense.role, office=(marked.body.lower[head],))
    sort: Literal["body", "outlet"] = "outlet" if label.sense.sort == "outlet" else "body"
    return Actor(sort, label.sense.name and marked.written(label.first, label.end), about, (), ((label.first, label.end),))


def _is_head(marked: Marked, i: int) -> bool:
    """True unless the word only qualifies the next one ("Court Judge", "Police Department")."""
    body, after = marked.body, i + 1
    return after >= len(body) or not (body.words[after][0].isupper() and body.tags[after] in ("NNP", "NNPS"))


def _around(marked: Marked, head: int) -> Range:
    """The whole name around its head noun."""
    body, first = marked.body, head
    lowest = body.sentences[body.sentence_of[head]][0]
    while first > lowest and (body.words[first - 1][0].isupper() or body.words[first - 1] in ("'s", "-")) and body.tags[first - 1] != "DT":
        first -= 1
    while first < head and body.words[first] in ("'s", "-"):
        first += 1
    return body_name(marked, first, head, min(body.sentences[body.sentence_of[head]][1], head + _LONGEST_NAME))


def body_name(marked: Marked, first: int, head: int, end: int) -> Range:
    """The tokens of an institution's name: without article and small-letter adjectives, with "of" and what is of it in capitals."""
    words, tags = marked.body.words, marked.body.tags
    while first < head and (
        tags[first] in _BEFORE_NAMES or words[first] == "-" or (tags[first][:2] in ("JJ", "VB") and words[first].islower())
    ):
        first += 2 if words[first + 1] == "-" else 1
    first = min(first, head)
    stop = head + 1
    while stop < end and marked.is_in(stop, "name_links"):
        at = _capitals_end(marked, stop, end)
        if at == stop:
            break
        stop = at
    return first, stop


def _capitals_end(marked: Marked, first: int, end: int) -> int:
    """End of the capitalised words and small links between them; the start where no capital follows."""
    body, at, last = marked.body, first, first
    while at < end and (body.words[at][0].isupper() or marked.is_in(at, "name_links")) and body.lower[at] not in marked.index.dates:
        if body.words[at - 1] == "and" and marked.index.institution(body.lower[at]):
            break
        at += 1
        if body.words[at - 1][0].isupper():
            last = at
    return last


def body_actor(marked: Marked, first: int, end: int, head: int, country: str | None = None) -> Actor:
    """The institution a token range names; without name where it is a government, police or army as such."""
    role = _role(marked, first, end, head)
    country = spoken_for(marked, first, end, country or first_country(marked, first, end), role)
    nameless = _is_nameless(marked, first, end) or (
        role == "JRN" and not any(word[0].isupper() for word in marked.body.words[first + 1 : end])
    )
    name = None if nameless else marked.written(first, end)
    about = Description(country, fitting(role, country), office=(marked.body.lower[head],))
    return Actor("outlet" if role == "JRN" else "body", name, about, (), ((first, end),))


def _role(marked: Marked, first: int, end: int, head: int) -> Role | None:
    """The role of an institution: that of its head noun; "agency", "service" take that of a word before it ("news agency")."""
    role = marked.index.institution(marked.body.lower[head])
    if role is None or marked.is_in(head, "weak_institutions"):
        start = _described_from(marked, first)
        return _strong_role(marked, first, head) or task(marked, start, head, role) or _members(marked, first, head) or role
    return (armed(marked, _described_from(marked, first), head) or role) if role == "MIL" else role


def _described_from(marked: Marked, first: int) -> int:
    """Where the small words before a name begin that say what it is: "a [parliamentary] committee"."""
    tags = marked.body.tags
    while first and tags[first - 1][:2] in ("JJ", "NN", "HY", "VB") and tags[first - 1] not in ("VBD", "VBZ", "VBP"):
        first -= 1
    return first


def _strong_role(marked: Marked, first: int, end: int) -> Role | None:
    """The role of a body or institution in the range that is one by itself ("Pentagon", "police")."""
    strong = (i for i in range(first, end) if not marked.is_in(i, "weak_institutions"))
    return next((role for i in strong if (role := affiliated_role(marked, i, i + 1))), None)


def _members(marked: Marked, first: int, head: int) -> Role | None:
    """The role of those who make up a body: "Nurses Association"."""
    labels = (label.sense for label in marked.labels_in(first, head) if label.sense.sort == "role" and not label.sense.generic)
    return next((sense.role for sense in labels if sense.role in _TRADES), None)


def _is_nameless(marked: Marked, first: int, end: int) -> bool:
    """True for a bare word ("police") and for governments with no name of their own ("the Israeli government")."""
    if end - first == 1 or marked.body.tags[end - 1] == "NNS":
        return True
    words = marked.body.words
    own = [i for i in range(first, end - 1) if words[i][0].isupper() and marked.labels[i] is None and (i == first or words[i - 1] != "-")]
    return marked.is_in(end - 1, "governments") and len(own) < 2


def _acronym(marked: Marked, bracket: int) -> Actor | None:
    """The name before "(ABC)", if its words begin with those letters."""
    body = marked.body
    if bracket + 2 >= len(body) or body.words[bracket + 2] != ")":
        return None
    letters = [c for c in body.words[bracket + 1] if c.isalpha()]
    if len(letters) < 2 or sum(c.isupper() for c in letters) < 2:
        return None
    first = _spelled_from(marked, bracket, letters)
    if first is None:
        return None
    heads = [i for i in range(first, bracket) if marked.index.institution(body.lower[i])]
    label = marked.labels[bracket - 1]
    if label is not None and label.sense.is_name and label.first <= first:
        sense, code = label.sense, marked.code_of(label)
        name = sense.name and marked.written(label.first, label.end)
        return Actor("outlet" if sense.sort == "outlet" else "body", name, Description(code, sense.role), (), ((first, bracket),))
    return body_actor(marked, first, bracket, heads[0] if heads else bracket - 1)


def _spelled_from(marked: Marked, bracket: int, letters: list[str]) -> int | None:
    """Where the name before a bracket begins: where the initials spell the acronym, else at the farthest word with its first letter."""
    body, initials, farthest = marked.body, "", None
    at = bracket - 1
    while at >= 0 and (body.words[at][0].isupper() or marked.is_in(at, "name_links") or body.words[at] in ("-", "'s", ",")):
        if body.words[at][0].isupper() and body.lower[at] not in marked.index.dates:
            initials = body.words[at][0] + initials
            if initials == "".join(letters).upper():
                return at
            farthest = at if body.words[at][0] == letters[0].upper() and "," not in body.words[at:bracket] else farthest
        at -= 1
    return farthest
