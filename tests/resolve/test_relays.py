"""Relays: who passed the words on. Each text is coded as a whole, since relays need cues and contents."""

import pytest

import communique as cq
from communique.model import Article, Layout, Span, sha256_of


def coded(text: str) -> list[tuple[str | None, list[str]]]:
    """Speaker's name or country and relays of each statement; ` ¶ ` parts paragraphs."""
    text = text.replace(" ¶ ", "\n\n")
    body, at = [], 0
    for piece in text.split("\n\n"):
        body.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    coding = cq.code(Article("a", sha256_of(text), text, language="en", layout=Layout(body=tuple(body))))
    who = lambda s: s.speaker and (s.speaker.name or s.speaker.country or s.speaker.role)  # noqa: E731
    for statement in coding.statements:
        assert all(relay.span.of(text) == relay.name for relay in statement.via if relay.name in text)
    return [(who(s), [relay.name for relay in s.via]) for s in coding.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estonian envoy Mart Kask told Reuters that talks had failed.", [("Mart Kask", ["Reuters"])]),
        ("Estonian envoy Mart Kask told reporters that talks had failed.", [("Mart Kask", [])]),
        ("Talks had failed, Estonian envoy Mart Kask told The Associated Press.", [("Mart Kask", ["The Associated Press"])]),
        ("Talks had failed, Estonian envoy Mart Kask said, according to the Interfax news agency.", [("Mart Kask", ["Interfax"])]),
        ("In an interview with the daily Lesna Pravda, Estonian envoy Mart Kask said talks had failed.", [("Mart Kask", ["Lesna Pravda"])]),
        ("Speaking to the Morava news agency, Estonian envoy Mart Kask said talks had failed.", [("Mart Kask", ["Morava news agency"])]),
        ("Interfax quoted Estonian envoy Mart Kask as saying that talks had failed.", [("Mart Kask", ["Interfax"])]),
        (
            "Talks had failed, Estonian envoy Mart Kask said, according to a readout posted by Foreign Minister Liis Tamm.",
            [("Mart Kask", ["Liis Tamm"])],
        ),
        # an outlet without another speaker speaks itself
        ("Reuters reported that talks had failed.", [("Reuters", [])]),
        # the outlet's own people are no relay
        ("A Reuters reporter said that talks had failed.", [("JRN", [])]),
        # what an outlet only passes on is no statement of its own
        ("Reuters reported that Estonian envoy Mart Kask said talks had failed.", [("Mart Kask", ["Reuters"])]),
        # whom an outlet cites speaks
        ("The Herald reported that talks had failed, citing two Estonian officials.", [("EST", ["Herald"])]),
        ("Citing a source in the Kremlin, Reuters reported that talks had failed.", [("RUS", ["Reuters"])]),
        ("Reuters reported that talks had failed, citing Estonian envoy Mart Kask.", [("Mart Kask", ["Reuters"])]),
        # carried on through one interview, until another occasion
        (
            "Estonian envoy Mart Kask told Reuters that talks had failed. He added that nobody was to blame.",
            [("Mart Kask", ["Reuters"]), ("Mart Kask", ["Reuters"])],
        ),
        (
            "Estonian envoy Mart Kask told Reuters that talks had failed. ¶ In a speech in Riga he said that nobody was to blame.",
            [("Mart Kask", ["Reuters"]), ("Mart Kask", [])],
        ),
        # not to another speaker
        (
            "Estonian envoy Mart Kask told Reuters that talks had failed. Latvian envoy Jana Berza denied that talks had failed.",
            [("Mart Kask", ["Reuters"]), ("Jana Berza", [])],
        ),
        # days are no papers
        ("On its daily walk on Sunday, Estonia said, the news on Sunday was good.", [("EST", [])]),
    ],
)
def test_relays(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert coded(text) == expected


def test_captions_introduce_persons() -> None:
    caption, body = "Estonian Foreign Minister Mart Kask leaves a meeting in Riga.", "Kask said that talks had failed."
    text = f"{caption}\n\n{body}"
    layout = Layout(caption=(Span(0, len(caption)),), body=(Span(len(caption) + 2, len(text)),))
    (statement,) = cq.code(Article("a", sha256_of(text), text, language="en", layout=layout)).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.country, statement.speaker.role) == ("Mart Kask", "EST", "GOV")
    assert Span(0, 35) in statement.speaker.evidence
