"""Takes the pictures of docs/how-to/read-in-a-browser.md. Run in tests: python -m show.web.write_screenshots (needs Chromium)."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from communique import Ledger
from show.web.served import served
from show.web.shelves import goldens, judge, press

IMAGES = Path(__file__).parents[3] / "docs" / "images"
SIZE = {"width": 1000, "height": 760}
HELD = "SELECT id, statement_id FROM positions WHERE issue = 'net ban' AND article_id = 'press-04'"
VIEWS = {
    "front": "/",
    "search": "/search?words=ban",
    "articles": "/articles",
    "article": "/article?id=press-03",
    "record": "/r/{said}",
    "actors": "/actors",
    "actor": "/a/nor.brandvold.ada",
    "issues": "/issues",
    "issue": "/issue?name=net+ban",
    "dyads": "/dyads",
    "dyad": "/dyad?one=NOR&other=ISL",
    "commitments": "/commitments",
    "chain": "/chain/{held}",
    "votes": "/votes",
    "reprints": "/reprints",
    "runs": "/runs",
    "diff": "/diff?first=1&second=2",
    "code": "/code",
    "sql": "/sql?q=SELECT+outlet,+count(*)+AS+articles+FROM+articles+GROUP+BY+ALL",
    "review": "/review?judge=C.+Dumont&other=A.+Jansen",
    "agreement": "/agreement?one=A.+Jansen&other=B.+Okoro",
}


def main() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "news.duckdb"
        Ledger.open(path).add([*goldens(), *press()])
        judge(path)
        with Ledger.open(path) as ledger:
            held, said = ledger.sql(HELD).fetchall()[0]
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        with served(path, review=True) as site:
            for name, address in VIEWS.items():
                page.goto(site + address.format(said=said, held=held))
                image = IMAGES / f"web-{name}.png"
                page.screenshot(path=image, animations="disabled")
        browser.close()


if __name__ == "__main__":
    main()
