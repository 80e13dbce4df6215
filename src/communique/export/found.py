"""An event with the coding it stands in, and what every format asks of it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import permutations, product
from typing import NamedTuple

from communique.lexicon.ontology import cameo_codes, event_types, root_for
from communique.model import Article, Coding, Event, Participant

Side = Participant | None
EXACT = 53  # bits of an integer that every loader keeps, R's and JavaScript's doubles too
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Found(NamedTuple):
    """One event and the coding it was found in."""

    coding: Coding
    event: Event

    @property
    def article(self) -> Article:
        """The article that reports it."""
        return self.coding.article

    @property
    def published(self) -> str | None:
        """The day of publication as ISO date, that of the dateline where the input gave none."""
        dateline = self.article.dateline
        day = _DAY.match(self.article.published or "")
        return day[0] if day else dateline.date if dateline else None

    @property
    def day(self) -> str | None:
        """The first day on which it may have happened; where the text does not tell, the day of publication, as the field does it."""
        date = self.event.date
        return (date and (date.earliest or date.latest)) or self.published

    @property
    def has_happened(self) -> bool:
        """True where the text reports it as a fact and as news: nothing denied, expected, imagined or long past."""
        return not self.event.auxiliary

    @property
    def is_plover(self) -> bool:
        """True where it has a type of PLOVER's, and the recipient that some types demand."""
        kind = event_types().get(self.event.event or "")
        met = kind is not None and (kind.recipient == "optional" or bool(self.event.recipient) or self.is_mutual)
        return kind is not None and met

    @property
    def is_mutual(self) -> bool:
        """True where several actors did it with each other."""
        kind, code = event_types().get(self.event.event or ""), cameo_codes().get(self.event.cameo or "")
        together = (kind is not None and kind.mutual) or (code is not None and code.mutual)
        return together and len(self.event.actor) > 1 and not self.event.recipient

    @property
    def quad(self) -> int | None:
        """The quad class of its type, or of its CAMEO code where PLOVER has no type for it."""
        if kind := event_types().get(self.event.event or ""):
            return kind.quad
        code = cameo_codes().get(self.cameo or "")
        return code.quad if code else None

    @property
    def intensity(self) -> float | None:
        """PLOVER's score: that of the first mode which has one, else the type's."""
        kind = event_types().get(self.event.event or "")
        if kind is None:
            return None
        scores = {mode.code: mode.score for mode in kind.modes}
        return next((score for mode in self.event.mode if (score := scores.get(mode)) is not None), kind.score)

    @property
    def cameo(self) -> str | None:
        """CAMEO's code with three digits or four: a root is written as its unspecified code (12 as 120). None where it cannot be told."""
        mode = next(iter(self.event.mode), None)
        code = self.event.cameo or (root_for(self.event.event, mode) if self.event.event else None)
        return f"{code}0" if code and len(code) == 2 else code

    @property
    def goldstein(self) -> float | None:
        """The value of its CAMEO code on Goldstein's scale."""
        code = cameo_codes().get(self.cameo or "")
        return code.goldstein if code else None

    @property
    def pairs(self) -> tuple[tuple[Side, Side], ...]:
        """Who did it to whom, two by two; None where a side is not known. Mutual events give each pair in both directions."""
        actors: tuple[Side, ...] = self.event.actor or (None,)
        if self.is_mutual:
            return tuple(permutations(actors, 2))
        return tuple(product(actors, self.event.recipient or (None,)))

    def words(self, side: Side) -> str | None:
        """The mention of a side as written."""
        return side.span.of(self.article.text) if side else None


def events_of(codings: Iterable[Coding]) -> Iterator[Found]:
    """The events of codings, in order."""
    return (Found(coding, event) for coding in codings for event in coding.events)


def number_of(*parts: str | int) -> int:
    """A whole number for formats that want one as an id: the same for the same parts on every machine, exact in every loader."""
    digest = hashlib.sha256("\n".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - EXACT)


def stamp(written: str | None) -> str | None:
    """YYYYMMDDHHMMSS in UTC of an ISO date or time; midnight where only a day is given, None where it is neither."""
    try:
        time = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return (time.astimezone(UTC) if time.tzinfo else time).strftime("%Y%m%d%H%M%S")
