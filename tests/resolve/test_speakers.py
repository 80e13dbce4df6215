"""Who speaks, in sentences of our own: each text with its marked sources, and what must be known of each speaker."""

import pytest
from told import shown, speakers_in

NAMED = [
    ("[Latvian Deputy Foreign Minister Andris Ozols] said {no}.", ["Andris Ozols / LVA / GOV"]),
    ("[Andris Ozols, Latvia's deputy foreign minister,] said {no}.", ["Andris Ozols / LVA / GOV"]),
    ("[Maria Santos, a spokeswoman for the Portuguese Foreign Ministry,] denied {it}.", ["Maria Santos / PRT / GOV"]),
    ("[The mayor of Warsaw, Piotr Zielak,] said {the bridge was closed}.", ["Piotr Zielak / POL / GOV"]),
    ("[Bolivia's ambassador to Chile, Jaime Rocha,] asked {for time}.", ["Jaime Rocha / BOL / GOV"]),
    ("[Swedish Ambassador to Chile Lars Holmgren] asked {for time}.", ["Lars Holmgren / SWE / GOV"]),
    ("[President of Finland Eero Kallio] wrote {to him}.", ["Eero Kallio / FIN / GOV"]),
    ("[Gen. Rafael Ortiz of Ecuador] warned {of war}.", ["Rafael Ortiz / ECU / MIL"]),
    ("[Kremlin spokesman Oleg Baranov] said {no}.", ["Oleg Baranov / RUS / GOV"]),
    ("[EU trade commissioner Lotte Brandt] said {no}.", ["Lotte Brandt / IGO:EU / IGO"]),
    ("[NATO spokesperson Inga Dahl] said {no}.", ["Inga Dahl / IGO:NATO / IGO"]),
    ("[Former Danish prime minister Henrik Falk] said {no}.", ["Henrik Falk / DNK / ELI"]),
    ("[Norwegian Foreign Minister Kari-Anne Lund] left. [Lund] said {no}.", ["Kari-Anne Lund / NOR / GOV"] * 2),
    ("[Lund] said {no}. Norwegian Foreign Minister Kari Lund was late.", ["Kari Lund / NOR / GOV"]),
    ("[Turkish Defence Minister Mehmet Erdoğlu] spoke. [Erdoglu] said {no}.", ["Mehmet Erdoğlu / TUR / GOV"] * 2),
    ("[Qatari minister Saad al-Marri] spoke. [Al-Marri] said {no}.", ["Saad al-Marri / QAT / GOV"] * 2),
    ("[Irish senator John P. Walsh, Jr.] spoke. [Mr Walsh] said {no}.", ["John P. Walsh, Jr. / IRL / LEG"] * 2),
    ("[Israeli Defense Minister Israel Almog] spoke. [Almog] said {no}.", ["Israel Almog / ISR / GOV"] * 2),
    ("[Belgian police chief Luc Amman] spoke. [Amman] said {no}.", ["Luc Amman / BEL / COP"] * 2),
]

BODIES = [
    ("[The Kremlin] said {no}.", ["Kremlin / RUS / GOV"]),
    ("[Moscow] said {no}.", ["- / RUS / GOV"]),
    ("[France] said {no}.", ["- / FRA / GOV"]),
    ("[The United Nations] said {no}.", ["- / IGO:UN / IGO"]),
    ("[The Security Council] said {no}.", ["Security Council / IGO:UN / IGO"]),
    ("[the Hungarian Foreign Ministry] said {no}.", ["Hungarian Foreign Ministry / HUN / GOV"]),
    ("[The Ministry of Foreign Affairs of Peru] said {no}.", ["Ministry of Foreign Affairs of Peru / PER / GOV"]),
    ("[The Peruvian government] said {no}.", ["- / PER / GOV"]),
    ("[Reuters] reported {it}.", ["Reuters / - / JRN"]),
    ("[Xinhua] reported {it}.", ["Xinhua / CHN / JRN"]),
    ("[A senior U.S. official] said {no}.", ["- / USA / GOV"]),
    ("[Two officials] said {no}.", ["- / - / GOV"]),
    ("[Iranian lawmakers] said {no}.", ["- / IRN / LEG"]),
    ("[Sources close to the Greek prime minister] said {no}.", ["- / GRC / GOV"]),
    ("[Greek minister Nikos Vlachos] left. [A spokesman for Mr Vlachos] said {no}.", ["Nikos Vlachos / GRC / GOV", "- / GRC / GOV"]),
    ("[Brazil, Chile and Peru] said {no}.", ["- / BRA + CHL + PER / GOV"]),
    ("The Hungarian Interior Ministry was silent. Later [the ministry] said {no}.", ["Hungarian Interior Ministry / HUN / GOV"]),
]  # fmt: skip

