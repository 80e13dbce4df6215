"""Judging in Chromium: by keys, and without any script by the forms alone."""

import shutil

import pytest

from communique import Ledger
from show.web.served import served

pytestmark = pytest.mark.browser

QUEUE = "/review?judge=D.+Ruiz&record=statement"


@pytest.fixture
def desk(tmp_path, shelf):
    """A ledger of this test's own, and where it is judged."""
    path = shutil.copy(shelf, tmp_path / "desk.duckdb")
    with served(path, review=True) as address:
        yield path, address


def decided(path):
    with Ledger.open(path) as ledger:
        return [(one.judgement.verdict, one.judgement.field) for one in ledger.standing() if one.judgement.judge == "D. Ruiz"]


def now(page):
    return page.locator("main form input[name='id']").last.input_value()


def test_by_keys(desk, tab):
    path, site = desk
    page = tab().goto(site + QUEUE)
    first = now(page)
    with page.expect_navigation():
        page.keyboard.press("a")
    second = now(page)
    assert second != first
    with page.expect_navigation():
        page.keyboard.press("s")
    assert now(page) != second
    with page.expect_navigation():
        page.keyboard.press("r")
    with page.expect_navigation():
        page.keyboard.press("u")
    page.keyboard.press("m")
    page.keyboard.type("a and r are letters here")
    assert page.locator("#note").input_value() == "a and r are letters here"
    assert decided(path) == [("accept", None), ("reject", None), ("undo", None)]


def test_by_forms_alone(desk, tab):
    path, site = desk
    page = tab(java_script_enabled=False).goto(f"{site}/review")
    page.get_by_label("Who judges").fill("D. Ruiz")
    page.get_by_label("What").select_option("statement")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("act", exact=True).select_option("announce")
    page.get_by_label("Note").fill("it is news to them")
    page.get_by_role("button", name="Correct").click()
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("button", name="Undo").click()
    assert decided(path) == [("correct", "act"), ("accept", None), ("undo", None)]
    assert page.locator("p.judged").inner_text().startswith("Last: correct act")
