"""Pictures are whole SVG, tell in words what they show, and show what stands last."""

import xml.etree.ElementTree as ET

import pytest

from communique.export.plots import dyad_timeline, position_matrix

SVG = "{http://www.w3.org/2000/svg}"


def read(picture):
    root = ET.fromstring(picture)
    assert root.find(f"{SVG}title").text
    tips = [tip.text for tip in root.iter(f"{SVG}title")][1:]
    return root.find(f"{SVG}desc").text, tips, [text.text for text in root.iter(f"{SVG}text")]


def test_a_matrix_shows_the_stance_last_taken():
    rows = [
        ("2020-05-01", ["FJI", "WSM"], "net ban", "oppose"), ("2020-06-01", ["FJI"], "net ban", "support"),
        (None, ["FJI"], "net ban", "oppose"), ("2020-05-01", ["WSM"], "net ban", "support"),
    ]  # fmt: skip
    summary, tips, words = read(position_matrix(rows))
    assert "FJI on net ban: support; WSM on net ban: mixed." in summary
    assert tips == ["FJI, net ban: support, last 2020-06-01, 3 in all", "WSM, net ban: mixed, last 2020-05-01, 2 in all"]
    assert {"FJI", "WSM", "net ban", "+", "±"} <= {*words}


def test_a_matrix_says_what_it_leaves_out():
    summary, tips, _ = read(position_matrix([("2020-05-01", [f"P{number}"], "net ban", "oppose") for number in range(60)]))
    assert len(tips) == 40
    assert "Not shown: 20" in summary


def test_hostile_words_stay_words():
    summary, _, _ = read(position_matrix([("2020-05-01", ["<script>\x00&'"], "</svg>", "oppose")]))
    assert "<script>\ufffd&' on </svg>: oppose" in summary


def test_a_timeline_shows_both_directions_and_the_months_between():
    rows = [
        ("2020-11", "FJI", "WSM", "SUPPORT", 3, 2),
        ("2020-11", "FJI", "WSM", "REJECT", 1, 1),
        ("2021-02", "WSM", "FJI", "ASSAULT", 2, 1),
    ]
    summary, tips, words = read(dyad_timeline(rows))
    assert "2020-11, FJI to WSM: 3 verbal cooperation, 1 verbal conflict; 2021-02, WSM to FJI: 2 material conflict." in summary
    assert tips == [
        "2020-11, FJI to WSM: verbal cooperation, 3 reports", "2020-11, FJI to WSM: verbal conflict, 1 reports",
        "2021-02, WSM to FJI: material conflict, 2 reports",
    ]  # fmt: skip
    assert [word for word in words if word.startswith("20")] == ["2020-11", "2021-01"]


def test_what_only_one_article_knows_is_no_column():
    summary, tips, _ = read(position_matrix([("2020-05-01", ["FJI"], "moves", "oppose"), ("2020-05-02", ["FJI"], "net ban", "oppose")]))
    assert tips == ["FJI, net ban: oppose, last 2020-05-02, 1 in all"]
    assert "moves" not in summary


def test_decades_of_months_are_shown_by_year():
    rows = [(f"{year}-{month:02}", "FJI", "WSM", "REJECT", 1, 1) for year in range(1990, 2020) for month in (3, 9)]
    summary, tips, words = read(dyad_timeline(rows))
    assert len(tips) == 30
    assert "1990, FJI to WSM: 2 verbal conflict" in summary
    assert any("by year" in word for word in words)


@pytest.mark.parametrize("draw", [position_matrix, dyad_timeline])
def test_nothing_is_drawn_as_nothing(draw):
    summary, tips, _ = read(draw([]))
    assert summary.startswith("No ")
    assert tips == []
