"""Arithmetic on intervals of days keeps its laws."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.calendar import (
    LAST,
    Interval,
    Part,
    Unit,
    around,
    century,
    choose,
    decade,
    fiscal_year,
    half_of,
    joined,
    len_in_months,
    month,
    neighbour,
    nth_of,
    nth_weekday,
    on,
    part_of,
    season,
    shifted,
    weekday_near,
    year,
)

DAY = timedelta(days=1)
dates = st.dates(date(1500, 1, 1), date(2400, 12, 31))
units = st.sampled_from([unit for unit in get_args(Unit) if unit != "weekend"])
parts = st.sampled_from(get_args(Part))
weekdays = st.integers(0, 6)


@given(dates, units)
def test_a_period_holds_its_day_and_no_other_period_does(day: date, unit: Unit) -> None:
    period = around(day, unit)
    assert period.covers(day)
    assert around(period.earliest, unit) == period == around(period.latest, unit)


@given(dates, units)
def test_neighbours_touch(day: date, unit: Unit) -> None:
    assert neighbour(day, 1, unit).earliest == around(day, unit).latest + DAY
    assert neighbour(day, -1, unit).latest == around(day, unit).earliest - DAY
    assert neighbour(day, 0, unit) == around(day, unit)


@given(dates, units, st.integers(-4, 4))
def test_as_far_back_as_forth(day: date, unit: Unit, count: int) -> None:
    assert neighbour(neighbour(day, count, unit).earliest, -count, unit) == around(day, unit)


@given(dates, units, st.integers(-4, 4), st.integers(-4, 4))
def test_two_shifts_of_a_period_are_one(day: date, unit: Unit, first: int, second: int) -> None:
    start = around(day, unit).earliest
    assert shifted(shifted(start, first, unit), second, unit) == shifted(start, first + second, unit)


@given(dates, dates, units, st.integers(-20, 20))
def test_a_shift_keeps_the_order(one: date, other: date, unit: Unit, count: int) -> None:
    first, last = sorted((one, other))
    assert shifted(first, count, unit) <= shifted(last, count, unit)


@given(dates, units, parts)
def test_a_part_lies_in_the_whole(day: date, unit: Unit, part: Part) -> None:
    whole = around(day, unit)
    found = part_of(whole, part)
    assert whole.earliest <= found.earliest <= found.latest <= whole.latest


@given(dates, units)
def test_parts_stand_in_their_order(day: date, unit: Unit) -> None:
    begin, middle, end = (part_of(around(day, unit), part) for part in ("begin", "middle", "end"))
    assert begin.earliest <= middle.earliest <= end.earliest
    assert begin.latest <= middle.latest <= end.latest
    assert begin.earliest == around(day, unit).earliest
    assert end.latest == around(day, unit).latest


@given(dates, units.filter(lambda unit: unit != "day"))
def test_halves_make_the_whole(day: date, unit: Unit) -> None:
    whole = around(day, unit)
    first, second = half_of(whole, 1), half_of(whole, 2)
    assert joined(first, second) == whole
    assert second.earliest == first.latest + DAY


@given(dates)
def test_quarters_make_the_year(day: date) -> None:
    quarters = [nth_of(year(day.year), number, "quarter") for number in (1, 2, 3, 4)]
    assert quarters[0] == around(date(day.year, 2, 1), "quarter")
    assert nth_of(year(day.year), LAST, "quarter") == quarters[3]
    assert nth_of(year(day.year), 5, "quarter") is None


@given(dates, weekdays)
def test_weekdays_past_and_to_come(day: date, weekday: int) -> None:
    past, future = weekday_near(day, weekday, "past"), weekday_near(day, weekday, "future")
    assert past.weekday() == future.weekday() == weekday
    assert past <= day <= future
    assert (future - past).days in (0, 7)
    assert weekday_near(day, weekday, None) == past


@given(dates, st.sampled_from([1, 2, 3, 4, LAST]), weekdays)
def test_the_nth_weekday_of_a_month(day: date, number: int, weekday: int) -> None:
    found = nth_weekday(month(day.year, day.month), number, weekday)
    assert found is not None
    assert found.earliest.weekday() == weekday
    assert found.earliest.month == day.month
    assert number == LAST or (found.earliest.day - 1) // 7 + 1 == number


@given(st.lists(dates, min_size=1, max_size=6), dates)
def test_the_chosen_is_a_candidate_on_the_right_side(days: list[date], today: date) -> None:
    candidates = [on(day) for day in days]
    past, future, near = (choose(candidates, today, direction) for direction in ("past", "future", None))
    assert past is None or (past in candidates and past.earliest <= today)
    assert future is None or (future in candidates and future.latest >= today)
    assert near is not None
    assert all(near.distance(today) <= candidate.distance(today) for candidate in candidates)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_count_as_months(number: int, in_year: int) -> None:
    assert len_in_months(month(number, in_year)) == 1
    assert len_in_months(year(number)) == 12


@pytest.mark.parametrize(
    ("found", "first", "last"),
    [
        (month(2024, 2), "2024-02-01", "2024-02-29"),
        (season(2023, 12), "2023-12-01", "2024-02-29"),
        (fiscal_year(2024), "2023-10-01", "2024-09-30"),
        (decade(1990), "1990-01-01", "1999-12-31"),
        (century(18), "1701-01-01", "1800-12-31"),
        (part_of(year(2021), "begin"), "2021-01-01", "2021-01-31"),
        (part_of(month(2021, 4), "end"), "2021-04-21", "2021-04-30"),
        (part_of(month(2021, 2), "begin"), "2021-02-01", "2021-02-10"),
        (part_of(around(date(2024, 5, 15), "week"), "end"), "2024-05-17", "2024-05-19"),
        (half_of(month(2021, 6), 2), "2021-06-16", "2021-06-30"),
        (on(shifted(date(2024, 1, 31), 1, "month")), "2024-02-29", "2024-02-29"),
        (on(shifted(date(2024, 2, 29), 1, "year")), "2025-02-28", "2025-02-28"),
    ],
)
def test_known_intervals(found: Interval, first: str, last: str) -> None:
    assert found == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("unit", get_args(Unit))
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_survived(day: date, unit: Unit) -> None:
    for count in (-5000, -1, 0, 1, 5000):
        period = neighbour(day, count, unit)
        assert period.earliest <= period.latest
