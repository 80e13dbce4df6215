"""The names of the world: complete, and no word that names two things without saying so."""

from collections import defaultdict
from collections.abc import Iterable

import pytest
from babel import Locale
from babel.core import get_global

from communique.lexicon import Country, load
from communique.lexicon.agreement import words_of

COUNTRIES = {country.code: country for country in load().countries}

# Where nobody lives who is in the news, parts of states that have a code for the post or the telephone, and codes that are no territory.
LEFT_OUT = {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "GS", "HM", "IC", "QO", "TA", "TF", "UM", "UN", "XA", "XB", "ZZ"}
ALPHA_3 = {"CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "TL": "TLS", "XK": "XKX", "YE": "YEM"}  # CLDR has several, or its own
CLDR_NAMES = {
    "CG": "Congo-Brazzaville",
    "CD": "Congo-Kinshasa",
    "HK": "Hong Kong SAR",
    "MO": "Macao SAR",
    "MM": "Myanmar",
}  # where CLDR adds to a name


def alpha_3_of(alpha_2: str) -> str:
    """ISO 3166-1 alpha-3 by CLDR's aliases."""
    aliases = get_global("territory_aliases")
    found = [code for code, targets in aliases.items() if targets == [alpha_2] and len(code) == 3 and code.isalpha()]
    return ALPHA_3.get(alpha_2) or found[0]


CLDR = {
    alpha_2: name
    for alpha_2, name in Locale("en").territories.items()
    if len(alpha_2) == 2 and alpha_2.isalpha() and alpha_2 not in LEFT_OUT
}


def folded(name: str) -> str:
    """A name for comparing: & is and, ’ is '."""
    return name.replace("’", "'").replace("&", "and").casefold()


@pytest.mark.parametrize("alpha_2", sorted(CLDR))
def test_every_territory_is_there_under_its_code_and_common_name(alpha_2: str) -> None:
    country = COUNTRIES[alpha_3_of(alpha_2)]
    assert folded(CLDR_NAMES.get(alpha_2, CLDR[alpha_2])) in {folded(name) for name in (country.name, *country.names)}


def test_there_is_no_code_that_cldr_does_not_know() -> None:
    assert set(COUNTRIES) == {alpha_3_of(alpha_2) for alpha_2 in CLDR}


def test_members_of_the_united_nations_observers_kosovo_and_taiwan_stand_first() -> None:
    codes = list(COUNTRIES)
    assert codes[193:197] == ["VAT", "PSE", "XKX", "TWN"]
    assert all(COUNTRIES[code].adjectives for code in codes[:197])
    assert [code for code in codes[:197] if COUNTRIES[code].capital is None] == ["NRU", "PSE"]


def owners_of_words(countries: Iterable[Country]) -> dict[str, set[str]]:
    """Word in small letters -> the countries it names without being called ambiguous there."""
    owners: dict[str, set[str]] = defaultdict(set)
    for country in countries:
        for word in set(words_of(country)) - set(country.ambiguous):
            owners[word.casefold()].add(country.code)
    return owners


def test_no_word_names_two_countries_unless_it_is_called_ambiguous() -> None:
    assert {word: codes for word, codes in owners_of_words(COUNTRIES.values()).items() if len(codes) > 1} == {}


def test_no_ambiguous_word_names_a_country_elsewhere() -> None:
    owners = owners_of_words(COUNTRIES.values())
    flagged = {word.casefold() for country in COUNTRIES.values() for word in country.ambiguous}
    assert {word: owners[word] for word in flagged if owners[word]} == {}


def pairs_in(table: str) -> list[list[str]]:
    """ "Ivory Coast CIV, Cuba CUB" -> [["Ivory Coast", "CIV"], ["Cuba", "CUB"]]"""
    return [pair.strip().rsplit(" ", 1) for pair in table.split(",")]


# What country tables are known to get wrong.
KNOWN = """
Nigerien NER, Nigerian NGA, Mauritian MUS, Mauritanian MRT, Bhutanese BTN, Chadian TCD, Bruneian BRN, Palauan PLW, Nauruan NRU,
Vincentian VCT, Ni-Vanuatu VUT, Papua New Guinean PNG, Comoran COM, Surinamer SUR, Cuban CUB, American USA, British GBR, Austrian AUT,
Australian AUS, Slovak SVK, Slovene SVN, Slovenian SVN, Soviet RUS, USSR RUS, East Germany DEU, Burma MMR, Zaire COD,
Equatorial Guinean GNQ, Swiss CHE, Swede SWE, Swazi SWZ, Finn FIN, Pole POL, Spaniard ESP, Briton GBR, Dane DNK, Turk TUR, Kremlin RUS,
White House USA, Downing Street GBR, Élysée FRA, Zhongnanhai CHN, Blue House KOR, Peking CHN, Bonn DEU, Republic of China TWN,
Republic of Korea KOR, DPRK PRK, South Korean KOR, Islamic Republic IRN, Islamic Republic of Pakistan PAK, Emirati ARE, Monegasque MCO,
Basotho LSO, Motswana BWA, Malagasy MDG, Kosovar XKX, Saudi SAU
"""


@pytest.mark.parametrize(("word", "code"), pairs_in(KNOWN))
def test_words_that_tables_get_wrong(word: str, code: str) -> None:
    assert owners_of_words(COUNTRIES.values())[word.casefold()] == {code}


TOO_LITTLE = """
Dominican DOM+DMA, Congolese COD+COG, Congo COD+COG, Korean KOR+PRK, Korea KOR+PRK, Guinean GIN+GNB, Samoan WSM+ASM, Georgian GEO,
Georgia GEO, Central African CAF, Brussels BEL, The Hague NLD, Kingston JAM+NFK, Georgetown GUY, Victoria SYC, Male MDV
"""


@pytest.mark.parametrize(("word", "codes"), pairs_in(TOO_LITTLE))
def test_words_that_say_too_little_are_called_ambiguous(word: str, codes: str) -> None:
    assert {country.code for country in COUNTRIES.values() if word in country.ambiguous} == set(codes.split("+"))


ORGANISATIONS = load().organisations
OUTLETS = load().outlets


def test_no_name_belongs_to_two_of_countries_organisations_and_outlets() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for country in COUNTRIES.values():
        for word in set(words_of(country)) - set(country.ambiguous):
            owners[word.casefold()].add(country.code)
    for first, *others in [(x.name, *x.aliases) for x in ORGANISATIONS] + [(x.name, *x.aliases) for x in OUTLETS]:
        for name in (first, *others):
            owners[name.casefold()].add(first)
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


BODIES = """
UN IGO:UN, UN Security Council IGO:UN, UNICEF IGO:UN, EU IGO:EU, European Commission IGO:EU, NATO IGO:NATO,
African Union IGO:AU, OAS IGO:OAS, OSCE IGO:OSCE, IMF IGO:IMF, IAEA IGO:IAEA, OPEC IGO:OPEC, ASEAN IGO:ASEAN, Arab League IGO:AL,
GCC IGO:GCC, BRICS IGO:BRICS, G7 IGO:G7, G20 IGO:G20, CSTO IGO:CSTO, CIS IGO:CIS, SCO IGO:SCO, ECOWAS IGO:ECOWAS, Mercosur IGO:MERCOSUR,
CARICOM IGO:CARICOM, CELAC IGO:CELAC, WTO IGO:WTO, WHO IGO:UN, World Bank IGO:WB, ICC IGO:ICC, OPCW IGO:OPCW, State Department USA/GOV,
Knesset ISR/LEG, Duma RUS/LEG, IDF ISR/MIL, IRGC IRN/MIL, Mossad ISR/SPY, FBI USA/COP, Hamas PSE/REB, Hezbollah LBN/REB, Houthis YEM/REB,
Taliban AFG, PLO PSE/GOV, Palestinian Authority PSE/GOV, Fatah PSE/PTY, FARC COL/REB, Amnesty International NGO, Red Cross NGO
"""


@pytest.mark.parametrize(("name", "code"), pairs_in(BODIES))
def test_well_known_bodies(name: str, code: str) -> None:
    (body,) = (body for body in ORGANISATIONS if name in (body.name, *body.aliases))
    assert "/".join(part for part in (body.code, body.country, body.role) if part) == code


def test_the_first_entry_of_a_code_is_the_organisation_as_a_whole() -> None:
    first: dict[str, str] = {}
    for body in ORGANISATIONS:
        if body.code:
            first.setdefault(body.code, body.name)
    wholes = [("IGO:UN", "United Nations"), ("IGO:EU", "European Union"), ("IGO:AU", "African Union"), ("IGO:COE", "Council of Europe")]
    assert [(code, first[code]) for code, _ in wholes] == wholes


MEDIA = """
TASS agency/RUS, Itar-Tass agency/RUS, Interfax agency/-, Xinhua agency/CHN, KCNA agency/PRK, Reuters agency/-, AP agency/-, AFP agency/-,
Prensa Latina agency/CUB, RHC agency/CUB, IRNA agency/IRN, SANA agency/SYR, Granma medium/CUB, RT medium/RUS, Global Times medium/CHN,
Press TV medium/IRN, BBC medium/-, New York Times medium/-, Rudaw medium/-, Iraqi News Agency agency/IRQ, Tasnim news agency agency/IRN
"""


@pytest.mark.parametrize(("name", "sort"), pairs_in(MEDIA))
def test_well_known_outlets(name: str, sort: str) -> None:
    (outlet,) = (outlet for outlet in OUTLETS if name in (outlet.name, *outlet.aliases))
    assert f"{'agency' if outlet.agency else 'medium'}/{outlet.country or '-'}" == sort
