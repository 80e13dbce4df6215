"""Names of persons in a body, with the titles before them and the appositions beside them. No named-entity model is run."""

from typing import NamedTuple

from communique.model import Range
from communique.resolve.descriptions import NOTHING, PREPOSITIONS, Description, describe, head_role
from communique.resolve.marked import Marked
from communique.resolve.names import fold, name_words

_PROPER = ("NNP", "NNPS")
_IN_TITLE = ("NN", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "NNS", "CC")
_LONGEST_PHRASE = 20


class Named(NamedTuple):
    """A capitalised name that no list knows, most often a person's.

    first, end   tokens from the title to the name's last word
    name         tokens of the name alone
    words        what tells one bearer from another, folded
    about        what title and appositions say
    evidence     tokens of the apposition that says it, None without
    is_person    a title, an office or an address ("Mr") shows that it is one
    is_modifier  it only qualifies a noun or an office: "the Trump campaign", "Health Minister"
    is_thing     an article and no office before it: "the Charter"
    """

    first: int
    end: int
    name: Range
    words: tuple[str, ...]
    about: Description
    evidence: Range | None
    is_person: bool
    is_modifier: bool
    is_thing: bool


def find_names(marked: Marked) -> tuple[Named, ...]:
    """All names of the body that may be persons', from left to right."""
    found, end = [], 0
    for i in [i for i, tag in enumerate(marked.body.tags) if tag in _PROPER]:
        if i >= end and (end := _run_end(marked, i)) > i and (named := _named(marked, i, end)):
            found.append(named)
    return tuple(found)


def _run_end(marked: Marked, i: int) -> int:
    """End of the run of name words that begins at a token; the token itself where none does."""
    if not _is_name_word(marked, i):
        return i
    end, length = i + 1, len(marked.labels)
    while end < length and (step := _step(marked, end, length)):
        end += step
    return end


def _step(marked: Marked, i: int, length: int) -> int:
    """How many tokens from i on go on with a name: a word, or a hyphen, particle or ", Jr." with what follows it."""
    body = marked.body
    if body.tags[i] in _PROPER and (_is_name_word(marked, i) or _ends_name(marked, i)):
        return 1
    word = body.lower[i]
    if i + 1 == length or not (word in ("-", ",") or word in marked.index.particles):
        return 0
    if word == ",":
        return 2 if marked.is_in(i + 1, "name_suffixes") else 0
    if word == "-" and body.words[i + 1][0].isupper():
        return 2
    hyphen = i + 2 < length and body.words[i + 1] == "-"
    return (3 if hyphen else 2) if _is_name_word(marked, i + (2 if hyphen else 1)) else 0


def _is_name_word(marked: Marked, i: int) -> bool:
    body = marked.body
    if body.tags[i] not in _PROPER or not body.words[i][0].isalpha():
        return False
    label = marked.labels[i]
    if label is not None:
        return label.sense.sort == "actor" or _is_country_in_name(marked, i)
    return body.lower[i] not in marked.index.no_names


def _is_country_in_name(marked: Marked, i: int) -> bool:
    """ "Michael Jordan", "Israel Katz", "Michael Bloomberg": a listed name that the parse ties to a word of the name beside it."""
    label, body = marked.labels[i], marked.body
    if label is None or label.sense.sort in ("role", "adjective") or label.end - label.first > 1:
        return False
    if i and _is_plain(marked, i - 1) and body.heads[i - 1] == i:
        return True
    titled = i > 0 and (marked.is_in(i - 1, "honorifics") or marked.is_role(i - 1)) and body.words[i - 1][0].isupper()
    return titled and i + 1 < len(body) and _is_plain(marked, i + 1) and body.heads[i] == i + 1


def _is_plain(marked: Marked, i: int) -> bool:
    """A proper noun that no list knows."""
    return marked.body.tags[i] in _PROPER and marked.labels[i] is None and marked.body.lower[i] not in marked.index.no_names


def _ends_name(marked: Marked, i: int) -> bool:
    """ "John Major", "Martin Luther King": a role word that is a surname too, with no name after it."""
    after = i + 1 < len(marked.body) and marked.body.tags[i + 1] in _PROPER
    return marked.is_in(i, "role_surnames") and marked.body.words[i][0].isupper() and not after


