"""Capitals are lowered for the parser, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon import load
from communique.parse.capitals import behind_headings, is_capitals, mixed_case


def test_names_abbreviations_and_openings_keep_their_capitals() -> None:
    text = "THE CHILEAN ENVOY SAID ON MONDAY THAT THE U.S. MINISTER WOULD TELL THE UNITED NATIONS. I AGREE, HE ADDED."
    assert mixed_case(text, load()) == (
        "The Chilean envoy said on Monday that the U.S. minister would tell the United Nations. I agree, he added."
    )


def test_mixed_case_is_not_taken_for_capitals() -> None:
    assert is_capitals("THE ENVOY SAID THE TALKS WOULD GO ON.")
    assert not is_capitals("The envoy of NATO and the EU spoke to TASS.")
    assert not is_capitals("NATO and UN")


@given(st.text(max_size=80))
def test_no_letter_moves(text: str) -> None:
    changed = mixed_case(text, load())
    assert len(changed) == len(text)
    assert changed.lower() == text.lower()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("FIVE WAYS TO COOK EEL Senator Holub asked for an inquiry", [5]),
        ("The US and EU leaders met", []),
        ("FIVE WAYS TO COOK EEL", []),
        ("FIVE WAYS TO COOK an Eel", []),
    ],
)
def test_a_heading_in_capitals_ends_before_running_text(text: str, places: list[int]) -> None:
    assert list(behind_headings(text.split())) == places
