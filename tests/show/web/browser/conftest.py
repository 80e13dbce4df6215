"""Chromium, headless, in front of a served ledger. Run by `make test-browser`; `make test` leaves these tests out."""

import os
import shutil
from dataclasses import dataclass, field

import pytest

from communique import Ledger
from show.web.hostile import hostile
from show.web.served import served
from show.web.shelves import goldens, judge, press

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE = "no Chromium: install it (Debian and Ubuntu: apt-get install chromium), or name one in PLAYWRIGHT_CHROMIUM"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory, reef):
    """The path of a ledger with all that there is to look at, judged in parts."""
    path = tmp_path_factory.mktemp("browser") / "shelf.duckdb"
    shutil.copy(reef, path)
    Ledger.open(path).add([*goldens(), *press(), hostile()])
    judge(path)
    return path


@pytest.fixture(scope="session")
def site(shelf):
    """The address under which the ledger is read, judged and corrected."""
    with served(shelf, review=True) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    from playwright.sync_api import sync_playwright

    named = os.environ.get("PLAYWRIGHT_CHROMIUM")
    path = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    assert path, NONE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page of the browser, and what went wrong in it."""

    page: object
    wrong: list[str] = field(default_factory=list)

    def goto(self, address: str) -> object:
        """Opens an address; the page, when it has come to rest."""
        answer = self.page.goto(address, wait_until="load")
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.page


@pytest.fixture
def tab(chromium):
    """A function that opens a page, as `tab(java_script_enabled=False, color_scheme="dark")`; at the end nothing may have gone wrong."""
    contexts, tabs = [], []

    def opened(**given) -> Tab:
        context = chromium.new_context(**given)
        made = Tab(context.new_page())
        made.page.set_default_timeout(10_000)
        made.page.on("console", lambda message: made.wrong.append(message.text) if message.type in ("error", "warning") else None)
        made.page.on("pageerror", lambda error: made.wrong.append(str(error)))
        made.page.on("requestfailed", lambda request: made.wrong.append(f"{request.url}: {request.failure}"))
        made.page.on("response", lambda answer: made.wrong.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None)
        contexts.append(context)
        tabs.append(made)
        return made

    yield opened
    for context in contexts:
        context.close()
    assert [wrong for one in tabs for wrong in one.wrong] == []