AGAIN = [
    ("[Estonian Foreign Minister Mart Kask] left. [The minister] said {no}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian Deputy Foreign Minister Mart Kask] left. [The Deputy Minister] said {no}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian Deputy Foreign Minister Mart Kask] said {no}. [The diplomat] added {yes}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian envoy Mart Kask] said {no}. [He] added {yes}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian envoy Mart Kask] said {no}. {Nothing would change}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian envoy Mart Kask] said {[I] said {no}}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Estonian envoy Mart Kask] said {no}. [the diplomats] added {yes}.", ["Mart Kask / EST / GOV"] * 2),
    ("[Hungary] protested. [It] said {no}.", ["- / HUN / GOV"] * 2),
    ("Hungary closed its border. [It] said {no}.", ["- / HUN / GOV"]),
    ("[A Polish spokesman] said {no}. Later [spokesman Adam Wrona] said {yes}.", ["Adam Wrona / POL / GOV"] * 2),
    ("[Peru's foreign minister] said {no}. [Foreign Minister Rosa Quispe] was firm. [Quispe] said {no}.", ["Rosa Quispe / PER / GOV"] * 3),
    ("[An Omani official] said {no}. [The official] added {yes}.", ["- / OMN / GOV"] * 2),
    (
        "[Spanish minister Ana Gil] said {no}. [Irish minister Tom Daly] said {yes}. [The Spanish minister] left.",
        ["Ana Gil / ESP / GOV", "Tom Daly / IRL / GOV", "Ana Gil / ESP / GOV"],
    ),
    (
        "Peruvian President Luis Vega met Chilean President Elsa Mora. [The two leaders] agreed {on trade}.",
        ["Luis Vega + Elsa Mora / PER + CHL / GOV"],
    ),
    ("Finnish envoy Eino Salo met Swedish envoy Karl Lind in Oslo. [He] said {no}.", ["Eino Salo / FIN / GOV"]),
    (
        "[Envoy Eino Salo of Finland] said {no}. Swedish envoy Karl Lind left. [He] said {yes}.",
        ["Eino Salo / FIN / GOV", "Karl Lind / SWE / GOV"],
    ),
    # whom the speaker talks about is not whom the article goes on with
    ("[Finnish envoy Eino Salo] said {Swedish envoy Karl Lind was late}. [He] said {no}.", ["Eino Salo / FIN / GOV"] * 2),
    ("Swedish envoy Karl Lind left early. He gave a speech in which [he] blamed {Finland}.", ["Karl Lind / SWE / GOV"]),
    ("Swedish envoy Karl Lind's flight was late. [He] blamed {fog}.", ["Karl Lind / SWE / GOV"]),
    (
        "Peruvian President Luis Vega and Chilean President Elsa Mora met in Lima. [They] agreed {on trade}.",
        ["Luis Vega + Elsa Mora / PER + CHL / GOV"],
    ),
    ("Polish and Czech officials met. [They] said {no}.", ["- / POL + CZE / GOV"]),
    ("[The Polish, Czech and Slovak governments] said {no}.", ["- / POL + CZE + SVK / GOV"]),
    # a text is its issuer's
    ("The Peruvian Foreign Ministry issued [a statement] that said {no}.", ["Peruvian Foreign Ministry / PER / GOV"]),
    ("[The Peruvian Foreign Ministry] said {no}. [The statement] added {yes}.", ["Peruvian Foreign Ministry / PER / GOV"] * 2),
    (
        "[The Peruvian Foreign Ministry] said {no}. [A Foreign Ministry statement] added {yes}.",
        ["Peruvian Foreign Ministry / PER / GOV"] * 2,
    ),
    # a surname alone, an administration and an office without a name are one
    ("The Okoro administration was silent. [Okoro] said {no}. [The Nigerian president] added {yes}.", ["Okoro / NGA / GOV"] * 2),
    # the plain surname is not the relative's
    ("[Okafor] said {no}. Okafor's son Tom Okafor left.", ["Okafor / - / -"]),
    ("[Peruvian President Luis Vega] said {no}. [The Peruvian leader] added {yes}.", ["Luis Vega / PER / GOV"] * 2),
    ("[Mr Ken Obi, a Nigerian envoy,] met Mrs Ada Eze. [She] said {no}.", ["Ken Obi / NGA / GOV", "Ada Eze / - / -"]),
]

