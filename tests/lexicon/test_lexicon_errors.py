"""Every refusal of a lexicon file says where it is, what is wrong and what is allowed."""

from pathlib import Path
from typing import get_args

import pytest

from communique.errors import LexiconError
from communique.lexicon import Frame, load
from communique.lexicon.files import ROLES, SHIPPED, Source
from communique.lexicon.loader import merge
from communique.model import Role

CUE = "lemma: opine, pos: verb, group: speech"

MALFORMED = {
    "no for Norway": (
        "countries",
        "- {code: NO, name: Norway}",
        ("line 2", "entry 1 (NO)", "`code`", "bare `NO` as a boolean", 'quotes: "NO"'),
    ),
    "no in a list": (
        "roles",
        "- {phrase: nay, role: GOV}\n- {phrase: no, role: GOV}",
        ("line 3", "entry 2 (no)", "`phrase`", 'quotes: "no"'),
    ),
    "on among frames": (
        "cues",
        f"- {{{CUE}, frames: [clause, on]}}",
        ("entry 1 (opine verb", "`frames[1]`", 'quotes: "on"', *get_args(Frame)),
    ),
    "yes for a truth": ("outlets", "- {name: Strelsau Courier, agency: yes}", ("Strelsau Courier", "`agency`", "write true or false")),
    "no as a field": (
        "outlets",
        "- {name: Strelsau Courier, no: x}",
        ("Strelsau Courier", "unknown field `no`", "allowed fields: name, aliases"),
    ),
    "a number": (
        "outlets",
        "- {name: 14, agency: true}",
        ("entry 1 (14)", "`name`", "a text", 'a bare `14` as int; put it in quotes: "14"'),
    ),
    "a date": ("outlets", "- {name: 1821-05-05}", ("`name`", "a bare `1821-05-05` as timestamp", 'quotes: "1821-05-05"')),
    "nothing": ("organisations", "- {name: Rassendyll Institute, aliases: [~]}", ("`aliases[0]`", "a text", "None")),
    "unknown frame": ("cues", f"- {{{CUE}, frames: [clauses]}}", ("entry 1 (opine verb", "`frames[0]`", "'clauses'", *get_args(Frame))),
    "unknown act": (
        "cues",
        f"- {{{CUE}, frames: [clause], act: shout}}",
        ("opine verb shout", "`act`", "'shout'", "assert", "question", "or null"),
    ),
    "unknown role": ("roles", "- {phrase: margrave, role: MARGRAVE}", ("margrave", "`role`", "'MARGRAVE'", *get_args(Role))),
    "unknown sex": ("roles", "- {phrase: margrave, role: GOV, sex: x}", ("margrave", "`sex`", "one of f, m or null")),
    "unknown field": (
        "cues",
        f"- {{{CUE}, frame: [clause]}}",
        ("opine verb", "unknown field `frame`", "lemma, pos, group, frames, act, kind, forms"),
    ),
    "missing field": ("cues", f"- {{{CUE}}}", ("opine verb", "`frames` is missing", "a list, each item one of clause")),
    "missing key": ("cues", "- {pos: verb, group: speech, frames: [clause]}", ("entry 1 (no key verb", "`lemma` is missing", "a text")),
    "text for a list": ("countries", "- {code: RUR, name: Ruritania, names: RU}", ("RUR", "`names`", "a list, each item a text", "'RU'")),
    "text for an entry": ("roles", "- margrave", ("entry 1 (margrave)", "{field: value, ...}", "phrase, role, generic, sex")),
    "key twice": ("roles", "- {phrase: margrave, role: GOV, role: MIL}", ("margrave", "`role` is given twice", "keep one")),
    "entry twice": (
        "roles",
        "- {phrase: margrave, role: GOV}\n- {phrase: margrave, role: MIL}",
        ("line 3", "entry 2 (margrave)", "already as entry 1"),
    ),
    "item twice": ("countries", "- {code: RUR, name: Ruritania, names: [RU, RU]}", ("RUR", "`names`", "'RU' twice")),
    "empty text": ("roles", '- {phrase: "", role: GOV}', ("`phrase`", "''", "not empty")),
    "spaces at the ends": ("roles", '- {phrase: "margrave ", role: GOV}', ("`phrase`", "'margrave '", "no white space at its ends")),
    "nothing to remove": ("roles", "- {phrase: margrave, remove: true}", ("margrave", "nothing to remove", "`phrase`")),
    "remove with more": (
        "roles",
        "- {phrase: president, role: GOV, remove: true}",
        ("president", "nothing but its key", "{phrase: ..., remove: true}"),
    ),
    "remove: yes": ("countries", "- {code: NOR, remove: yes}", ("NOR", "{code: ..., remove: true}")),
    "form of a country's code": ("countries", '- {code: "no", name: Norway}', ("entry no", "`code`", "three capitals")),
    "form of an organisation's code": (
        "organisations",
        '- {name: Zenda Pact, code: "IGO:zp"}',
        ("Zenda Pact", "`code`", "'IGO:zp'", "IGO:UN"),
    ),
    "code and country": ("organisations", '- {name: Zenda Pact, code: "IGO:ZP", country: DEU}', ("Zenda Pact", "`code`", "not both")),
    "unknown country of a body": (
        "organisations",
        "- {name: Zenda Guard, country: RUR}",
        ("Zenda Guard", "`country`", "'RUR'", "countries.yaml"),
    ),
    "unknown country of an outlet": (
        "outlets",
        "- {name: Strelsau Courier, country: RUR}",
        ("Strelsau Courier", "`country`", "'RUR'", "countries.yaml"),
    ),
    "flag on no word": (
        "countries",
        "- {code: RUR, name: Ruritania, ambiguous: [Rur]}",
        ("RUR", "`ambiguous`", "'Rur'", "one of its other words"),
    ),
    "city that is no seat": (
        "countries",
        "- {code: RUR, name: Ruritania, cities: [Zenda]}",
        ("RUR", "`cities`", "'Zenda'", "one of its `seats`"),
    ),
    "word of two countries": (
        "countries",
        "- {code: RUR, name: Ruritania, adjectives: [Norwegian]}",
        ("RUR", "NOR", "'norwegian'", "`ambiguous` of both"),
    ),
    "name of two bodies": (
        "outlets",
        "- {name: Strelsau Courier, aliases: [Reuters]}",
        ("Strelsau Courier", "`aliases`", "'Reuters'", "keep it in the one"),
    ),
}


