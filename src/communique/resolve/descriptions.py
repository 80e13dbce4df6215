"""What the words of a noun phrase say about whoever it describes: for whom they speak, in what role, with what title."""

from typing import Literal, NamedTuple

from communique.model import Role
from communique.resolve.concern import concern, is_former_holder, plight, public_concern, thing
from communique.resolve.index import Label
from communique.resolve.marked import Marked

PREPOSITIONS = ("IN", "TO")


class Description(NamedTuple):
    """What a phrase tells about somebody.

    country  for whom they speak
    role     PLOVER sector
    title    the office as written
    office   its words in lower case and singular, the last one its head; empty where no role word stands there
    sex      where a word tells
    plural   several people
    generic  the role word describes anyone of that role ("official", "diplomat")
    """

    country: str | None = None
    role: Role | None = None
    title: str | None = None
    office: tuple[str, ...] = ()
    sex: Literal["f", "m"] | None = None
    plural: bool = False
    generic: bool = False

    def filled(self, other: "Description") -> "Description":
        """This description, its gaps filled from another."""
        if not self.office:
            return other._replace(country=self.country or other.country, role=self.role or other.role, sex=self.sex or other.sex)
        return self._replace(country=self.country or other.country, role=self.role or other.role, sex=self.sex or other.sex)


NOTHING = Description()


def describe(marked: Marked, first: int, end: int) -> Description:
    """Read the tokens first..end-1, a phrase without the name it belongs to."""
    head = head_role(marked, first, end)
    if head is None:
        country, role = first_country(marked, first, end), affiliated_role(marked, first, end) or thing(marked, first, end)
        return Description(spoken_for(marked, first, end, country, role), fitting(role, country), sex=_sex(marked, first, end))
    start, stop = _title_start(marked, first, head), _title_end(marked, head, end)
    country = first_country(marked, first, head.first)
    if country is None and not marked.is_in(head.end - 1, "kin"):
        country = _country_after(marked, head, end) or marked.code_of(head)
    role = _role(marked, first, head, end, country)
    country = spoken_for(marked, first, end, country, role)
    office = (*marked.body.lower[start : head.first], *head.sense.base)
    sex = head.sense.sex or _sex(marked, first, end)
    title = _state(marked, first, start) + marked.written(start, stop)
    generic = head.sense.generic and head.sense.role is not None
    return Description(country, role, title, office, sex, head.sense.plural, generic)


def _state(marked: Marked, first: int, start: int) -> str:
    """What a word before the country or article says about how the office is held: "former Danish [minister]" is a former minister."""
    at = next((i for i in range(first, start) if marked.is_in(i, "former") or marked.is_in(i, "holding")), None)
    return "" if at is None else marked.body.words[at] + ("-" if marked.body.words[at + 1] == "-" else " ")


def head_role(marked: Marked, first: int, end: int) -> Label | None:
    """The role word the phrase is about: the last one before a preposition that follows one."""
    head = None
    at = first
    for label in marked.labels_in(first, end):
        if label.sense.is_name or _is_in_kind(marked, label):
            continue
        if head is not None and any(tag in PREPOSITIONS or tag == "," for tag in marked.body.tags[at : label.first]):
            break
        head, at = label, label.end
    return head


def _is_in_kind(marked: Marked, label: Label) -> bool:
    """ "Fighter jet", "police station": a longer word for a thing begins with the role word."""
    kind = marked.index.kind_at(marked.body.lower, label.first)
    return kind is not None and label.first + kind[1] > label.end


def _title_start(marked: Marked, first: int, head: Label) -> int:
    """Where the office begins: after the last name, possessive or article before the role word."""
    tags, start = marked.body.tags, head.first
    while start > first:
        label = marked.labels[start - 1]
        if (label and label.sense.is_name) or tags[start - 1][:2] not in ("NN", "JJ", "HY", "CC", "VB"):
            break
        start -= 1
    while start < head.first and tags[start] == "CC":
        start += 1
    return start


def _title_end(marked: Marked, head: Label, end: int) -> int:
    """Where the office ends: "Minister of Foreign Affairs" takes in what it is of, unless that is a name of the lexicon."""
    body, stop = marked.body, head.end
    if stop < end - 1 and body.lower[stop] in marked.index.among("belonging"):
        at = stop + 1
        while at < end and marked.labels[at] is None and body.words[at][0].isupper():
            at += 1
        return at if at > stop + 1 else head.end
    return head.end


def first_country(marked: Marked, first: int, end: int) -> str | None:
    """The first country or organisation of states named in a range; "the country's" is the one named last before."""
    i = first
    while i < end:
        label = marked.labels[i]
        code = marked.code_of(label) if label and label.first >= first and not _is_tie(marked, label.end) else None
        if label is None and marked.is_in(i, "country_words") and marked.body.tags[i + 1 : i + 2] == ("POS",):
            code = _country_before(marked, i)
        if code:
            return code
        i = label.end if label else i + 1
    return None