NOBODY = [
    # two diplomats: neither
    ("[Finnish envoy Eino Salo] met [Swedish envoy Karl Lind]. [The diplomat] said {no}.", 2),
    # two men who are the subject together
    ("Finnish envoy Eino Salo and Swedish envoy Karl Lind met in Oslo. [He] said {no}.", 0),
    # a woman by her title
    ("[Mrs Aino Salo, a Finnish envoy,] said {no}. [He] said {yes}.", 1),
    # an official whom the article names, but who has said nothing
    ("Danish minister Bo Friis resigned. [The official] said {no}.", 0),
    # another state was the subject since
    ("[Hungary] said {no}. Romania closed its border. [It] said {yes}.", 1),
    # a surname that two people share
    ("Minister Eino Salo met his brother, banker Timo Salo, on Monday. [Salo] said {no}.", 0),
    # "I" outside any statement
    ("[I] said {no}.", 0),
    # two paragraphs on
    ("[Finnish envoy Eino Salo] said {no}. ¶ It rained. ¶ Snow fell. ¶ [He] said {yes}.", 1),
    ("{Nothing would change}.", 0),
    # a diplomat without a name is hardly the country's own
    ("Poland voted. Polish farmers protested in Warsaw. Poland closed its border. [A diplomat] said {no}.", 0),
    ("[A well-placed source] said {no}.", 0),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *BODIES, *AGAIN])
def test_speakers(text: str, expected: list[str]) -> None:
    assert [shown(speaker) for speaker in speakers_in(text)] == expected


@pytest.mark.parametrize(("text", "number"), NOBODY)
def test_nobody_where_it_is_open(text: str, number: int) -> None:
    speaker = speakers_in(text)[number]
    assert speaker is None or (speaker.name, speaker.country) == (None, None)


def test_he_is_the_last_speaker_though_another_was_named() -> None:
    text = "Envoy Karl Lind met [Finnish envoy Eino Salo]. [He] said {no}."
    assert shown(speakers_in(text)[1]) == "Eino Salo / FIN / GOV"


def test_ryabkov_is_never_rybakov() -> None:
    speakers = speakers_in("[Russian envoy Sergei Ryabkov] said {no}. [Rybakov] said {yes}.")
    assert [shown(s) for s in speakers] == ["Sergei Ryabkov / RUS / GOV", "Rybakov / - / -"]


def test_a_country_comes_from_the_rest_of_the_article_and_the_rule_says_so() -> None:
    text = "Poland voted. Polish farmers protested in Warsaw. Poland closed its border. [Interior Minister Adam Wrona] said {no}."
    (speaker,) = speakers_in(text)
    assert shown(speaker) == "Adam Wrona / POL / GOV"
    assert speaker is not None
    assert speaker.rule == "en.resolve.full-name-home"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[Estonian envoy Mart Kask] said {no}.", "full-name"),
        ("Estonian envoy Mart Kask left. [Kask] said {no}.", "surname"),
        ("[Moscow] said {no}.", "seat"),
        ("[Estonia] said {no}.", "state"),
        ("Estonian envoy Mart Kask left. [The envoy] said {no}.", "role-description"),
        ("[Estonian officials] said {no}.", "people"),
        ("[An Estonian official] said {no}.", "unnamed"),
    ],
)
def test_rules_have_names(text: str, rule: str) -> None:
    speaker = speakers_in(text)[-1]
    assert speaker is not None
    assert speaker.rule == f"en.resolve.{rule}"


def test_evidence_shows_the_source_and_the_full_mention() -> None:
    text = "Estonian envoy Mart Kask left. [Kask] said {no}."
    (speaker,) = speakers_in(text)
    assert speaker is not None
    plain = text.replace("[", "").replace("]", "").replace("{", "").replace("}", "")
    assert [span.of(plain) for span in speaker.evidence] == ["Estonian envoy Mart Kask", "Kask"]


def test_title_as_written() -> None:
    (speaker,) = speakers_in("[Latvian Deputy Foreign Minister Andris Ozols] said {no}.")
    assert speaker is not None
    assert speaker.title == "Deputy Foreign Minister"
