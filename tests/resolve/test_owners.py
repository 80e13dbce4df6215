""" "Its minister" is the minister of the state that the sentence is about."""

import pytest

import communique as cq


@pytest.mark.parametrize(
    ("text", "country", "case"),
    [
        ("Portugal rejects Iceland's fishing plan, its minister Tomas Varela said.", "PRT", "full-name-owner"),
        ('Portugal has signed the treaty. "We are glad," its foreign minister, Ana Leite, said.', "PRT", "full-name-owner"),
        ("Portugal and Iceland have signed the treaty, its minister Tomas Varela said.", None, "full-name"),
    ],
)
def test_the_country_of_an_official_whom_its_owns(text: str, country: str | None, case: str) -> None:
    speaker = cq.code(cq.read_text(text)).statements[0].speaker
    assert speaker is not None
    assert (speaker.country, speaker.rule) == (country, f"en.resolve.{case}")
