"""SQL reads this ledger and nothing else, for a while and not for ever."""

import time

import pytest

from communique.errors import UsageError
from communique.ledger.limited import ask_limited
from communique.show.web.turnstile import Turnstile
from show.web.visitors import visitor


def ask(client, query, **given):
    return client.get("/sql.json", params={"q": query, **given})


def test_a_query_is_answered_in_every_form(client):
    query = "SELECT id, day, source, 9007199254740993 AS big FROM statements WHERE article_id = 'a3'"
    answer = ask(client, query).json()
    assert answer["columns"] == ["id", "day", "source", "big"]
    assert answer["rows"][0][1:] == ["2020-05-04", {"start": 14, "end": 66}, "9007199254740993"]
    assert client.get("/sql.csv", params={"q": query}).text.startswith('"id","day","source","big"\n')
    assert "2020-05-04" in client.get("/sql", params={"q": query}).text


def test_rows_are_cut(client):
    answer = ask(client, "SELECT * FROM range(5000)").json()
    assert (len(answer["rows"]), answer["is_cut"]) == (1000, True)


@pytest.mark.parametrize("query", [
    "DROP TABLE history.runs", "SELECT 1; SELECT 2", "CREATE TABLE memory.main.x AS SELECT 1", "ATTACH ':memory:' AS other",
    "SET threads = 1",
    "COPY (SELECT 1) TO '/tmp/out.csv'", "FROM read_text('/etc/passwd')", "FROM '/etc/passwd'", "FROM read_csv('http://127.0.0.1/x')",
    "INSTALL httpfs", "LOAD httpfs", "SELEC 1", "SELECT nothing", "EXPLAIN SELECT 1",
    "FROM glob('/*')", "UPDATE history.runs SET command = 'x'", "VACUUM", ";",
])  # fmt: skip
def test_nothing_but_reading_this_ledger(client, query):
    answer = ask(client, query)
    assert answer.status_code == 400, answer.text
    assert "passwd:" not in answer.text
    assert "root:" not in answer.text


def test_a_query_without_end_is_ended(reef):
    begun = time.monotonic()
    with pytest.raises(UsageError, match="seconds"):
        ask_limited(reef, "SELECT sum(a.range * b.range) FROM range(1000000) AS a, range(1000000) AS b", seconds=0.3, most=1)
    assert time.monotonic() - begun < 10


def test_a_query_that_takes_all_memory_is_ended(reef):
    with pytest.raises(UsageError, match="256MB"):
        ask_limited(reef, "SELECT list(range) FROM range(200000000)", seconds=60, most=1)


def test_a_visitor_waits_for_his_turn():
    clock = [0.0]
    stile = Turnstile(a_minute=3, at_once=2, now=lambda: clock[0])
    for _ in range(3):
        stile.enter("a")
        stile.leave()
    with pytest.raises(Exception, match="more than 3"):
        stile.enter("a")
    stile.enter("b")
    stile.enter("c")
    with pytest.raises(Exception, match="others"):
        stile.enter("d")
    stile.leave()
    stile.leave()
    clock[0] = 61
    stile.enter("a")


def test_too_many_queries_are_refused(reef):
    with visitor(reef) as client:
        codes = [ask(client, "SELECT 1").status_code for _ in range(22)]
        refused = ask(client, "SELECT 1")
    assert codes == [200] * 20 + [429] * 2
    assert refused.headers["retry-after"] == "60"
    assert "minute" in refused.json()["do"]
