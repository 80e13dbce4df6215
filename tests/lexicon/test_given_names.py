"""Given names, surnames and traditions in the lexicon."""

from collections import defaultdict

import pytest

from communique.lexicon import load
from communique.resolve.known_names import known_names, spelling

LEXICON = load()
KNOWN = known_names(LEXICON)


def test_no_spelling_is_a_woman_s_name_here_and_a_man_s_there() -> None:
    sexes: defaultdict[str, set[str]] = defaultdict(set)
    for entry in LEXICON.given_names:
        for form in entry.forms if entry.sex else ():
            sexes[spelling(form)].add(str(entry.sex))
    assert {form: found for form, found in sexes.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("name", "sex"), [("Natalia", "f"), ("Sergei", "m"), ("Андрей", "m"), ("فاطمة", "f"), ("Andrea", None), ("Jean", None)]
)
def test_sex_stands_only_where_it_is_sure(name: str, sex: str | None) -> None:
    names = KNOWN.given_names(name, "slavic")
    assert {entry.sex for entry in LEXICON.given_names if entry.name in names} == {sex}


def test_all_traditions_of_names_are_described() -> None:
    told = {tradition for entry in LEXICON.given_names for tradition in entry.traditions}
    assert told | {entry.tradition for entry in LEXICON.family_names} <= {tradition.name for tradition in LEXICON.name_traditions}


def test_a_country_has_one_tradition_and_exists() -> None:
    countries = [country for tradition in LEXICON.name_traditions for country in tradition.countries]
    assert len(set(countries)) == len(countries)
    assert set(countries) <= {country.code for country in LEXICON.countries}


def test_the_first_form_gives_an_entry_its_name() -> None:
    assert [entry.name for entry in LEXICON.given_names if spelling(entry.forms[0]) != entry.name] == []
