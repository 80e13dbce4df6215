"""One event a day: reports of the same kind of event between the same two on the same day count once, as the field does it."""

from collections.abc import Iterable, Iterator

from communique.export.codes import own_code
from communique.export.found import Found

Key = tuple[str, frozenset[str], frozenset[str], str]


def one_a_day(events: Iterable[Found]) -> Iterator[Found]:
    """The first event of each day, dyad and type. One whose day, type or side is not known is no copy of another: it stays."""
    seen: set[Key] = set()
    for found in events:
        key = key_of(found)
        if key is None or key not in seen:
            yield found
        if key:
            seen.add(key)


def key_of(found: Found) -> Key | None:
    """Day, actors, recipients and type; where PLOVER has no type CAMEO's root. What did not happen is another kind than what did."""
    event = found.event
    kind = event.event or (found.cameo or "")[:2]
    sides = [[own_code(one) for one in side] for side in (event.actor, event.recipient)]
    known = all(all(side) for side in sides) and event.actor and (event.recipient or found.is_mutual)
    if not (found.day and kind and known):
        return None
    actor, recipient = (frozenset(code for code in side if code) for side in sides)
    return found.day, actor, recipient, " ".join((kind, *event.auxiliary))
