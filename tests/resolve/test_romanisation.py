"""Fold keys of name words: equal for the spellings of one name, apart for its neighbours."""

import pytest

from communique.lexicon import Tradition
from communique.resolve.romanisation import readings, spelled
from communique.resolve.romanisation.rules import rewrite, rules

ONE_NAME: list[tuple[Tradition | None, str]] = [
    ("slavic", "Жуховицкий Zhukhovitsky Zhukhovitskiy Schuchowizkij Joukhovitski Žuchovickij Żuchowicki"),
    ("slavic", "Щелоков Shchelokov Schtschelokow Chtchelokov Ščelokov Szczelokow"),
    ("slavic", "Тюрюшкин Tyuryushkin Tiuriushkin Tjurjuschkin"),
    ("slavic", "Артемьев Artemyev Artemiev Artemjew"),
    ("slavic", "Пугачёв Pugachev Pugachov Pugatschow Pougatchev"),
    ("slavic", "Гончар Honchar Gonchar Hontschar"),
    ("slavic", "Ковачевић Kovačević Kovacevic"),
    ("slavic", "Първанов Parvanov"),
    ("arabic", "Qaysi Kaissi Qaisi"),
    ("arabic", "Abdulkarim Abdelkrim.x Abdelkarim Abdalkareem"),
    ("arabic", "Boushaki Bouchaki Bushaki"),
    ("arabic", "Shahrestani Shahristani.x Schahrestani Chahrestani.x"),
    ("chinese", "晓东 Xiaodong Xiao-dong Hsiao-tung"),
    ("chinese", "-Xue Hsüeh"),
    ("chinese", "泽民 Zemin Tse-min"),
    ("korean", "현철 Hyŏnch'ŏl Hyon-chol Hyeon-cheol Hyeoncheol"),
    ("korean", "의희 Ŭihŭi Ui-hui Eui-hee"),
    ("korean", "기문 Ki-moon Gi-mun Kimun"),
    ("japanese", "Ōtsuka Otsuka Ohtsuka Ootuka"),
    ("japanese", "Shunji Syunzi"),
    ("turkish", "Çağlayan Caglayan Chaglayan"),
    (None, "Größler Groessler Grossler"),
    (None, "Sjøvåg Sjoevaag Sjovag"),
]


@pytest.mark.parametrize(("tradition", "spellings"), ONE_NAME, ids=lambda value: str(value)[:24])
def test_spellings_of_one_name_share_a_reading(tradition: Tradition | None, spellings: str) -> None:
    first, *others = [frozenset(readings(word, tradition)) for word in spellings.split() if not word.endswith(".x")]
    assert first
    assert all(first & other for other in others), [first, *others]


@pytest.mark.parametrize(
    ("tradition", "a", "b"),
    [
        ("slavic", "Ryabkov", "Rybakov"),
        ("slavic", "Petrov", "Petrova"),
        ("slavic", "Zhukov", "Zukov"),
        ("slavic", "Zakharov", "Sakharov"),
        ("slavic", "Chubin", "Shubin"),
        ("arabic", "Haddad", "Hadid"),
        ("arabic", "Karami", "Karimi"),
        ("arabic", "Khamenei", "Khomeini"),
        ("chinese", "Zhang", "Zhao"),
        ("chinese", "Keqiang", "Qiang"),
        ("chinese", "Jinping", "Jingping"),
        ("korean", "Jong-un", "Jong-il"),
        ("japanese", "Kono", "Kano"),
        ("turkish", "Yıldırım", "Yıldız"),
        (None, "Hofmann", "Hoffmann"),
    ],
)
def test_neighbours_stay_apart(tradition: Tradition | None, a: str, b: str) -> None:
    assert readings(a, tradition)
    assert not set(readings(a, tradition)) & set(readings(b, tradition))


def test_letters_that_leave_a_doubt_give_several_readings() -> None:
    assert set(readings("Sacharow", "slavic")) == {"saXarov", "zaXarov"}
    assert len(readings("Chiang", "chinese")) > 1 == len(readings("Jiang", "chinese"))


def test_a_word_of_no_such_name_has_no_reading() -> None:
    assert readings("Thompson", "chinese") == readings("Thompson", "korean") == ()


@pytest.mark.parametrize("word", ["", "-", "'", "ʿ", "123", "Ω", "ß" * 500, "sasasasasasasasasasasa" * 9 + "w"])
def test_any_word_can_be_read(word: str) -> None:
    for tradition in ("slavic", "arabic", "chinese", "korean", "japanese", "turkish", None):
        assert len(readings(word, tradition)) <= 32  # type: ignore[arg-type]


def test_keys_are_readable() -> None:
    assert spelled("riabkov", "slavic") == "ryabkov"
    assert spelled("zaXarova", "slavic") == "zakharova"
    assert spelled("coNun", "korean") == "jongun"


def test_a_rule_reads_each_occurrence_either_way() -> None:
    assert rewrite(["sasa"], rules(("s", "s", "z"))) == ("sasa", "saza", "zasa", "zaza")
