"""The reader of marked events tells a coding that is as marked from one that is not; the events here are made by hand."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from cases.event_reader import EventCase, ExpectedEvent, read_event_cases, read_line
from communique.model import Event, EventDate, Location, Participant, Span

EXPELLED = "[actor=KEN.GOV Kenya] [SANCTION:expel@diplomatic=166 expelled] [recipient=-|RUS two diplomats] from [place=KEN Nairobi]."
LATER = "2024-05-15 | [actor Chad] will [AGREE visit] [either Togo] on [when=2024-05-20 Monday]."
VEILED = "[actor Iran] [ASSAULT:drone|aerial+negation never bombed] [?recipient Iraqi] soil, [?actor2 Baghdad] [?ACCUSE2 said]."


@dataclass(frozen=True)
class Made:
    """An event in the words of a text: actors and recipients as `words` or `words/COUNTRY/SECTOR`."""

    event: str | None
    trigger: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    cameo: str | None = None
    auxiliary: tuple[str, ...] = ()
    place: str = ""
    when: tuple[str, str] | None = None

    def of(self, text: str) -> Event:
        """The event with its offsets in the text."""
        actor, recipient = (tuple(_participant(text, one) for one in side) for side in (self.actor, self.recipient))
        words, _, country = self.place.partition("/")
        location = Location(_span(text, words), words, country or None) if words else None
        date = EventDate(*self.when, "test") if self.when else None
        signs = (self.event, self.mode, self.context, self.cameo, _span(text, self.trigger))
        return Event("e", *signs, actor, recipient, date, location, self.auxiliary, None, "test", 1.0)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _participant(text: str, given: str) -> Participant:
    words, country, sector = (*given.split("/"), "", "")[:3]
    return Participant(_span(text, words), None, country or None, sector or None)  # type: ignore[arg-type]


def differences(line: str, *made: Made) -> list[str]:
    """How events differ from the marks of a line."""
    case: EventCase = read_line("here:1", line)
    coding: Any = SimpleNamespace(events=tuple(one.of(case.text) for one in made))
    return case.differences(coding)


def expelled(**changed: Any) -> Made:
    """The event that EXPELLED marks, but for what is changed."""
    parties: dict[str, Any] = {"actor": ("Kenya/KEN/GOV",), "recipient": ("two diplomats from Nairobi",), "place": "Nairobi/KEN"}
    signs: dict[str, Any] = {"mode": ("expel",), "context": ("economic", "diplomatic"), "cameo": "166"}
    return Made(**{"event": "SANCTION", "trigger": "expelled", **parties, **signs, **changed})


def test_marks_leave_the_text_alone() -> None:
    case = read_line("here:1", LATER)
    assert (case.text, case.day, case.is_open) == ("Chad will visit Togo on Monday.", "2024-05-15", False)
    assert read_line("here:1", "[actor A] ¶ [CONSULT met] [actor B]. ...").text == "A\n\nmet B."


def test_an_event_as_marked_is_accepted() -> None:
    assert not differences(EXPELLED, expelled())


@pytest.mark.parametrize(
    "changed",
    [
        {"event": "COERCE"},
        {"trigger": "from"},
        {"mode": ()},
        {"mode": ("expel", "withdraw")},
        {"context": ("economic",)},
        {"cameo": "161"},
        {"cameo": None},
        {"auxiliary": ("future",)},
        {"actor": ()},
        {"actor": ("Kenya/RUS/GOV",)},
        {"actor": ("Kenya/KEN/MIL",)},
        {"actor": ("Kenya/KEN/GOV", "Nairobi")},
        {"actor": ("Kenya/KEN/GOV", "Kenya/KEN/GOV")},
        {"actor": ("Kenya expelled/KEN/GOV",)},
        {"actor": ("two diplomats",), "recipient": ("Kenya/KEN/GOV",)},
        {"recipient": ()},
        {"recipient": ("two diplomats/UGA",)},
        {"recipient": ("two",)},
        {"recipient": ("expelled two diplomats",)},
        {"actor": (), "recipient": ("Kenya expelled two diplomats",)},
        {"place": ""},
        {"place": "Nairobi/UGA"},
        {"place": "Kenya/KEN"},
    ],
    ids=str,
)
def test_an_event_with_anything_else_is_refused(changed: dict[str, Any]) -> None:
    assert len(differences(EXPELLED, expelled(**changed))) == 2


def test_what_is_missing_and_what_is_too_much_is_named() -> None:
    assert differences(EXPELLED)[0].startswith("lacks SANCTION:expel")
    assert differences("Kenya expelled two diplomats from Nairobi.", expelled())[0].startswith("codes SANCTION:expel")
    assert len(differences(EXPELLED, expelled(), expelled())) == 1


def test_an_open_line_allows_more() -> None:
    assert not differences(EXPELLED + " ...", expelled(), expelled(event="COERCE"))
    assert differences(EXPELLED + " ...", expelled(event="COERCE"))


def test_only_marks_ask_for_events_of_no_type() -> None:
    nothing = Made(None, "said", ("Chad",), cameo="010")
    assert not differences("Chad said no.", nothing)
    assert not differences("[actor Chad] [NONE=01 said] no.", nothing)
    assert differences("[actor Chad] [NONE=02 said] no.", nothing)


@pytest.mark.parametrize("sides", [{"actor": ("Chad", "Togo")}, {"actor": ("Chad",), "recipient": ("Togo",)}])
@pytest.mark.parametrize("auxiliary", [(), ("future",)])
def test_either_side_and_the_free_future(sides: dict[str, Any], auxiliary: tuple[str, ...]) -> None:
    when = ("2024-05-20", "2024-05-20")
    assert not differences(LATER, Made("AGREE", "visit", **sides, when=when, auxiliary=auxiliary))
    assert differences(LATER, Made("AGREE", "visit", **sides, when=(when[0], "2024-05-21"), auxiliary=auxiliary))
    assert differences(LATER, Made("AGREE", "visit", **sides, auxiliary=auxiliary))
    assert differences(LATER, Made("AGREE", "visit", **sides, when=when, auxiliary=(*auxiliary, "negation")))


def test_what_may_be_missing() -> None:
    bombed = Made("ASSAULT", "bombed", ("Iran",), mode=("drone",), auxiliary=("negation",))
    said = Made("ACCUSE", "said", ("Baghdad",))
    assert not differences(VEILED, bombed)
    assert not differences(VEILED, said, bombed)
    assert not differences(VEILED, said, Made("ASSAULT", "bombed", ("Iran",), ("Iraqi",), mode=("aerial",), auxiliary=("negation",)))
    assert differences(VEILED, bombed, Made("ACCUSE", "said", ("Baghdad",), ("Iran",)))
    assert differences(VEILED, Made("ASSAULT", "bombed", ("Iran",), mode=("drone",)))
    assert differences(VEILED, said)


def test_what_must_be_null() -> None:
    unknown = "[actor Chad] [CONSULT!place!when met] [actor Togo]."
    met: dict[str, Any] = {"event": "CONSULT", "trigger": "met", "actor": ("Chad", "Togo")}
    assert not differences(unknown, Made(**met))
    assert differences(unknown, Made(**met, place="Togo/TGO"))
    assert differences(unknown, Made(**met, when=("2024-05-15", "2024-05-15")))


@pytest.mark.parametrize("mention", ["Kenya's army/KEN", "it/KEN"])
def test_a_party_may_lie_on_another_mention(mention: str) -> None:
    line = "[actor=KEN Kenya's army] said [actor' it] had [ASSAULT killed] [recipient a Somali]."
    killed: dict[str, Any] = {"event": "ASSAULT", "trigger": "killed", "recipient": ("a Somali",)}
    assert not differences(line, Made(**killed, actor=(mention,)))
    assert differences(line, Made(**killed, actor=("Kenya's army/KEN", "it/KEN")))
    assert differences(line, Made(**killed, actor=("it/SOM",)))
    assert differences(line, Made("ASSAULT", "killed", ("Kenya's army/KEN",), ("it",)))


@pytest.mark.parametrize(("marked", "coded"), [("12", "120"), ("120", "12"), ("20", "200"), ("1121|112", "112")])
def test_a_root_code_is_written_either_way(marked: str, coded: str) -> None:
    assert not differences(f"[actor Chad] [ACCUSE={marked} spoke].", Made("ACCUSE", "spoke", ("Chad",), cameo=coded))
    assert differences(f"[actor Chad] [ACCUSE={marked} spoke].", Made("ACCUSE", "spoke", ("Chad",), cameo="10"))


@pytest.mark.parametrize(
    "line",
    [
        "[actor Chad [CONSULT met].",
        "Chad] [CONSULT met].",
        "[actr Chad] [CONSULT met].",
        "[actor2 Chad] [CONSULT met].",
        "[actor Chad] slept.",
        "[recipient' It] [CONSULT met].",
    ],
)
def test_wrong_marks_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|mark belongs|another mention"):
        read_line("here:1", line)


def test_two_events_need_two_numbers() -> None:
    with pytest.raises(ValueError, match="same number"):
        read_line("here:1", "[actor Chad] [CONSULT met] [actor Togo] and [CONSULT met] it.")
    shared = "[actor12 Chad] [CONSULT met] [actor Togo] and [ACCUSE2 blamed] [recipient2 Mali]."
    assert not differences(shared, Made("ACCUSE", "blamed", ("Chad",), ("Mali",)), Made("CONSULT", "met", ("Chad", "Togo")))


SUITE = [*read_event_cases("en-events"), *read_event_cases("hard-events")]


def as_marked(one: ExpectedEvent) -> Event:
    """The event that a mark asks for, with its required parties where they are marked and the first of what is equally right."""
    codes, required = one.parts("="), [party for party in one.parties if not party.is_optional]
    actor, recipient = (tuple(_described(p.span, p.rest) for p in required if (p.role == "recipient") is side) for side in (False, True))
    place = one.place and Location(one.place.span, "", one.place.rest.removeprefix("=") or None)
    bounds = one.when.rest.removeprefix("=").split("..") if one.when else []
    date = EventDate(bounds[0] or None, bounds[-1] or None, "test") if bounds else None
    auxiliary = tuple(aux for aux in one.parts("+") if not aux.endswith("?"))
    signs = (one.mark.role.split("|")[0], tuple(one.parts(":")[:1]), tuple(one.parts("@")), codes[0] if codes else None, one.mark.span)
    return Event("e", *signs, actor, recipient, date, place, auxiliary, None, "test", 1.0)


def _described(span: Span, rest: str) -> Participant:
    country, sector, name = [*rest.removeprefix("=").split(".", 2), "", ""][:3]
    known = [None if part.startswith("-") else part.split("|")[0] or None for part in (name.replace("_", " "), country, sector)]
    return Participant(span, known[0], known[1], known[2])  # type: ignore[arg-type]


def test_every_case_can_be_met_and_can_fail() -> None:
    for case in SUITE:
        required = [as_marked(one) for one in case.expected if not one.mark.is_optional]
        coding: Any = SimpleNamespace(events=required)
        assert not case.differences(coding), case.where
        nothing: Any = SimpleNamespace(events=())
        assert len(case.differences(nothing)) == len(required), case.where
