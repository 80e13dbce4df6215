"""Who did what to whom. Each case: a sentence, and its events as "TYPE actors -> recipients", auxiliary modes behind."""

import pytest

import communique as cq
from communique.model import Event, Participant
from communique.settings import Settings


def side(participants: tuple[Participant, ...]) -> str:
    return ", ".join(" ".join(part for part in (one.country, one.sector) if part) or "?" for one in participants)


def written(event: Event) -> str:
    """An event as the cases write it."""
    aimed = f" -> {side(event.recipient)}" if event.recipient else ""
    return f"{event.event} {side(event.actor)}{aimed}" + "".join(f" [{one}]" for one in event.auxiliary)


def events_of(text: str, day: str | None = "2025-03-10") -> tuple[Event, ...]:
    return cq.code(cq.read_text(text, published=day)).events


ACTIVE = [
    ("Kazakh forces bombed a rebel camp in Kyrgyzstan.", ["ASSAULT KAZ MIL -> REB"]),
    ("Canada imposed sanctions on two Belarusian banks.", ["SANCTION CAN GOV -> BLR BUS"]),
    ("Canada lifted sanctions on Belarus.", ["RETREAT CAN GOV -> BLR GOV"]),
    ("Japan granted Kenya a loan of 200 million dollars.", ["AID JPN GOV -> KEN GOV"]),
    ("Peru broke off diplomatic relations with Chile.", ["SANCTION PER GOV -> CHL GOV"]),
    ("Spain granted asylum to a Cuban dissident.", ["AID ESP GOV -> CUB OPP"]),
    ("Kenya deported four Somali journalists.", ["COERCE KEN GOV -> SOM JRN"]),
    ("Estonia sends peacekeepers to Lebanon.", ["AID EST GOV -> LBN GOV"]),
]
PASSIVE = [
    ("The rebel camp was bombed by Kazakh forces.", ["ASSAULT KAZ MIL -> REB"]),
    ("Three Russian diplomats were expelled by Sweden.", ["SANCTION SWE GOV -> RUS GOV"]),
    ("Three Russian diplomats were expelled.", []),  # nobody is supplied who is not named
    ("Estonia's offer to mediate was rejected by Latvia.", ["REJECT LVA GOV -> EST GOV"]),
]
NOUNS = [
    ("Norway and Denmark held talks on fishing quotas.", ["CONSULT NOR GOV, DNK GOV"]),
    ("The talks between Serbia and Kosovo collapsed.", ["CONSULT SRB GOV, XKX GOV"]),
    ("After talks with the Danish premier, Norway's president flew home.", ["CONSULT NOR GOV, DNK GOV"]),
    ("The Emir of Qatar paid a visit to Turkey.", ["CONSULT QAT GOV, TUR GOV"]),
    ("The arrest of two Ghanaian officers by Togo angered Accra.", ["COERCE TGO GOV -> GHA COP"]),
    ("A drone strike by the United States killed two militants in Yemen.", ["ASSAULT USA MIL -> REB"]),
    ("Denmark announced a suspension of aid to Egypt.", ["SANCTION DNK GOV -> EGY GOV"]),
]
SHARED = [
    ("Vietnam attacked and seized two Laotian ships.", ["ASSAULT VNM MIL -> LAO GOV", "COERCE VNM GOV -> LAO GOV"]),
    ("Mali's junta expelled the French ambassador and broke off ties with Paris.", ["SANCTION MLI GOV -> FRA GOV"] * 2),
    ("French and Algerian troops held joint exercises.", ["COOPERATE FRA MIL, DZA MIL"]),
    ("Ukraine, which had invaded Kursk, met Turkey's president.", ["ASSAULT UKR MIL -> RUS GOV", "CONSULT UKR GOV, TUR GOV"]),
    ("A suicide bomber blew himself up in Kabul, killing five soldiers.", ["ASSAULT UAF -> AFG GOV, MIL"]),
]
WORDS = [
    ("Poland accused Belarus of sending migrants across the border.", ["ACCUSE POL GOV -> BLR GOV"]),  # nobody sent migrants
    ("Poland condemned the Belarusian government's decision.", ["ACCUSE POL GOV -> BLR GOV"]),
    ("Poland denied having attacked a Belarusian village.", ["REJECT POL GOV -> BLR CVL"]),
    ("Egypt refused to meet the Ethiopian envoy.", ["REJECT EGY GOV -> ETH GOV"]),
    ("Egypt called on Ethiopia to release the prisoners.", ["REQUEST EGY GOV -> ETH GOV"]),
    ("Egypt threatened Ethiopia with sanctions.", ["THREATEN EGY GOV -> ETH GOV"]),
    ("Zambia vowed to punish Malawi.", ["THREATEN ZMB GOV -> MWI GOV"]),
    ("Egypt agreed to send aid to Sudan.", ["AGREE EGY GOV -> SDN GOV"]),
    ("Jordan welcomed the decision by Syria to free the prisoners.", ["SUPPORT JOR GOV -> SYR GOV"]),
    ("Israel said its forces bombed a village in Syria.", ["ASSAULT ISR MIL -> CVL"]),
    ("Egypt will not withdraw its troops from Libya, its foreign minister said.", ["REJECT EGY GOV -> LBY GOV"]),
]
MOODS = [
    ("Egypt did not attack Ethiopia.", ["ASSAULT EGY MIL -> ETH GOV [negation]"]),
    ("Egypt will send aid to Sudan.", ["AGREE EGY GOV -> SDN GOV [future]"]),
    ("Vietnam may impose sanctions on Laos.", ["SANCTION VNM GOV -> LAO GOV [hypothetical]"]),
    ("In 1939 Germany invaded Poland.", ["ASSAULT DEU MIL -> POL GOV [historical]"]),
    ("Did Egypt attack Ethiopia?", []),
    ("Egypt wants to attack Ethiopia.", []),
]
TRAPS = [
    "A military is delaying a shipment of aid to civilians.",
    "Brazil beat Germany in the final.",
    "Storms struck the coast of Norway.",
    "The strikers met the deadline.",
    "The company fired an employee.",
    "The court struck down the law.",
    "Markets attacked the currency.",
]


