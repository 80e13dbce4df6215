"""One event a day, tables of dyads, and what every format asks of an event."""

from collections.abc import Iterable

import msgspec
import pytest
from event_samples import Writer, article, copy, found, lagoon
from hypothesis import given

from communique.export import PERIODS, Found, dyad_table, events_of, one_a_day
from communique.export.found import number_of, stamp
from communique.model import Coding, Event, Participant, Span
from record.arbitrary import codings

TEXT = "Fiji and Tonga met on Monday"
FIJI = Participant(Span(0, 4), None, "FJI", "GOV")
TONGA = Participant(Span(9, 14), None, "TON", "GOV")
SAMOA = Participant(Span(9, 14), None, "WSM", None)


def of(kind: str | None = "CONSULT", *actor: Participant, published: str | None = "2031-05-06", **changed: object) -> Found:
    """An event of ours with some fields changed."""
    write = Writer(article(TEXT, published=published, url="a"))
    write.event("met", kind, *actor)
    coding = write.coding()
    return Found(coding, msgspec.structs.replace(coding.events[0], **changed))


def triggers(events: Iterable[Found]) -> list[str]:
    return [event.event.trigger.of(event.article.text) for event in events]


def test_the_second_report_of_a_day_goes() -> None:
    assert triggers(one_a_day(events_of([lagoon(), copy()]))).count("turned down") == 0
    assert "rejected" in triggers(one_a_day(events_of([lagoon(), copy()])))
    assert "turned down" in triggers(one_a_day(events_of([copy(), lagoon()])))


@pytest.mark.parametrize(
    "other",
    [
        of("AGREE", FIJI, TONGA),
        of("CONSULT", FIJI, SAMOA),
        of("CONSULT", FIJI, TONGA, published="2031-05-07"),
        of("CONSULT", FIJI, TONGA, auxiliary=("negation",)),
        of("CONSULT", FIJI, recipient=(TONGA,)),
    ],
)
def test_another_day_dyad_type_or_reality_stays(other: Found) -> None:
    assert list(one_a_day([of("CONSULT", FIJI, TONGA), other])) == [of("CONSULT", FIJI, TONGA), other]


@pytest.mark.parametrize("event", [of("CONSULT", FIJI, TONGA, published=None), of("PROTEST", FIJI), of("REJECT"), of(None, FIJI, TONGA)])
def test_what_is_not_known_is_no_copy(event: Found) -> None:
    assert len(list(one_a_day([event, event]))) == 2


def test_order_of_actors_does_not_make_another_event() -> None:
    assert len(list(one_a_day([of("CONSULT", FIJI, TONGA), of("CONSULT", TONGA, FIJI)]))) == 1


@pytest.mark.parametrize(("period", "written"), [("day", "2031-05-06"), ("month", "2031-05"), ("year", "2031")])
def test_dyads_are_counted_by_period(period: str, written: str) -> None:
    events = [of("CONSULT", FIJI, TONGA), of("CONSULT", FIJI, TONGA)]
    assert dyad_table(events, period) == [("FJI", "TON", written, "CONSULT", 1, 2), ("TON", "FJI", written, "CONSULT", 1, 2)]


def test_dyads_count_statements_by_their_root_and_nothing_unreal() -> None:
    said = of(None, FIJI, recipient=(TONGA,), cameo="0231")
    assert dyad_table([said, of("REJECT", FIJI, recipient=(TONGA,), auxiliary=("future",))], "year") == [("FJI", "TON", "2031", "02", 1, 1)]


def test_two_of_one_country_are_one_side_of_an_event() -> None:
    navy = Participant(Span(0, 4), None, "FJI", "MIL")
    assert dyad_table([of("ASSAULT", FIJI, navy, recipient=(TONGA,))], "year") == [("FJI", "TON", "2031", "ASSAULT", 4, 1)]


@given(codings())
def test_counts_add_up_however_long_the_period(coding: Coding) -> None:
    totals = {sum(int(row[-1] or 0) for row in dyad_table(events_of([coding]), period)) for period in PERIODS}
    assert len(totals) == 1


@pytest.mark.parametrize(
    ("changed", "cameo"),
    [
        ({"cameo": "12"}, "120"),
        ({"cameo": "0231"}, "0231"),
        ({"mode": ("investigate",), "event": "ACCUSE"}, "090"),
        ({"event": "ASSAULT"}, None),
    ],
)
def test_codes_of_cameo(changed: dict[str, object], cameo: str | None) -> None:
    assert of("CONSULT", FIJI, **changed).cameo == cameo  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "mode", "intensity"),
    [
        ("CONSULT", ("phone",), 1.5),
        ("CONSULT", (), 2.5),
        ("PROTEST", ("vandalize",), -5),
        ("PROTEST", ("vandalize", "riot"), -7),
        (None, (), None),
    ],
)
def test_intensity_is_the_modes_else_the_types(event: str | None, mode: tuple[str, ...], intensity: float | None) -> None:
    assert of(event, FIJI, mode=mode).intensity == intensity


@pytest.mark.parametrize(
    ("event", "is_plover"), [("AID", False), ("SANCTION", False), ("COOPERATE", True), ("PROTEST", True), ("FIGHT", False)]
)
def test_some_types_are_none_without_a_recipient(event: str, is_plover: bool) -> None:
    assert of(event, FIJI, TONGA).is_plover is is_plover


def test_only_what_is_done_together_is_mutual() -> None:
    assert of("CONSULT", FIJI, TONGA).pairs == ((FIJI, TONGA), (TONGA, FIJI))
    assert of("PROTEST", FIJI, TONGA).pairs == ((FIJI, None), (TONGA, None))
    assert of("CONSULT", FIJI, TONGA, recipient=(SAMOA,)).pairs == ((FIJI, SAMOA), (TONGA, SAMOA))
    assert of("SUPPORT", FIJI, TONGA, cameo="057").pairs == ((FIJI, TONGA), (TONGA, FIJI))  # they signed an accord
    assert of("SUPPORT", FIJI, TONGA, cameo="051").pairs == ((FIJI, None), (TONGA, None))  # they praised somebody
    assert of("REJECT").pairs == ((None, None),)


def test_the_day_is_the_events_else_the_papers() -> None:
    days = {event.event.trigger.of(event.article.text): event.day for event in found()}
    assert (days["marched"], days["had met"], days["rejected"], days["appealed"]) == ("2031-05-04", "2031-04-01", "2031-05-06", None)


def test_a_published_that_is_no_date_is_no_day() -> None:
    assert of("CONSULT", FIJI, published="last Monday").day is None


@pytest.mark.parametrize(
    ("written", "stamped"),
    [
        ("2031-05-06", "20310506000000"),
        ("2031-05-06T09:30:00+12:00", "20310505213000"),
        ("2031-05-06T09:30:00Z", "20310506093000"),
        ("Monday", None),
        (None, None),
    ],
)
def test_stamps_are_in_utc(written: str | None, stamped: str | None) -> None:
    assert stamp(written) == stamped


def test_numbers_are_fixed_for_ever() -> None:
    assert number_of("xzstfk7tpkptx7tx", 0) == 7492494630412394
    assert number_of("xzstfk7tpkptx7tx", 1) != number_of("xzstfk7tpkptx7tx", 0)


def test_events_come_in_order() -> None:
    coding = lagoon()
    assert [event.event for event in events_of([coding])] == list[Event](coding.events)
