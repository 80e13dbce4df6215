"""What a holder has said on an issue over time: said again, put more or less firmly, taken back, or changed.

The fields of positions decide. Reports of one occasion are one link: articles of one story, one quotation within a week, or a day on which
no two speakers are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from itertools import groupby
from typing import Literal

import msgspec

from communique.ask.days import Day, day
from communique.ask.differences import differences, is_new
from communique.ask.firmness import Firmness, firmness_of
from communique.ask.issues import Issues, issues
from communique.ask.parties import Party, party
from communique.ask.said import Said
from communique.ask.withdrawals import withdrawals
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.lexicon import load
from communique.lexicon.pointing import nouns_within
from communique.record import stable_id

Move = Literal["first", "again", "softened", "hardened", "shift", "withdrawn"]
SHIFTS = ("shift", "softened", "hardened", "withdrawn")
WEEK = 7  # days in which the same quotation is the same occasion
QUOTED = 6  # words that make a quotation tell
SILENCE = 180  # days


class Link(msgspec.Struct, frozen=True):
    """One occasion on which a holder took a stance on an issue.

    chain       the same for all of one holder on one issue
    n           how many times in a row the stance was taken, this time included; None where the day or the stance is not clear
    move        what it is against the one before; None where that is not clear
    stance      None where it was taken back, or reports of the occasion differ
    firmness    rank and degree of the words that show it; None where they do not tell
    gap         days since the one before; `silence` where these are many
    words       as first reported; `added` and `dropped` against the one before
    new_grounds reasons not given before
    reports, outlets, origins   articles that tell it, their outlets, and stories that do not repeat each other
    """

    chain: str
    holder: str
    issue: str
    day: date | None
    n: int | None
    move: Move | None
    stance: str | None
    firmness: Firmness | None
    gap: int | None
    silence: bool
    speaker: str | None
    act: str | None
    words: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    grounds: tuple[str, ...]
    new_grounds: tuple[str, ...]
    reports: int
    outlets: int
    origins: int
    positions: tuple[str, ...]
    statements: tuple[str, ...]
    articles: tuple[str, ...]


def chains(ledger: Ledger, *, holder: str | None = None, issue: str | None = None, silence: int = SILENCE) -> Iterator[Link]:
    """The links of every chain, in the order of their days. `holder` and `issue` are as in `positions`. Raises UsageError."""
    return _chains(ledger, party(holder), issues(issue), silence)


def _chains(ledger: Ledger, who: Party, what: Issues, silence: int) -> Iterator[Link]:
    query = files("communique.ask").joinpath("chains.sql").read_text("utf-8")
    rows = ledger.sql(query, {"code": who.code, "name": who.name, "issues": what.names, "words": what.words}).fetchall()
    said = [Said(*row) for row in rows]
    taken_back = withdrawals(ledger, who.code or who.name, {(one.holder, one.issue): one for one in said})
    for (holder, issue, _), group in groupby(sorted([*said, *taken_back], key=_order), key=_of):
        yield from linked(holder, issue, occasions(group), silence)


def chain(ledger: Ledger, id: str, *, silence: int = SILENCE) -> list[Link]:
    """The chains that a position, a statement or a link belongs to. Raises UsageError where there is none."""
    bare = id.partition("@")[0]
    links = [link for who, what in sides(ledger, bare) for link in _chains(ledger, Party(who), Issues([what]), silence)]
    links = links or [link for link in chains(ledger, silence=silence) if bare == link.chain or bare in link.statements]
    if not links:
        raise UsageError(f"{id}: no position, statement with a position, or chain of that id; communique shifts shows chains")
    return links


def sides(ledger: Ledger, id: str) -> list[tuple[str, str]]:
    """Holder and issue of each position that an id is of, or that rests on the statement of that id."""
    query = """SELECT DISTINCT unnest(holder) AS one, issue FROM positions WHERE id = $id OR statement_id = $id ORDER BY ALL"""
    return ledger.sql(query, {"id": id}).fetchall()


def shifts(ledger: Ledger, *, holder: str | None = None, issue: str | None = None, since: Day = None) -> Iterator[Link]:
    """The links at which a stance changed, was softened, hardened or taken back. Raises UsageError."""
    first = day(since, "since")
    found = (link for link in chains(ledger, holder=holder, issue=issue) if link.move in SHIFTS)
    return (link for link in found if not (first and link.day and link.day < first))


def occasions(said: Iterable[Said]) -> list[list[Said]]:
    """Reports of the same occasion together, in the order of the first of each."""
    found: list[list[Said]] = []
    for one in said:
        home = next((occasion for occasion in reversed(found) if any(_is_same_occasion(one, other) for other in occasion)), None)
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return found


def _is_same_occasion(one: Said, other: Said) -> bool:
    if one.story == other.story:
        return True
    if one.day is None or other.day is None or one.stance != other.stance:
        return False
    if one.passage == other.passage and len(one.words.split()) >= QUOTED and abs((one.day - other.day).days) <= WEEK:
        return True
    return one.day == other.day and (one.speaker is None or other.speaker is None or one.speaker == other.speaker)


def linked(holder: str, issue: str, found: Sequence[list[Said]], silence: int) -> Iterator[Link]:
    """The occasions as links, each compared with the one before."""
    stances, grounds = defaultdict(set), list[str]()
    for occasion in found:
        stances[occasion[0].day].add(stance_of(occasion))
    before = None
    for occasion in found:
        is_clear = occasion[0].day is not None and len(stances[occasion[0].day]) == 1
        link = _link(holder, issue, occasion, before, grounds, silence, is_clear)
        grounds += link.grounds
        before = link if link.move else before
        yield link


def stance_of(occasion: Sequence[Said]) -> str | None:
    """The stance its reports agree on."""
    found = {one.stance for one in occasion if not one.is_withdrawal}
    return found.pop() if len(found) == 1 else None


def _link(holder: str, issue: str, occasion: list[Said], before: Link | None, grounds: list[str], silence: int, is_clear: bool) -> Link:
    first, stance = occasion[0], stance_of(occasion)
    firmness = next((firm for one in occasion if (firm := firmness_of(one.lead, one.evidence))), None) if stance else None
    move = _move(occasion, stance, firmness, before) if is_clear else None
    gap = (first.day - before.day).days if before and before.day and first.day else None
    own = tuple(dict.fromkeys(ground for one in occasion for ground in one.grounds))
    added, dropped = differences(before.words, first.words) if before and move else ((), ())
    return Link(
        chain=stable_id(holder, "chain", issue, *filter(None, _of(first)[2:])),
        holder=holder, issue=issue, day=first.day, n=_number(move, before), move=move,
        stance=stance, firmness=firmness, gap=gap, silence=gap is not None and gap >= silence,
        speaker=next((", ".join(filter(None, one.speaker_names)) or None for one in occasion if one.speaker_names), None), act=first.act,
        words=first.words, added=added, dropped=dropped, grounds=own,
        new_grounds=tuple(ground for ground in own if before and is_new(ground, grounds)),
        reports=len({one.article_id for one in occasion}), outlets=len({one.outlet for one in occasion if one.outlet}),
        origins=len({one.story for one in occasion}), positions=tuple(dict.fromkeys(one.id for one in occasion if one.evidence)),
        statements=tuple(dict.fromkeys(one.statement_id for one in occasion if one.statement_id)),
        articles=tuple(dict.fromkeys(one.article_id for one in occasion)),
    )  # fmt: skip


def _move(occasion: Sequence[Said], stance: str | None, firmness: Firmness | None, before: Link | None) -> Move | None:
    """What an occasion is against the link before."""
    if stance is None:
        is_withdrawal = all(one.is_withdrawal for one in occasion)
        return "withdrawn" if is_withdrawal and before and before.stance else None
    if before is None:
        return "first"
    if before.stance != stance:
        return "shift"
    return (before.firmness.towards(firmness) if before.firmness and firmness else None) or "again"


def _number(move: Move | None, before: Link | None) -> int | None:
    if move is None or move == "withdrawn":
        return None
    return 1 if move in ("first", "shift") or before is None or before.n is None else before.n + 1


def _of(one: Said) -> tuple[str, str, str]:
    """What belongs to one chain: a holder's stances on an issue; on "the move", which only one story knows, those in that story."""
    return one.holder, one.issue, one.story if one.issue.casefold() in nouns_within(load()) else ""


def _order(one: Said) -> tuple[tuple[str, str, str], date]:
    return _of(one), one.day or date.max
