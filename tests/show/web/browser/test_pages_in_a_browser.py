"""Every view of the registry in Chromium: nothing goes wrong, with scripts and without; axe finds nothing; keys lead everywhere."""

import gzip
from urllib.parse import quote, urlsplit

import httpx
import pytest

from communique.show.web.routes import views
from show.web.hostile import HARM, hostile
from show.web.test_foundation import BUDGET, WHERE

pytestmark = pytest.mark.browser

BAITED = hostile()
HARMFUL = {
    "article": f"/article?id={quote(BAITED.article.id, safe='')}",
    "statement": f"/r/{BAITED.statements[0].id}",
    "position": f"/r/{BAITED.positions[0].id}",
    "commitment": f"/r/{BAITED.commitments[0].id}",
    "event": f"/r/{BAITED.events[0].id}",
}
PRESS = "/article?id=press-01"
REVIEWED = {"review": "/review?judge=C.+Dumont&other=A.+Jansen", "agreement": "/agreement?one=A.+Jansen&other=B.+Okoro"}
EVERY = {view.name: (WHERE | REVIEWED)[view.name] for view in views(review=True)}
ALL = [*EVERY.values(), "/review", "/review?judge=C.+Dumont&record=commitment&skip=3", "/agreement?one=Nobody", PRESS, *HARMFUL.values()]
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


@pytest.fixture(scope="session")
def axe():
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


@pytest.mark.parametrize("address", ALL)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_nothing_goes_wrong(site, tab, address, scripts):
    page = tab(java_script_enabled=scripts).goto(site + address)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    assert page.title().endswith("· communique")


def test_a_tab_tells_what_goes_wrong(site, tab):
    one = tab()
    page = one.goto(site)
    page.evaluate("console.error('a sea urchin')")
    page.evaluate("fetch('/nowhere').catch(() => 0)")
    page.evaluate("() => { setTimeout(() => { throw new Error('low tide') }) }")
    page.wait_for_timeout(300)
    told = " ".join(one.wrong)
    assert all(words in told for words in ("a sea urchin", "/nowhere: 404", "low tide"))
    one.wrong.clear()


@pytest.mark.parametrize("address", ALL)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, tab, axe, address, scheme):
    page = tab(color_scheme=scheme).goto(site + address)
    found = axe.run(page, options=AXE).response["violations"]
    assert [(one["id"], one["help"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []


def test_axe_would_find_something(site, tab, axe):
    page = tab().goto(site)
    page.evaluate("document.querySelector('h1').style.color = '#bbb'")
    assert [one["id"] for one in axe.run(page, options=AXE).response["violations"]] == ["color-contrast"]


@pytest.mark.parametrize("address", ALL)
def test_a_page_loads_little(site, tab, address):
    one, loaded = tab(), []
    one.page.on("response", lambda answer: loaded.append(answer.url))
    one.goto(site + address)
    kinds = [url for url in loaded if urlsplit(url).path.endswith((".js", ".css"))]
    assert kinds
    assert all(url.startswith((site, "data:")) for url in loaded)
    assert sum(len(gzip.compress(httpx.get(url).content, 9)) for url in kinds) <= BUDGET


@pytest.mark.parametrize("address", ALL)
def test_a_narrow_page_does_not_run_out_at_its_side(site, tab, address):
    page = tab(viewport={"width": 360, "height": 700}).goto(site + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("view", EVERY)
def test_the_first_key_leads_past_the_menu(site, tab, view):
    page = tab().goto(site + EVERY[view])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("view", EVERY)
def test_what_has_the_focus_is_seen(site, tab, view):
    page = tab().goto(site + EVERY[view])
    stops = min(page.locator("a[href]:not([tabindex='-1']), button, input:not([type='hidden']), select, summary").count(), 40)
    assert stops > 3
    for _ in range(stops):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_keys_go_through_an_article_and_to_the_next(site, tab):
    page = tab().goto(site + PRESS)
    text = page.locator("div.text")
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.id")
    assert text.locator(f"#{first}").count() == 1
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment.startswith("card-")
    page.keyboard.press("?")
    assert page.locator("#keys[open]").count() == 1
    page.keyboard.press("]")
    page.wait_for_url(f"{site}/article?id=press-02")


def test_a_browser_has_the_article_to_the_letter(site, tab):
    text = BAITED.article.text
    page = tab().goto(site + HARMFUL["article"])
    shown = page.evaluate("document.querySelector('div.text').textContent")
    assert shown == text.replace("\0", "\ufffd")


@pytest.mark.parametrize("address", HARMFUL.values(), ids=HARMFUL)
def test_no_script_of_an_article_runs(site, tab, address):
    page = tab().goto(site + address)
    for element in page.locator("main a, main mark, main summary").all()[:20]:
        element.dispatch_event("mouseover")
    page.wait_for_timeout(200)
    assert page.evaluate("typeof globalThis.harm") == "undefined"
    assert page.url == site + address, "it leads elsewhere"
    assert page.locator("main img, main script, main svg, main style, main meta, main [onmouseover]").count() == 0
    assert [link for link in page.evaluate("[...document.links].map(one => one.protocol)") if link not in ("http:", "https:")] == []


def test_a_script_that_came_in_would_be_held_back(site, chromium):
    page = chromium.new_context().new_page()
    page.goto(site)
    page.evaluate(f"() => {{ const one = document.createElement('script'); one.textContent = '{HARM}'; document.body.append(one); }}")
    page.evaluate("() => { document.body.insertAdjacentHTML('beforeend', `<img src='/nowhere.png' onerror='globalThis.harm = 1'>`); }")
    page.wait_for_timeout(200)
    assert page.evaluate("typeof globalThis.harm") == "undefined"
    page.context.close()