@pytest.mark.parametrize(("text", "expected"), [*ACTIVE, *PASSIVE, *NOUNS, *SHARED, *WORDS, *MOODS])
def test_who_did_what_to_whom(text: str, expected: list[str]) -> None:
    assert [written(event) for event in events_of(text)] == expected


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_event(text: str) -> None:
    assert events_of(text) == ()


def test_modes_and_codes_come_from_the_words() -> None:
    (event,) = events_of("Rebels kidnapped a French engineer in Mali.")
    assert (event.event, event.mode, event.cameo, event.rule) == ("ASSAULT", ("abduct",), "181", "en.event.verb")


def test_place_and_day() -> None:
    (event,) = events_of("Moscow and Minsk signed a pact in Sochi on March 3, 2025.")
    assert event.location is not None
    assert event.location.name == "Sochi"
    assert event.date is not None
    assert (event.date.earliest, event.date.latest) == ("2025-03-03", "2025-03-03")


def test_a_pronoun_is_told_by_the_mention_it_goes_back_to() -> None:
    text = "Chad's president Idris Moussa flew to Niger. He met Niger's foreign minister."
    event = events_of(text)[-1]
    assert [one.country for one in event.actor] == ["TCD", "NER"]
    assert event.actor[0].span.of(text) == "Idris Moussa"


def test_an_act_is_linked_to_the_statement_it_is() -> None:
    coding = cq.code(cq.read_text("Ghana condemned Togo for the raid."))
    assert [event.statement for event in coding.events] == [coding.statements[0].id]


def test_an_act_told_twice_is_one_event() -> None:
    text = "Sweden expelled three Russian diplomats. The Russian diplomats were expelled by Sweden over spying."
    assert [written(event) for event in events_of(text)] == ["SANCTION SWE GOV -> RUS GOV"]


def test_contexts_by_the_words_around() -> None:
    (event,) = events_of("Norway signed a trade agreement with Algeria on gas exports.")
    assert "economic" in event.context


def test_a_rule_can_be_switched_off() -> None:
    settings = Settings(without=("en.event.verb",))
    assert cq.code(cq.read_text("Sweden expelled three Russian diplomats."), settings).events == ()
