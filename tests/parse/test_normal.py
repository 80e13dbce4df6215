"""The parser's text is uniform and every character of it can be traced back."""

from hypothesis import given
from hypothesis import strategies as st

from communique.parse.normal import for_parser


def test_marks_and_white_space_become_uniform() -> None:
    clean, offsets = for_parser("“Peace”,  he\u00a0said in ``haste''\nnow")
    assert clean == '"Peace", he said in "haste" now'
    assert offsets is not None
    assert len(offsets) == len(clean)


def test_text_that_needs_no_change_has_no_offsets() -> None:
    assert for_parser("Peace at last.") == ("Peace at last.", None)


def test_one_for_one_changes_keep_offsets_in_step() -> None:
    assert for_parser("“Peace” – at last") == ('"Peace" – at last', None)


@given(st.text(alphabet=st.sampled_from("ab “”‘’`'\"\n\t\u00a0\u200b."), max_size=60))
def test_every_character_is_traced_to_its_origin(text: str) -> None:
    clean, offsets = for_parser(text)
    origins = list(range(len(text))) if offsets is None else list(offsets)
    assert len(origins) == len(clean)
    assert origins == sorted(set(origins))
    assert all(clean[i] == text[o] for i, o in enumerate(origins) if text[o].isalpha())
    assert [c for c in clean if c.isalpha()] == [c for c in text if c.isalpha()]
    assert "  " not in clean


def test_characters_nobody_sees_do_not_split_words() -> None:
    assert for_parser("the Post's\u200d word")[0] == "the Post's word"
    assert for_parser("peace \u200b now")[0] == "peace now"


def test_rare_dashes_become_the_one_the_model_knows() -> None:
    assert for_parser("We have waited. ― Dana Holub")[0] == "We have waited. — Dana Holub"


def test_symbols_of_shares_are_not_shown() -> None:
    assert for_parser("Acme Oy\n<ACME.HE> said <but> no")[0] == "Acme Oy said <but> no"
    clean, offsets = for_parser("Acme Corp <ACM>, its owner")
    assert clean == "Acme Corp, its owner"
    assert offsets is not None
    assert offsets[clean.index(",")] == len("Acme Corp <ACM>")