def _is_tie(marked: Marked, at: int) -> bool:
    """ "Russian-backed", "US-born": the country helps, made or bore somebody who does not speak for it."""
    return at + 1 < len(marked.labels) and marked.body.words[at] == "-" and marked.is_in(at + 1, "ties")


def _country_before(marked: Marked, i: int) -> str | None:
    """The country named last before a token in its paragraph or the one before; not where two are named together."""
    body = marked.body
    paragraph = body.paragraph_of[i]
    for at in range(i - 1, body.paragraphs[max(0, paragraph - 1)][0] - 1, -1):
        label = marked.labels[at]
        if label and label.sense.sort in ("country", "adjective"):
            return marked.code_of(label)
    return None


def _country_after(marked: Marked, head: Label, end: int) -> str | None:
    """The country named after "of", "for", "from", "with" behind a role word; after "to" never that of an ambassador."""
    belonging = marked.index.among("belonging")
    if not marked.is_in(head.end - 1, "posts_abroad"):
        belonging |= marked.index.among("attached")
    for i in range(head.end, end):
        if marked.body.tags[i] in PREPOSITIONS:
            return first_country(marked, i + 1, end) if marked.body.lower[i] in belonging else None
    return None


def affiliated_role(marked: Marked, first: int, end: int) -> Role | None:
    """The role that a body, an outlet or a noun for an institution in the range gives to its people."""
    institutions = marked.index.institutions
    for i in range(first, end):
        label = marked.labels[i]
        if label and label.sense.sort in ("organisation", "outlet", "seat", "actor") and label.sense.role and not _is_town(label):
            return label.sense.role
        role = institutions.get(marked.body.lower[i])
        if role:
            return role
    return None


def _is_town(label: Label) -> bool:
    """True for the town where a government sits: what is in it or from it is not yet the government's."""
    return label.sense.sort == "seat" and label.sense.name is None


def spoken_for(marked: Marked, first: int, end: int, country: str | None, role: Role | None) -> str | None:
    """The country, but none for people of the media other than a state's."""
    if role != "JRN" or country is None or marked.is_any_in(first, end, "state_media"):
        return country
    outlets = (label for label in marked.labels_in(first, end) if label.sense.sort == "outlet")
    return next((code for label in outlets if (code := marked.code_of(label))), None)


def _role(marked: Marked, first: int, head: Label, end: int, country: str | None) -> Role | None:
    """Whose office it is: its own, else that of the body it belongs to, else of a state's people."""
    own = head.sense.role
    of_body = affiliated_role(marked, first, head.first) or affiliated_role(marked, head.end, end)
    if own is None or head.sense.generic:
        own = _attached_role(marked, first, head, end) or own
    elif of_body and marked.is_in(head.end - 1, "presiding"):
        own = of_body
    elif own == "CVL":
        own = plight(marked, first, head.first) or own
    elif own in _JOBS and len(head.sense.base) == 1 and head.first > first:
        own = _employed(affiliated_role(marked, head.first - 1, head.first)) or own
    if is_former_holder(marked, first, head.first, own):
        return "ELI"
    if own is None and country:
        own = "GOV"
    return fitting(own, country)


def _attached_role(marked: Marked, first: int, head: Label, end: int) -> Role | None:
    """The role of the body that an office belongs to, else of those it is concerned with."""
    around = ((first, head.first), (head.end, end))
    tellers = (
        affiliated_role,
        _principal_role if marked.is_in(head.end - 1, "speaking_for") else affiliated_role,
        public_concern if head.sense.role == "GOV" else concern,
        _town_role,
    )
    for tell in tellers:
        for part in around:
            if role := tell(marked, *part):
                return role
    return None


def _principal_role(marked: Marked, first: int, end: int) -> Role | None:
    """The role of the office that a spokesman or aide serves ("the prime minister's")."""
    labels = (label.sense for label in marked.labels_in(first, end) if label.sense.sort == "role" and not label.sense.generic)
    return next((sense.role for sense in labels), None)


def _town_role(marked: Marked, first: int, end: int) -> Role | None:
    return next((label.sense.role for label in marked.labels_in(first, end) if _is_town(label)), None)


_JOBS = ("EDU", "BUS", "LAB")  # done for anybody


def _employed(role: Role | None) -> Role | None:
    """The role of forces or services that somebody does a job for ("army cook", "CIA analyst")."""
    return role if role in ("MIL", "COP", "SPY") else None


def fitting(role: Role | None, country: str | None) -> Role | None:
    """Officials of an organisation of states are no government."""
    return "IGO" if country and country.startswith("IGO:") and role in (None, "GOV") else role


def _sex(marked: Marked, first: int, end: int) -> Literal["f", "m"] | None:
    for i in range(first, end):
        if marked.is_in(i, "female_words"):
            return "f"
        if marked.is_in(i, "male_words"):
            return "m"
    return None