def message_for(folder: Path, table: str, text: str) -> str:
    (folder / f"{table}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load(folder=folder)
    return str(caught.value)


@pytest.mark.parametrize(("table", "entries", "said"), MALFORMED.values(), ids=MALFORMED.keys())
def test_an_entry_is_refused_by_file_entry_field_and_way_out(tmp_path: Path, table: str, entries: str, said: tuple[str, ...]) -> None:
    message = message_for(tmp_path, table, f"{table}:\n{entries}\n")
    assert [part for part in (f"{table}.yaml", *said) if part not in message] == [], message


WHOLE_FILES = {
    "broken YAML": ("cues:\n- {lemma: say}\n- {lemma: say}}\n", "cues.yaml, line 3: not valid YAML"),
    "a character YAML refuses": ("cues: [\x00]\n", "cues.yaml: not valid YAML"),
    "another key": ("cue: []\n", "the one key at the top must be `cues:`, found cue;"),
    "two keys": ("cues: []\nroles: []\n", "must be `cues:`, found cues, roles;"),
    "the key twice": ("cues: []\ncues: []\n", "`cues:` stands twice"),
    "a list at the top": ("- {lemma: say}\n", "must be `cues:`, found a list;"),
    "an empty file": ("", "must be `cues:`, found nothing of the kind;"),
    "no list": ("cues:\n  say: verb\n", "below `cues:` a list must stand"),
}


@pytest.mark.parametrize(("text", "said"), WHOLE_FILES.values(), ids=WHOLE_FILES.keys())
def test_a_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    message = message_for(tmp_path, "cues", text)
    assert str(tmp_path) in message
    assert said in message, message


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cues.yaml").write_bytes(b"cues: [\xe9]\n")
    with pytest.raises(LexiconError, match=r"cues\.yaml: not UTF-8 at byte 7; save it as UTF-8"):
        load(folder=tmp_path)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere: no such folder; give one that holds any of cues\.yaml, quotes\.yaml"):
        load(folder=tmp_path / "nowhere")


def test_a_misnamed_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cue.yaml").write_text("cues: []\n")
    with pytest.raises(LexiconError, match=r"cue\.yaml: not a file of the lexicon; .* allowed names: cues\.yaml, "):
        load(folder=tmp_path)


def test_remove_is_for_users_only() -> None:
    with pytest.raises(LexiconError, match=r"entry 1 \(president\): unknown field `remove`"):
        merge({}, Source(ROLES, SHIPPED / "en" / "roles.yaml"), "roles:\n- {phrase: president, remove: true}\n")
