"""Tables of roll calls, as they are written in the world."""

import pytest

from communique.errors import ReadError
from communique.ingest.roll_calls import read_roll_calls
from communique.lexicon import load
from communique.lexicon.roll_calls import roll_calls

EMBARGO = "On ending the embargo kept up by the United States against Cuba"
NUMBERS = """rcid,ccode,session,vote,Country,Countryname,date,unres,descr
9001,385,76,1,NOR,Norway,2021-12-09,R/76/901,Lagoon nets
9001,990,76,3,WSM,Samoa,2021-12-09,R/76/901,Lagoon nets
9001,950,76,2,,Fiji,2021-12-09,R/76/901,Lagoon nets
9001,955,76,8,TON,Tonga,2021-12-09,R/76/901,Lagoon nets
9001,987,76,9,FSM,Micronesia,2021-12-09,R/76/901,Lagoon nets
9001,9999,76,1,XQQ,Ruritania,2021-12-09,R/76/901,Lagoon nets
"""
LETTERS = f"""undl_id,ms_code,ms_name,ms_vote,date,resolution,title
77,CUB,CUBA,Y,2021-06-23,A/RES/75/289,"{EMBARGO}"
77,USA,UNITED STATES,N,2021-06-23,A/RES/75/289,"{EMBARGO}"
77,BRA,BRAZIL,A,2021-06-23,A/RES/75/289,"{EMBARGO}"
77,,ATLANTIS,Y,,A/RES/75/289,"{EMBARGO}"
"""


def written(tmp_path, text):
    path = tmp_path / "votes.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_numbers_with_codes_names_or_numbers_of_states(tmp_path):
    read = read_roll_calls(written(tmp_path, NUMBERS))
    assert [(one.country, one.vote) for one in read.votes] == [("NOR", "yes"), ("WSM", "no"), ("FJI", "abstain"), ("TON", "absent")]
    assert (read.skipped, read.strangers) == (2, ("XQQ",))
    assert {(one.body, one.roll_call, one.resolution, one.day, one.issue, one.stance) for one in read.votes} == {
        ("UNGA", "9001", "R/76/901", "2021-12-09", None, None)
    }


def test_letters_and_a_title_that_tells_the_issue(tmp_path):
    read = read_roll_calls(written(tmp_path, LETTERS))
    assert [(one.country, one.vote, one.issue, one.stance) for one in read.votes] == [
        ("CUB", "yes", "US embargo on Cuba", "oppose"), ("USA", "no", "US embargo on Cuba", "support"),
        ("BRA", "abstain", "US embargo on Cuba", None),
    ]  # fmt: skip


def test_the_issue_given_holds_for_all(tmp_path):
    read = read_roll_calls(written(tmp_path, NUMBERS), "net ban", "support")
    assert [(one.issue, one.stance) for one in read.votes] == [
        ("net ban", "support"), ("net ban", "oppose"), ("net ban", None), ("net ban", None),
    ]  # fmt: skip


def test_a_table_without_a_column_says_what_it_may_be_called(tmp_path):
    with pytest.raises(ReadError, match=r"no column for roll_call.*rcid, undl_id"):
        read_roll_calls(written(tmp_path, "country,vote,date\nNorway,1,2021-12-09\n"))
    with pytest.raises(ReadError, match=r"absent\.csv"):
        read_roll_calls(tmp_path / "absent.csv")


def test_resolutions_and_states_of_the_table_are_ours():
    lexicon = load()
    assert {one.issue for one in roll_calls().resolutions} <= {one.issue for one in lexicon.issues}
    assert set(roll_calls().states) <= {one.code for one in lexicon.countries}
    assert all(words == words.casefold() for one in roll_calls().resolutions for words in one.title)
