"""The user's table of actors wins over the words, on the days on which its entries hold."""

from pathlib import Path

import msgspec
import pytest
from told import shown

import communique as cq
from communique.coder import read_phrase
from communique.errors import LexiconError
from communique.lexicon import load
from communique.resolve import day_of
from communique.settings import Settings

TEXT = "Envoy Ada Brandvold said the talks failed. Brandvold added that she was tired."
BOUNDED = """actors:
- {name: Ada Brandvold, aliases: [Ada Kirsten Brandvold], country: NOR, role: GOV, from: "2019-03-01", to: "2021-10-14"}
- {name: Ada Brandvold, role: ELI, country: NOR, from: "2021-10-15"}
"""
OPEN = "actors:\n- {name: Ada Brandvold, country: NOR, role: LEG}\n- {name: Blue Heron Front, aliases: [BHF], country: FJI, role: REB}\n"


def settings_with(folder: Path, text: str, name: str = "actors.yaml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return Settings(lexicon=folder)


def speakers(settings: Settings, text: str = TEXT, published: str | None = None) -> list[str]:
    article = msgspec.structs.replace(cq.read_text(text), published=published)
    return [shown(statement.speaker) for statement in cq.code(article, settings).statements]


def phrase(text: str, settings: Settings, day: str | None = None) -> str:
    return shown(read_phrase(text, settings, day).speaker)


def test_the_table_wins_in_articles_by_surname_too(tmp_path: Path) -> None:
    assert speakers(Settings()) == ["Ada Brandvold / - / GOV"] * 2
    assert speakers(settings_with(tmp_path, OPEN)) == ["Ada Brandvold / NOR / LEG"] * 2


@pytest.mark.parametrize(
    ("day", "country", "role"),
    [
        ("2019-02-28", "-", "GOV"),
        ("2019-03-01", "NOR", "GOV"),
        ("2021-10-14T23:00:00Z", "NOR", "GOV"),
        ("2021-10-15", "NOR", "ELI"),
        ("2035-01-01", "NOR", "ELI"),
        (None, "-", "GOV"),
    ],
)
def test_an_entry_counts_on_its_days_only(tmp_path: Path, day: str | None, country: str, role: str) -> None:
    assert speakers(settings_with(tmp_path, BOUNDED), published=day)[0] == f"Ada Brandvold / {country} / {role}"


def test_the_dateline_tells_the_day_before_the_publication(tmp_path: Path) -> None:
    text = "OSLO, February 28, 2019 (XYZ) -- Envoy Ada Brandvold said the talks failed."
    assert speakers(settings_with(tmp_path, BOUNDED), text, "2019-03-01") == ["Ada Brandvold / - / GOV"]


@pytest.mark.parametrize(
    ("published", "day"), [("2020-05-01T10:00:00Z", "2020-05-01"), ("20200501", None), ("some day in May", None), (None, None)]
)
def test_the_day_of_an_article(published: str | None, day: str | None) -> None:
    assert day_of(msgspec.structs.replace(cq.read_text(TEXT), published=published)) == day


def test_bodies_and_their_people(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, OPEN)
    assert phrase("the Blue Heron Front", settings) == "Blue Heron Front / FJI / REB"
    assert phrase("BHF", settings) == "BHF / FJI / REB"
    assert phrase("a spokesman for the Blue Heron Front", settings) == "- / FJI / REB"


def test_an_alias_is_the_same_person(tmp_path: Path) -> None:
    assert phrase("Ada Kirsten Brandvold", settings_with(tmp_path, BOUNDED), "2020-01-01") == "Ada Kirsten Brandvold / NOR / GOV"


def test_two_entries_that_differ_leave_the_field_open(tmp_path: Path) -> None:
    text = "actors:\n- {name: Ada Brandvold, country: NOR, role: GOV}\n- {name: Ada Brandvold, country: NOR, role: MIL}\n"
    assert phrase("Ada Brandvold", settings_with(tmp_path, text)) == "Ada Brandvold / NOR / -"
    text = "actors:\n- {name: Ada Brandvold, country: NOR, role: GOV}\n- {name: Ada Brandvold, country: SWE, role: GOV}\n"
    assert phrase("Ada Brandvold", settings_with(tmp_path, text)) == "Ada Brandvold / - / GOV"


def test_csv_says_the_same(tmp_path: Path) -> None:
    text = 'name,aliases,country,role,from,to,title\n"Ada Brandvold",A. K. Brandvold; Ada K. Brandvold,NOR,GOV,2019-03-01,,envoy\n'
    actor = load(folder=settings_with(tmp_path, text, "actors.csv").lexicon).actors[0]
    assert (actor.name, actor.aliases, actor.country, actor.role) == (
        "Ada Brandvold",
        ("A. K. Brandvold", "Ada K. Brandvold"),
        "NOR",
        "GOV",
    )
    assert (actor.since, actor.until) == ("2019-03-01", None)


def test_both_files_count_and_the_hash_tells_them_apart(tmp_path: Path) -> None:
    settings_with(tmp_path, OPEN)
    before = load(folder=tmp_path).sha256
    settings_with(tmp_path, "name,country\nTomasi Vula,FJI\n", "actors.csv")
    lexicon = load(folder=tmp_path)
    assert [actor.name for actor in lexicon.actors] == ["Ada Brandvold", "Blue Heron Front", "Tomasi Vula"]
    assert len({before, lexicon.sha256, load().sha256}) == 3


WRONG = [
    ("actors.yaml", "actors:\n- {name: A B, country: NOK1}\n", ("actors.yaml, line 2, entry 1 (A B NOK1)", "`country`", "such as NOR")),
    ("actors.yaml", 'actors:\n- {name: A B, country: NOR, from: "2020-13-01"}\n', ("line 2", "`from`", "'2020-13-01'", "YYYY-MM-DD")),
    ("actors.yaml", "actors:\n- {name: A B, country: NOR, from: 2020-01-01}\n", ("line 2", "`from`", 'quotes: "2020-01-01"')),
    ("actors.yaml", 'actors:\n- {name: A B, role: GOV, from: "2020-02-01", to: "2020-01-01"}\n', ("`to` (2020-01-01)", "before `from`")),
    ("actors.yaml", "actors:\n- {name: A B, role: KING}\n", ("`role`", "one of GOV")),
    ("actors.yaml", "actors:\n- {name: A B}\n", ("neither `country` nor `role`",)),
    ("actors.yaml", "actors:\n- {name: A B, role: GOV, since: x}\n", ("unknown field `since`", "name, aliases, country, role, from, to")),
    ("actors.yaml", "actors:\n- {name: A B, country: XYZ}\n", ("A B", "no country 'XYZ'")),
    ("actors.csv", "name,country\nA B,NO\n", ("actors.csv, line 2, entry 1 (A B NO)", "`country`")),
    ("actors.csv", 'name,country\n"A\nB",NOR\n\nC D,no\n', ("actors.csv, line 5, entry 2 (C D no)",)),
    ("actors.csv", "name,contry\nA B,NOR\n", ("line 1", "unknown column `contry`", "name, aliases, country")),
    ("actors.csv", "nome\nA B\n", ("line 1", "no column `name`")),
    ("actors.csv", "name,country\nA B,NOR,GOV\n", ("line 2", "3 cells under 2 columns")),
    ("actors.csv", "name,name\nA B,C\n", ("line 1", "`name` stands twice")),
    ("actors.csv", "", ("empty", "name,aliases,country")),
    ("actors.csv", "name,role\nA B,GOV\nA B,GOV\n", ("line 3", "already as entry 1")),
    ("actor.csv", "name,role\n", ("actor.csv", "not a file of the lexicon", "actors.csv")),
]


@pytest.mark.parametrize(("name", "text", "said"), WRONG)
def test_errors_name_file_line_and_way_out(tmp_path: Path, name: str, text: str, said: tuple[str, ...]) -> None:
    settings = settings_with(tmp_path, text, name)
    with pytest.raises(LexiconError) as caught:
        load(folder=settings.lexicon)
    assert [part for part in said if part not in str(caught.value)] == [], str(caught.value)
