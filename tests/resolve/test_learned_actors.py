"""Tables learned from codings: who is taken, who is left out."""

import msgspec

import communique as cq
from communique.model import Coding
from communique.resolve.learned import learn


def coded(id: str, published: str | None, text: str) -> Coding:
    return cq.code(msgspec.structs.replace(cq.read_text(text), id=id, published=published))


FIRST = coded("a1", "2020-05-01", "Norwegian Foreign Minister Ada Brandvold said the talks failed.")
LATER = coded("a2", "2020-09-01", "Ada Brandvold, Norway's foreign minister, said the port would close. Brandvold said it again.")
LEFT = coded("a3", "2022-01-05", "Former Norwegian foreign minister Ada Brandvold said she was glad.")
ELSEWHERE = coded("a4", "2020-06-01", "Swedish Foreign Minister Ada Brandvold said the talks went on.")
UNDATED = coded("a5", None, "Fijian envoy Tomasi Vula said the reef was dying.")
NAMELESS = coded("a6", "2020-05-01", "The Norwegian minister said no. Brandvold said yes. Norway said nothing would change.")


def test_an_office_has_its_days_and_its_evidence() -> None:
    (office,) = learn([LATER, FIRST]).offices
    assert (office.name, office.country, office.role, office.articles) == ("Ada Brandvold", "NOR", "GOV", 2)
    assert (office.first_seen, office.last_seen) == ("2020-05-01", "2020-09-01")
    assert office.evidence[0] == "a1[0,40]"
    assert office.title in ("Foreign Minister", "foreign minister")


def test_the_order_of_the_codings_does_not_matter() -> None:
    assert learn([FIRST, LATER, LEFT, UNDATED]) == learn([UNDATED, LEFT, LATER, FIRST])


def test_an_office_that_was_left_is_another_entry() -> None:
    offices = learn([FIRST, LATER, LEFT]).offices
    assert [(office.role, office.first_seen, office.last_seen) for office in offices] == [
        ("GOV", "2020-05-01", "2020-09-01"),
        ("ELI", "2022-01-05", "2022-01-05"),
    ]


def test_two_countries_are_a_conflict() -> None:
    learned = learn([FIRST, ELSEWHERE])
    assert learned.offices == ()
    assert learned.conflicts == ("Ada Brandvold: NOR in a1, SWE in a4",)


def test_surnames_offices_and_states_alone_teach_nothing() -> None:
    assert learn([NAMELESS]) == ((), ())


def test_the_least_number_of_articles() -> None:
    assert [office.name for office in learn([FIRST, LATER, UNDATED], least=2).offices] == ["Ada Brandvold"]
