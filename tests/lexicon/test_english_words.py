"""Offices, quotation marks and closed classes of English."""

import re
from collections import Counter
from typing import get_args

import pytest

from communique.lexicon import load
from communique.lexicon.agreement import words_of
from communique.model import Role

LEXICON = load("en")
ROLES = {role.phrase: role for role in LEXICON.roles}


OFFICES = """
president GOV, foreign minister GOV, ambassador GOV, diplomat GOV, attorney general GOV, general MIL, colonel MIL, senator LEG,
lawmaker LEG, judge JUD, prosecutor JUD, border guard COP, spy SPY, opposition leader OPP, rebel REB, party leader PTY, analyst EDU,
professor EDU, pope REL, union leader LAB, protester CVL, refugee REF, journalist JRN, CEO BUS, doctor MED, farmer AGR, spokesman -,
leader -, observer -, source -
"""


@pytest.mark.parametrize(("phrase", "role"), [office.strip().rsplit(" ", 1) for office in OFFICES.split(",")])
def test_well_known_offices(phrase: str, role: str) -> None:
    assert (ROLES[phrase].role or "-") == role


def test_no_office_stands_twice_in_other_letters() -> None:
    assert [phrase for phrase, n in Counter(phrase.casefold() for phrase in ROLES).items() if n > 1] == []


def test_an_office_without_role_is_generic() -> None:
    assert [role.phrase for role in LEXICON.roles if role.role is None and not role.generic] == []


@pytest.mark.parametrize(("ending", "sex"), [("woman", "f"), ("man", "m")])
def test_the_word_tells_the_sex(ending: str, sex: str) -> None:
    told = {role.phrase: role.sex for role in LEXICON.roles if re.search(rf"(?<!wo){ending}$", role.phrase) and role.phrase != "ombudsman"}
    assert len(told) > 10
    assert {phrase for phrase, told_sex in told.items() if told_sex != sex} == set()


def test_no_office_is_a_name() -> None:
    names = {name for body in LEXICON.organisations for name in (body.name, *body.aliases)}
    names |= {name for outlet in LEXICON.outlets for name in (outlet.name, *outlet.aliases)}
    names |= {word for country in LEXICON.countries for word in words_of(country)}
    assert names & set(ROLES) == set()


def test_each_style_of_quotation_marks_is_there() -> None:
    pairs = {marks.open + " " + marks.close for marks in LEXICON.marks}
    assert pairs >= {"“ ”", '" "', "‘ ’", "' '", "`` ''", "« »", "„ “", "‹ ›"}


def test_classes_of_words_are_in_small_letters() -> None:
    for name, words in LEXICON.words.items():
        if name != "no_country" and not name.startswith(("places_", "peoples_", "without_")):
            assert [word for word in words if word != word.lower()] == [], name


def test_places_lie_in_countries_of_the_list() -> None:
    codes = {name.removeprefix("places_") for name in LEXICON.words if name.startswith("places_")}
    assert codes <= {country.code for country in LEXICON.countries}


def test_pronouns_are_told_apart() -> None:
    words = LEXICON.words
    singular, plural = words["first_person_singular"], words["first_person_plural"]
    assert (words["first_person"], singular & plural) == (singular | plural, frozenset())
    third = [words[f"pronouns_{word}"] for word in ("he", "she", "it", "they")]
    assert sum(map(len, third)) == len(frozenset().union(*third))
    assert words["pronouns"] == frozenset().union(words["first_person"], *third)


def test_days_and_months() -> None:
    assert (len(LEXICON.words["weekdays"]), len(LEXICON.words["months"])) == (7, 12)
    assert "may" not in LEXICON.words["calendar"]


def test_a_noun_for_an_institution_has_one_role() -> None:
    lists = {name: words for name, words in LEXICON.words.items() if name.startswith("institution_")}
    assert {name.removeprefix("institution_") for name in lists} <= set(get_args(Role))
    assert [word for word, n in Counter(word for words in lists.values() for word in words).items() if n > 1] == []


def test_every_phrase_that_is_no_country_would_be_taken_for_one() -> None:
    words = {word.casefold() for country in LEXICON.countries for word in words_of(country)}
    words |= {word + "s" for word in words}
    for phrase in LEXICON.words["no_country"]:
        parts = re.split("[ -]", phrase.casefold())
        inside = {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)}
        assert inside & words, f"{phrase!r} holds no country's word: it need not be in no_country"
        assert phrase.casefold() not in words, f"{phrase!r} names a country"
