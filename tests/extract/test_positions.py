"""Where holders stand: marked sentences, polarity traps, passages."""

from pathlib import Path

import pytest

import communique as cq
from communique.model import Position
from communique.settings import Settings
from extract.position_cases import read_position_cases

CASES, TRAPS, PASSAGES = 0.95, 0.95, 0.90  # shares that must be met; raise them with what you gain


@pytest.mark.parametrize(
    ("pattern", "least", "share"), [("[avw]*.txt", 100, CASES), ("traps_*.txt", 100, TRAPS), ("passages.txt", 80, PASSAGES)]
)
def test_share_of_cases_met(pattern: str, least: int, share: float) -> None:
    cases = read_position_cases(pattern)
    assert len(cases) >= least
    failed = [case for case in cases if not case.is_met()]
    shown = "\n".join(f"{case.where} {case.text}\n    {cq.code(cq.read_text(case.text)).positions}" for case in failed)
    assert 1 - len(failed) / len(cases) >= share, f"{len(failed)} of {len(cases)}:\n{shown}"


def test_no_text_is_written_twice() -> None:
    texts = [case.text for case in read_position_cases("*.txt")]
    assert len(set(texts)) == len(texts)


def positions_in(text: str, folder: Path | None = None) -> tuple[Position, ...]:
    """The positions coded in a text, with the words of a user's folder."""
    return cq.code(cq.read_text(text), Settings(lexicon=folder)).positions


def test_one_position_for_each_holder_and_issue_with_all_grounds() -> None:
    text = (
        "Cuba denounced the blockade of Cuba because it violates the Charter. The island's foreign ministry met envoys on Friday. "
        "Cuba condemned the blockade of Cuba on the grounds that it starves hospitals."
    )
    (position,) = positions_in(text)
    assert (position.holder, position.issue, position.stance) == (("CUB",), "US embargo on Cuba", "oppose")
    assert [span.of(text) for span in position.grounds] == ["it violates the Charter", "it starves hospitals"]


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Norway opposes the ban, as it violates the treaty of 1994.", ["it violates the treaty of 1994"]),
        ("Chile rejected the tariff, which is illegal.", ["illegal"]),
        ("Peru condemned the raid as an act of war.", ["an act of war"]),
        ("Kenya opposes the dam, citing the needs of its herders.", ["the needs of its herders"]),
        ("Japan rejects the patrols, which were announced in May.", []),
    ],
)
def test_grounds_are_the_reasons_given(text: str, grounds: list[str]) -> None:
    (position,) = positions_in(text)
    assert [span.of(text) for span in position.grounds] == grounds


def test_evidence_shows_word_and_thing_and_names_its_statement() -> None:
    text = "The talks lasted an hour. Norway's foreign minister said that her country rejects the salmon ban."
    coding = cq.code(cq.read_text(text))
    (position,) = coding.positions
    assert position.evidence.of(text) == "rejects the salmon ban"
    assert position.statement in {statement.id for statement in coding.statements}
    assert position.id not in ("", position.statement)
    assert position.rule == "en.stance.attitude"


def test_several_who_speak_of_lifting_a_measure_stand_on_the_lifting() -> None:
    text = "France called for the arms embargo on Zambia to be lifted. Italy opposes lifting the arms embargo on Zambia."
    stands = {position.holder: (position.stance, position.issue) for position in positions_in(text)}
    assert stands == {("FRA",): ("support", "lifting of arms embargo on Zambia"), ("ITA",): ("oppose", "lifting of arms embargo on Zambia")}


def test_a_users_issue_is_known_by_its_aliases(tmp_path: Path) -> None:
    text = "Norway opposes the herring levy that Iceland announced."
    (tmp_path / "issues.yaml").write_text(
        "issues:\n- {issue: Icelandic herring levy, aliases: [herring levy], parties: [ISL]}\n", encoding="utf-8"
    )
    assert [p.issue for p in positions_in(text, tmp_path)] == ["Icelandic herring levy"]
    assert [p.issue for p in positions_in(text)] != ["Icelandic herring levy"]


def test_another_states_measure_is_another_issue() -> None:
    (position,) = positions_in("Norway opposes the embargo on Zambia.")
    assert position.issue == "embargo on Zambia"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway opposes the plan for a canal, which is unlawful.", "plan for canal"),
        ("Kenya welcomed the rescue of Otieno, who is an old sailor.", "rescue of Otieno"),
        ("Chile condemned the raid on Monday.", "raid"),
        ("Peru deplored the November attack on the dam.", "attack on the dam"),
        ("Ghana rejected the envoys of neighbours that share its rivers and want more water.", "envoys of neighbours"),
        ("Norway opposes the withdrawal on the grounds that it weakens deterrence.", "withdrawal"),
        ("Togo opposes limits on trade during the harvest.", "limits on trade"),
        ("Japan condemned attacks such as the bombing of the embassy.", "attacks such as bombing of the embassy"),
        ("Finland urged Russia to lower and review the fees.", "lowering fees"),
        ("Latvia called for the prisoners to be released.", "prisoners released"),
        ("Iceland rejected the idea that two states alone could decide.", "idea that two states alone could decide"),
        ("Ireland supports talks in Lima between the envoy of the president and the minister of trade.", "talks in Lima"),
        ("Estonia welcomed the Western plan for the port.", "Western plan for the port"),
        ("Malta condemned the threat to sink the ferry.", "threat to sink ferry"),
    ],
)
def test_issues_are_named_by_whole_phrases(text: str, name: str) -> None:
    assert [p.issue for p in positions_in(text)] == [name]


def test_a_pointing_phrase_takes_its_name_from_what_was_told_before() -> None:
    text = "The council drew up a plan for a tunnel under the sound. Norway rejected the plan."
    assert [(p.holder, p.issue) for p in positions_in(text)] == [(("NOR",), "plan for tunnel under the sound")]


def test_neither_victims_nor_who_is_to_leave_a_list_are_opposed() -> None:
    said = "The islanders of Palau were victims of a cruel trick. Kenya calls for Palau to be removed from any list of pirates."
    assert positions_in(f"The representative of Kenya told the assembly: “{said}”") == ()


def test_what_stands_beside_a_thing_that_is_to_end_is_not_to_end() -> None:
    said = "We appreciate the three aims, namely, the prevention of famines, the rights of children and the Paris Agreement."
    found = positions_in(f"The representative of Kenya told the assembly: “{said}”")
    assert [p for p in found if p.issue == "Paris climate agreement" and p.stance == "oppose"] == []


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("We renew our call for the sanctions against Cuba to be lifted.", "oppose"),
        ("We condemn the crime of the blockade of Cuba.", "oppose"),
    ],
)
def test_an_issue_deeper_in_a_sentence_is_turned_only_by_what_turns(said: str, stance: str) -> None:
    found = positions_in(f"The representative of Kenya told the assembly: “{said}”")
    assert [(p.issue, p.stance) for p in found if "Cuba" in p.issue] == [("US embargo on Cuba", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway called on its neighbours to ensure that the strait stays open.",
        "Kenya's envoy said that it was important to underline that the dam was old.",
        "Peru welcomed the fact.",
    ],
)
def test_a_verb_without_an_object_and_an_empty_noun_name_no_issue(text: str) -> None:
    assert positions_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister asked if the strait was open.",
        "Chile asked what level of training the crew had.",
        "Peru asked whether Kenya would respect the truce.",
    ],
)
def test_what_is_asked_is_no_stance(text: str) -> None:
    assert positions_in(text) == ()
