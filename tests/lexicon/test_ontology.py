"""PLOVER, CAMEO and the map between them, cell by cell."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import get_args

import pytest

from communique.errors import LexiconError
from communique.lexicon import load
from communique.lexicon.event_words import EventMode, EventType
from communique.lexicon.ontology import (
    Cameo,
    CameoCode,
    Plover,
    by_code,
    cameo,
    cameo_codes,
    document,
    event_types,
    foreign_codes,
    misfit,
    plover,
    root_for,
    sectors,
)
from communique.model import Role

# Modes without a code in CAMEO, the nearest code, and the mode that the map, which must choose, gives it.
NO_CODE_OF_ITS_OWN = {
    ("censor", "1721", "restrict"), ("withdraw", "0874", "disarm"), ("weapons", "154", "troops"), ("militia", "154", "troops"),
    ("vandalize", "145", "riot"), ("change", "128", "yield"), ("change", "129", "yield"), ("heavy-weapons", "195", "aerial"),
    ("disapprove", "114", "allege"), ("disapprove", "115", "allege"),
}  # fmt: skip
CODES = [pytest.param(code, id=code.code) for code in cameo().codes]


def test_plover_is_complete() -> None:
    assert len(event_types()) == 16
    assert sum(len(kind.modes) for kind in plover().types) == 67
    assert len(by_code(plover().contexts, "plover.yaml")) == 37
    assert [term.code for term in plover().auxiliary] == ["historical", "future", "hypothetical", "negation"]
    assert plover().version == "2.0"


def test_the_sectors_are_those_of_the_records() -> None:
    assert set(sectors()) == set(get_args(Role)) - {"IGO", "NGO"}


def test_media_and_medicine_change_places_between_plover_and_cameo() -> None:
    assert (sectors()["JRN"].cameo, sectors()["MED"].cameo) == ("MED", "HLH")


@pytest.mark.parametrize("kind", plover().types, ids=lambda kind: kind.code)
def test_scores_point_where_the_quad_class_does(kind) -> None:  # type: ignore[no-untyped-def]
    scores = [kind.score, *(mode.score for mode in kind.modes if mode.score is not None)]
    assert all(-10 <= score <= 10 for score in scores)
    assert all((score > 0) == (kind.quad in (1, 2)) for score in scores) or kind.code == "REQUEST"  # asking for help is half a point up


def test_who_must_have_a_recipient() -> None:
    assert {kind.code for kind in plover().types if kind.recipient == "required"} == {"COOPERATE", "AID", "SANCTION"}
    assert {kind.code for kind in plover().types if kind.mutual} == {"AGREE", "CONSULT", "COOPERATE"}


def test_misprints_of_the_manual_are_mended() -> None:
    assert event_types()["ACCUSE"].score == -3
    assert event_types()["SANCTION"].quad == 4
    assert {mode.code: mode.score for mode in event_types()["PROTEST"].modes}["vandalize"] is None


@pytest.mark.parametrize("code", CODES)
def test_every_target_of_the_map_exists(code: CameoCode) -> None:
    assert misfit(code, event_types(), {context.code for context in plover().contexts}) is None
    assert (code.plover is None) == (code.code[:2] in ("01", "02") or code.code == "08")


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_parents_and_their_quad_class(code: CameoCode) -> None:
    assert code.code.isdigit()
    assert 2 <= len(code.code) <= 4
    assert len(code.code) == 2 or code.code[:-1] in cameo_codes()
    root = int(code.code[:2])
    assert code.quad == (1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4)
    assert code.goldstein is None or -10 <= code.goldstein <= 10
    assert len(code.code) > 2 or code.goldstein is None


def test_leading_zeros_tell_codes_apart() -> None:
    assert {code[:2] for code in cameo_codes()} == {f"{root:02}" for root in range(1, 21)}
    assert (cameo_codes()["010"].plover, cameo_codes()["10"].plover) == (None, "REQUEST")
    assert len({int(code) for code in cameo_codes()}) < len(cameo_codes())


@dataclass(frozen=True)
class Cell:
    """One cell of the map as it must be."""

    code: str
    plover: str | None
    mode: str | None
    context: tuple[str, ...] | None = None


CORRECTED = [  # the defects of the map of 2021, one by one
    Cell("0842", "RETREAT", "release"),
    Cell("085", "RETREAT", None),
    Cell("132", "THREATEN", "restrict"),
    Cell("1322", "THREATEN", "restrict"),
    Cell("1321", "THREATEN", "restrict"),
    Cell("1722", "COERCE", "restrict"),
    Cell("185", "ASSAULT", "targeted"),
    Cell("186", "ASSAULT", "targeted"),
    Cell("201", "ASSAULT", None),
    Cell("203", "ASSAULT", None),
    Cell("200", "ASSAULT", None),
    Cell("202", "ASSAULT", None),
    Cell("1712", "ASSAULT", "destroy"),
    Cell("175", "ASSAULT", None, ("pro_autocracy", "military")),
    Cell("0333", "AGREE", None, ("human_security",)),
    Cell("073", "AID", None, ("human_security",)),
    Cell("0863", "RETREAT", "access", ("human_security",)),
    Cell("1033", "REQUEST", "assist", ("human_security",)),
    Cell("1223", "REJECT", "assist", ("human_security",)),
    Cell("1623", "SANCTION", "discontinue", ("human_security",)),
    Cell("0811", "CONCEDE", None, ("pro_democracy",)),
    Cell("0812", "CONCEDE", None, ("pro_democracy",)),
    Cell("082", "CONCEDE", None, ("pro_democracy",)),
    Cell("015", None, None, ()),
    Cell("016", None, None, ()),
    Cell("20", "ASSAULT", None),
    Cell("163", "SANCTION", None),
    Cell("116", "SANCTION", "convict"),
]
SETTLED = [  # cases the manual decides against the root
    Cell("191", "COERCE", "restrict"),
    Cell("192", "COERCE", "seize"),
    Cell("19", "ASSAULT", None),
    Cell("0813", "RETREAT", None),
    Cell("0814", "RETREAT", None),
    Cell("080", "CONCEDE", None),
    Cell("083", "CONCEDE", None),
    Cell("084", "RETREAT", None),
    Cell("087", "RETREAT", "disarm"),
    Cell("090", "ACCUSE", "investigate"),
    Cell("110", "ACCUSE", "disapprove"),
]


@pytest.mark.parametrize("cell", CORRECTED + SETTLED, ids=lambda cell: cell.code)
def test_cells_of_the_map(cell: Cell) -> None:
    found = cameo_codes()[cell.code]
    assert (found.plover, found.mode) == (cell.plover, cell.mode)
    assert cell.context in (None, found.context)


@pytest.mark.parametrize("cell", CORRECTED, ids=lambda cell: cell.code)
def test_each_correction_says_why(cell: Cell) -> None:
    assert cameo_codes()[cell.code].corrected


@pytest.mark.parametrize(
    ("event", "mode"), [(kind.code, mode) for kind in plover().types for mode in (None, *(m.code for m in kind.modes))]
)
def test_the_way_to_cameo_and_back(event: str, mode: str | None) -> None:
    root = root_for(event, mode)
    if root and root != "08":  # which is CONCEDE or RETREAT
        assert cameo_codes()[root].plover == event


@pytest.mark.parametrize(
    ("event", "mode", "root"),
    [
        ("REJECT", "meet", "12"),
        ("ACCUSE", None, "11"),
        ("ACCUSE", "investigate", "09"),
        ("THREATEN", "arrest", "13"),  # a mode CAMEO does not know
        ("ASSAULT", None, None),
        ("ASSAULT", "aerial", "19"),
        ("COERCE", None, "17"),
        ("COERCE", "seize", None),
        ("SANCTION", "convict", None),
    ],
)
def test_a_root_is_given_only_where_it_is_one(event: str, mode: str | None, root: str | None) -> None:
    assert root_for(event, mode) == root


def test_163_is_the_embargo_and_166_the_expulsion() -> None:
    assert "embargo" in cameo_codes()["163"].says
    assert "Sends away" in cameo_codes()["166"].says


def test_descriptions_tell_codes_apart() -> None:
    said = Counter(code.says for code in cameo().codes)
    assert [text for text, times in said.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("version: '2'\nmap_version: '1'\ncodes:\n- {code: 010, says: x, quad: 1}", r"codes are texts in quotes"),
        ("version: '2'\nmap_version: '1'\ncodes:\n- {code: '010', says: x, quad: 5}", r"quad"),
        ("version: '2'\nmap_version: '1'\ncodes:\n- {code: '010', says: x, quad: 1, colour: red}", r"colour"),
        ("version: '2'\nmap_version: '1'\ncodes: [", r"not valid YAML"),
    ],
)
def test_a_malformed_table_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint):
        document(text, "cameo.yaml", Cameo)


def test_a_code_given_twice_is_refused() -> None:
    code = CameoCode("010", "x", 1)
    with pytest.raises(LexiconError, match="010 stands twice"):
        by_code((code, code), "cameo.yaml")


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        (CameoCode("185", "x", 4, plover="ASSAULT", mode="assassinate"), "ASSAULT has no mode assassinate"),
        (CameoCode("20", "x", 4, plover="FIGHT"), "no type FIGHT"),
        (CameoCode("073", "x", 2, plover="AID", context=("humanitarian",)), "no context humanitarian"),
        (CameoCode("010", "x", 1, mode="visit"), "a mode or context without a type"),
    ],
)
def test_targets_that_do_not_exist_are_seen(code: CameoCode, wrong: str) -> None:
    assert misfit(code, event_types(), {context.code for context in plover().contexts}) == wrong


def test_plover_survives_a_round_trip_through_json() -> None:
    import msgspec

    for table, kind in ((plover(), Plover), (cameo(), Cameo)):
        assert msgspec.json.decode(json.dumps(msgspec.to_builtins(table)), type=kind) == table


def test_foreign_codes_are_those_of_places_we_know() -> None:
    countries = {country.code for country in load().countries}
    bodies = {body.code for body in load().organisations}
    assert set(foreign_codes()) <= countries | bodies
    assert {code.sovereign for code in foreign_codes().values() if code.sovereign} <= countries


def test_numbers_of_states_are_unique() -> None:
    numbers = Counter(code.cow for code in foreign_codes().values() if code.cow)
    assert len(numbers) == 195
    assert numbers.most_common(1)[0][1] == 1
    assert (foreign_codes()["CUB"].cow, foreign_codes()["XKX"].cow, foreign_codes()["VNM"].cow) == (40, 347, 816)


def test_organisations_are_written_as_their_own_entries_write_them() -> None:
    first: dict[str, str] = {}
    for body in load().organisations:
        if body.code and body.code not in first:
            first[body.code] = (body.plover or "IGO").split()[0]
    written = {code: entry.plover for code, entry in foreign_codes().items() if code.startswith("IGO:")}
    assert written == {code: first[code] for code in written}


def test_the_tables_wait_until_asked_for() -> None:
    probe = "import sys, communique.lexicon; communique.lexicon.load(); sys.exit('communique.lexicon.ontology' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


def test_words_of_events_name_the_types_and_modes_there_are() -> None:
    assert set(get_args(EventType)) == set(event_types())
    assert set(get_args(EventMode)) == {mode.code for kind in plover().types for mode in kind.modes}


def test_every_word_of_an_event_has_a_mode_of_its_type() -> None:
    modes = {kind.code: {mode.code for mode in kind.modes} for kind in plover().types}
    assert [(word.lemma, word.event, word.mode) for word in load().events if word.event and not set(word.mode) <= modes[word.event]] == []


def test_every_word_of_an_event_has_a_code_of_its_type() -> None:
    """A root that the map leaves open (08) fits the types under it."""
    assert [(w.lemma, w.event, w.cameo) for w in load().events if w.event and w.cameo and _type_of(w.cameo) not in (w.event, None)] == []


def test_modes_differ_from_those_of_their_codes_only_where_cameo_has_none_for_them() -> None:
    told = {(word.mode[0], word.cameo, cameo_codes()[word.cameo].mode) for word in load().events if word.mode and word.cameo}
    assert {one for one in told if one[2] and one[0] != one[2]} <= NO_CODE_OF_ITS_OWN


def _type_of(code: str) -> str | None:
    return cameo_codes()[code].plover
