"""Phrases read alone: whose they are, in our codes and in PLOVER's."""

from pathlib import Path
from typing import get_args

import pytest

from communique.coder import read_phrase
from communique.model import Role
from communique.resolve import in_plover

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("phrases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

PLOVER = """
the United Nations|UNO|-
the European Union|EUR|-
the president of the European Commission|EUR|GOV
the World Health Organization|UNO|MED
the International Criminal Court|IGO|JUD
ECOWAS|IGO|-
a spokesman for the African Union|IGO|-
Uruguay|URY|-
Oslo|NOR|GOV
Marseille|FRA|CVL
Abkhazia|GEO|PRE
She|-|UNK
the newcomers|-|UNK
Latvian state television|LVA|GOV
the Togolese Human Rights League|TGO|SOC
Oxfam|-|NGO
a Cuban warship|CUB|MIL
"""

TITLES = [
    ("a former Danish foreign minister", "former foreign minister"),
    ("the acting governor of Assam", "acting governor"),
    ("ex-president Olufemi Adebanwo", "ex-president"),
    ("Croatian Deputy Prime Minister Zvonko Hrastić", "Deputy Prime Minister"),
]


@pytest.mark.parametrize(("phrase", "country", "role"), ROWS, ids=[row[0] for row in ROWS])
def test_country_and_role(phrase: str, country: str, role: str) -> None:
    speaker = read_phrase(phrase).speaker
    assert ((speaker and speaker.country) or "-", (speaker and speaker.role) or "-") == (country, role)


def test_phrases_of_all_sectors_are_tested() -> None:
    tested = {role for _, _, role in ROWS}
    assert tested >= set(get_args(Role)) - {"SOC", "UNK"}  # what PLOVER alone writes
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", PLOVER.split("\n")[1:-1])
def test_plover(row: str) -> None:
    phrase, country, role = row.split("|")
    assert tuple(code or "-" for code in in_plover(read_phrase(phrase))) == (country, role)


@pytest.mark.parametrize(("phrase", "title"), TITLES)
def test_titles_keep_how_the_office_is_held(phrase: str, title: str) -> None:
    speaker = read_phrase(phrase).speaker
    assert speaker is not None
    assert speaker.title == title


@pytest.mark.parametrize("phrase", ["Jonas Petrauskas", "yesterday", "he", "", "  ", "…"])
def test_what_the_words_do_not_tell_is_unknown(phrase: str) -> None:
    speaker = read_phrase(phrase).speaker
    assert speaker is None or (speaker.country, speaker.role) == (None, None)


def test_a_listed_body_behind_another_states_word_is_another_body() -> None:
    speaker = read_phrase("the Kenyan Federation Council").speaker
    assert speaker is not None
    assert speaker.country == "KEN"


def test_evidence_lies_in_the_phrase() -> None:
    phrase = "a group of Norwegian hikers"
    speaker = read_phrase(phrase).speaker
    assert speaker is not None
    assert [span.of(phrase) for span in speaker.evidence] == ["Norwegian hikers"]
