"""A user's folder laid over the shipped lexicon, and the hash of both."""

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon import Language, Lexicon, files, languages, load
from communique.lexicon.loader import assemble


def laid_over(folder: Path, **texts: str) -> Lexicon:
    """The lexicon with the user's files written into `folder`: laid_over(tmp, cues="cues: ...")."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load(folder=folder)


def test_the_shipped_lexicon_is_read_once() -> None:
    assert load() is load("en")


def test_every_language_of_the_registry_loads() -> None:
    assert [load(language.code).language for language in languages()] == [language.code for language in languages()]


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(LexiconError, match=r"no lexicon for language 'xx'; there is en \(English\)"):
        load("xx")


def test_a_language_without_its_files_names_the_missing_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SHIPPED", tmp_path)
    with pytest.raises(LexiconError, match=r"xx/cues\.yaml: no such file; every language needs its own cues\.yaml"):
        assemble(Language("xx", "Xish", "xx"), None)


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load(folder=tmp_path) == load()


def test_a_new_entry_is_added_at_the_end(tmp_path: Path) -> None:
    lexicon = laid_over(tmp_path, outlets="outlets:\n- {name: Strelsau Courier}\n")
    assert lexicon.outlets[:-1] == load().outlets
    assert lexicon.outlets[-1].name == "Strelsau Courier"


def test_an_entry_with_our_key_replaces_ours_in_its_place(tmp_path: Path) -> None:
    lexicon = laid_over(tmp_path, countries="countries:\n- {code: NOR, name: Norway, adjectives: [Norse]}\n")
    before, after = load().countries, lexicon.countries
    changed = [(old.code, new.adjectives) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("NOR", ("Norse",))]


def test_remove_takes_ours_away(tmp_path: Path) -> None:
    lexicon = laid_over(tmp_path, roles="roles:\n- {phrase: president, remove: true}\n")
    assert {role.phrase for role in load().roles} - {role.phrase for role in lexicon.roles} == {"president"}


def test_a_class_of_words_is_replaced_as_a_whole(tmp_path: Path) -> None:
    lexicon = laid_over(tmp_path, words='words:\n- {name: name_links, words: [of, "on"]}\n')
    assert lexicon.words["name_links"] == {"of", "on"}
    assert lexicon.words["first_person"] == load().words["first_person"]


def test_the_hash_stays_where_nothing_changed(tmp_path: Path) -> None:
    assert load().sha256 == load(folder=tmp_path).sha256 == load(folder=tmp_path).sha256
    assert len(load().sha256) == 64


def test_the_hash_changes_with_any_file(tmp_path: Path) -> None:
    hashes = {load().sha256}
    for table in files.TABLES:
        folder = tmp_path / table.list
        folder.mkdir()
        (folder / table.name).write_text(f"{table.list}: []\n")
        hashes.add(load(folder=folder).sha256)
    assert len(hashes) == 1 + len(files.TABLES)


def test_the_hash_changes_with_a_comment_but_not_with_line_ends_or_folder(tmp_path: Path) -> None:
    hashes = []
    for name, text in (("a", b"cues: []\n"), ("b", b"\xef\xbb\xbfcues: []\r\n"), ("c", b"cues: []  # mine\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cues.yaml").write_bytes(text)
        hashes.append(load(folder=tmp_path / name).sha256)
    assert hashes[0] == hashes[1] != hashes[2]


def test_an_event_verb_is_told_from_its_other_senses_by_its_conditions(tmp_path: Path) -> None:
    before = [word for word in load().events if word.lemma == "visit"]
    lexicon = laid_over(tmp_path, events="events:\n- {lemma: visit, pos: verb, object: [someone, place], remove: true}\n")
    left = [word for word in lexicon.events if word.lemma == "visit"]
    assert {word.object for word in before} - {word.object for word in left} == {("someone", "place")}
    assert left


def test_a_condition_on_a_class_that_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"entry maul \(verb\): no class 'bears'"):
        laid_over(tmp_path, events="events:\n- {lemma: maul, pos: verb, event: ASSAULT, object: [bears]}\n")


def test_a_bare_on_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r'put it in quotes: "on"'):
        laid_over(tmp_path, events="events:\n- {lemma: maul, pos: verb, event: ASSAULT, recipient: [on]}\n")
