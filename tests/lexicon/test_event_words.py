"""The table of words for events: every mode belongs to its type, every code is CAMEO's root of it or says why not."""

import re

from communique.lexicon import load

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
    "crowd-control unconventional",
}  # fmt: skip
WORDS = load().events


def test_every_mode_belongs_to_its_type() -> None:
    strays = [(word.lemma, word.event, word.mode) for word in WORDS if not set(word.mode) <= set(MODES[word.event or "AGREE"].split())]
    assert strays == []


def test_every_mode_but_three_that_are_no_words_has_a_word() -> None:
    coded = {(word.event, mode) for word in WORDS for mode in word.mode}
    missing = {(event, mode) for event, modes in MODES.items() for mode in modes.split()} - coded
    assert {event for event, _ in missing} <= {"REQUEST", "REJECT", "THREATEN", "MOBILIZE"}  # told by what is asked, refused or threatened


def test_codes_are_written_as_texts_with_their_zeros() -> None:
    assert all(re.fullmatch(r"0[1-9]\d?\d?|1\d\d?\d?|20\d?\d?", word.cameo) for word in WORDS if word.cameo)


def test_what_codes_an_event_says_so_and_what_turns_one_needs_none() -> None:
    bare = {word.does for word in WORDS if word.event is None}
    assert bare <= {"light", "suffer", "stop", "nothing", None}
    assert all(word.pos == "noun" for word in WORDS if word.event is None and word.does is None)


def test_there_are_words_for_every_type() -> None:
    counts = {event: len({word.lemma for word in WORDS if word.event == event}) for event in MODES}
    assert min(counts.values()) >= 10, counts
    assert len({word.lemma for word in WORDS}) > 1000
