"""Lines become paragraphs: joined where they were hard-wrapped, apart where they are paragraphs."""

import pytest

from communique.ingest.paragraphs import paragraphs_of

BLANK_LINES = """\
The first paragraph, all on one line and long enough to be one.

The second.\r
\r
The third.
"""

INDENTED = """\
Sweden and Finland ended a dispute
over newsprint quotas on Friday after a night of talks in a
lakeside hotel. The two sides shook hands.
    The agreement runs for three years, said the U.S.
envoy who had kept the minutes of all the meetings that went
before it.
 REUTER
"""

RAGGED = """\
The delegation will leave the capital on Monday, and it is to be back
before the weekend.
A second delegation follows in June with the drawings for the bridge,
which no one but the engineers has seen so far.
"""

LINES = """\
The two ministers met at the border for the first time since the flood, and their aides kept the cameras away from the tent.
Neither side gave details.
A spokesman for the northern government said later that the tone had been civil throughout and the maps had been studied.
"""

BROKEN_SENTENCE = """\
A spokesman for the northern government said later that the tone had been civil throughout and that the maps of the border
      had been studied with care.
"""

LIST = """\
- The silos are empty
- The harbour is closed
- The railway is not
"""


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        (BLANK_LINES, ["The first", "The second", "The third"]),
        (INDENTED, ["Sweden", "The agreement", "REUTER"]),
        (RAGGED, ["The delegation", "A second"]),
        (LINES, ["The two", "Neither", "A spokesman"]),
        (BROKEN_SENTENCE, ["A spokesman"]),
        (LIST, ["- The silos", "- The harbour", "- The railway"]),
        ("One line", ["One line"]),
        ("", []),
        (" \n\t\n \u2029\f\n", []),
        ("Old Macintosh.\r\rSecond.", ["Old", "Second"]),
        ("Separated.\u2029\u2029Also.", ["Separated", "Also"]),
    ],
    ids=["blank lines", "indented", "ragged", "lines", "broken sentence", "list", "one line", "empty", "white space", "cr", "u2029"],
)
def test_paragraphs_open_where_they_should(text: str, openings: list[str]) -> None:
    spans = paragraphs_of(text)
    assert [span.of(text)[: len(opening)] for span, opening in zip(spans, openings, strict=True)] == openings
    assert all(span.of(text) == span.of(text).strip() for span in spans)


def test_a_hard_wrapped_paragraph_holds_its_line_ends() -> None:
    assert paragraphs_of(INDENTED)[0].of(INDENTED).count("\n") == 2


def test_many_lines_take_linear_time() -> None:
    assert len(paragraphs_of("Word\n" * 20_000)) == 20_000