def _named(marked: Marked, first: int, end: int) -> Named | None:
    """The name in a run, None where the run names an institution."""
    if any(word in marked.index.institutions for word in marked.body.lower[first:end]):
        return None
    behind = _after_department(marked, first, end)
    start = _title_start(marked, first) if behind == first else _office_before(marked, first, behind)
    first = behind
    words = name_words(marked.body.words[first:end], marked.index.not_in_names)
    if not words:
        return None
    if _qualifies(marked, first, end):
        return Named(first, end, (first, end), words, NOTHING, None, False, True, False)
    title = describe(marked, start, first) if start < first else NOTHING
    beside, evidence = _beside(marked, first, end)
    is_person = bool(title.office or beside.office or title.sex or beside.sex) or marked.is_in(first - 1, "honorifics")
    if not is_person and start == _place_before(marked, first):
        return Named(start, end, (start, end), words, NOTHING, None, False, False, _has_article(marked, start))
    return Named(
        start, end, (first, end), words, title.filled(beside), evidence, is_person, False, _has_article(marked, start) and not is_person
    )


def _place_before(marked: Marked, first: int) -> int | None:
    """Start of a place's name that belongs to a firm's or paper's ("Manila Bulletin"): for whom it speaks is open."""
    label = marked.labels[first - 1] if first else None
    return label.first if label is not None and label.sense.sort in ("country", "place", "seat") else None


def _has_article(marked: Marked, start: int) -> bool:
    return start > 0 and marked.body.tags[start - 1] == "DT"


def _after_department(marked: Marked, first: int, end: int) -> int:
    """ "Minister of Information N. Nesterov": behind an office "of" something the last two words are the name."""
    words = marked.body.words
    of_office = first > 1 and marked.body.lower[first - 1] in ("of", "for") and marked.is_role(first - 2)
    starts = [i for i in range(first, end) if words[i] != "-" and (i == first or words[i - 1] != "-")]
    is_given = [fold(words[i]) in marked.index.given for i in starts]
    linked = first > 0 and marked.is_in(first - 1, "name_links")
    beside = linked and len(starts) > 3 and is_given[-2] and not any(is_given[:-2])  # "... and Humanitarian Relief Anna Nesterova"
    return starts[-2] if beside or (of_office and len(starts) > 2) else first


def _office_before(marked: Marked, department: int, name: int) -> int:
    """Where the title begins whose office has its department behind it: "Ruritanian Minister of"; the name where there is no office."""
    label = marked.labels[department - 2] if department > 1 and marked.is_role(department - 2) else None
    return _title_start(marked, label.first) if label else name


def _qualifies(marked: Marked, first: int, end: int) -> bool:
    """True where the run only qualifies what follows: an office, or a noun the parse ties it to."""
    body = marked.body
    if end >= len(body):
        return False
    if marked.is_role(end) or (marked.labels[end] is None and body.lower[end] in marked.index.institutions):
        return True
    head = body.heads[end - 1]
    if body.words[end] == "-":
        return True  # "Kurdish-led"
    is_noun = body.tags[head] in ("NN", "NNS") or body.lower[head] in marked.index.institutions
    return is_noun and end <= head <= end + 4 and body.deps[end - 1] in ("compound", "nmod", "amod")


def _title_start(marked: Marked, name: int) -> int:
    """Where the words before a name that belong to it begin: "Russian Deputy Foreign Minister", "BBC's", "Mr"."""
    body, start = marked.body, name
    lowest = body.sentences[body.sentence_of[name]][0]
    while start > lowest:
        before = start - 1
        label = marked.labels[before]
        if label is not None:
            start = max(label.first, lowest)
        elif marked.is_in(before, "honorifics") or (body.tags[before] in _IN_TITLE and _goes_with(marked, before, name)):
            start = before
        else:
            is_body = start == name and body.tags[before] == "NN" and marked.index.institution(body.lower[before]) is not None
            at = before - is_body  # "speaker of the parliament N. N."
            inner = _before_preposition(marked, at, at + 1 if is_body else start, name, lowest) if at > lowest else None
            if inner is None:
                break
            start = inner
    return start


