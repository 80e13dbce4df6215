"""What is never a statement, however well it scores, and that the like of it is one where the reason is gone."""

import pytest

import communique as cq

CASES = (
    (
        "The premier closed the port, as he had vowed to do.",
        "a verb whose object stands elsewhere",
        "The premier had vowed to close the port.",
    ),
    ("Many fear a third dry summer.", "the mood of nobody in particular", "Growers in the valley fear a third dry summer."),
    ("Residents who want to sell their boats must hurry.", "tells who is meant", "Dana Holub, who wants to sell her boats, must hurry."),
    (
        "The bank has not yet answered the paper's request for comment.",
        "the outlet's own request",
        "The ministry's request for further talks surprised Ruritania.",
    ),
    (
        "MAYOR SAYS THAT THE OLD BRIDGE MUST GO. The bridge was built by monks, and it has stood for nine centuries in all weathers.",
        "a headline within the text",
        "The mayor says that the old bridge must go. The bridge was built by monks, and it has stood for nine centuries.",
    ),
    (
        "Peru and Chile exchanged accusations over the border posts.",
        "one of several who say it",
        "Chile rejected accusations over the border posts.",
    ),
)


def reasons(text: str) -> set[str]:
    return {decision.reason for decision in cq.explain(cq.read_text(text)).decisions}


@pytest.mark.parametrize(("text", "reason", "other"), CASES)
def test_a_veto_names_its_reason(text: str, reason: str, other: str) -> None:
    assert reason in reasons(text)
    assert not cq.code(cq.read_text(text)).statements


@pytest.mark.parametrize(("text", "reason", "other"), CASES)
def test_a_veto_is_silent_where_somebody_speaks(text: str, reason: str, other: str) -> None:
    assert reason not in reasons(other)
    assert cq.code(cq.read_text(other)).statements
