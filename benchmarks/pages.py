"""How long the page takes over a large ledger: each view asked for different records, one request after another.

python benchmarks/pages.py /tmp/ledger1m.duckdb
"""

import random
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

BAR = 150  # milliseconds that 95 of 100 requests may take
ASKED = 40  # requests of each view
SEED = 9


def main(path: Path) -> int:
    """Prints a line a view; 1 where one is slower than the bar, 0 otherwise and where there is no ledger."""
    if not path.exists():
        print(f"{path}: no ledger, nothing was measured")
        return 0
    from litestar.testing import TestClient

    from communique.show.web import app

    slow = False
    with TestClient(app(path), base_url="http://127.0.0.1") as client:
        for view, addresses in addresses_of(path).items():
            before = time.process_time()
            times = [measured(client, address) for address in addresses]
            p50, p95 = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
            spent = (time.process_time() - before) / len(times) * 1000  # of all cores; what others run does not count
            slow |= p95 > BAR
            print(
                f"{view:26} {len(times):4} requests  median {p50:6.0f} ms  p95 {p95:6.0f} ms  processor {spent:6.0f} ms{'  over the bar' * (p95 > BAR)}"
            )
    return int(slow)


def measured(client: object, address: str) -> float:
    """Milliseconds of one request that succeeds."""
    begun = time.perf_counter()
    answer = client.get(address)  # type: ignore[attr-defined]
    assert answer.status_code == 200, (address, answer.text[:500])
    return (time.perf_counter() - begun) * 1000


def addresses_of(path: Path) -> dict[str, list[str]]:
    """Addresses by view, drawn from what the ledger holds."""
    from communique import Ledger

    draw = random.Random(SEED)
    with Ledger.open(path) as ledger:
        rows = ledger.sql(
            "SELECT id, article_id, content_text, outlet, day FROM statements WHERE day IS NOT NULL USING SAMPLE 400 ROWS (reservoir, 9)"
        ).fetchall()
        issues = [one for (one,) in ledger.sql("SELECT issue FROM issues ORDER BY hash(issue) LIMIT 40").fetchall()]
    drawn = draw.sample(rows, min(ASKED, len(rows)))
    words = [draw.sample([word for word in row[2].split() if word.isalpha()] or ["net"], 1)[0] for row in drawn]
    return {
        "front": ["/"] * ASKED,
        "record": [f"/r/{row[0]}" for row in drawn],
        "article": [f"/article?{urlencode({'id': row[1]})}" for row in drawn],
        "search, a word": [f"/search?{urlencode({'words': word})}" for word in words],
        "search, two and an outlet": [
            f"/search?{urlencode({'words': ' '.join(row[2].split()[:2]), 'outlet': row[3] or ''})}" for row in drawn
        ],
        "search, a day": [f"/search?since={row[4]}&until={row[4]}" for row in drawn],
        "search, an issue": [f"/search?{urlencode({'issue': issue})}" for issue in issues],
        "search, nothing given": ["/search"] * ASKED,
        "search, the tenth page": ["/search?order=newest&page=10"] * ASKED,
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/ledger1m.duckdb")))