def _goes_with(marked: Marked, i: int, name: int) -> bool:
    """Nouns and adjectives between the title's words, or an unknown title the parse ties to the name."""
    if marked.body.tags[i] == "CC":
        return i < name - 1 and marked.body.words[i - 1].islower() and marked.body.tags[i - 1] == "NN"
    return i < name - 1 or (marked.body.tags[i] in ("NN", "NNP", "POS", "HYPH") and name <= marked.body.heads[i] <= name + 4)


def _before_preposition(marked: Marked, at: int, start: int, name: int, lowest: int) -> int | None:
    """ "Ambassador to Germany Richard Grenell": the office before a preposition, where what follows it is a place or body and no office."""
    tags = marked.body.tags
    while at > lowest and tags[at] == "DT":
        at -= 1
    if tags[at] not in PREPOSITIONS or start == name or at == lowest:
        return None
    if marked.is_in(name - 1, "honorifics"):
        return None
    label = marked.labels[at - 1]
    if label is None or label.sense.is_name or (head_role(marked, start, name) is not None and marked.body.words[at - 1].islower()):
        return None
    return label.first


def _beside(marked: Marked, first: int, end: int) -> tuple[Description, Range | None]:
    """What stands after the name ("of Iran", ", a spokesman for ...,") or before it (", the mayor of Paris, Anne Hidalgo")."""
    body, about, evidence, at = marked.body, NOTHING, None, end
    if at < len(body) and marked.is_in(at, "belonging"):
        at = _phrase_end(marked, at + 1)
        about = describe(marked, end + 1, at)._replace(office=(), title=None, sex=None, plural=False, generic=False)
        evidence = (end, at)
    if at + 1 < len(body) and body.words[at] == ",":
        stop = _phrase_end(marked, at + 1)
        after = _apposition(marked, at + 1, stop)
        if after.office or after.sex:
            return about.filled(after), (at + 1, stop)
    if first >= 2 and body.words[first - 1] == ",":
        start = _phrase_start(marked, first - 1)
        before = _apposition(marked, start, first - 1)
        if before.office and start <= _outer_head(marked, first, end) < first:
            return about.filled(before), (start, first - 1)
    return about, evidence


def _outer_head(marked: Marked, first: int, end: int) -> int:
    """The token outside the name on which it depends."""
    heads, i = marked.body.heads, end - 1
    while first <= i < end and heads[i] != i:
        i = heads[i]
    return i


def _apposition(marked: Marked, first: int, end: int) -> Description:
    """The office in a phrase between commas; nothing where the phrase has a name of its own behind the office."""
    head = head_role(marked, first, end)
    if head is None:
        return Description(sex=describe(marked, first, end).sex)
    if head.end < end and marked.body.tags[head.end] in _PROPER and marked.labels[head.end] is None:
        return NOTHING
    return describe(marked, first, end)


def _phrase_end(marked: Marked, first: int) -> int:
    """Where a phrase ends that begins at a token: at punctuation, a verb, or the sentence's end."""
    body = marked.body
    last = min(body.sentences[body.sentence_of[first]][1], first + _LONGEST_PHRASE)
    i = first
    while i < last and not _is_break(body.tags[i]):
        i += 1
    return i


def _phrase_start(marked: Marked, end: int) -> int:
    """Where a phrase begins that ends before a token."""
    body = marked.body
    lowest = max(body.sentences[body.sentence_of[end]][0], end - _LONGEST_PHRASE)
    i = end
    while i > lowest and not _is_break(body.tags[i - 1]):
        i -= 3 if body.words[i - 1] == ")" and i - 3 > lowest and body.words[i - 3] == "(" else 1
    return i


_BREAKS = frozenset((",", ".", ":", "``", "''", "MD", "WP", "WDT", "WRB", "PRP", "-LRB-", "VB", "VBD", "VBZ", "VBP"))


def _is_break(tag: str) -> bool:
    return tag in _BREAKS
